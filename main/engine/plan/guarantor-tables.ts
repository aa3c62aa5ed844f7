import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import { guaranteeChecks, segments } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { wholePower } from "../numbers/exact-power.ts";
import { clampShare, type SegmentedShifts } from "./case-shifts.ts";
import type { AssumptionsOf, GuarantorTables } from "./plan-types.ts";

/**
 * Works the guarantor route into tables. The shift of cash recoveries moves the probability, the delay moves the
 * window; payments are even over the window, and what falls beyond the horizon is not recovered.
 */
export function planGuarantors(assumptions: Assumptions, bySegment: SegmentedShifts, discountFactor: Float64Array): GuarantorTables {
  const { guarantors, horizonMonths, closing } = assumptions;
  const tables = {
    probability: new Float64Array(segments.length),
    rate: new Float64Array(segments.length),
    firstMonth: new Int32Array(segments.length),
    lastMonth: new Int32Array(segments.length),
    discounted: new Float64Array(segments.length),
    weightedMonths: new Float64Array(segments.length),
  };
  for (const [code, segment] of segments.entries()) {
    const { cashRecoveryShift, delayMonthsShift } = bySegment[segment];
    const first = Math.max(0, guarantors.firstMonth + delayMonthsShift);
    const last = Math.min(horizonMonths, first + guarantors.windowMonths - 1);
    const months = Math.max(0, last - first + 1);
    const probability = clampShare(guarantors.probability * (1 + cashRecoveryShift));
    tables.probability[code] = probability;
    tables.rate[code] = probability * guarantors.recoveryRate * (months / guarantors.windowMonths);
    tables.firstMonth[code] = first;
    tables.lastMonth[code] = last;
    for (let month = first; month <= last; month++) {
      tables.discounted[code] += discountFactor[month] / months;
      tables.weightedMonths[code] += Math.max(month, closing.closingMonth) / months;
    }
  }
  return tables;
}

/** Whether a guarantor still counts: no check of its period (保证期间, 民法典 692, 693) has failed that the desk counts. */
export function isGuarantorLive(columns: PackageColumns, guarantor: number, { assumptions }: AssumptionsOf): boolean {
  const failed = columns.guaranteeExpired[guarantor];
  return failed === 0 || !guaranteeChecks.some((check, bit) => (failed & (1 << bit)) !== 0 && assumptions.validity[check]);
}

/** Guarantors without a cap that count for a loan whose guarantee names nobody. */
export function unnamedGuarantors(columns: PackageColumns, loan: number, { assumptions }: AssumptionsOf): number {
  return columns.guarantorUnnamed[loan] * assumptions.guarantors.unnamedCount;
}

/**
 * Share of the remaining claim that a number of guarantors without a cap pay: each pays `rate` of what the ones before
 * it left, so 1 − (1 − rate)^count.
 */
export function uncappedShare(rate: number, count: number): number {
  return 1 - wholePower(1 - rate, count);
}
