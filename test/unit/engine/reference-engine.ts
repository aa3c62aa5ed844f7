import type { Assumptions, CaseShifts, FeeSchedule } from "../../../shared/domain/assumptions.ts";
import { collateralKinds, litigationStages, segments } from "../../../shared/domain/codes.ts";
import type { TestItem, TestLoan } from "./engine-fixtures.ts";

/** Slow and obvious: METHOD §3 read line by line over plain objects, sharing no code with the engine. */
export interface ReferenceLoan {
  collateral: number[];
  cash: number[];
  costs: number[];
}

const between = (low: number, x: number, high: number): number => Math.max(low, Math.min(high, x));

function fee(schedule: FeeSchedule, base: number): number {
  let sum = 0;
  for (let k = 0; k < schedule.slices.length; k++) {
    const slice = schedule.slices[k];
    const lower = k === 0 ? 0 : (schedule.slices[k - 1]?.upToYuan ?? Number.POSITIVE_INFINITY);
    if (!slice || base <= lower) continue;
    sum += slice.fixedYuan + slice.rate * (Math.min(base, slice.upToYuan ?? base) - lower);
  }
  return Math.min(sum, schedule.capYuan ?? sum);
}

interface Ending {
  upTo: number;
  month: number;
  toUs: number;
}

function endings(item: TestItem, loan: TestLoan, a: Assumptions, s: CaseShifts): Ending[] {
  const kind = collateralKinds[item.kind] ?? "other";
  const stage = litigationStages[loan.stage] ?? "notSued";
  const claim = loan.upb + loan.interest + loan.fees;
  const appraisals = loan.items.reduce((sum, each) => sum + each.appraisal, 0);
  const list: Ending[] = [];
  let month = Math.max(0, a.timing[stage].monthsToFirstRound + s.delayMonths);
  let survived = 1;
  let opening = 0;
  const add = (probability: number, price: number): void => {
    let left = price - price * a.collateral.sellerTaxRate - price * a.collateral.saleCostRate;
    left -= Math.min(left, appraisals === 0 ? 0 : (fee(a.courtFees.enforcement, claim) * item.appraisal) / appraisals);
    left -= Math.min(left, item.senior ?? a.collateral.seniorShareByMissingRank * item.appraisal * (item.rank - 1));
    survived *= 1 - probability;
    list.push({ upTo: 1 - survived, month, toUs: month > a.horizonMonths ? 0 : Math.min(left, item.cap ?? left) });
  };
  a.collateral.rounds.forEach((round, index) => {
    if (index > 0) month += round.gapMonths;
    const value = item.appraisal * a.collateral.appraisalFactor[kind] * (1 + s.collateralValue) * (1 + a.collateral.annualGrowth) ** (month / 12);
    opening = value * round.openingShare;
    add(between(0, round.clearingProbability * a.collateral.clearingFactor[kind] * (1 + s.clearingProbability), 1), opening * round.priceMultiple);
  });
  month += a.collateral.debtForAsset.gapMonths;
  add(a.collateral.debtForAsset.probability, opening * a.collateral.debtForAsset.realisationShare);
  return list;
}

export function referenceLoan(loan: TestLoan, a: Assumptions, s: CaseShifts): ReferenceLoan {
  const width = Math.max(a.horizonMonths, a.closing.closingMonth) + 1;
  const zeros = (): number[] => Array.from({ length: width }, () => 0);
  const [collateral, cash, costs] = [zeros(), zeros(), zeros()];
  const put = (flow: number[], month: number, yuan: number): void => {
    const at = Math.max(month, a.closing.closingMonth);
    flow[at] = (flow[at] ?? 0) + yuan;
  };
  const claim = loan.upb + loan.interest + loan.fees;
  const perItem = loan.items.map((item) => endings(item, loan, a, s));
  const edges = [...new Set([0, ...perItem.flat().map((ending) => ending.upTo), 1])].sort((left, right) => left - right);
  let expected = 0;
  for (let k = 1; k < edges.length; k++) {
    const [from, to] = [edges[k - 1] ?? 0, edges[k] ?? 0];
    const happened = perItem.flatMap((list) => list.find((ending) => (from + to) / 2 < ending.upTo) ?? []);
    happened.sort((left, right) => left.month - right.month);
    let owed = claim;
    for (const { month, toUs } of happened) {
      const paid = Math.min(owed, toUs);
      owed -= paid;
      if (paid > 0) put(collateral, month, paid * (to - from));
      expected += paid * (to - from);
    }
  }
  const segment = segments[loan.segment] ?? "corporateSecured";
  const { lagMonths, firstMonthRate, monthlyDecay } = a.curves[segment];
  let pot = claim - expected;
  for (let month = lagMonths + 1; month <= a.horizonMonths; month++) {
    const flow = Math.min(pot, (claim - expected) * between(0, firstMonthRate * (1 + s.cashRecovery), 1) * monthlyDecay ** (month - lagMonths - 1));
    pot -= flow;
    put(cash, month, flow);
  }
  const up = 1 + s.costs;
  for (let month = 0; month < width; month++) {
    put(costs, month, (collateral[month] ?? 0) * (a.costs.servicerRateCollateral + a.costs.counselRateCollateral) * up);
    put(costs, month, (cash[month] ?? 0) * a.costs.servicerRateCash * up);
  }
  put(costs, Math.min(a.horizonMonths, a.costs.fileCostMonth), a.costs.fileCostYuan * up);
  const feesMonth = a.timing[litigationStages[loan.stage] ?? "notSued"].courtFeesMonth;
  if (feesMonth !== null) {
    put(costs, between(0, feesMonth + s.delayMonths, a.horizonMonths), fee(a.courtFees.acceptance, claim) + fee(a.courtFees.preservation, claim));
  }
  return { collateral, cash, costs };
}
