import { type GridCell, GridCellKind, type GridColumn, type GridMouseEventArgs, type Theme as GridTheme, type Item } from "@glideapps/glide-data-grid";
import { type Palette, useTheme } from "@mui/material/styles";
import { useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { DebtorRow, DebtorSheet } from "../../shared/contract/debtor-channels.ts";
import { formatMoney, formatNumber, noValue } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { typeSizes } from "../desk/type-scale.ts";
import { fitText } from "../ui/grid/fit-text.ts";
import { cellMeasure, cellPadding, headMeasure } from "../ui/grid/grid-look.ts";
import { useDrawnFonts } from "../ui/use-drawn-fonts.ts";
import { type DebtorColumn, type FigureSource, footRows } from "./debtor-columns.ts";
import type { TypedMark } from "./use-debtor-writing.ts";

/** A cell of the sheet; undefined while its row is on its way. */
interface SheetCell {
  readonly text: string;
  /** Null in the foot. */
  readonly source: FigureSource | "refused" | null;
  /** Why what was typed is not stored; empty where nothing is to be said. */
  readonly note?: string;
}
export type SheetCellAt = (columnIndex: number, rowIndex: number) => SheetCell | undefined;

interface CellParts {
  readonly columns: readonly DebtorColumn[];
  readonly sheet: DebtorSheet | null;
  readonly rowAt: (index: number) => DebtorRow | undefined;
  readonly isRevealed: boolean;
  /** What was typed and isn't stored. */
  readonly markAt: (row: DebtorRow, column: DebtorColumn) => TypedMark | undefined;
}

/** What stands in each cell: the debtors, and below them the foot. */
export function useDebtorCells({ columns, sheet, rowAt, isRevealed, markAt }: CellParts): SheetCellAt {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  return useCallback(
    (columnIndex, rowIndex) => {
      const column = columns[columnIndex];
      if (column === undefined || sheet === null) return undefined;
      const foot = footRows[rowIndex - sheet.total];
      if (foot !== undefined) {
        if (columnIndex === 0) return { text: t(`debtors.foot.${foot}`, { count: formatNumber(sheet.total) }), source: null };
        if (column.key === "loans") return { text: foot === "shown" ? formatNumber(sheet.shown.loans) : "", source: null };
        const fen = column.foot?.(sheet, foot) ?? null;
        return { text: fen === null ? "" : formatMoney(fen, unit), source: null };
      }
      const row = rowAt(rowIndex);
      if (row === undefined) return undefined;
      const mark = markAt(row, column);
      if (mark !== undefined) return { text: mark.text, source: mark.problem === null ? "own" : "refused", note: mark.problem ?? "" };
      const text = column.text(row, { unit, t, isRevealed });
      // Nothing was typed, so nothing is anybody's own.
      return { text, source: text === noValue ? "tape" : column.source(row) };
    },
    [columns, sheet, rowAt, isRevealed, markAt, unit, t],
  );
}

/** Own figures have a mark and bold type beside their colour: none of it stands for itself alone. */
function looksOf(palette: Palette): Readonly<Record<FigureSource | "refused" | "foot", Partial<GridTheme>>> {
  const bold = `700 ${typeSizes.small}px`;
  return {
    tape: {},
    model: { textDark: palette.text.secondary },
    own: { textDark: palette.primary.main, baseFontStyle: bold },
    refused: { textDark: palette.error.main, baseFontStyle: bold },
    foot: { bgCell: palette.background.default, baseFontStyle: bold },
  };
}

const onItsWay: GridCell = { kind: GridCellKind.Loading, allowOverlay: false };
const roomOf = (column: GridColumn | undefined) => (column !== undefined && "width" in column ? column.width - 2 * cellPadding : 0);

/** A cell stays empty until its row and the glyphs of its text are here; either has the grid draw again. */
export function useDrawnSheet(columns: readonly DebtorColumn[], gridColumns: readonly GridColumn[], cellAt: SheetCellAt): (place: Item) => GridCell {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const { canDraw } = useDrawnFonts();
  const looks = useMemo(() => looksOf(palette), [palette]);
  return useCallback(
    ([columnIndex, rowIndex]) => {
      const cell = cellAt(columnIndex, rowIndex);
      const column = columns[columnIndex];
      if (cell === undefined || column === undefined) return onItsWay;
      const { text, source } = cell;
      const isBold = source === null || source === "own" || source === "refused";
      if (!canDraw(`${text}…${t("debtors.ownMark")}`, isBold ? 700 : 400)) return onItsWay;
      const isMarked = source === "own" && column.isNumber;
      const shown = isMarked ? `${t("debtors.ownMark")} ${text}` : source === "refused" ? `${t("debtors.typing.mark")} ${text}` : text;
      return {
        kind: GridCellKind.Text,
        // The table behind the canvas reads it aloud.
        data: isMarked ? `${text} (${t("debtors.own")})` : source === "refused" ? `${text} (${cell.note})` : text,
        displayData: fitText(shown, roomOf(gridColumns[columnIndex]), isBold ? headMeasure : cellMeasure),
        allowOverlay: false,
        contentAlign: column.isNumber ? "right" : "left",
        themeOverride: looks[source ?? "foot"],
      };
    },
    [columns, gridColumns, cellAt, canDraw, looks, t],
  );
}

/** The whole text of the cell or head under the pointer where it is cut, and where a figure comes from. */
export function useSheetHint(columns: readonly DebtorColumn[], gridColumns: readonly GridColumn[], cellAt: SheetCellAt) {
  const { t } = useTranslation();
  const [hint, setHint] = useState("");
  const onHover = ({ kind, location }: GridMouseEventArgs) => {
    const [columnIndex, rowIndex] = location;
    if (kind === "header") {
      const title = gridColumns[columnIndex]?.title ?? "";
      setHint(headMeasure(title) > roomOf(gridColumns[columnIndex]) ? title : "");
      return;
    }
    const cell = kind === "cell" ? cellAt(columnIndex, rowIndex) : undefined;
    const isFigure = columns[columnIndex]?.isNumber === true && cell?.source != null;
    if (cell?.source === "refused") {
      setHint(`${cell.text} · ${cell.note}`);
      return;
    }
    setHint(cell === undefined ? "" : isFigure ? `${cell.text} · ${t(`debtors.${cell.source}`)}` : cell.text);
  };
  return { hint, onHover };
}
