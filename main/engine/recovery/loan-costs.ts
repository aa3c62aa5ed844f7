import { stageOf } from "../column-codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import type { AssumptionsOf } from "../plan/plan-types.ts";
import { validClaimOf } from "./claim-validity.ts";
import { isBankrupt } from "./debtor.ts";
import { bankruptcyPetitionFee, graduatedFee } from "./fee-schedule.ts";
import { appraisalOf } from "./item-claims.ts";

/** Share of a loan's collateral cash that its costs take, before the cost shift: the loan's own, else servicer and counsel. */
export function collateralCostRate(columns: PackageColumns, loan: number, { assumptions }: AssumptionsOf): number {
  const own = columns.estimates === null ? Number.NaN : columns.estimates.collateralCostRate[loan];
  return Number.isNaN(own) ? assumptions.costs.servicerRateCollateral + assumptions.costs.counselRateCollateral : own;
}

/**
 * Acceptance fee (案件受理费, Decree 481 Art 13(1)) where the stage still owes it, yuan; the same in every case.
 *
 * On the claim, half for the share of cases in summary procedure or settled by mediation (Arts 15, 16). In bankruptcy the
 * petition fee (破产申请费, Art 14(6)) takes its place, on the loan's collateral as the known part of the estate; it comes
 * out of the estate (Art 20) unless the desk dates it in the table by stage. Nothing on a claim that is void: no case is
 * brought.
 */
export function acceptanceFee(columns: PackageColumns, loan: number, plan: AssumptionsOf): number {
  const { courtFees } = plan.assumptions;
  const claim = feeBaseOf(columns, loan, plan);
  if (claim === 0) return 0;
  if (isBankrupt(columns, loan)) return bankruptcyPetitionFee(courtFees, appraisalOf(columns, loan));
  return graduatedFee(courtFees.acceptance, claim) * (1 - courtFees.acceptanceHalvedShare / 2);
}

/** Preservation fee (保全费, Decree 481 Art 14(2)) on the claim where the stage still owes it, yuan; none in bankruptcy, which ends preservation. */
export function preservationFee(columns: PackageColumns, loan: number, plan: AssumptionsOf): number {
  return isBankrupt(columns, loan) ? 0 : graduatedFee(plan.assumptions.courtFees.preservation, feeBaseOf(columns, loan, plan));
}

/** Both together: what a suit costs that is still to be brought, yuan; whether it is brought says `isSuitForgone`. */
export function courtFeesDue(columns: PackageColumns, loan: number, plan: AssumptionsOf): number {
  return acceptanceFee(columns, loan, plan) + preservationFee(columns, loan, plan);
}

/** Claim on which court fees are still due, yuan. */
function feeBaseOf(columns: PackageColumns, loan: number, { assumptions }: AssumptionsOf): number {
  const isDue = assumptions.timing[stageOf(columns.stage[loan])].courtFeesMonth !== null;
  return isDue ? validClaimOf(columns, loan, assumptions) : 0;
}
