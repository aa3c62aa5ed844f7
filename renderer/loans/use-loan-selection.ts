import { CompactSelection, type GridSelection, type Item } from "@glideapps/glide-data-grid";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { useCommand } from "../desk/commands.ts";
import { saySelection, showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { type CopiedCell, wordsCell } from "../ui/tables/copied-cells.ts";
import { copyCells } from "../ui/tables/copy-cells.ts";
import type { LoanColumn } from "./loan-columns.ts";
import { selectedFigures } from "./selected-figures.ts";

interface LoanSelectionParts {
  readonly columns: readonly LoanColumn[];
  readonly rowAt: (index: number) => LoanRow | undefined;
  /** Has the rows read that are selected and out of view. */
  readonly onNeed: (first: number, last: number) => void;
}

const nothing: GridSelection = { columns: CompactSelection.empty(), rows: CompactSelection.empty() };
/** More are not read for a sum. */
const mostRows = 20_000;

/** The cells that are selected: what they come to is said at the foot of the window, and they are copied with their heads. */
export function useLoanSelection({ columns, rowAt, onNeed }: LoanSelectionParts) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const unitName = moneyUnitLabel(unit, useLanguage());
  const [selection, setSelection] = useState(nothing);
  const range = selection.current?.range;
  const [x, y, width, height] = [range?.x ?? 0, range?.y ?? 0, range?.width ?? 0, range?.height ?? 0];
  const isChosen = width * height > 0 && height <= mostRows;
  const chosen = columns.slice(x, x + width);
  const rows = isChosen ? Array.from({ length: height }, (_, index) => rowAt(y + index)) : [];
  const read = rows.filter((row) => row !== undefined);
  const isRead = isChosen && read.length === height;
  useEffect(() => {
    if (isChosen && !isRead) onNeed(y, y + height - 1);
  }, [isChosen, isRead, onNeed, y, height]);
  // One cell is its own sum.
  const figures = isRead && width * height > 1 ? selectedFigures(chosen, read, unit) : null;
  const text =
    figures === null
      ? null
      : figures.sum === null
        ? t("action.selectedCount", { cells: figures.cells })
        : t("action.selectedSum", {
            cells: figures.cells,
            sum: figures.sum,
            average: figures.average ?? "",
            unit: chosen.some(({ isMoney }) => isMoney) ? unitName : "",
          });
  useEffect(() => saySelection(text), [text]);
  useEffect(() => () => saySelection(null), []);
  const cells = (): CopiedCell[][] => read.map((row) => chosen.map((column) => ({ text: column.text(row, unit, t), isFigure: column.isNumber })));
  const copyWithHeads = () => {
    copyCells([chosen.map(({ key }) => wordsCell(t(`pricing.loans.${key}`))), ...cells()]);
    showNotice(t("action.copied", { rows: read.length }));
  };
  useCommand("copyWithHeads", copyWithHeads, isRead);
  return {
    selection: { gridSelection: selection, onGridSelectionChange: setSelection },
    /** The cell that the keyboard is at. */
    cell: selection.current?.cell ?? null,
    /** Selects a cell unless it is among those that are. */
    choose: ([column, row]: Item) => {
      if (column >= x && column < x + width && row >= y && row < y + height) return;
      setSelection({ ...nothing, current: { cell: [column, row], range: { x: column, y: row, width: 1, height: 1 }, rangeStack: [] } });
    },
    copying: isRead ? [{ id: "copy", run: () => copyCells(cells()) } as const, { id: "copyWithHeads", run: copyWithHeads } as const] : [],
  };
}
