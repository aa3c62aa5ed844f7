import type { AssumptionsOf, CasePlan } from "./case-plan.ts";
import type { PackageColumns } from "./engine-types.ts";
import { graduatedFee } from "./fee-schedule.ts";
import { emptySplit, type ItemClaims, type ItemSplit, splitSalePrice } from "./item-waterfall.ts";
import { keptOfAppraisal, ownChance } from "./loan-estimates.ts";
import { recoveryGroups } from "./recovery-groups.ts";

/** Work space of the loan loop, reused from loan to loan; `expectedByOutcome` holds the answer for the last loan. */
export interface RecoveryScratch {
  /** [outcome] expected cash to us, joint cap taken, yuan. */
  readonly expectedByOutcome: Float64Array;
  /** [item of the loan × outcome] cash to us if the item ends so, before the joint cap, yuan. */
  readonly toUs: Float64Array;
  readonly claims: ItemClaims;
  readonly split: ItemSplit;
  readonly reachedOutcome: Int32Array;
  readonly outcomeSum: Float64Array;
}

/** Work space wide enough for the loan with most items. */
export function recoveryScratch(columns: PackageColumns, plan: CasePlan): RecoveryScratch {
  let mostItems = 0;
  for (let loan = 0; loan < columns.loanCount; loan++) mostItems = Math.max(mostItems, itemCountOf(columns, loan));
  return {
    expectedByOutcome: new Float64Array(plan.outcomeCount),
    toUs: new Float64Array(mostItems * plan.outcomeCount),
    claims: { enforcementFeeYuan: 0, seniorClaimsYuan: 0, securedCapYuan: 0 },
    split: emptySplit(),
    reachedOutcome: new Int32Array(mostItems),
    outcomeSum: new Float64Array(plan.outcomeCount),
  };
}

/** Whether one row of the kernels cannot express the loan: several items, one shared with another loan, a guarantor with a cap. */
export function needsFullPath(columns: PackageColumns, loan: number): boolean {
  return (recoveryGroups(columns).groupOf[loan] ?? -1) >= 0;
}

/** Number of collateral items of a loan. */
export function itemCountOf(columns: PackageColumns, loan: number): number {
  return (columns.collateralStart[loan + 1] ?? 0) - (columns.collateralStart[loan] ?? 0);
}

/** Claim (债权总额) = principal + interest + advanced costs, yuan (METHOD §1). */
export function claimOf(columns: PackageColumns, loan: number): number {
  return (columns.upb[loan] ?? 0) + (columns.interest[loan] ?? 0) + (columns.fees[loan] ?? 0);
}

/** Sum of the appraisals of a loan's items, yuan: the base over which its enforcement fee is shared. */
function appraisalOf(columns: PackageColumns, loan: number): number {
  let total = 0;
  const end = columns.collateralStart[loan + 1] ?? 0;
  for (let item = columns.collateralStart[loan] ?? 0; item < end; item++) total += columns.appraisal[item] ?? 0;
  return total;
}

/**
 * Overwrites `claims` with what ranks before us on an item: its part of the loan's enforcement fee (pro rata to
 * appraisal), prior claims as stated or, where none are stated, by rank (seniorShareByMissingRank), and our cap.
 */
export function fillItemClaims(columns: PackageColumns, item: number, feePerAppraisal: number, plan: AssumptionsOf, claims: ItemClaims): void {
  const appraisal = columns.appraisal[item] ?? 0;
  const stated = columns.seniorClaims[item] ?? Number.NaN;
  const cap = columns.securedCap[item] ?? Number.NaN;
  const ranksAhead = (columns.lienRank[item] ?? 1) - 1;
  claims.enforcementFeeYuan = feePerAppraisal * appraisal;
  claims.seniorClaimsYuan = Number.isNaN(stated) ? plan.assumptions.collateral.seniorShareByMissingRank * appraisal * ranksAhead : stated;
  claims.securedCapYuan = Number.isNaN(cap) ? Number.POSITIVE_INFINITY : cap;
}

/** Enforcement fee (执行费, Decree 481 Art 14(1)) of a loan on its claim, per yuan of appraisal of its items. */
export function feePerAppraisalOf(columns: PackageColumns, loan: number, plan: AssumptionsOf): number {
  const appraisal = appraisalOf(columns, loan);
  return appraisal > 0 ? graduatedFee(plan.assumptions.courtFees.enforcement, claimOf(columns, loan)) / appraisal : 0;
}

/** Probability that a loan's collateral is realised at all, on top of the rounds: its own estimate after the case's shift, else 1. */
export function chanceOf(columns: PackageColumns, loan: number, plan: CasePlan): number {
  return Math.min(1, ownChance(columns, loan) * (plan.chanceFactor[plan.classes.loanClass[loan] ?? 0] ?? 1));
}

