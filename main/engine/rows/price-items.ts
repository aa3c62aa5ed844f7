import type { LoanResults } from "../engine-types.ts";
import type { KernelHeap } from "../kernel/kernel-heap.ts";
import { RecordWriter, recordBytes, recordFields, storeRecord } from "../kernel/kernel-records.ts";
import type { KernelTeam } from "../kernel/kernel-team.ts";
import { THREAD_SCRATCH_BYTES } from "../kernel/pricing-kernel.ts";
import type { CompensatedSums } from "../numbers/summation.ts";
import type { ClassSums } from "../plan/class-sums.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { costFactorOf, fileCostInBand, servicerCashRate, servicerGuarantorRate } from "../plan/running-costs.ts";
import { isTakenForDebt, priceMonth } from "../plan/sale-rates.ts";
import { itemEndings } from "./item-endings.ts";
import type { ItemRun, LoweredItems } from "./lower-items.ts";

/** The kernel's work space of a pair, as kernel/assembly/item-pair.as.ts has it, bytes. */
const pairPlaces = { firstAsset: 64, firstOutcome: 160, outcomeBytes: 48 } as const;
/** Numbers of a sum: two lanes, and what rounding lost of each. */
const SUM_NUMBERS = 4;

const termFields = recordFields("ItemRunTerms");
const termBytes = recordBytes("ItemRunTerms");

/**
 * Prices the loans with several assets of their own in one case by the kernel, and adds up class sums. Sums of a run are compensated
 * and runs are added in their order, so that threads change no byte.
 * @param loans views on the package's memory; null: nothing is kept per loan
 */
export function priceItems(items: LoweredItems, heap: KernelHeap, plan: CasePlan, loans: LoanResults | null, sums: ClassSums, team: KernelTeam): void {
  const mark = heap.mark;
  const scaled = heap.floats(heap.reserve(8 * items.rowCount), items.rowCount);
  const runTerms = heap.reserve(termBytes * items.runs.length);
  const sumsOf = items.runs.map((run, number) => storeRunTerms(heap, runTerms + number * termBytes, run, plan));
  const addressOf = (list: Float64Array | undefined): number => list?.byteOffset ?? 0;
  const tables = storeRecord(heap, "ItemTables", {
    outcomeCount: plan.outcomeCount,
    keepsLoans: Number(loans !== null),
    runTerms,
    curves: storeItemCurves(heap, plan),
    takeOverOutlay: plan.takeOver.outlay,
    takeOverProceeds: plan.takeOver.proceeds,
    takeOverLeast: plan.takeOver.least,
    surplusShare: plan.assumptions.priorities.surplusShare,
    scaled: scaled.byteOffset,
    presentValue: addressOf(loans?.presentValue),
    collateral: addressOf(loans?.collateralRecovery),
    guarantor: addressOf(loans?.guarantorRecovery),
    cash: addressOf(loans?.cashRecovery),
    costs: addressOf(loans?.costs),
    months: addressOf(loans?.monthsToCash),
  });
  const scratch = heap.reserve(team.threadCount * THREAD_SCRATCH_BYTES);
  team.run({ memory: heap.memory, kernel: "payItems", addresses: [items.rowsAddress, tables], partCount: items.runs.length, scratch });
  for (const [number, run] of items.runs.entries()) addRun(run, sumsOf[number], plan, sums);
  for (let row = 0; row < items.rowCount; row++) sums.scaledRemaining.add(items.curveClass[row], scaled[row]);
  heap.release(mark);
}

/** Where a run's sums are, and the months of what it leaves debtors. */
interface RunSums {
  readonly sums: Float64Array;
  readonly months: readonly number[];
}

