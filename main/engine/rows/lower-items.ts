import type { PackageColumns } from "../engine-types.ts";
import { prepareGroup } from "../groups/group-recovery.ts";
import { type GroupScratch, groupScratch } from "../groups/group-scratch.ts";
import type { KernelHeap } from "../kernel/kernel-heap.ts";
import { kernelSizes } from "../kernel/kernel-layout.ts";
import { RecordWriter, recordBytes, recordFields, storeRecord } from "../kernel/kernel-records.ts";
import { hasOwnRealisation } from "../plan/loan-estimates.ts";
import { hasOwnEstimate } from "../plan/own-case.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { liveCaps } from "../recovery/guarantor-recovery.ts";
import { collateralCostRate } from "../recovery/loan-costs.ts";
import { courtFeesOf } from "../recovery/suits.ts";

/** Loans of a run: enough to be worth a table, few enough to share among threads. */
const MOST_RUN_LOANS = 2_048;
/** Bytes of a pair's work space in the kernel: what it has itself, an asset, an outcome of an asset with its month. */
const pairBytes = { own: 160, asset: 160, outcome: 64 } as const;

/** Loans whose assets are of the same price classes: they end alike. */
export interface ItemRun {
  readonly loanClass: number;
  readonly itemClasses: readonly number[];
  readonly firstRow: number;
  readonly endRow: number;
  /** Court fees of the run's loans, yuan: the same in every case. */
  readonly courtFees: number;
  readonly leavesDebtor: boolean;
}

/**
 * Loans that one row cannot express since they have several assets, which secure nothing else (`LoneLoan`): columns for the
 * kernel, which pays the endings of their assets two loans at a time. No own estimate of the desk, no guarantor with a cap.
 */
export interface LoweredItems {
  readonly runs: readonly ItemRun[];
  readonly rowCount: number;
  /** [row] loan, or the number of loans where a run needs an empty row; and curve class. */
  readonly loan: Uint32Array;
  readonly curveClass: Uint32Array;
  readonly rowsAddress: number;
  /** [group] 1: its loan is here. */
  readonly isLowered: Uint8Array;
  readonly count: number;
}

interface Basket {
  readonly loanClass: number;
  readonly itemClasses: readonly number[];
  readonly groups: number[];
}

/** Works such loans of a package into columns. @param plan of any case: what is read of it is the same in all */
export function lowerItems(columns: PackageColumns, plan: CasePlan, heap: KernelHeap): LoweredItems | null {
  const scratch = groupScratch(columns, plan);
  const { groups } = scratch;
  const baskets = new Map<string, Basket>();
  const isLowered = new Uint8Array(groups.groupCount);
  for (let group = 0; group < groups.groupCount; group++) {
    if (!isForKernel(columns, group, plan, scratch)) continue;
    isLowered[group] = 1;
    const loanClass = plan.classes.loanClass[groups.loans[groups.loanStart[group]]];
    const itemClasses = Array.from(scratch.assetClass.subarray(0, scratch.assetCount));
    const key = `${loanClass},${itemClasses.join(",")}`;
    const basket = baskets.get(key);
    if (basket === undefined) baskets.set(key, { loanClass, itemClasses, groups: [group] });
    else basket.groups.push(group);
  }
  return baskets.size === 0 ? null : fillColumns(columns, plan, heap, scratch, isLowered, [...baskets.values()]);
}

function isForKernel(columns: PackageColumns, group: number, plan: CasePlan, scratch: GroupScratch): boolean {
  const { groups } = scratch;
  const first = groups.loanStart[group];
  const loan = groups.loans[first];
  if (groups.loanStart[group + 1] !== first + 1 || hasOwnEstimate(columns, loan)) return false;
  if (columns.estimates !== null && hasOwnRealisation(columns.estimates, loan)) return false;
  const assets = groups.assetStart[group + 1] - groups.assetStart[group];
  const bytes = pairBytes.own + assets * (pairBytes.asset + pairBytes.outcome * plan.outcomeCount);
  if (assets === 0 || bytes > recordBytes("Interim") * kernelSizes.BLOCK_ROWS) return false;
  if (liveCaps(columns, loan, plan).length > 0) return false;
  prepareGroup(columns, group, plan, scratch);
  return scratch.lone.is && scratch.lone.place.subarray(0, assets).every((place, asset) => place === asset);
}

/** Columns as the kernel reads them. */
interface ItemColumns extends Pick<LoweredItems, "loan" | "curveClass"> {
  readonly value: Float64Array;
  readonly ahead: Float64Array;
  readonly start: Float64Array;
  readonly cap: Float64Array;
  readonly claim: Float64Array;
  readonly collateralCostRate: Float64Array;
  readonly curveScale: Float64Array;
  readonly courtFees: Float64Array;
}

function emptyColumns(heap: KernelHeap, rows: number, assets: number, loanCount: number): ItemColumns {
  const floats = (length: number): Float64Array => heap.floats(heap.reserve(8 * length), length).fill(0);
  const words = (): Uint32Array => heap.words(heap.reserve(4 * rows), rows);
  return {
    loan: words().fill(loanCount),
    curveClass: words().fill(0),
    value: floats(assets),
    ahead: floats(assets),
    start: floats(assets),
    cap: floats(assets),
    claim: floats(rows),
    collateralCostRate: floats(rows),
    curveScale: floats(rows),
    courtFees: floats(rows),
  };
}

