import type { PackageColumns } from "../engine-types.ts";
import { recoveryGroups } from "../groups/recovery-groups.ts";
import { KernelHeap } from "../kernel/kernel-heap.ts";
import { CompensatedSums, type Totals } from "../numbers/summation.ts";
import { ownChance } from "../plan/loan-estimates.ts";
import type { PackageClasses, RowAssumptions } from "../plan/plan-types.ts";
import { validClaimOf } from "../recovery/claim-validity.ts";
import { type LoweredItem, lowerItem } from "../recovery/item-claims.ts";
import { collateralCostRate } from "../recovery/loan-costs.ts";
import { courtFeesOf } from "../recovery/suits.ts";
import type { ClassRun, LoweredRows } from "./lowered-rows.ts";
import { storeRows } from "./row-records.ts";

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
  readonly runs: readonly ClassRun[];
  readonly chunkRuns: readonly number[];
}

/**
 * Works loans into rows, once per package and assumptions: no shift of a case changes a row.
 * @param columns checked by `assertColumns`
 */
export function lowerPackage(columns: PackageColumns, assumptions: RowAssumptions, classes: PackageClasses): LoweredPackage {
  const full: number[] = [];
  const single = new Uint32Array(columns.loanCount);
  let singleCount = 0;
  const { groupOf } = recoveryGroups(columns, { assumptions });
  for (let loan = 0; loan < columns.loanCount; loan++) {
    if (groupOf[loan] >= 0) full.push(loan);
    else single[singleCount++] = loan;
  }
  const classOf = (loan: number): number => {
    const item = columns.collateralStart[loan];
    return item < columns.collateralStart[loan + 1] ? classes.itemClass[item] : classes.loanClass[loan];
  };
  const order = orderRows(single.subarray(0, singleCount), classOf, classes.priceClasses.length);
  const heap = new KernelHeap();
  const rows = emptyRows(heap, order);
  const hasCourtFees = fillRows(columns, assumptions, classes, rows, singleCount);
  const { courtFees, scaledClaims } = addUpRows(rows, classes, hasCourtFees);
  const rowsAddress = storeRows(heap, rows, hasCourtFees);
  return { heap, rows, rowsAddress, courtFees, scaledClaims, fullLoans: Uint32Array.from(full) };
}

function addUpRows(rows: LoweredRows, classes: PackageClasses, hasCourtFees: boolean): Pick<LoweredPackage, "courtFees" | "scaledClaims"> {
  const courtFees = new CompensatedSums(classes.priceClasses.length);
  const claims = new CompensatedSums(classes.curveClasses.length);
  for (let row = 0; row < rows.rowCount; row++) {
    claims.add(rows.curveClass[row], rows.claim[row] * rows.curveScale[row]);
    if (hasCourtFees) courtFees.add(rows.priceClass[row], rows.courtFees[row]);
  }
  return { courtFees, scaledClaims: Float64Array.from(classes.curveClasses, (_, number) => claims.total(number)) };
}

/** Sorts the loans of each chunk by class, in the order of loans inside a class. */
function orderRows(single: Uint32Array, classOf: (loan: number) => number, classCount: number): RowOrder {
  // An even number of even chunks, so that two threads get as much.
  const chunkCount = single.length < 2 * FEWEST_CHUNK_LOANS ? Math.min(1, single.length) : 2 * Math.ceil(single.length / (2 * MOST_CHUNK_LOANS));
  const chunkLoans = Math.ceil(single.length / chunkCount);
  const loans = new Uint32Array(single.length + chunkCount * classCount);
  const runs: ClassRun[] = [];
  const chunkRuns = [0];
  const next = new Uint32Array(classCount);
  let row = 0;
  for (let from = 0; from < single.length; from += chunkLoans) {
    const chunk = single.subarray(from, from + chunkLoans);
    next.fill(0);
    for (const loan of chunk) next[classOf(loan)] += 1;
    for (let priceClass = 0; priceClass < classCount; priceClass++) {
      const count = next[priceClass];
      if (count === 0) continue;
      const endRow = row + count + (count % 2);
      next[priceClass] = row;
      if (count % 2 === 1) loans[row + count] = NO_LOAN;
      runs.push({ priceClass, firstRow: row, endRow });
      row = endRow;
    }
    for (const loan of chunk) {
      const priceClass = classOf(loan);
      loans[next[priceClass]] = loan;
      next[priceClass] += 1;
    }
    chunkRuns.push(runs.length);
  }
  return { loans: loans.subarray(0, row), runs, chunkRuns };
}

function emptyRows(heap: KernelHeap, { loans, runs, chunkRuns }: RowOrder): LoweredRows {
  const rowCount = loans.length;
  const floats = (): Float64Array => heap.floats(heap.reserve(8 * rowCount), rowCount);
  const shorts = (): Uint16Array => heap.shorts(heap.reserve(2 * rowCount), rowCount);
  const words = (list: ArrayLike<number>): Uint32Array => heap.words(heap.storeWords(list), list.length);
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
    runs,
    chunkRuns: words(chunkRuns),
  };
}

/**
 * Works loans into their rows; answers whether any of them owes court fees. The kernels read and write where rows point
 * without a check of their own, so what is off is refused here: a bug, never an input.
 * @param loansInRows how many loans the rows must hold
 */
function fillRows(columns: PackageColumns, assumptions: RowAssumptions, classes: PackageClasses, rows: LoweredRows, loansInRows: number): boolean {
  const terms = { assumptions };
  const item: LoweredItem = { value: 0, ahead: 0, cap: 0 };
  let hasCourtFees = false;
  let filled = 0;
  // One sum over all columns: where a number is missing, it is none either.
  let sum = 0;
  for (const { priceClass, firstRow, endRow } of rows.runs) rows.priceClass.fill(priceClass, firstRow, endRow);
  for (let row = 0; row < rows.rowCount; row++) {
    const loan = rows.loan[row];
    if (loan === NO_LOAN) {
      rows.loan[row] = columns.loanCount;
      continue;
    }
    filled += 1;
    const curveClass = classes.curveClass[loan];
    if (!(curveClass < classes.curveClasses.length)) throw new Error(`loan ${loan} has no curve class of its package`);
    const claim = validClaimOf(columns, loan, assumptions);
    const curveScale = classes.curveScale[loan];
    const courtFees = courtFeesOf(columns, loan, terms);
    rows.claim[row] = claim;
    rows.curveScale[row] = curveScale;
    rows.curveClass[row] = curveClass;
    rows.courtFees[row] = courtFees;
    sum += claim + curveScale + courtFees;
    hasCourtFees ||= courtFees > 0;
    const first = columns.collateralStart[loan];
    if (first === columns.collateralStart[loan + 1]) continue;
    lowerItem(columns, loan, first, terms, item);
    const chance = ownChance(columns, loan);
    const costRate = collateralCostRate(columns, loan, terms);
    rows.value[row] = item.value;
    rows.ahead[row] = item.ahead;
    rows.cap[row] = item.cap;
    rows.chance[row] = chance;
    rows.collateralCostRate[row] = costRate;
    sum += item.value + item.ahead + item.cap + chance + costRate;
  }
  if (filled !== loansInRows) throw new Error(`rows hold ${filled} of ${loansInRows} loans`);
  if (Number.isNaN(sum)) throw new Error("a row holds no number");
  return hasCourtFees;
}
