import InputBase from "@mui/material/InputBase";
import { styled } from "@mui/material/styles";

/** A field as high as a line of a table or of a row of assumptions. */
export const DenseInput = styled(InputBase)(({ theme: { palette, typography, shape } }) => ({
  ...typography.body2,
  height: 24,
  border: `1px solid ${palette.divider}`,
  borderRadius: Number(shape.borderRadius) / 2,
  backgroundColor: palette.background.paper,
  "& input": { padding: "0 5px" },
  "&:hover": { borderColor: palette.text.secondary },
  "&.Mui-readOnly": { backgroundColor: palette.action.hover },
  "&.Mui-focused": { borderColor: palette.primary.main, boxShadow: `0 0 0 1px ${palette.primary.main}` },
  "&[data-doubt=true]": { borderColor: palette.warning.main },
  "&[data-doubt=true].Mui-focused": { boxShadow: `0 0 0 1px ${palette.warning.main}` },
  "&.Mui-error": { borderColor: palette.error.main },
  "&.Mui-error.Mui-focused": { boxShadow: `0 0 0 1px ${palette.error.main}` },
}));
