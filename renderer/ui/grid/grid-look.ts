import type { DataEditorProps, DrawHeaderCallback, Theme as GridTheme } from "@glideapps/glide-data-grid";
import { useTheme } from "@mui/material/styles";
import { useMemo } from "react";
import { fontFamily, typeSizes } from "../../desk/type-scale.ts";
import { fitText, measureIn, type TextMeasure } from "./fit-text.ts";
import { type CellRange, type GridPlace, rectangleCells } from "./typing-cells.ts";

/** Between a cell's border and its text, in pixels. */
export const cellPadding = 8;

const cellFont = `${typeSizes.small}px`;
const headFont = `700 ${typeSizes.small}px`;
export const cellMeasure: TextMeasure = measureIn(`${cellFont} ${fontFamily}`);
export const headMeasure: TextMeasure = measureIn(`${headFont} ${fontFamily}`);

/** A column as the drawing needs it. */
interface GridLook {
  readonly isNumber: boolean;
  readonly isFiltered?: boolean;
}

/** Heads of figures stand over the figures, where Glide draws every head from the left; what is too long ends in an ellipsis. */
export const headDrawer =
  (columns: readonly GridLook[]): DrawHeaderCallback =>
  ({ ctx, column, columnIndex, rect, theme }) => {
    const isNumber = columns[columnIndex]?.isNumber === true;
    const padding = theme.cellHorizontalPadding;
    ctx.font = `${theme.headerFontStyle} ${theme.fontFamily}`;
    ctx.fillStyle = theme.textHeader;
    ctx.textAlign = isNumber ? "right" : "left";
    ctx.textBaseline = "middle";
    const text = fitText(column.title, rect.width - 2 * padding, headMeasure);
    if (columns[columnIndex]?.isFiltered === true) funnel(ctx, rect.x + 2, rect.y + 2);
    ctx.fillText(text, isNumber ? rect.x + rect.width - padding : rect.x + padding, rect.y + rect.height / 2 + 1);
  };

/** In the corner of the head of a column that narrows the rows. */
function funnel(context: CanvasRenderingContext2D, x: number, y: number): void {
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x + 9, y);
  context.lineTo(x + 5.5, y + 4);
  context.lineTo(x + 5.5, y + 8);
  context.lineTo(x + 3.5, y + 8);
  context.lineTo(x + 3.5, y + 4);
  context.fill();
}

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

/** Keys that a drawn grid would take and the window has: back and forward. */
export const keysOfTheWindow = { goLeftCellRetainSelection: false, goRightCellRetainSelection: false } as const;

/** How a grid that takes typing behaves: its own editor loses the first key of an input method, and its own clipboard knows the screen alone. */
export const typingGrid = {
  width: "100%",
  height: "100%",
  rowMarkers: "none",
  smoothScrollX: true,
  smoothScrollY: true,
  rowSelect: "none",
  columnSelect: "none",
  rangeSelect: "rect",
  getCellsForSelection: true,
  keybindings: {
    copy: false,
    cut: false,
    paste: false,
    delete: false,
    clear: false,
    activateCell: false,
    search: false,
    selectColumn: false,
    selectRow: false,
    ...keysOfTheWindow,
  },
  editOnType: false,
  cellActivationBehavior: "double-click",
  fillHandle: true,
  allowedFillDirections: "vertical",
} as const;

interface TypingGridDeeds {
  readonly onOpen: () => void;
  readonly onFill: (source: CellRange, target: CellRange) => void;
  readonly onRegion: (first: number, count: number) => void;
  readonly onHead: (columnIndex: number) => void;
  readonly onMenuAt: (place: GridPlace, isByPointer: boolean) => void;
}

/** What is done in such a grid, as its canvas tells of it. */
export const typingGridDeeds = ({ onOpen, onFill, onRegion, onHead, onMenuAt }: TypingGridDeeds) =>
  ({
    onCellActivated: onOpen,
    onFillPattern: ({ patternSource, fillDestination, preventDefault }) => {
      preventDefault();
      onFill(rectangleCells(patternSource), rectangleCells(fillDestination));
    },
    onVisibleRegionChanged: ({ y, height }) => onRegion(y, height),
    onHeaderClicked: onHead,
    onHeaderContextMenu: (column, { button }) => onMenuAt({ column, row: -1 }, button === 2),
    onCellContextMenu: ([column, row], { button }) => onMenuAt({ column, row }, button === 2),
  }) satisfies Partial<DataEditorProps>;
