/** Tables of the tape screen: dense, ruled, figures right. */
export const tableStyle = {
  width: "100%",
  borderCollapse: "collapse",
  fontSize: 12.5,
  fontVariantNumeric: "tabular-nums",
  "& th, & td": { textAlign: "left", px: 1.25, py: "3px", borderBottom: 1, borderColor: "divider", verticalAlign: "middle", lineHeight: 1.35 },
  "& thead th": { color: "text.secondary", fontWeight: 600, fontSize: 12, bgcolor: "background.default", whiteSpace: "nowrap" },
  "& tbody th": { fontWeight: 500 },
  "& tbody tr:last-of-type > *": { borderBottom: 0 },
  "& .number": { textAlign: "right", whiteSpace: "nowrap" },
} as const;
