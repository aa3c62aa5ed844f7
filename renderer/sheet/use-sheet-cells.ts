import { useCallback } from "react";
import { useTranslation } from "react-i18next";
import type { SheetRow } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import type { CellMark, TypingCell, TypingCellAt } from "../ui/grid/typing-cells.ts";
import { shownValue, typedValue } from "./cell-texts.ts";
import { maskedText } from "./masked-text.ts";
import type { SheetColumnLook } from "./sheet-columns.ts";
import { useSheetLook } from "./sheet-store.ts";
import { valueOf } from "./sheet-values.ts";
import { useWrittenCells, writtenAt } from "./written-cells.ts";

interface SheetCellParts {
  readonly dealId: number;
  readonly list: SheetList;
  readonly columns: readonly SheetColumnLook[];
  readonly rowAt: (index: number) => SheetRow | undefined;
}

/** What stands in each cell: what is typed and not stored before what is stored, with the mark of whose it is. */
export function useSheetCells({ dealId, list, columns, rowAt }: SheetCellParts): TypingCellAt {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const written = useWrittenCells(dealId);
  const isRevealed = useSheetLook(dealId, (look) => look.isRevealed);
  return useCallback(
    (columnIndex, rowIndex): TypingCell | undefined => {
      const [column, row] = [columns[columnIndex], rowAt(rowIndex)];
      if (column === undefined || row === undefined) return undefined;
      const { key, isOfLoan } = column;
      const own = isOfLoan ? undefined : writtenAt(written, list, row.rowId, key);
      const mark: CellMark | null = own === undefined ? markOf(row, column) : own.refusal === null ? "pending" : "refused";
      const stored = valueOf(row, column);
      const shown = own?.text ?? shownValue(key, stored, unit, t);
      return {
        text: isRevealed ? shown : maskedText(key, shown),
        typed: own?.text ?? typedValue(key, stored, unit, t),
        isReadOnly: isOfLoan,
        mark,
        spoken: mark === null ? "" : t(`tapeSheet.mark.${mark}`),
      };
    },
    [columns, rowAt, written, list, unit, t, isRevealed],
  );
}

function markOf({ edited, isAdded }: SheetRow, { key, isOfLoan }: SheetColumnLook): CellMark | null {
  if (isOfLoan) return null;
  if (edited.includes(key)) return "edited";
  return isAdded ? "added" : null;
}
