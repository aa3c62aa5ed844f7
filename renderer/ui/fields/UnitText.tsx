import Typography from "@mui/material/Typography";

/** The unit that stands behind a field or figure. */
export function UnitText({ children }: { readonly children: string }) {
  return (
    <Typography variant="fine" noWrap>
      {children}
    </Typography>
  );
}
