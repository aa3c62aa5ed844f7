/** Tables of the analyses: dense, figures to the right. */
export const plainTable = {
  borderCollapse: "collapse",
  fontSize: 12.5,
  "& td, & th": { px: 1, height: 25, lineHeight: 1.25, borderBottom: 1, borderColor: "divider" },
  "& th": { textAlign: "left", fontWeight: 400 },
  "& thead th": { fontWeight: 600, color: "text.secondary", fontSize: 12, verticalAlign: "bottom" },
  "& td, & thead th.number": { textAlign: "right", fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" },
  "& td.words": { textAlign: "left", whiteSpace: "normal" },
} as const;
