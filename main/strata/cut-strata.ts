import type { StrataFigures, StrataMeasure } from "../../shared/domain/strata.ts";
import { fenFromYuan } from "../../shared/money.ts";
import type { LoanResults } from "../engine/engine-types.ts";
import { grossRecoveryOf, type ResultColumns } from "../engine/gross-recovery.ts";
import { appraisalFenOf, type CuttablePackage, claimFenOf, type LoanStrata } from "./loan-strata.ts";
import { notStated } from "./strata-keys.ts";

/** What the loans of a package come to. */
export interface StrataFacts extends CuttablePackage {
  readonly results: ResultColumns & Pick<LoanResults, "presentValue">;
  readonly allocatedFen: Float64Array;
  /** The package's own figure, rounded from a sum in another order. */
  readonly grossRecoveryFen: number;
}

/** The lines of a cut: of each loan the line that it stands in. */
export interface CutLines {
  readonly lineOf: Uint32Array;
  /** The stratum of each line; null: loans of which the tape says nothing. The last one may be of all others. */
  readonly strata: readonly (number | null)[];
  /** Strata in the line of all others; 0: there is none. */
  readonly rest: number;
}

const wholeColumns = ["loans", "principalFen", "claimFen", "appraisalFen", "allocatedFen"] as const;
const realColumns = ["grossYuan", "presentValueYuan"] as const;
type Sums = Readonly<Record<(typeof wholeColumns)[number] | (typeof realColumns)[number], Float64Array>>;

function sumsOf(facts: StrataFacts, cellCount: number, cellOf: (loan: number) => number): Sums {
  const { columns, results, allocatedFen } = facts;
  const make = () => new Float64Array(cellCount);
  const sums = {
    loans: make(),
    principalFen: make(),
    claimFen: make(),
    appraisalFen: make(),
    allocatedFen: make(),
    grossYuan: make(),
    presentValueYuan: make(),
  };
  const add = (sum: Float64Array, cell: number, amount: number) => {
    sum[cell] = (sum[cell] ?? 0) + amount;
  };
  for (let loan = 0; loan < columns.loanCount; loan += 1) {
    const cell = cellOf(loan);
    add(sums.loans, cell, 1);
    // Whole fen of each loan, so that strata add up to their package.
    add(sums.principalFen, cell, fenFromYuan(columns.upb[loan] ?? 0));
    add(sums.claimFen, cell, claimFenOf(columns, loan));
    add(sums.appraisalFen, cell, appraisalFenOf(columns, loan));
    add(sums.allocatedFen, cell, allocatedFen[loan] ?? 0);
    add(sums.grossYuan, cell, grossRecoveryOf(results, loan));
    add(sums.presentValueYuan, cell, results.presentValue[loan] ?? 0);
  }
  return sums;
}

/**
 * Whole fen of amounts that are none, which come to a total that rounding alone tells from their sum: the fen that rounding down leaves go to the largest
 * remainders, then to the cells that come first.
 */
export function wholeFen(yuan: Float64Array, totalFen: number): Float64Array {
  const exact = yuan.map((amount) => amount * 100);
  const parts = exact.map(Math.floor);
  const left = totalFen - parts.reduce((sum, fen) => sum + fen, 0);
  const order = Uint32Array.from(exact.keys()).sort((one, other) => rest(exact, parts, other) - rest(exact, parts, one) || one - other);
  // Rounding of the sums themselves can leave a fen or two more than there are cells.
  for (let given = 0; given < Math.abs(left) && order.length > 0; given += 1) {
    const cell = order[given % order.length] ?? 0;
    parts[cell] = (parts[cell] ?? 0) + Math.sign(left);
  }
  return parts;
}
const rest = (exact: Float64Array, parts: Float64Array, cell: number) => (exact[cell] ?? 0) - (parts[cell] ?? 0);

/** Sums of a million loans in two orders are no further apart. */
const roundingFen = 10;

/** The package's own sum, loan by loan, so that it is the same however it is cut. */
function totalOf(facts: StrataFacts): { readonly grossFen: number; readonly presentValueFen: number } {
  const { grossYuan, presentValueYuan } = sumsOf(facts, 1, () => 0);
  const grossFen = fenFromYuan(grossYuan[0] ?? 0);
  // What no loan accounts for would be parted over the cells as if it were theirs: a bug, never an input.
  if (Math.abs(grossFen - facts.grossRecoveryFen) > roundingFen) throw new Error(`loans bring ${grossFen} fen, their package ${facts.grossRecoveryFen}`);
  return { grossFen: facts.grossRecoveryFen, presentValueFen: fenFromYuan(presentValueYuan[0] ?? 0) };
}

