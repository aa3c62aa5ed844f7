import type { PackageColumns } from "../engine-types.ts";
import { hasOwnRealisation, keptOfAppraisal, ownChance } from "../plan/loan-estimates.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { validClaimOf } from "../recovery/claim-validity.ts";
import type { RecoveryGroups } from "./recovery-groups.ts";

/**
 * The row that says how and when an asset of several loans is sold (主导债权), an index of `groups.rows`.
 *
 * The desk's own estimate comes first, the most cautious one of several: the smallest expected share of the appraisal, between equals the lower price. Else the loan that has come furthest in
 * litigation leads, since its court sells the asset; between equals the later sale, and then the smaller code, so that
 * the order of loans decides nothing. Loans whose claim is void do not lead.
 */
export function leadRowOf(columns: PackageColumns, groups: RecoveryGroups, from: number, to: number, plan: CasePlan): number {
  let lead = from;
  for (let at = from + 1; at < to; at++) {
    if (leads(columns, groups, at, lead, plan)) lead = at;
  }
  return lead;
}

function leads(columns: PackageColumns, groups: RecoveryGroups, at: number, other: number, plan: CasePlan): boolean {
  const [mine, its] = [keysOf(columns, groups, at, plan), keysOf(columns, groups, other, plan)];
  for (let key = 0; key < mine.length; key++) {
    const difference = mine[key] - its[key];
    if (difference !== 0) return difference > 0;
  }
  return false;
}

/** Larger leads, first difference decides. */
function keysOf(columns: PackageColumns, groups: RecoveryGroups, at: number, plan: CasePlan): number[] {
  const [item, loan] = [groups.rows[at], groups.rowLoan[at]];
  const isOwn = columns.estimates !== null && hasOwnRealisation(columns.estimates, loan);
  return [
    Number(validClaimOf(columns, loan, plan.assumptions) > 0),
    Number(isOwn),
    isOwn ? -keptOfAppraisal(columns, loan) * ownChance(columns, loan) : columns.stage[loan],
    // Estimates of one worth differ in their price.
    -keptOfAppraisal(columns, loan),
    plan.outcomeMonth[plan.classes.itemClass[item] * plan.outcomeCount],
    // The owner that is taxed more.
    columns.debtorIsCompany[loan],
    -columns.collateralKind[item],
    -columns.segment[loan],
  ];
}
