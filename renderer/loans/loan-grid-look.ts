import type { DrawHeaderCallback, Theme as GridTheme } from "@glideapps/glide-data-grid";
import { useTheme } from "@mui/material/styles";
import { useMemo } from "react";
import { fontFamily, typeSizes } from "../desk/type-scale.ts";
import { loanColumns } from "./loan-columns.ts";

/** Heads of figures stand over the figures: Glide itself draws every head from the left. */
export const drawHeader: DrawHeaderCallback = ({ ctx, column, columnIndex, rect, theme }, drawContent) => {
  if (loanColumns[columnIndex]?.isNumber !== true) return drawContent();
  ctx.font = `${theme.headerFontStyle} ${theme.fontFamily}`;
  ctx.fillStyle = theme.textHeader;
  ctx.textAlign = "right";
  ctx.textBaseline = "middle";
  ctx.fillText(column.title, rect.x + rect.width - theme.cellHorizontalPadding, rect.y + rect.height / 2 + 1);
};

/** The desk's theme as the grid's, which draws on a canvas. */
export function useGridTheme(): Partial<GridTheme> {
  const { palette } = useTheme();
  return useMemo(
    () => ({
      accentColor: palette.primary.main,
      accentLight: palette.action.selected,
      bgCell: palette.background.paper,
      bgCellMedium: palette.background.default,
      bgHeader: palette.background.default,
      bgHeaderHovered: palette.action.hover,
      bgHeaderHasFocus: palette.action.selected,
      textDark: palette.text.primary,
      textMedium: palette.text.secondary,
      textLight: palette.text.disabled,
      textHeader: palette.text.secondary,
      borderColor: palette.divider,
      horizontalBorderColor: palette.divider,
      fontFamily,
      baseFontStyle: `${typeSizes.small}px`,
      headerFontStyle: `700 ${typeSizes.small}px`,
      cellHorizontalPadding: 6,
      cellVerticalPadding: 2,
    }),
    [palette],
  );
}
