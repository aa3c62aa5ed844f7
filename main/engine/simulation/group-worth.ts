import type { PackageColumns } from "../engine-types.ts";
import { expectedUseOf, recoverGroup } from "../groups/expected-recovery.ts";
import { type GroupScratch, groupScratch } from "../groups/group-scratch.ts";
import { recoveryGroups } from "../groups/recovery-groups.ts";
import { isOwnIn } from "../plan/own-case.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { costFactorOf } from "../plan/running-costs.ts";
import { isTakenForDebt, priceMonth } from "../plan/sale-rates.ts";
import { cappedRecovery } from "../recovery/guarantor-recovery.ts";
import { collateralCostRate } from "../recovery/loan-costs.ts";
import type { ClaimSums } from "./bounded-claims.ts";
import { type CashPlan, earlyNet, mostCashFactor } from "./simulation-cash.ts";

/** What cash from collateral of a loan in a month is worth to us, and which curve it takes claims from. */
export interface Worth {
  readonly kept: (loan: number, priceClass: number, month: number) => number;
  /** The same before its costs. */
  readonly gross: (month: number) => number;
  readonly received: (month: number) => number;
  readonly curve: (loan: number) => number;
  readonly scale: (loan: number) => number;
  /** Whether an own estimate takes the place of what the loan gets: it is a fixed flow, and nothing of it is drawn. */
  readonly isFixed: (loan: number) => boolean;
}

export function worthOf(columns: PackageColumns, plan: CasePlan): Worth {
  const early = earlyNet(plan);
  return {
    kept: (loan, priceClass, month) => {
      const costRate = collateralCostRate(columns, loan, plan) * costFactorOf(plan, priceClass);
      return month < plan.closingMonth ? early.receipt - early.cost * costRate : 1 - costRate;
    },
    gross: (month) => (month < plan.closingMonth ? early.receipt : 1),
    received: (month) => Math.max(month, plan.closingMonth),
    curve: (loan) => plan.classes.curveClass[loan],
    scale: (loan) => plan.classes.curveScale[loan],
    isFixed: (loan) => isOwnIn(columns, loan, plan.own.caseName),
  };
}

/** What planning a simulation adds up: claims by class, and what the plan expects to be paid, by month and by class. */
export interface Expectations {
  readonly claims: ClaimSums;
  /** [month] net flows less the expected ones of what is drawn, yuan. */
  readonly fixedFlow: Float64Array;
  /** [class] expected yuan × curve scale that is paid elsewhere than by the class. */
  readonly expectedUse: Float64Array;
}

/** Takes the expected cash of groups out of the fixed flows, and adds their claims and expected use to the cash route. */
export function expectGroups(columns: PackageColumns, plan: CasePlan, cash: CashPlan, expectations: Expectations): void {
  const groups = recoveryGroups(columns, plan);
  if (groups.groupCount === 0) return;
  const { fixedFlow } = expectations;
  const scratch = groupScratch(columns, plan);
  const worth = worthOf(columns, plan);
  for (let group = 0; group < groups.groupCount; group++) {
    recoverGroup(columns, group, plan, scratch);
    for (let slot = 0; slot < scratch.loanCount; slot++) {
      const loan = groups.loans[groups.loanStart[group] + slot];
      if (worth.isFixed(loan)) continue;
      expectClaim(columns, plan, slot, scratch, cash, expectations);
      expectSurplus(plan, slot, scratch, worth, fixedFlow);
    }
    for (const [place, loan] of loansOfPlaces(scratch).entries()) {
      if (worth.isFixed(loan)) continue;
      const priceClass = scratch.assetClass[scratch.placeAsset[place]];
      for (let outcome = 0; outcome < plan.outcomeCount; outcome++) {
        const yuan = scratch.expected[place * plan.outcomeCount + outcome];
        if (yuan === 0) continue;
        const month = plan.outcomeMonth[priceClass * plan.outcomeCount + outcome];
        const at = worth.received(month);
        fixedFlow[at] -= yuan * worth.kept(loan, priceClass, month);
        if (!isTakenForDebt(plan, priceClass, outcome)) continue;
        const paid = scratch.expectedPaid[place];
        const paidMonth = priceMonth(plan, priceClass, outcome);
        fixedFlow[at] -= paid * (worth.gross(month) - worth.kept(loan, priceClass, month));
        fixedFlow[worth.received(paidMonth)] += paid * worth.gross(paidMonth);
      }
    }
  }
}

/** Takes out what a loan is expected to get of what sales leave its debtor. */
function expectSurplus(plan: CasePlan, slot: number, { groups, group, surplus }: GroupScratch, worth: Worth, fixedFlow: Float64Array): void {
  if (!surplus.isShared) return;
  const loan = groups.loans[groups.loanStart[group] + slot];
  const width = plan.horizonMonths + 1;
  for (let month = 0; month < width; month++) {
    fixedFlow[worth.received(month)] -= surplus.expected[slot * width + month] * worth.kept(loan, plan.classes.loanClass[loan], month);
  }
}

/** A loan's claim, what the collateral is expected to pay of it, and what guarantors with a cap are. */
function expectClaim(
  columns: PackageColumns,
  plan: CasePlan,
  slot: number,
  scratch: GroupScratch,
  cash: CashPlan,
  { claims, expectedUse }: Expectations,
): void {
  const loan = scratch.groups.loans[scratch.groups.loanStart[scratch.group] + slot];
  const curve = plan.classes.curveClass[loan];
  const scale = plan.classes.curveScale[loan];
  const claim = scratch.claim[slot];
  claims.add(curve, claim * scale, mostCashFactor(cash, curve, scale));
  const use = expectedUseOf(slot, scratch);
  expectedUse[curve] += use * scale;
  const capped = cappedRecovery(columns, loan, Math.max(0, claim - use), plan);
  if (capped === 0) return;
  const cappedClass = cash.cappedClass + columns.segment[loan];
  expectedUse[curve] += capped * scale;
  expectedUse[cappedClass] -= capped;
}

/** [place] loan of a prepared group. */
export function loansOfPlaces({ groups, group, loanCount, placeStart, assetCount, firstRow }: GroupScratch): Uint32Array {
  const firstLoan = groups.loanStart[group];
  const places = groups.rowStart[groups.assetStart[group] + assetCount] - firstRow;
  const loanOf = new Uint32Array(places);
  for (let slot = 0; slot < loanCount; slot++) loanOf.fill(groups.loans[firstLoan + slot], placeStart[slot]);
  return loanOf;
}
