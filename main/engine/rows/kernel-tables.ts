import type { KernelHeap } from "../kernel/kernel-heap.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { fileCost, servicerCashRate, servicerGuarantorRate } from "../plan/running-costs.ts";
import { netOfPrice } from "../recovery/item-waterfall.ts";
import type { KernelTables } from "./lowered-rows.ts";

/** Tables of a case as the kernels read them. */
export function kernelTables(plan: CasePlan): KernelTables {
  const net = netOfPrice(plan);
  return {
    outcomeCount: plan.outcomeCount,
    priceClassCount: plan.classes.priceClasses.length,
    curveClassCount: plan.classes.curveClasses.length,
    priceFactor: plan.priceFactor.map((factor) => factor * net),
    probability: plan.outcomeProbability,
    month: plan.outcomeMonth,
    chanceFactor: plan.chanceFactor,
  };
}

/** Puts a list of numbers into the kernels' memory; its address. */
export function storeFloats(heap: KernelHeap, numbers: ArrayLike<number>): number {
  const address = heap.reserve(8 * numbers.length);
  heap.floats(address, numbers.length).set(numbers);
  return address;
}

export function storeWords(heap: KernelHeap, words: ArrayLike<number>): number {
  const address = heap.reserve(4 * words.length);
  heap.words(address, words.length).set(words);
  return address;
}

/** Discount factor and month of receipt of each outcome; those beyond the horizon pay nothing, so 0 serves. */
export function outcomeTerms(plan: CasePlan): { discount: Float64Array; month: Float64Array } {
  return {
    discount: Float64Array.from(plan.outcomeMonth, (month) => plan.discountFactor[month] ?? 0),
    month: Float64Array.from(plan.outcomeMonth, (month) => Math.max(month, plan.closingMonth)),
  };
}

/** [price class] `ClassTerms` of assembly/layout.ts. */
export function classTerms(plan: CasePlan): Float64Array {
  const fileFactor = plan.discountFactor[plan.fileCostMonth] ?? 0;
  return Float64Array.from(
    plan.classes.priceClasses.flatMap(({ segment }, number) => {
      const file = fileCost(plan, segment);
      const courtFactor = plan.discountFactor[plan.courtFeesMonth[number] ?? -1] ?? 0;
      return [plan.chanceFactor[number] ?? 1, plan.costFactor[segment] ?? 1, courtFactor, file, file * fileFactor, 0];
    }),
  );
}

/** [curve class] `CurveTerms` of assembly/layout.ts: cash of the curve and of guarantors without a cap together; `splitGuarantors` parts them. */
export function curveTerms(plan: CasePlan): Float64Array {
  const { curves, classes, guarantors } = plan;
  const terms = new Float64Array(4 * classes.curveClasses.length);
  for (const [number, { segment }] of classes.curveClasses.entries()) {
    const [cashRate, guarantorRate] = [servicerCashRate(plan, segment), servicerGuarantorRate(plan, segment)];
    const [total, guaranteed] = [curves.total[number] ?? 0, curves.guarantorTotal[number] ?? 0];
    const guaranteedValue = guaranteed * (guarantors.discounted[segment] ?? 0);
    terms[4 * number] = (curves.discounted[number] ?? 0) * (1 - cashRate) + guaranteedValue * (1 - guarantorRate);
    terms[4 * number + 1] = total + guaranteed;
    terms[4 * number + 2] = total * cashRate + guaranteed * guarantorRate;
    terms[4 * number + 3] = (curves.weightedMonths[number] ?? 0) + guaranteed * (guarantors.weightedMonths[segment] ?? 0);
  }
  return terms;
}
