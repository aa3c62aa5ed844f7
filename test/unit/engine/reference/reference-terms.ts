import type { Assumptions, FeeSchedule } from "../../../../shared/domain/assumptions.ts";
import { type TestLoan, testCourts } from "../engine-fixtures.ts";

export const between = (low: number, x: number, high: number): number => Math.max(low, Math.min(high, x));

export function referenceFee(schedule: FeeSchedule, base: number): number {
  let sum = 0;
  for (let k = 0; k < schedule.slices.length; k++) {
    const slice = schedule.slices[k];
    const lower = k === 0 ? 0 : (schedule.slices[k - 1]?.upToYuan ?? Number.POSITIVE_INFINITY);
    if (!slice || base <= lower) continue;
    sum += slice.fixedYuan + slice.rate * (Math.min(base, slice.upToYuan ?? base) - lower);
  }
  return Math.min(sum, schedule.capYuan ?? sum);
}

/** Nothing where a failed check counts. */
export function validClaim(loan: TestLoan, a: Assumptions): number {
  const failed = loan.failed ?? 0;
  const isVoid = (failed % 2 === 1 && a.validity.limitationExpired) || (failed >= 2 && a.validity.enforcementPeriodExpired);
  return isVoid ? 0 : loan.upb + loan.interest + loan.fees;
}

export function courtMonths(loan: TestLoan, a: Assumptions): number {
  const name = loan.court ? testCourts[loan.court - 1] : undefined;
  return a.courtDelays.find(({ court }) => court === name)?.months ?? 0;
}