function storeRunTerms(heap: KernelHeap, at: number, run: ItemRun, plan: CasePlan): RunSums {
  const { itemClasses, loanClass } = run;
  const { outcomeCount, discountFactor, closingMonth } = plan;
  const places = { ...pairPlaces, assetBytes: pairPlaces.firstOutcome + outcomeCount * pairPlaces.outcomeBytes };
  const { weights, script, months } = itemEndings(itemClasses, plan, places);
  const assets = heap.reserve(recordBytes("ItemAsset") * itemClasses.length);
  const outcomes: number[] = [];
  const assetFields = recordFields("ItemAsset");
  const writer = new RecordWriter(heap.memory.buffer);
  const discountOf = (month: number): number => (month < discountFactor.length ? discountFactor[month] : 0);
  for (const [asset, priceClass] of itemClasses.entries()) {
    let [takenOutcome, takenChange] = [outcomeCount, 0];
    for (let outcome = 0; outcome < outcomeCount; outcome++) {
      const slot = priceClass * outcomeCount + outcome;
      const month = plan.outcomeMonth[slot];
      outcomes.push(plan.priceFactor[slot], plan.netShare[slot], discountOf(month), Math.max(month, closingMonth));
      if (!isTakenForDebt(plan, priceClass, outcome)) continue;
      takenOutcome = outcome;
      takenChange = discountOf(month) - discountOf(priceMonth(plan, priceClass, outcome));
    }
    const place = assets + asset * recordBytes("ItemAsset");
    writer.float(place, assetFields.costFactor, costFactorOf(plan, priceClass));
    writer.float(place, assetFields.takenChange, takenChange);
    writer.word(place, assetFields.takenOutcome, takenOutcome);
  }
  const sumCount = itemClasses.length * (2 * outcomeCount + 1) + 2 * months.length;
  const sums = heap.floats(heap.reserve(8 * SUM_NUMBERS * sumCount), SUM_NUMBERS * sumCount);
  const { segment, fileBand } = plan.classes.priceClasses[loanClass];
  const file = fileCostInBand(plan, segment, fileBand);
  const courtMonth = plan.courtFeesMonth[loanClass];
  const words = {
    assets,
    outcomes: heap.storeFloats(outcomes),
    endingCount: weights.length,
    weights: heap.storeFloats(weights),
    script: heap.storeWords(script),
    monthCount: months.length,
    months: heap.storeFloats(months.flatMap((month) => [discountFactor[month], Math.max(month, closingMonth)])),
    sumCount,
    sums: sums.byteOffset,
  };
  const floats = {
    costFactor: plan.costFactor[segment],
    cashRate: servicerCashRate(plan, segment),
    guarantorRate: servicerGuarantorRate(plan, segment),
    guarantorDiscount: plan.guarantors.discounted[segment],
    guarantorMonths: plan.guarantors.weightedMonths[segment],
    fileCost: file,
    fileValue: file * discountFactor[plan.fileCostMonth],
    courtDiscount: courtMonth < 0 ? 0 : discountFactor[courtMonth],
  };
  const terms = new RecordWriter(heap.memory.buffer);
  for (const name of Object.keys(words) as (keyof typeof words)[]) terms.word(at, termFields[name], words[name]);
  for (const name of Object.keys(floats) as (keyof typeof floats)[]) terms.float(at, termFields[name], floats[name]);
  return { sums, months };
}

function storeItemCurves(heap: KernelHeap, { curves, classes }: CasePlan): number {
  return heap.storeFloats(
    classes.curveClasses.flatMap((_, number) => [
      curves.total[number],
      curves.discounted[number],
      curves.weightedMonths[number],
      curves.guarantorTotal[number],
    ]),
  );
}

function addRun({ itemClasses, loanClass, courtFees }: ItemRun, { sums: told, months }: RunSums, plan: CasePlan, sums: ClassSums): void {
  const { outcomeCount } = plan;
  let from = 0;
  const add = (into: CompensatedSums | undefined, slot: number): void => {
    for (let part = from; part < from + SUM_NUMBERS; part++) if (told[part] !== 0) into?.add(slot, told[part]);
    from += SUM_NUMBERS;
  };
  for (const into of [sums.collateral, sums.collateralCost]) {
    for (const priceClass of itemClasses) for (let outcome = 0; outcome < outcomeCount; outcome++) add(into, priceClass * outcomeCount + outcome);
  }
  for (const priceClass of itemClasses) add(sums.takeOver, priceClass);
  const first = plan.classes.priceClasses[loanClass].segment * (plan.horizonMonths + 1);
  for (const month of months) {
    add(sums.surplus?.cash, first + month);
    add(sums.surplus?.cost, first + month);
  }
  sums.courtFees.add(loanClass, courtFees);
}
