import type { TapeEncoding } from "../../../shared/domain/tape-mapping.ts";
import { yieldToLoop } from "../../jobs/yield-to-loop.ts";
import { TapeError } from "./tape-error.ts";

/** A formula whose result the file does not hold. It is never evaluated here. */
export interface UncachedFormula {
  readonly uncachedFormula: true;
}
export const uncachedFormula: UncachedFormula = Object.freeze({ uncachedFormula: true });

export type RawCell = string | number | boolean | Date | null | UncachedFormula;

/** Cells by column index; `rowNumber` counts from 1 as the user sees it. */
export interface RawRow {
  readonly rowNumber: number;
  readonly cells: readonly RawCell[];
}

/** Zero-based, inclusive. */
export interface RawMerge {
  readonly startRow: number;
  readonly startColumn: number;
  readonly endRow: number;
  readonly endColumn: number;
}

export interface RawSheet {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly RawMerge[];
  readonly rows: readonly RawRow[];
}

/** A sheet that is read row by row, so that a million rows need not be in memory at once. */
export interface SheetSource {
  readonly name: string;
  readonly hidden: boolean;
  readonly merges: readonly RawMerge[];
  readonly rows: () => AsyncIterable<RawRow>;
}

export type DateSystem = "1900" | "1904";

export interface TapeSource {
  readonly format: "xlsx" | "csv";
  readonly encoding: TapeEncoding | null;
  readonly dateSystem: DateSystem;
  readonly sheets: readonly SheetSource[];
}

const readLimits = { rows: 1_048_576, columns: 1024, cells: 64_000_000, cellCharacters: 32_767 } as const;

/** Checks one row against the reading limits; the cell count runs over the whole file. */
export function assertRowWithinLimits(sheet: string, row: RawRow, counted: { cells: number }): void {
  const values = { sheet, row: row.rowNumber };
  if (row.rowNumber > readLimits.rows) throw new TapeError("tooManyRows", { ...values, limit: readLimits.rows });
  if (row.cells.length > readLimits.columns) {
    throw new TapeError("tooManyColumns", { ...values, limit: readLimits.columns });
  }
  counted.cells += row.cells.length;
  if (counted.cells > readLimits.cells) throw new TapeError("tooManyCells", { sheet, limit: readLimits.cells });
  for (const cell of row.cells) {
    if (typeof cell === "string" && cell.length > readLimits.cellCharacters) {
      throw new TapeError("cellTooLong", { ...values, limit: readLimits.cellCharacters });
    }
  }
}

/** Hands the thread back now and then, so that a cancel message can arrive. */
export const rowsPerTurn = 500;

export async function nextTurn(isCancelled: () => boolean): Promise<void> {
  await yieldToLoop();
  if (isCancelled()) throw new TapeError("cancelled");
}
