import { styled } from "@mui/material/styles";

/** Records in rows: words at the left, `.number` at the right. */
export const ListTable = styled("table")(({ theme: { palette, typography } }) => ({
  ...typography.body2,
  width: "100%",
  borderCollapse: "collapse",
  fontVariantNumeric: "tabular-nums",
  "& th, & td": { textAlign: "left", padding: "calc(3px + var(--row-extra, 0px) / 2) 8px", borderBottom: `1px solid ${palette.divider}`, lineHeight: 1.35 },
  "& thead th": { color: palette.text.secondary, fontWeight: 700, backgroundColor: palette.background.default, whiteSpace: "nowrap" },
  "& tbody th": { fontWeight: 400 },
  "& tbody tr:last-of-type > *": { borderBottom: 0 },
  "& .number": { textAlign: "right", whiteSpace: "nowrap" },
}));
