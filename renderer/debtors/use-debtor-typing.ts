import { useTranslation } from "react-i18next";
import type { ChangedLines, DebtorRow, DebtorSheet, DebtorView } from "../../shared/contract/debtor-channels.ts";
import { call } from "../desk/desk-client.ts";
import { showError, showNotice, useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { filledFrom, pastedTexts } from "../sheet/laid-cells.ts";
import type { CellRange, GridPlace, TypingDeeds } from "../ui/grid/typing-cells.ts";
import type { DebtorColumn } from "./debtor-columns.ts";
import { typedPlaceOf, typedTextOf } from "./debtor-typing.ts";
import { helpWithDebtor } from "./debtor-typing-help.ts";
import { useDebtorWriting } from "./use-debtor-writing.ts";

interface TypingParts {
  readonly dealId: number;
  readonly columns: readonly DebtorColumn[];
  readonly sheet: DebtorSheet | null;
  readonly view: DebtorView;
  readonly rowAt: (index: number) => DebtorRow | undefined;
  readonly range: CellRange | null;
  /** Null: nothing can be typed, as in an archived deal. */
  readonly onSaved: ((changed: ChangedLines) => void) | null;
}

const pageRows = 500;
/** Lines of one step. */
const mostRows = 5000;

/** Typing in the cells of the sheet: single cells, pasted ones, filled and emptied ones. */
export function useDebtorTyping({ dealId, columns, sheet, view, rowAt, range, onSaved }: TypingParts) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const total = sheet?.total ?? 0;
  const { markAt, write } = useDebtorWriting({ dealId, sheet, onSaved });

  /** Lines of the sheet as it is seen, also those that were not read yet. */
  const rowsFrom = async (first: number, count: number): Promise<DebtorRow[]> => {
    const here = Array.from({ length: count }, (_, index) => rowAt(first + index)).filter((row) => row !== undefined);
    if (here.length === count) return here;
    const rows: DebtorRow[] = [];
    for (let offset = first; offset < first + count; offset += pageRows)
      rows.push(...(await call("debtors.sheet", { dealId, view, offset, limit: Math.min(pageRows, first + count - offset) })).rows);
    return rows;
  };

  /** Rows of texts over the cells from a place on. */
  const lay = async (place: GridPlace, texts: readonly (readonly string[])[]) => {
    const rows = await rowsFrom(place.row, Math.max(0, Math.min(texts.length, mostRows, total - place.row)));
    const cells = texts.flatMap((line, down) =>
      line.flatMap((text, right) => {
        const [row, column] = [rows[down], columns[place.column + right]];
        return row === undefined || column === undefined || typedPlaceOf(column.key) === null ? [] : [{ row, column, text }];
      }),
    );
    await write(cells, texts.reduce((count, line) => count + line.length, 0) - cells.length);
  };
  const ofRange = (cells: CellRange, textsOf: (row: DebtorRow, column: DebtorColumn) => string, rows: readonly DebtorRow[]) =>
    rows.map((row) => columns.slice(cells.column, cells.column + cells.columns).map((column) => textsOf(row, column)));
  const fill = async (source: CellRange, target: CellRange) => {
    const given = ofRange(
      source,
      (row, column) => {
        const place = typedPlaceOf(column.key);
        return place === null ? "" : typedTextOf(place, row, { unit, t });
      },
      await rowsFrom(source.row, Math.max(0, Math.min(source.rows, total - source.row))),
    );
    const from = filledFrom(source, target);
    const start = from.findIndex((index) => index !== null);
    if (start < 0) return;
    const texts = from.slice(start).flatMap((index) => (index === null ? [] : [given[index] ?? []]));
    await lay({ column: source.column, row: target.row + start }, texts);
  };
  const clear = async (cells: CellRange) => {
    const rows = await rowsFrom(cells.row, Math.max(0, Math.min(cells.rows, mostRows, total - cells.row)));
    const typed = columns.slice(cells.column, cells.column + cells.columns).filter(({ key }) => typedPlaceOf(key) !== null);
    await write(rows.flatMap((row) => typed.map((column) => ({ row, column, text: "" }))));
  };

  const deeds: Omit<TypingDeeds, "onCopy"> = {
    onCommit: ({ column: columnIndex, row: rowIndex }, text) => {
      const [column, row] = [columns[columnIndex], rowAt(rowIndex)];
      if (column !== undefined && row !== undefined) void write([{ row, column, text }]);
    },
    onPaste: (place, rows) => void (onSaved === null ? undefined : lay(place, pastedTexts(rows, range)).catch(showError)),
    onClear: (cells) => void (onSaved === null ? undefined : clear(cells).catch(showError)),
    onFill: (source, target) => void (onSaved === null ? undefined : fill(source, target).catch(showError)),
    onReadOnly: () => showNotice(t(onSaved === null ? "debtors.typing.archived" : "debtors.typing.notTyped")),
    helpWith: ({ column: columnIndex }, text) => helpWithDebtor(columns[columnIndex]?.key ?? "", text, { unit, language, t }),
  };
  return {
    deeds,
    canType: (column: DebtorColumn | undefined) => onSaved !== null && column !== undefined && typedPlaceOf(column.key) !== null,
    markAt,
    typedTextAt: (row: DebtorRow, column: DebtorColumn) => {
      const place = typedPlaceOf(column.key);
      return markAt(row, column)?.text ?? (place === null ? "" : typedTextOf(place, row, { unit, t }));
    },
  };
}
