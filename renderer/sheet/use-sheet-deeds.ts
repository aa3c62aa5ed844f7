import { useTranslation } from "react-i18next";
import type { SheetRow } from "../../shared/contract/sheet-channels.ts";
import { showError, showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import type { CellRange, TypingDeeds, TypingHelp } from "../ui/grid/typing-cells.ts";
import { wordsCell } from "../ui/tables/copied-cells.ts";
import { copyCells, fillClipboard } from "../ui/tables/copy-cells.ts";
import { copiedRows } from "./copied-rows.ts";
import { mostCopiedRows, rowsOfRange } from "./rows-of-range.ts";
import { headOf, type SheetColumnLook } from "./sheet-columns.ts";
import { useSheetLook } from "./sheet-store.ts";
import { helpWith } from "./typing-help.ts";
import type { CellWriting } from "./use-cell-writing.ts";
import type { SheetEdits } from "./use-sheet-edits.ts";
import type { SheetQuery } from "./use-sheet-rows.ts";

interface SheetDeedParts {
  readonly dealId: number;
  readonly columns: readonly SheetColumnLook[];
  readonly query: SheetQuery | null;
  readonly rowAt: (index: number) => SheetRow | undefined;
  readonly range: CellRange | null;
  readonly edits: SheetEdits;
  readonly writing: CellWriting;
}

const noHelp: TypingHelp = { options: [], isClosed: false, note: "" };

/** What is done with the cells of the sheet. */
export function useSheetDeeds({ dealId, columns, query, rowAt, range, edits, writing }: SheetDeedParts) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const isRevealed = useSheetLook(dealId, (look) => look.isRevealed);
  const copy = (cells: CellRange, withHeads: boolean, event: ClipboardEvent | null) => {
    if (query === null) return;
    if (cells.rows > mostCopiedRows) {
      showNotice(t("tapeSheet.tooManyRows", { most: mostCopiedRows }));
      return;
    }
    const copied = columns.slice(cells.column, cells.column + cells.columns);
    const heads = withHeads ? [copied.map((column) => wordsCell(headOf(column, t, unit, language)))] : [];
    const lines = (rows: readonly SheetRow[]) => [...heads, ...copiedRows(rows, copied, { t, unit, isRevealed })];
    const here = Array.from({ length: cells.rows }, (_, index) => rowAt(cells.row + index)).filter((row) => row !== undefined);
    if (here.length === cells.rows && event !== null) fillClipboard(event, lines(here));
    else
      rowsOfRange(query, cells.row, cells.rows, rowAt).then((rows) => {
        copyCells(lines(rows));
        if (withHeads || rows.length > 1) showNotice(t(withHeads ? "action.copied" : "tapeSheet.copied", { rows: rows.length }));
      }, showError);
  };
  const deeds: TypingDeeds = {
    onCommit: ({ column, row }, text) => {
      const [look, at] = [columns[column], rowAt(row)];
      if (look !== undefined && at !== undefined) void edits.type(at, look.key, text);
    },
    onPaste: (place, rows) => void writing.paste(place, rows, range),
    onClear: (cells) => void writing.clear(cells),
    onFill: (source, target) => void writing.fill(source, target),
    onCopy: (cells, event) => copy(cells, false, event),
    onReadOnly: () => showNotice(t("tapeSheet.ofLoan")),
    helpWith: ({ column }, text) => {
      const look = columns[column];
      return look === undefined ? noHelp : helpWith(look, text, { t, unit, language });
    },
  };
  return { deeds, copy };
}
