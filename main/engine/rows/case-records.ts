import type { KernelHeap } from "../kernel/kernel-heap.ts";
import { RecordWriter, recordBytes, recordFields } from "../kernel/kernel-records.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { fileCostInBand, servicerCashRate, servicerGuarantorRate } from "../plan/running-costs.ts";
import { priceMonth, takeOverFactor } from "../plan/sale-rates.ts";

const classFields = recordFields("ClassTerms");
const classBytes = recordBytes("ClassTerms");
const curveFields = recordFields("CurveTerms");
const curveBytes = recordBytes("CurveTerms");

/** [price class × outcome] price (also of a take-over) net of seller's tax and sale costs, per yuan of a row's `value`; 0 beyond the horizon. */
export function netPriceFactors({ priceFactor, netShare }: CasePlan): Float64Array {
  return priceFactor.map((factor, slot) => factor * netShare[slot]);
}

/** [price class × outcome] discount factor of the month of receipt; outcomes beyond the month grid pay nothing, so 0 serves. */
export function outcomeDiscounts({ outcomeMonth, discountFactor, monthCount }: CasePlan): Float64Array {
  return Float64Array.from(outcomeMonth, (month) => (month < monthCount ? discountFactor[month] : 0));
}

/** [price class × outcome] month of receipt. */
export function receiptMonths({ outcomeMonth, closingMonth }: CasePlan): Float64Array {
  return Float64Array.from(outcomeMonth, (month) => Math.max(month, closingMonth));
}

/** Puts `ClassTerms` of all price classes into the kernels' memory; their address. */
export function storeClassTerms(heap: KernelHeap, plan: CasePlan): number {
  const { priceClasses } = plan.classes;
  const address = heap.reserve(classBytes * priceClasses.length);
  const writer = new RecordWriter(heap.memory.buffer);
  const fileDiscount = plan.discountFactor[plan.fileCostMonth];
  for (const [number, { segment, fileBand }] of priceClasses.entries()) {
    const at = address + number * classBytes;
    const file = fileCostInBand(plan, segment, fileBand);
    const courtMonth = plan.courtFeesMonth[number];
    writer.float(at, classFields.chanceFactor, plan.chanceFactor[number]);
    writer.float(at, classFields.costFactor, plan.costFactor[segment]);
    writer.float(at, classFields.courtDiscount, courtMonth < 0 ? 0 : plan.discountFactor[courtMonth]);
    writer.float(at, classFields.fileCost, file);
    writer.float(at, classFields.fileValue, file * fileDiscount);
    const taken = takeOverFactor(plan, number);
    writer.float(at, classFields.takeOverFactor, taken);
    writer.float(at, classFields.takeOverDiscount, taken === 0 ? 0 : plan.discountFactor[priceMonth(plan, number, plan.debtForAssetOutcome)]);
  }
  return address;
}

/**
 * Puts `CurveTerms` of all curve classes into the kernels' memory; their address. Cash of the curve and of guarantors
 * without a cap stand together; `splitGuarantors` parts them.
 */
export function storeCurveTerms(heap: KernelHeap, plan: CasePlan): number {
  const { curves, classes, guarantors } = plan;
  const address = heap.reserve(curveBytes * classes.curveClasses.length);
  const writer = new RecordWriter(heap.memory.buffer);
  for (const [number, { segment }] of classes.curveClasses.entries()) {
    const at = address + number * curveBytes;
    const [cashRate, guarantorRate] = [servicerCashRate(plan, segment), servicerGuarantorRate(plan, segment)];
    const [total, guaranteed] = [curves.total[number], curves.guarantorTotal[number]];
    const guaranteedValue = guaranteed * guarantors.discounted[segment];
    writer.float(at, curveFields.netValue, curves.discounted[number] * (1 - cashRate) + guaranteedValue * (1 - guarantorRate));
    writer.float(at, curveFields.cash, total + guaranteed);
    writer.float(at, curveFields.cost, total * cashRate + guaranteed * guarantorRate);
    writer.float(at, curveFields.weightedMonths, curves.weightedMonths[number] + guaranteed * guarantors.weightedMonths[segment]);
  }
  return address;
}
