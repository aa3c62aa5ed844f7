import type { Assumptions, FeeSchedule } from "../../../../shared/domain/assumptions.ts";
import { collateralKinds, litigationStages } from "../../../../shared/domain/codes.ts";
import { type TestItem, type TestLoan, testCourts, testCutOff } from "../engine-fixtures.ts";

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
  const { limitationExpired, enforcementPeriodExpired, limitationDoubtful } = a.validity;
  const isVoid =
    (failed % 2 === 1 && limitationExpired) || (Math.floor(failed / 2) % 2 === 1 && enforcementPeriodExpired) || (failed >= 4 && limitationDoubtful);
  if (isVoid) return 0;
  const isPrincipalOnly = loan.basis === 1 || ((loan.basis ?? 0) === 0 && a.interest.admitted === "principal");
  const isLate = a.interest.countsDelay && litigationStages[loan.stage] !== "bankruptcy";
  const late = isLate ? loan.upb * (loan.delayDays ?? 0) * a.interest.delayRatePerDay : 0;
  return loan.upb + loan.fees + (isPrincipalOnly ? 0 : loan.interest) + late;
}

/** Caps of the guarantors that answer for a loan; null: no cap. Where a guarantee names nobody, as many as are assumed. */
export function liveCapsOf(loan: TestLoan, { validity, guarantors }: Assumptions): (number | null)[] {
  const named = (loan.guarantors ?? []).filter(
    ({ isExpired, isPastLaw, isNotSued }) =>
      !(isExpired && validity.guaranteeExpired) && !(isPastLaw && validity.guaranteePeriodByLaw) && !(isNotSued && validity.guarantorNotSued),
  );
  return [...named.map(({ cap }) => cap), ...Array.from({ length: loan.isUnnamed ? guarantors.unnamedCount : 0 }, () => null)];
}

/** Taxes by kind and owner of what is sold so many months after the cut-off, by the table in force on that day. */
export function referenceTax(item: TestItem, loan: TestLoan, month: number, a: Assumptions): number {
  const [year = 0, ofYear = 0, day = 0] = testCutOff.split("-").map(Number);
  const lastOfMonth = new Date(Date.UTC(year, ofYear + month, 0)).getUTCDate();
  const isMonthEnd = new Date(Date.UTC(year, ofYear, 0)).getUTCDate() === day;
  const sold = new Date(Date.UTC(year, ofYear - 1 + month, isMonthEnd ? lastOfMonth : Math.min(day, lastOfMonth))).toISOString().slice(0, 10);
  const table = a.saleTaxes.filter(({ from }) => from <= sold).at(-1) ?? a.saleTaxes[0];
  if (!table) return 0;
  const [kind, owner] = [collateralKinds[item.kind] ?? "other", loan.isIndividual ? ("individual" as const) : ("company" as const)];
  return table.saleVat[kind][owner] + table.landVat[kind][owner] + table.stampDuty;
}

/** The appraisal at cut-off: its city's or its kind's yearly change to the power of its age; the desk's own haircut is on the stated one. */
export function carried(item: TestItem, loan: TestLoan, a: Assumptions): number {
  if (loan.estimate || !item.age) return item.appraisal;
  const ofCity = a.collateral.cityIndex.filter(({ city }) => city.replace("市", "") === item.city);
  const [ofKind, ofAll] = [ofCity.find(({ kind }) => kind === collateralKinds[item.kind]), ofCity.find(({ kind }) => kind === null)];
  const rate = (ofKind ?? ofAll)?.annualChange ?? a.collateral.appraisalIndex[collateralKinds[item.kind] ?? "other"] ?? a.collateral.annualGrowth;
  return item.appraisal * (1 + rate) ** (item.age / 12);
}

export const rivalsOf = (item: TestItem, a: Assumptions): number =>
  item.rivals === null ? a.priorities.seizureRivalShare * item.appraisal : (item.rivals ?? 0);

/** Months by which another court's seizure and the debtor's reorganisation put off a sale. */
export const waitingMonths = (item: TestItem, loan: TestLoan, a: Assumptions): number =>
  (item.waits ? a.priorities.waitingMonths : 0) + (loan.stays ? a.conditions.reorganisationMonths : 0);

export function courtMonths(loan: TestLoan, a: Assumptions): number {
  const name = loan.court ? testCourts[loan.court - 1] : undefined;
  return a.courtDelays.find(({ court }) => court === name)?.months ?? 0;
}