/**
 * Collateral route (抵押物路径) of one loan, METHOD §3: expected cash by outcome, exact, into `scratch`. Returns its sum.
 *
 * Several items are taken as comonotone: one uniform number decides for all, low is an early sale. This is exact,
 * independent of the order of items, and prudent: where later outcomes pay no more than earlier ones, no other
 * dependence gives a smaller expected min(claim, sum of items). The claim is used up in time order.
 */
export function recoverFromCollateral(columns: PackageColumns, loan: number, plan: CasePlan, scratch: RecoveryScratch): number {
  const { expectedByOutcome, toUs, claims, split } = scratch;
  const { outcomeCount, priceFactor } = plan;
  expectedByOutcome.fill(0);
  const count = itemCountOf(columns, loan);
  const claim = claimOf(columns, loan);
  if (count === 0 || claim === 0) return 0;
  const first = columns.collateralStart[loan] ?? 0;
  const feePerAppraisal = feePerAppraisalOf(columns, loan, plan);
  const kept = keptOfAppraisal(columns, loan);
  for (let index = 0; index < count; index++) {
    const item = first + index;
    fillItemClaims(columns, item, feePerAppraisal, plan, claims);
    const factorAt = (plan.classes.itemClass[item] ?? 0) * outcomeCount;
    for (let outcome = 0; outcome < outcomeCount; outcome++) {
      const price = kept * (columns.appraisal[item] ?? 0) * (priceFactor[factorAt + outcome] ?? 0);
      toUs[index * outcomeCount + outcome] = splitSalePrice(price, plan, claims, split);
    }
  }
  const chance = chanceOf(columns, loan, plan);
  if (count === 1) expectOneItem(plan.classes.itemClass[first] ?? 0, chance, claim, plan, scratch);
  else expectComonotone(first, count, chance, claim, plan, scratch);
  let total = 0;
  for (let outcome = 0; outcome < outcomeCount; outcome++) total += expectedByOutcome[outcome] ?? 0;
  return Math.min(total, claim);
}

function expectOneItem(priceClass: number, chance: number, claim: number, plan: CasePlan, scratch: RecoveryScratch): void {
  for (let outcome = 0; outcome < plan.outcomeCount; outcome++) {
    const probability = chance * (plan.outcomeProbability[priceClass * plan.outcomeCount + outcome] ?? 0);
    scratch.expectedByOutcome[outcome] = probability * Math.min(claim, scratch.toUs[outcome] ?? 0);
  }
}

/** Walks the merged breakpoints of the items' cumulative probabilities; between two of them every item's outcome is fixed. */
function expectComonotone(first: number, count: number, chance: number, claim: number, plan: CasePlan, scratch: RecoveryScratch): void {
  const { outcomeCount, cumulativeProbability, classes } = plan;
  const { reachedOutcome } = scratch;
  reachedOutcome.fill(0, 0, count);
  let from = 0;
  for (;;) {
    let to = 2;
    for (let index = 0; index < count; index++) {
      const outcome = reachedOutcome[index] ?? 0;
      if (outcome === outcomeCount) continue;
      const base = (classes.itemClass[first + index] ?? 0) * outcomeCount;
      to = Math.min(to, chance * (cumulativeProbability[base + outcome] ?? 1));
    }
    if (to === 2) return;
    if (to > from) payInterval(to - from, count, claim, outcomeCount, scratch);
    for (let index = 0; index < count; index++) {
      const base = (classes.itemClass[first + index] ?? 0) * outcomeCount;
      let outcome = reachedOutcome[index] ?? 0;
      while (outcome < outcomeCount && chance * (cumulativeProbability[base + outcome] ?? 1) <= to) outcome += 1;
      reachedOutcome[index] = outcome;
    }
    from = to;
  }
}

function payInterval(width: number, count: number, claim: number, outcomeCount: number, scratch: RecoveryScratch): void {
  const { outcomeSum, reachedOutcome, toUs, expectedByOutcome } = scratch;
  outcomeSum.fill(0);
  for (let index = 0; index < count; index++) {
    const outcome = reachedOutcome[index] ?? 0;
    if (outcome < outcomeCount) outcomeSum[outcome] = (outcomeSum[outcome] ?? 0) + (toUs[index * outcomeCount + outcome] ?? 0);
  }
  let left = claim;
  for (let outcome = 0; outcome < outcomeCount; outcome++) {
    const paid = Math.min(left, outcomeSum[outcome] ?? 0);
    left -= paid;
    expectedByOutcome[outcome] = (expectedByOutcome[outcome] ?? 0) + width * paid;
  }
}
