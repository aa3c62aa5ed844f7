import Typography from "@mui/material/Typography";

/** Heads the fields of a group that belong together. */
export function EditorHeading({ level = "h4", children }: { readonly level?: "h2" | "h4"; readonly children: string }) {
  return (
    <Typography variant="h4" component={level} sx={{ mt: 1, mb: 0.25 }}>
      {children}
    </Typography>
  );
}
