import { styled } from "@mui/material/styles";
import { sectionRows } from "./section-rows.ts";

/** Names at the left, figures at the right of their columns. `.number` heads figures, `.words` and `.unit` are cells of text. */
export const PlainTable = styled("table")(({ theme }) => ({
  ...theme.typography.body2,
  borderCollapse: "collapse",
  "& td, & th": { padding: "0 8px", height: "calc(25px + var(--row-extra, 0px))", lineHeight: 1.25, borderBottom: `1px solid ${theme.palette.divider}` },
  "& th": { textAlign: "left", fontWeight: 400 },
  "& thead th": { fontWeight: 700, color: theme.palette.text.secondary, verticalAlign: "bottom" },
  "& td, & thead th.number": { textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  "& td.words": { textAlign: "left", whiteSpace: "normal" },
  "& td.unit": { ...theme.typography.fine, textAlign: "left", color: theme.palette.text.secondary },
  ...sectionRows(theme),
}));
