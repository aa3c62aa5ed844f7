import Typography from "@mui/material/Typography";

/** Heads the fields of a group that belong together. */
export function EditorHeading({ children }: { readonly children: string }) {
  return (
    <Typography variant="h4" component="h4" sx={{ mt: 1, mb: 0.25 }}>
      {children}
    </Typography>
  );
}
