import type { PackageColumns } from "../engine-types.ts";
import { KernelHeap } from "../kernel/kernel-heap.ts";
import { CompensatedSums, type Totals } from "../numbers/summation.ts";
import { ownChance } from "../plan/loan-estimates.ts";
import type { PackageClasses, RowAssumptions } from "../plan/plan-types.ts";
import { validClaimOf } from "../recovery/claim-validity.ts";
import { type LoweredItem, lowerItem } from "../recovery/item-claims.ts";
import { acceptanceFee, collateralCostRate, preservationFee } from "../recovery/loan-costs.ts";
import { needsFullPath } from "../recovery/loan-recovery.ts";
import { storeWords } from "./kernel-tables.ts";
import { type LoweredRows, RUN_WORDS } from "./lowered-rows.ts";

/** Most loans of a chunk: its results fit the second-level cache, and a thread never waits long for the last one. */
const MOST_CHUNK_LOANS = 16_384;
/** Fewer loans than this are not worth a second chunk. */
const FEWEST_CHUNK_LOANS = 2_048;
/** In place of a loan where a run needs an empty row. */
const NO_LOAN = 0xffff_ffff;

/** A package lowered for the kernels: rows in their memory, and the loans that one row cannot express. */
export interface LoweredPackage {
  readonly heap: KernelHeap;
  readonly rows: LoweredRows;
  /** Where the kernels find the addresses of the rows' columns. */
  readonly rowsAddress: number;
  /** [price class] court fees and [curve class] claims × curve scale of all rows: the same in every case. */
  readonly courtFees: Totals;
  readonly scaledClaims: Float64Array;
  /** Loans that go the full path, in rising order. */
  readonly fullLoans: Uint32Array;
}

/** Loans in the order of rows, and where classes and chunks begin. */
interface RowOrder {
  readonly loans: Uint32Array;
  readonly runs: number[];
  readonly chunkRuns: number[];
}

/**
 * Works loans into rows, once per package and assumptions: no shift of a case changes a row.
 * @param columns checked by `assertColumns`
 */
export function lowerPackage(columns: PackageColumns, assumptions: RowAssumptions, classes: PackageClasses): LoweredPackage {
  const full: number[] = [];
  const single = new Uint32Array(columns.loanCount);
  let singleCount = 0;
  for (let loan = 0; loan < columns.loanCount; loan++) {
    if (needsFullPath(columns, loan)) full.push(loan);
    else single[singleCount++] = loan;
  }
  const classOf = (loan: number): number => {
    const item = columns.collateralStart[loan] ?? 0;
    return (item < (columns.collateralStart[loan + 1] ?? 0) ? classes.itemClass[item] : classes.loanClass[loan]) ?? 0;
  };
  const order = orderRows(single.subarray(0, singleCount), classOf, classes.priceClasses.length);
  const heap = new KernelHeap();
  const rows = emptyRows(heap, order);
  const hasCourtFees = fillRows(columns, assumptions, classes, rows);
  const { courtFees, scaledClaims } = addUpRows(rows, classes, hasCourtFees);
  const rowsAddress = storeWords(heap, rowAddresses(rows, hasCourtFees));
  return { heap, rows, rowsAddress, courtFees, scaledClaims, fullLoans: Uint32Array.from(full) };
}

function addUpRows(rows: LoweredRows, classes: PackageClasses, hasCourtFees: boolean): Pick<LoweredPackage, "courtFees" | "scaledClaims"> {
  const courtFees = new CompensatedSums(classes.priceClasses.length);
  const claims = new CompensatedSums(classes.curveClasses.length);
  for (let row = 0; row < rows.rowCount; row++) {
    claims.add(rows.curveClass[row] ?? 0, (rows.claim[row] ?? 0) * (rows.curveScale[row] ?? 0));
    if (hasCourtFees) courtFees.add(rows.priceClass[row] ?? 0, rows.courtFees[row] ?? 0);
  }
  return { courtFees, scaledClaims: Float64Array.from(classes.curveClasses, (_, number) => claims.total(number)) };
}

/** `Rows` of assembly/layout.ts. */
function rowAddresses(rows: LoweredRows, hasCourtFees: boolean): number[] {
  const { value, ahead, cap, chance, collateralCostRate: costRate, claim, curveScale, courtFees, loan, curveClass, runs, chunkRuns } = rows;
  const columns = [value, ahead, cap, chance, costRate, claim, curveScale, courtFees, loan, curveClass, runs, chunkRuns];
  return columns.map((column) => (column === courtFees && !hasCourtFees ? 0 : column.byteOffset));
}