function fillColumns(
  columns: PackageColumns,
  plan: CasePlan,
  heap: KernelHeap,
  scratch: GroupScratch,
  isLowered: Uint8Array,
  baskets: readonly Basket[],
): LoweredItems {
  const parts = baskets.flatMap((basket) => splitBasket(basket));
  const rowsOf = ({ groups }: Basket): number => groups.length + (groups.length % 2);
  const rowCount = parts.reduce((sum, part) => sum + rowsOf(part), 0);
  const assetCount = parts.reduce((sum, part) => sum + rowsOf(part) * part.itemClasses.length, 0);
  const into = emptyColumns(heap, rowCount, assetCount, columns.loanCount);
  const runs: ItemRun[] = [];
  let row = 0;
  let asset = 0;
  for (const part of parts) {
    const width = part.itemClasses.length;
    let courtFees = 0;
    for (const [index, group] of part.groups.entries()) {
      prepareGroup(columns, group, plan, scratch);
      courtFees += fillLoan(columns, plan, scratch, into, row + index, asset + (index - (index % 2)) * width + (index % 2));
    }
    const leavesDebtor = scratch.surplus.isShared && !scratch.lone.isBankrupt;
    runs.push({ loanClass: part.loanClass, itemClasses: part.itemClasses, firstRow: row, endRow: row + rowsOf(part), courtFees, leavesDebtor });
    row += rowsOf(part);
    asset += rowsOf(part) * width;
  }
  const { loan, curveClass } = into;
  const count = isLowered.reduce((sum, is) => sum + is, 0);
  return { runs, rowCount, loan, curveClass, rowsAddress: storeItemRows(heap, into, runs), isLowered, count };
}

function splitBasket(basket: Basket): Basket[] {
  const parts: Basket[] = [];
  for (let from = 0; from < basket.groups.length; from += MOST_RUN_LOANS) {
    parts.push({ ...basket, groups: basket.groups.slice(from, from + MOST_RUN_LOANS) });
  }
  return parts;
}

/** Fills a loan that was just prepared; its court fees, yuan. What the kernel would read as no number is refused. */
function fillLoan(columns: PackageColumns, plan: CasePlan, scratch: GroupScratch, into: ItemColumns, row: number, firstAsset: number): number {
  const { groups, group, lone, assetCount } = scratch;
  const loan = groups.loans[groups.loanStart[group]];
  const curveClass = plan.classes.curveClass[loan];
  if (!(curveClass < plan.classes.curveClasses.length)) throw new Error(`loan ${loan} has no curve class of its package`);
  const courtFees = courtFeesOf(columns, loan, plan);
  into.loan[row] = loan;
  into.curveClass[row] = curveClass;
  into.claim[row] = scratch.claim[0];
  into.collateralCostRate[row] = collateralCostRate(columns, loan, plan);
  into.curveScale[row] = plan.classes.curveScale[loan];
  into.courtFees[row] = courtFees;
  let sum = into.claim[row] + into.collateralCostRate[row] + into.curveScale[row] + courtFees;
  for (let asset = 0; asset < assetCount; asset++) {
    const at = firstAsset + 2 * asset;
    into.value[at] = scratch.value[asset];
    into.ahead[at] = scratch.ahead[asset];
    into.start[at] = lone.start[asset];
    into.cap[at] = lone.cap[asset];
    sum += into.value[at] + into.ahead[at] + into.start[at] + into.cap[at];
  }
  if (Number.isNaN(sum)) throw new Error("a loan with several items holds no number");
  return courtFees;
}

function storeItemRows(heap: KernelHeap, columns: ItemColumns, runs: readonly ItemRun[]): number {
  const [fields, bytes] = [recordFields("ItemRun"), recordBytes("ItemRun")];
  const address = heap.reserve(bytes * runs.length);
  const writer = new RecordWriter(heap.memory.buffer);
  let firstAsset = 0;
  for (const [number, { firstRow, endRow, itemClasses, leavesDebtor }] of runs.entries()) {
    const at = address + number * bytes;
    writer.word(at, fields.firstRow, firstRow);
    writer.word(at, fields.endRow, endRow);
    writer.word(at, fields.firstAsset, firstAsset);
    writer.word(at, fields.assetCount, itemClasses.length);
    writer.word(at, fields.leavesDebtor, Number(leavesDebtor));
    firstAsset += ((endRow - firstRow) / 2) * itemClasses.length;
  }
  return storeRecord(heap, "ItemRows", {
    value: columns.value.byteOffset,
    ahead: columns.ahead.byteOffset,
    start: columns.start.byteOffset,
    cap: columns.cap.byteOffset,
    claim: columns.claim.byteOffset,
    collateralCostRate: columns.collateralCostRate.byteOffset,
    curveScale: columns.curveScale.byteOffset,
    courtFees: columns.courtFees.byteOffset,
    loan: columns.loan.byteOffset,
    curveClass: columns.curveClass.byteOffset,
    runs: address,
  });
}
