import { claimValidityChecks } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import type { RowAssumptions } from "../plan/plan-types.ts";

/** Claim (债权总额) = principal + interest + advanced costs, yuan (METHOD §1). */
export function claimOf(columns: PackageColumns, loan: number): number {
  return columns.upb[loan] + columns.interest[loan] + columns.fees[loan];
}

/** Bit mask of the checks that count (债权效力审查): a failed one takes the claim to zero. */
function countedChecks({ validity }: Pick<RowAssumptions, "validity">): number {
  let mask = 0;
  claimValidityChecks.forEach((check, bit) => {
    if (validity[check]) mask |= 1 << bit;
  });
  return mask;
}

/**
 * What can still be enforced of a loan's claim, yuan: all of it, or nothing where a check that counts has failed.
 *
 * With the limitation of the debt (民法典 188) its mortgage falls too (419; 担保制度解释 44), and after the time to apply
 * for enforcement (民诉法 250) neither the debtor's assets nor the collateral can be reached: every route is zero.
 */
export function validClaimOf(columns: PackageColumns, loan: number, assumptions: Pick<RowAssumptions, "validity">): number {
  return (columns.failedChecks[loan] & countedChecks(assumptions)) === 0 ? claimOf(columns, loan) : 0;
}