/** Sorts the loans of each chunk by class, in the order of loans inside a class. */
function orderRows(single: Uint32Array, classOf: (loan: number) => number, classCount: number): RowOrder {
  // An even number of even chunks, so that two threads get as much.
  const chunkCount = single.length < 2 * FEWEST_CHUNK_LOANS ? Math.min(1, single.length) : 2 * Math.ceil(single.length / (2 * MOST_CHUNK_LOANS));
  const chunkLoans = Math.ceil(single.length / chunkCount);
  const loans = new Uint32Array(single.length + chunkCount * classCount);
  const runs: number[] = [];
  const chunkRuns = [0];
  const next = new Uint32Array(classCount);
  let row = 0;
  for (let from = 0; from < single.length; from += chunkLoans) {
    const chunk = single.subarray(from, from + chunkLoans);
    next.fill(0);
    for (const loan of chunk) next[classOf(loan)] = (next[classOf(loan)] ?? 0) + 1;
    for (let priceClass = 0; priceClass < classCount; priceClass++) {
      const count = next[priceClass] ?? 0;
      if (count === 0) continue;
      next[priceClass] = row;
      if (count % 2 === 1) loans[row + count] = NO_LOAN;
      runs.push(priceClass, row, (row += count + (count % 2)));
    }
    for (const loan of chunk) {
      const priceClass = classOf(loan);
      const at = next[priceClass] ?? 0;
      loans[at] = loan;
      next[priceClass] = at + 1;
    }
    chunkRuns.push(runs.length / RUN_WORDS);
  }
  return { loans: loans.subarray(0, row), runs, chunkRuns };
}

function emptyRows(heap: KernelHeap, { loans, runs, chunkRuns }: RowOrder): LoweredRows {
  const rowCount = loans.length;
  const floats = (): Float64Array => heap.floats(heap.reserve(8 * rowCount), rowCount);
  const shorts = (): Uint16Array => heap.shorts(heap.reserve(2 * rowCount), rowCount);
  const words = (list: ArrayLike<number>): Uint32Array => {
    const view = heap.words(heap.reserve(4 * list.length), list.length);
    view.set(list);
    return view;
  };
  return {
    rowCount,
    loan: words(loans),
    claim: floats(),
    value: floats(),
    ahead: floats(),
    cap: floats(),
    chance: floats(),
    collateralCostRate: floats(),
    curveScale: floats(),
    courtFees: floats(),
    priceClass: shorts(),
    curveClass: shorts(),
    runs: words(runs),
    chunkRuns: words(chunkRuns),
  };
}

function fillRows(columns: PackageColumns, assumptions: RowAssumptions, classes: PackageClasses, rows: LoweredRows): boolean {
  const terms = { assumptions };
  const item: LoweredItem = { value: 0, ahead: 0, cap: 0 };
  let hasCourtFees = false;
  for (let run = 0; run < rows.runs.length; run += RUN_WORDS) {
    rows.priceClass.fill(rows.runs[run] ?? 0, rows.runs[run + 1], rows.runs[run + 2]);
  }
  for (let row = 0; row < rows.rowCount; row++) {
    const loan = rows.loan[row] ?? 0;
    if (loan === NO_LOAN) {
      rows.loan[row] = columns.loanCount;
      continue;
    }
    rows.claim[row] = validClaimOf(columns, loan, assumptions);
    rows.curveScale[row] = classes.curveScale[loan] ?? 1;
    rows.curveClass[row] = classes.curveClass[loan] ?? 0;
    const courtFees = acceptanceFee(columns, loan, terms) + preservationFee(columns, loan, terms);
    rows.courtFees[row] = courtFees;
    hasCourtFees ||= courtFees > 0;
    const first = columns.collateralStart[loan] ?? 0;
    if (first === columns.collateralStart[loan + 1]) continue;
    lowerItem(columns, loan, first, terms, item);
    rows.value[row] = item.value;
    rows.ahead[row] = item.ahead;
    rows.cap[row] = item.cap;
    rows.chance[row] = ownChance(columns, loan);
    rows.collateralCostRate[row] = collateralCostRate(columns, loan, terms);
  }
  return hasCourtFees;
}
