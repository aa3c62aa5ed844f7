import { claimValidityChecks, interestBases } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import type { RowAssumptions } from "../plan/plan-types.ts";
import { isBankrupt } from "./debtor.ts";

/** Claim (债权总额) = principal + interest + advanced costs, yuan (METHOD §1). */
export function claimOf(columns: PackageColumns, loan: number): number {
  return columns.upb[loan] + columns.interest[loan] + columns.fees[loan];
}

/** Interest that the claim is not admitted with, yuan: all of it where principal alone is (仅认本金), as stated or as the desk says. */
export function interestNotAdmitted(columns: PackageColumns, loan: number, { interest }: Pick<RowAssumptions, "interest">): number {
  const stated = interestBases[columns.interestBasis[loan]];
  const basis = stated === "unknown" ? interest.admitted : stated;
  return basis === "principal" ? columns.interest[loan] : 0;
}

/**
 * Interest for late performance of a judgment to cut-off (迟延履行利息, 法释〔2014〕8号 Art 1), yuan: a rate per day on the
 * principal, which bears no other interest. None in bankruptcy, where interest stops (破产法 46).
 */
export function delayInterestOf(columns: PackageColumns, loan: number, { interest }: Pick<RowAssumptions, "interest">): number {
  if (!interest.countsDelay || isBankrupt(columns, loan)) return 0;
  return columns.upb[loan] * interest.delayRatePerDay * columns.delayDays[loan];
}

/** What is admitted of a claim before any check, yuan: what the routes can bring at the most. */
function admittedClaimOf(columns: PackageColumns, loan: number, assumptions: Pick<RowAssumptions, "interest">): number {
  return claimOf(columns, loan) - interestNotAdmitted(columns, loan, assumptions) + delayInterestOf(columns, loan, assumptions);
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
 * What can still be enforced of a loan's claim, yuan: all that is admitted of it, or nothing where a check that counts has failed.
 *
 * With the limitation of the debt (民法典 188) its mortgage falls too (419; 担保制度解释 44), and after the time to apply
 * for enforcement (民诉法 250) neither the debtor's assets nor the collateral can be reached: every route is zero.
 */
export function validClaimOf(columns: PackageColumns, loan: number, assumptions: Pick<RowAssumptions, "validity" | "interest">): number {
  return (columns.failedChecks[loan] & countedChecks(assumptions)) === 0 ? admittedClaimOf(columns, loan, assumptions) : 0;
}
