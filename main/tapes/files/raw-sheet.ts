import type { TapeDelimiter, TapeEncoding, TapeFormat } from "../../../shared/domain/tape-mapping.ts";
import { yieldToLoop } from "../../jobs/yield-to-loop.ts";
import type { PlainLines } from "../bytes/plain-lines.ts";
import type { NumberLook } from "./number-format.ts";
import { readLimits } from "./read-limits.ts";
import { TapeError } from "./tape-error.ts";

/** A formula whose result the file does not hold. It is never evaluated here. */
export interface UncachedFormula {
  readonly uncachedFormula: true;
}
export const uncachedFormula: UncachedFormula = Object.freeze({ uncachedFormula: true });

/** A number whose format shows another number than the cell holds, or says a unit, a currency or a share. */
export interface ShownNumber {
  readonly value: number;
  readonly look: NumberLook;
}

export type RawCell = string | number | boolean | Date | null | UncachedFormula | ShownNumber;

/** Cells by column index; `rowNumber` counts from 1 as the user sees it. */
export interface RawRow {
  readonly rowNumber: number;
  readonly cells: readonly RawCell[];
  /** The sheet doesn't show the row, by a filter or by hand. */
  readonly isHidden?: true;
  /** Its quotation marks don't match, so the cells are the most likely reading. */
  readonly isIrregular?: true;
  /** Put together from several lines, whose breaks no quotation marks held. */
  readonly isJoined?: true;
}

/** Zero-based, inclusive. */
export interface RawMerge {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

/** What a sheet says beside its cells. */
export interface SheetLayout {
  readonly merges: readonly RawMerge[];
  /** Columns that the sheet doesn't show. */
  readonly hiddenColumns: ReadonlySet<number>;
  /** Cells that most records of a text list have, and the sign that parts them; null for a workbook. */
  readonly records: { readonly width: number; readonly sign: string } | null;
}

export interface RawSheet extends SheetLayout {
  readonly name: string;
  readonly hidden: boolean;
  readonly rows: readonly RawRow[];
}

/** Rows as they come: by themselves, or as lines that are still to be cut. */
export type RowGroup = readonly RawRow[] | PlainLines;

export function areLines(group: RowGroup): group is PlainLines {
  return "bytes" in group;
}

/** A sheet that is read row by row, so that a million rows need not be in memory at once. */
export interface SheetSource extends SheetLayout {
  readonly name: string;
  readonly hidden: boolean;
  /** Of its file, where several are read as one. */
  readonly dateSystem?: DateSystem;
  /** In blocks, as they come: to wait for each row would cost as much as to cut it. */
  readonly blocks: () => AsyncIterable<readonly RawRow[]>;
  /** The same of a text list; plain lines come uncut while they are wanted. */
  readonly groups?: (areLinesWanted: () => boolean) => AsyncIterable<RowGroup>;
}

export type DateSystem = "1900" | "1904";

export interface TapeSource {
  readonly format: TapeFormat;
  readonly encoding: TapeEncoding | null;
  readonly delimiter: TapeDelimiter | null;
  readonly dateSystem: DateSystem;
  readonly sheets: readonly SheetSource[];
  /** The file's hash, where reading its rows from the first byte to the last has told it. */
  readonly sha256: () => string | null;
}

/** Checks one row against the reading limits; the cell count runs over the whole file. `characters`: all of them, at most. */
export function assertRowWithinLimits(sheet: string, row: RawRow, counted: { cells: number }, characters = Number.POSITIVE_INFINITY): void {
  const { rowNumber } = row;
  if (rowNumber > readLimits.rows) throw new TapeError("tooManyRows", { sheet, row: rowNumber, limit: readLimits.rows });
  if (row.cells.length > readLimits.columns && row.cells.findLastIndex((cell) => !isBlank(cell)) >= readLimits.columns) {
    throw new TapeError("tooManyColumns", { sheet, row: rowNumber, limit: readLimits.columns });
  }
  counted.cells += row.cells.length;
  if (counted.cells > readLimits.cells) throw new TapeError("tooManyCells", { sheet, limit: readLimits.cells });
  // No cell of a shorter row is too long.
  if (characters <= readLimits.cellCharacters) return;
  let counting = 0;
  for (const cell of row.cells) {
    if (typeof cell !== "string") continue;
    if (cell.length > readLimits.cellCharacters) throw new TapeError("cellTooLong", { sheet, row: rowNumber, limit: readLimits.cellCharacters });
    counting += cell.length;
  }
  if (counting > readLimits.rowCharacters) throw new TapeError("rowTooLong", { sheet, row: rowNumber, limit: readLimits.rowCharacters });
}

/** Cells without text are as good as none, however many a format reaches over. */
function isBlank(cell: RawCell): boolean {
  return cell === null || (typeof cell === "string" && cell.trim() === "");
}

/** Hands the thread back now and then, so that a cancel message can arrive. */
export const rowsPerTurn = 500;

export async function nextTurn(isCancelled: () => boolean): Promise<void> {
  await yieldToLoop();
  if (isCancelled()) throw new TapeError("cancelled");
}
