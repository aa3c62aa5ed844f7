import type { TypedCell } from "../../shared/contract/sheet-channels.ts";
import type { CellRange } from "../ui/grid/typing-cells.ts";
import { isMasked } from "./masked-text.ts";
import type { SheetColumnLook } from "./sheet-columns.ts";

/** Cells to be written, and how many of the texts have no cell that takes them. */
export interface LaidCells {
  readonly cells: readonly TypedCell[];
  /** Below the last row or right of the last column. */
  readonly beyond: number;
  /** In a column that shows the row's loan. */
  readonly readOnly: number;
  /** With hidden digits, which would destroy the number. */
  readonly masked: number;
}

/** A spreadsheet marks a text as text where it would read it as a formula. */
const unmarked = (text: string) => (/^'[=+\-@]/.test(text) ? text.slice(1) : text);

/** Lays rows of texts over the cells from a column on, a row of texts on each of the rows. */
export function laidCells(texts: readonly (readonly string[])[], columns: readonly SheetColumnLook[], rowIds: readonly number[]): LaidCells {
  const cells: TypedCell[] = [];
  let [beyond, readOnly, masked] = [0, 0, 0];
  for (const [index, row] of texts.entries()) {
    const rowId = rowIds[index];
    for (const [place, given] of row.entries()) {
      const column = columns[place];
      const text = unmarked(given);
      if (rowId === undefined || column === undefined) beyond += 1;
      else if (column.isOfLoan) readOnly += 1;
      else if (isMasked(text)) masked += 1;
      else cells.push({ rowId, field: column.key, text });
    }
  }
  return { cells, beyond, readOnly, masked };
}

/** What is pasted: one text goes into every cell that is selected. */
export function pastedTexts(texts: readonly (readonly string[])[], selected: CellRange | null): readonly (readonly string[])[] {
  const [only] = texts[0] ?? [];
  if (texts.length !== 1 || texts[0]?.length !== 1 || only === undefined || selected === null) return texts;
  return Array.from({ length: selected.rows }, () => Array.from({ length: selected.columns }, () => only));
}

/** Which row of the source each row of a target takes, from one end to the other; null where the source itself stands. */
export function filledFrom(source: CellRange, target: CellRange): readonly (number | null)[] {
  return Array.from({ length: target.rows }, (_, index) => {
    const from = target.row + index - source.row;
    return from >= 0 && from < source.rows ? null : ((from % source.rows) + source.rows) % source.rows;
  });
}
