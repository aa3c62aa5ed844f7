import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import { segments } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { wholePower } from "../numbers/exact-power.ts";
import type { AssumptionsOf, CasePlan } from "../plan/case-plan.ts";
import { clampShare, type SegmentedShifts } from "../plan/case-shifts.ts";

/** What guarantors (保证人) of loans of a segment are expected to pay, and when, in one case. */
export interface GuarantorTables {
  /** [segment] probability and paid share of what is due; and their product for the part of the window inside the horizon. */
  readonly probability: Float64Array;
  readonly rate: Float64Array;
  /** [segment] first and last month of payment; last < first where the window lies beyond the horizon. */
  readonly firstMonth: Int32Array;
  readonly lastMonth: Int32Array;
  /** [segment] mean discount factor and mean month received over those months. */
  readonly discounted: Float64Array;
  readonly weightedMonths: Float64Array;
}

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
    const { cashRecovery, delayMonths } = bySegment[segment];
    const first = Math.max(0, guarantors.firstMonth + delayMonths);
    const last = Math.min(horizonMonths, first + guarantors.windowMonths - 1);
    const months = Math.max(0, last - first + 1);
    const probability = clampShare(guarantors.probability * (1 + cashRecovery));
    tables.probability[code] = probability;
    tables.rate[code] = probability * guarantors.recoveryRate * (months / guarantors.windowMonths);
    tables.firstMonth[code] = first;
    tables.lastMonth[code] = last;
    for (let month = first; month <= last; month++) {
      tables.discounted[code] = (tables.discounted[code] ?? 0) + (discountFactor[month] ?? 0) / months;
      tables.weightedMonths[code] = (tables.weightedMonths[code] ?? 0) + Math.max(month, closing.closingMonth) / months;
    }
  }
  return tables;
}

/** Whether a guarantor still counts: the guarantee period (保证期间, 民法典 692, 693) is not over, or the check is off. */
export function isGuarantorLive(columns: PackageColumns, guarantor: number, { assumptions }: AssumptionsOf): boolean {
  return columns.guaranteeExpired[guarantor] !== 1 || !assumptions.validity.guaranteeExpired;
}

/**
 * Share of the remaining claim that a number of guarantors without a cap pay: each pays `rate` of what the ones before
 * it left, so 1 − (1 − rate)^count.
 */
export function uncappedShare(rate: number, count: number): number {
  return 1 - wholePower(1 - rate, count);
}

/**
 * What guarantors with a cap are expected to pay of a claim, yuan: one after the other rate × min(what is left, cap),
 * METHOD §3.
 *
 * They come before those without a cap and in the order of rising caps. The order of the tape decides nothing, and of
 * all orders this one recovers least: a guarantor pays least for sure where most is still owed.
 */
export function cappedRecovery(columns: PackageColumns, loan: number, remainingYuan: number, plan: CasePlan): number {
  let left = remainingYuan;
  for (const cap of liveCaps(columns, loan, plan)) left -= (plan.guarantors.rate[columns.segment[loan] ?? 0] ?? 0) * Math.min(left, cap);
  return remainingYuan - left;
}

/** Caps of a loan's live guarantors, rising, yuan. */
export function liveCaps(columns: PackageColumns, loan: number, plan: AssumptionsOf): number[] {
  const caps: number[] = [];
  const end = columns.guarantorStart[loan + 1] ?? 0;
  for (let at = columns.guarantorStart[loan] ?? 0; at < end; at++) {
    const cap = columns.guarantorCap[at] ?? Number.NaN;
    if (!Number.isNaN(cap) && isGuarantorLive(columns, at, plan)) caps.push(cap);
  }
  return caps.sort((left, right) => left - right);
}
