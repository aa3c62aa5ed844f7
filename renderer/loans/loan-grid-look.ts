import type { DrawHeaderCallback, Theme as GridTheme } from "@glideapps/glide-data-grid";
import { useTheme } from "@mui/material/styles";
import { useMemo } from "react";
import { fontFamily, typeSizes } from "../desk/type-scale.ts";
import { fitText, measureIn, type TextMeasure } from "./fit-text.ts";
import type { LoanColumn } from "./loan-columns.ts";

/** Between a cell's border and its text, in pixels. */
export const cellPadding = 8;

const cellFont = `${typeSizes.small}px`;
const headFont = `700 ${typeSizes.small}px`;
export const cellMeasure: TextMeasure = measureIn(`${cellFont} ${fontFamily}`);
export const headMeasure: TextMeasure = measureIn(`${headFont} ${fontFamily}`);

/** Heads of figures stand over the figures, where Glide draws every head from the left; what is too long ends in an ellipsis. */
export const headDrawer =
  (columns: readonly LoanColumn[]): DrawHeaderCallback =>
  ({ ctx, column, columnIndex, rect, theme }) => {
    const isNumber = columns[columnIndex]?.isNumber === true;
    const padding = theme.cellHorizontalPadding;
    ctx.font = `${theme.headerFontStyle} ${theme.fontFamily}`;
    ctx.fillStyle = theme.textHeader;
    ctx.textAlign = isNumber ? "right" : "left";
    ctx.textBaseline = "middle";
    const text = fitText(column.title, rect.width - 2 * padding, headMeasure);
    ctx.fillText(text, isNumber ? rect.x + rect.width - padding : rect.x + padding, rect.y + rect.height / 2 + 1);
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
      baseFontStyle: cellFont,
      headerFontStyle: headFont,
      cellHorizontalPadding: cellPadding,
      cellVerticalPadding: 2,
    }),
    [palette],
  );
}