/** Counts debtors in cells, in each once. */
function countDebtors(facts: StrataFacts, cellCount: number, cellOf: (loan: number) => number): Float64Array {
  const { debtor, loanCount } = facts.columns;
  const counts = new Float64Array(cellCount);
  // A debtor's loans stand apart: those of a cell are met in the order of debtors.
  const order = new Uint32Array(loanCount);
  const starts = new Uint32Array(facts.firstLoan.length + 1);
  for (let loan = 0; loan < loanCount; loan += 1) starts[(debtor[loan] ?? 0) + 1] = (starts[(debtor[loan] ?? 0) + 1] ?? 0) + 1;
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const next = starts.slice();
  for (let loan = 0; loan < loanCount; loan += 1) {
    const of = debtor[loan] ?? 0;
    order[next[of] ?? 0] = loan;
    next[of] = (next[of] ?? 0) + 1;
  }
  const lastDebtor = new Int32Array(cellCount).fill(-1);
  for (const loan of order) {
    const [cell, of] = [cellOf(loan), debtor[loan] ?? 0];
    if (lastDebtor[cell] === of) continue;
    lastDebtor[cell] = of;
    counts[cell] = (counts[cell] ?? 0) + 1;
  }
  return counts;
}

const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : null);

/** A measure of each stratum of a field, that of loans of which nothing is said behind the others. */
export function measureByStratum(facts: StrataFacts, { places, count }: LoanStrata, measure: StrataMeasure): Float64Array {
  const cellOf = (loan: number) => {
    const place = places[loan] ?? notStated;
    return place === notStated ? count : place;
  };
  if (measure === "debtors") return countDebtors(facts, count + 1, cellOf);
  const sums = sumsOf(facts, count + 1, cellOf);
  if (measure === "grossRecoveryFen") return sums.grossYuan.map((yuan) => yuan * 100);
  return measure === "presentValueFen" ? sums.presentValueYuan.map((yuan) => yuan * 100) : sums[measure];
}

/** Every measure of cells that are numbered row by row, with the sums of rows, of columns and of all. */
export function figuresOf(facts: StrataFacts, rows: CutLines, columns: CutLines) {
  const [rowCount, width] = [rows.strata.length, columns.strata.length];
  const cellOf = (loan: number) => (rows.lineOf[loan] ?? 0) * width + (columns.lineOf[loan] ?? 0);
  const sums = sumsOf(facts, rowCount * width, cellOf);
  const whole = totalOf(facts);
  const gross = wholeFen(sums.grossYuan, whole.grossFen);
  const presentValue = wholeFen(sums.presentValueYuan, whole.presentValueFen);
  const debtors = {
    cells: countDebtors(facts, rowCount * width, cellOf),
    rows: countDebtors(facts, rowCount, (loan) => rows.lineOf[loan] ?? 0),
    columns: countDebtors(facts, width, (loan) => columns.lineOf[loan] ?? 0),
    all: facts.firstLoan.length,
  };
  const figures = (cells: readonly number[], debtorCount: number): StrataFigures => {
    const sum = (column: Float64Array) => cells.reduce((total, cell) => total + (column[cell] ?? 0), 0);
    const [principalFen, claimFen, allocatedFen] = [sum(sums.principalFen), sum(sums.claimFen), sum(sums.allocatedFen)];
    return {
      loans: sum(sums.loans),
      debtors: debtorCount,
      principalFen,
      claimFen,
      appraisalFen: sum(sums.appraisalFen),
      grossRecoveryFen: sum(gross),
      presentValueFen: sum(presentValue),
      allocatedFen,
      priceToPrincipal: ratio(allocatedFen, principalFen),
      priceToClaim: ratio(allocatedFen, claimFen),
    };
  };
  const down = Array.from({ length: rowCount }, (_, row) => row);
  const across = Array.from({ length: width }, (_, column) => column);
  return {
    cells: down.map((row) => across.map((column) => figures([row * width + column], debtors.cells[row * width + column] ?? 0))),
    rowTotals: down.map((row) =>
      figures(
        across.map((column) => row * width + column),
        debtors.rows[row] ?? 0,
      ),
    ),
    columnTotals: across.map((column) =>
      figures(
        down.map((row) => row * width + column),
        debtors.columns[column] ?? 0,
      ),
    ),
    total: figures(
      Array.from({ length: rowCount * width }, (_, cell) => cell),
      debtors.all,
    ),
  };
}
