import type { PackageColumns } from "../engine-types.ts";
import { isGuarantorLive } from "../plan/guarantor-tables.ts";
import type { AssumptionsOf, CasePlan } from "../plan/plan-types.ts";

/**
 * What guarantors with a cap are expected to pay of a claim, yuan: one after the other rate × min(what is left, cap),
 * METHOD §3.
 *
 * They come before those without a cap and in the order of rising caps. The order of the tape decides nothing, and of
 * all orders this one recovers least: a guarantor pays least for sure where most is still owed.
 */
export function cappedRecovery(columns: PackageColumns, loan: number, remainingYuan: number, plan: CasePlan): number {
  let left = remainingYuan;
  for (const cap of liveCaps(columns, loan, plan)) left -= plan.guarantors.rate[columns.segment[loan]] * Math.min(left, cap);
  return remainingYuan - left;
}

/** Caps of a loan's live guarantors, rising, yuan. */
export function liveCaps(columns: PackageColumns, loan: number, plan: AssumptionsOf): number[] {
  const caps: number[] = [];
  const end = columns.guarantorStart[loan + 1];
  for (let at = columns.guarantorStart[loan]; at < end; at++) {
    const cap = columns.guarantorCap[at];
    if (!Number.isNaN(cap) && isGuarantorLive(columns, at, plan)) caps.push(cap);
  }
  return caps.sort((left, right) => left - right);
}
