import type { TapeUnit } from "../../../shared/domain/tape-units.ts";
import { parseAmount } from "../cells/parse-amount.ts";
import type { RawRow } from "../files/raw-sheet.ts";

/** A column of amounts and the unit it is taken in while columns are weighed against each other. */
export interface WeighedColumn {
  readonly index: number;
  readonly unit: TapeUnit;
}

/** Roundings to the fen of each part and of the total. */
const toleranceFen = 5;
const fewestRows = 2;

/** Fen of the columns together; null where one can't be read or none has an amount. */
function sumOf(row: RawRow, columns: readonly WeighedColumn[]): number | null {
  let sum: number | null = null;
  for (const { index, unit } of columns) {
    const amount = parseAmount(row.cells[index] ?? null, unit);
    if (amount.kind === "problem") return null;
    if (amount.kind === "amount") sum = (sum ?? 0) + amount.fen;
  }
  return sum;
}

/** Share of the rows with both sums, and something on the second side, in which they are the same; null where too few rows tell. */
export function agreement(rows: readonly RawRow[], total: readonly WeighedColumn[], parts: readonly WeighedColumn[]): number | null {
  let told = 0;
  let agreeing = 0;
  for (const row of rows) {
    const whole = sumOf(row, total);
    const sum = sumOf(row, parts);
    if (whole === null || sum === null || (whole === 0 && sum === 0)) continue;
    told += 1;
    if (Math.abs(whole - sum) <= toleranceFen) agreeing += 1;
  }
  return told < fewestRows ? null : agreeing / told;
}

/** The one set of columns under which nearly all rows agree and which no other set equals; null where the rows don't tell. */
export function bestAgreement<Set>(sets: readonly Set[], agreementOf: (set: Set) => number | null): Set | null {
  const rated = sets.map((set) => ({ set, share: agreementOf(set) ?? 0 })).sort((a, b) => b.share - a.share);
  const [best, second] = rated;
  if (best === undefined || best.share < 0.8 || (second !== undefined && best.share - second.share < 0.2)) return null;
  return best.set;
}
