import type { PackageColumns } from "../engine-types.ts";
import { ownChance } from "../plan/loan-estimates.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { isTakenForDebt } from "../plan/sale-rates.ts";
import { type LoweredItem, lowerItem } from "./item-claims.ts";

/** Work space of the loan loop, reused from loan to loan; `expectedByOutcome` holds the answer for the last loan. */
export interface RecoveryScratch {
  /** [outcome] expected cash to us, yuan. */
  readonly expectedByOutcome: Float64Array;
  /** Expected cash paid where the asset is taken for the debt, yuan. */
  expectedPaid: number;
  readonly lowered: LoweredItem;
}

export function recoveryScratch(plan: CasePlan): RecoveryScratch {
  return { expectedByOutcome: new Float64Array(plan.outcomeCount), expectedPaid: 0, lowered: { value: 0, ahead: 0, cap: 0 } };
}

/** Number of collateral items of a loan. */
export function itemCountOf(columns: PackageColumns, loan: number): number {
  return columns.collateralStart[loan + 1] - columns.collateralStart[loan];
}

/** Probability that a loan's collateral is realised at all, on top of the rounds: its own estimate after the case's shift, else 1. */
export function chanceOf(columns: PackageColumns, loan: number, plan: CasePlan): number {
  return Math.min(1, ownChance(columns, loan) * plan.chanceFactor[plan.classes.loanClass[loan]]);
}

/**
 * Collateral route (抵押物路径) of a loan with at most one item that secures nothing else, METHOD §3: expected cash by
 * outcome, exact, into `scratch`. Returns what is expected to be paid of the claim, yuan. Other loans are worked out by `recoverGroup`.
 */
export function recoverFromCollateral(columns: PackageColumns, loan: number, plan: CasePlan, scratch: RecoveryScratch): number {
  const { expectedByOutcome, lowered } = scratch;
  const { outcomeCount, priceFactor, netShare, outcomeProbability } = plan;
  expectedByOutcome.fill(0);
  scratch.expectedPaid = 0;
  if (itemCountOf(columns, loan) === 0) return 0;
  const item = columns.collateralStart[loan];
  lowerItem(columns, loan, item, plan, lowered);
  if (lowered.cap === 0) return 0;
  const first = plan.classes.itemClass[item] * outcomeCount;
  const chance = chanceOf(columns, loan, plan);
  let total = 0;
  for (let outcome = 0; outcome < outcomeCount; outcome++) {
    const price = lowered.value * priceFactor[first + outcome];
    const toUs = Math.max(0, Math.min(lowered.cap, price * netShare[first + outcome] - lowered.ahead));
    const probability = chance * outcomeProbability[first + outcome];
    const isTaken = isTakenForDebt(plan, plan.classes.itemClass[item], outcome);
    if (isTaken && !(toUs > price * plan.takeOver.least)) continue;
    expectedByOutcome[outcome] = probability * (isTaken ? price * plan.takeOver.proceeds : toUs);
    if (isTaken) scratch.expectedPaid = probability * (price * plan.takeOver.outlay - toUs);
    total += probability * toUs;
  }
  return Math.min(total, lowered.cap);
}
