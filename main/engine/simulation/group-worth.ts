import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { costFactorOf } from "../plan/running-costs.ts";
import { expectedOfSlot, recoverGroup } from "../recovery/expected-recovery.ts";
import { type GroupScratch, groupScratch } from "../recovery/group-scratch.ts";
import { cappedRecovery } from "../recovery/guarantor-recovery.ts";
import { collateralCostRate } from "../recovery/loan-costs.ts";
import { recoveryGroups } from "../recovery/recovery-groups.ts";
import type { ClaimSums } from "./bounded-claims.ts";
import { type CashPlan, earlyNet, mostCashFactor } from "./simulation-cash.ts";

/** What cash from collateral of a loan in a month is worth to us, and which curve it takes claims from. */
export interface Worth {
  readonly kept: (loan: number, priceClass: number, month: number) => number;
  readonly received: (month: number) => number;
  readonly curve: (loan: number) => number;
  readonly scale: (loan: number) => number;
}

export function worthOf(columns: PackageColumns, plan: CasePlan): Worth {
  const early = earlyNet(plan);
  return {
    kept: (loan, priceClass, month) => {
      const costRate = collateralCostRate(columns, loan, plan) * costFactorOf(plan, priceClass);
      return month < plan.closingMonth ? early.receipt - early.cost * costRate : 1 - costRate;
    },
    received: (month) => Math.max(month, plan.closingMonth),
    curve: (loan) => plan.classes.curveClass[loan],
    scale: (loan) => plan.classes.curveScale[loan],
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
  const groups = recoveryGroups(columns);
  if (groups.groupCount === 0) return;
  const { fixedFlow, expectedUse } = expectations;
  const scratch = groupScratch(columns, plan);
  const worth = worthOf(columns, plan);
  for (let group = 0; group < groups.groupCount; group++) {
    recoverGroup(columns, group, plan, scratch);
    for (let slot = 0; slot < scratch.loanCount; slot++) expectClaim(columns, plan, slot, scratch, cash, expectations);
    for (const [place, loan] of loansOfPlaces(scratch).entries()) {
      const priceClass = scratch.assetClass[scratch.placeAsset[place]];
      for (let outcome = 0; outcome < plan.outcomeCount; outcome++) {
        const yuan = scratch.expected[place * plan.outcomeCount + outcome];
        if (yuan === 0) continue;
        const month = plan.outcomeMonth[priceClass * plan.outcomeCount + outcome];
        const at = worth.received(month);
        fixedFlow[at] -= yuan * worth.kept(loan, priceClass, month);
        expectedUse[worth.curve(loan)] += yuan * worth.scale(loan);
      }
    }
  }
}

/** A loan's claim, and what guarantors with a cap are expected to pay of it. */
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
  const capped = cappedRecovery(columns, loan, Math.max(0, claim - expectedOfSlot(slot, plan, scratch)), plan);
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
