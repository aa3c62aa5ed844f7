import type { RecoveryCurve } from "../../../shared/domain/assumptions.ts";
import { clampShare } from "./case-shifts.ts";

/** Where what a curve collects is written, and how it is added up; one for all curves of a case. */
export interface CurveSheet {
  /** [curve × month 0 … last] shares; months within a curve's lag stay as they are. */
  readonly share: Float64Array;
  readonly lastMonth: number;
  readonly discountFactor: Float64Array;
  readonly closingMonth: number;
  /** Sums of the last curve: of its parts, of parts × discount factor, of parts × month received. */
  collected: number;
  value: number;
  months: number;
}

/**
 * What a curve collects month by month, of a remaining claim of 1: by its rate and month-on-month factor, or by the shares
 * that it states, times `factor` and never more than `most` in all. Written from `at` on, each part times `left`.
 */
export function collectCurve(curve: RecoveryCurve, factor: number, most: number, left: number, at: number, sheet: CurveSheet): void {
  const { lagMonths, firstMonthRate, monthlyDecay, monthlyShares } = curve;
  sheet.collected = 0;
  sheet.value = 0;
  sheet.months = 0;
  if (monthlyShares === undefined) {
    const rate = most === 1 ? clampShare(firstMonthRate * factor) : firstMonthRate * factor;
    collectRun(rate, monthlyDecay, most, left, at, lagMonths + 1, sheet.lastMonth, sheet);
    return;
  }
  // Each month is a run of its own.
  const paid = Math.min(monthlyShares.length, sheet.lastMonth - lagMonths);
  for (let index = 0; index < paid; index++) {
    const month = lagMonths + 1 + index;
    collectRun(monthlyShares[index] * factor, 0, most, left, at, month, month, sheet);
  }
}

/** Months of a curve from a rate that changes by a factor; kept free of all else, since a case has many curves. */
function collectRun(rate: number, decay: number, most: number, left: number, at: number, from: number, to: number, sheet: CurveSheet): void {
  const { share, discountFactor, closingMonth } = sheet;
  let { collected, value, months } = sheet;
  let wanted = rate;
  for (let month = from; month <= to; month++) {
    const rest = most - collected;
    const part = wanted < rest ? wanted : rest;
    collected += part;
    share[at + month] = part * left;
    value += part * discountFactor[month];
    months += part * (month > closingMonth ? month : closingMonth);
    wanted *= decay;
  }
  sheet.collected = collected;
  sheet.value = value;
  sheet.months = months;
}

/** [month 0 … last] what a curve collects of a claim of 1, at most all of it. */
export function sharesOfCurve(curve: RecoveryCurve, factor: number, lastMonth: number): Float64Array {
  const share = new Float64Array(lastMonth + 1);
  collectCurve(curve, factor, 1, 1, 0, { share, lastMonth, discountFactor: share, closingMonth: 0, collected: 0, value: 0, months: 0 });
  return share;
}
