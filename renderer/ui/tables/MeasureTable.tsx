import { styled } from "@mui/material/styles";
import { sectionRows } from "./section-rows.ts";

/** Measures in rows, cases in columns. All is said here once: styles of each cell would be worked out again with each pricing. */
export const MeasureTable = styled("table")(({ theme }) => ({
  ...theme.typography.body1,
  width: "100%",
  borderCollapse: "collapse",
  "& td, & th": { padding: "0 8px", height: "calc(23px + var(--row-extra, 0px))", lineHeight: 1.2 },
  "& td": { textAlign: "right", fontVariantNumeric: "tabular-nums" },
  "& [data-row=measure] > *": { borderBottom: `1px solid ${theme.palette.divider}` },
  "& [data-row=measure] > th": { textAlign: "left", fontWeight: 400 },
  "& td[data-selected=true]": { backgroundColor: theme.palette.action.selected },
  ...sectionRows(theme),
}));
