import { useEffect } from "react";
import { useTranslation } from "react-i18next";
import type { DebtorRow } from "../../shared/contract/debtor-channels.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { useCommand } from "../desk/commands.ts";
import { saySelection, showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import type { GridPlace } from "../ui/grid/typing-cells.ts";
import { isInRange, oneCell, type SelectedCells } from "../ui/grid/use-grid-selection.ts";
import { type CopiedCell, wordsCell } from "../ui/tables/copied-cells.ts";
import { copyCells, fillClipboard } from "../ui/tables/copy-cells.ts";
import { type DebtorColumn, debtorColumnLabel } from "./debtor-columns.ts";
import type { SheetCellAt } from "./use-debtor-cells.ts";

interface SelectionParts {
  readonly cells: SelectedCells;
  readonly columns: readonly DebtorColumn[];
  readonly cellAt: SheetCellAt;
  readonly rowAt: (index: number) => DebtorRow | undefined;
  /** Has the rows read that are selected and out of view. */
  readonly onNeed: (first: number, last: number) => void;
  readonly total: number;
}

/** More are not read for a sum. */
const mostRows = 20_000;

/** Count, sum and average of the selected figures, in words; null where they are of several kinds. */
function useSelectedWords(columns: readonly DebtorColumn[], rows: readonly DebtorRow[], isRead: boolean): string | null {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const unitName = moneyUnitLabel(unit, useLanguage());
  const cells = columns.length * rows.length;
  if (!isRead || cells < 2) return null;
  const numeric = columns.filter(({ value }) => value !== undefined);
  const numbers = rows.flatMap((row) => numeric.flatMap(({ value }) => value?.(row) ?? []));
  const isMoney = numeric.every((column) => column.isMoney);
  if (numbers.length === 0 || !(isMoney || numeric.every((column) => !column.isMoney))) return t("action.selectedCount", { cells });
  const sum = numbers.reduce((total, number) => total + number, 0);
  const words = (number: number) => (isMoney ? formatMoney(Math.round(number), unit) : formatNumber(number, 1));
  return t("action.selectedSum", { cells, sum: words(sum), average: words(sum / numbers.length), unit: isMoney ? unitName : "" });
}

/** The cells that are selected: what they come to is said at the foot of the window, and they are copied with their heads. */
export function useDebtorSelection({ cells, columns, cellAt, rowAt, onNeed, total }: SelectionParts) {
  const { t } = useTranslation();
  const { range, place } = cells;
  const { column: x, row: y, columns: width, rows: height } = range ?? { column: 0, row: 0, columns: 0, rows: 0 };
  const isChosen = width * height > 0 && height <= mostRows;
  const chosen = columns.slice(x, x + width);
  /** Without the foot. */
  const places = isChosen ? Array.from({ length: Math.max(0, Math.min(height, total - y)) }, (_, index) => y + index) : [];
  const rows = places.map(rowAt).filter((row) => row !== undefined);
  const isRead = isChosen && rows.length === places.length;
  useEffect(() => {
    if (isChosen && !isRead) onNeed(y, y + height - 1);
  }, [isChosen, isRead, onNeed, y, height]);
  const text = useSelectedWords(chosen, rows, isRead);
  useEffect(() => saySelection(text), [text]);
  useEffect(() => () => saySelection(null), []);
  const lines = (): CopiedCell[][] =>
    Array.from({ length: height }, (_, index) => chosen.map((column, at) => ({ text: cellAt(x + at, y + index)?.text ?? "", isFigure: column.isNumber })));
  const copyWithHeads = () => {
    copyCells([chosen.map((column) => wordsCell(debtorColumnLabel(column, t))), ...lines()]);
    showNotice(t("action.copied", { rows: height }));
  };
  useCommand("copyWithHeads", copyWithHeads, isRead);
  return {
    /** The cell that the keyboard is at. */
    cell: place,
    rows,
    /** Selects a cell unless it is among those that are. */
    choose: (at: GridPlace) => {
      if (!isInRange(at, range)) cells.select(oneCell(at));
    },
    /** Puts the cells on the clipboard in the course of a copy that is under way. */
    copyInto: (event: ClipboardEvent) => {
      if (isRead) fillClipboard(event, lines());
    },
    copying: isRead ? [{ id: "copy", run: () => copyCells(lines()) } as const, { id: "copyWithHeads", run: copyWithHeads } as const] : [],
  };
}
