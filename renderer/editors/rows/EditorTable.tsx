import { styled } from "@mui/material/styles";

/** Fields in rows and columns; heads stand over their fields, close enough for a narrow pane. */
export const EditorTable = styled("table")(({ theme: { palette, typography } }) => ({
  ...typography.body2,
  width: "100%",
  borderCollapse: "collapse",
  "& td, & th": { padding: "1px 0 1px 4px", fontWeight: 400, lineHeight: 1.2 },
  "& tr > :first-of-type": { paddingLeft: 0 },
  "& thead th": { ...typography.fine, lineHeight: 1.2, textAlign: "right", verticalAlign: "bottom", color: palette.text.secondary },
  "& tbody th": { textAlign: "left" },
  "& td.unit": { ...typography.fine, width: 52, paddingLeft: 8, color: palette.text.secondary, whiteSpace: "nowrap" },
}));
