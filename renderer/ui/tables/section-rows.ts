import type { CSSObject, Theme } from "@mui/material/styles";

/** Rows that head a part of a table, and rows that stand out. */
export const sectionRows = ({ palette, typography }: Theme): CSSObject => ({
  "& [data-row=section]": { backgroundColor: palette.action.hover },
  "& [data-row=section] > th": { ...typography.h4, textAlign: "left", color: palette.text.secondary, whiteSpace: "nowrap" },
  "& [data-strong=true] > th, & [data-strong=true] > td": { fontWeight: 700 },
});
