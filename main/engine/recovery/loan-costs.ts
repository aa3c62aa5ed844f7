import { litigationStages } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import type { AssumptionsOf, CasePlan } from "../plan/case-plan.ts";
import { validClaimOf } from "./claim-validity.ts";
import { isBankrupt } from "./debtor.ts";
import { bankruptcyPetitionFee, graduatedFee } from "./fee-schedule.ts";
import { appraisalOf } from "./item-claims.ts";

/** Share of a loan's collateral cash that its costs take, before the cost shift: the loan's own, else servicer and counsel. */
export function collateralCostRate(columns: PackageColumns, loan: number, { assumptions }: AssumptionsOf): number {
  const own = columns.estimates?.collateralCostRate[loan] ?? Number.NaN;
  return Number.isNaN(own) ? assumptions.costs.servicerRateCollateral + assumptions.costs.counselRateCollateral : own;
}

/** Share of the cash route that the servicer takes, after the cost shift of the segment. */
export function servicerCashRate(plan: CasePlan, segment: number): number {
  return plan.assumptions.costs.servicerRateCash * (plan.costFactor[segment] ?? 1);
}

/** Share of guarantor payments that the servicer takes, after the cost shift of the segment. */
export function servicerGuarantorRate(plan: CasePlan, segment: number): number {
  return plan.assumptions.costs.servicerRateGuarantor * (plan.costFactor[segment] ?? 1);
}

/** Cost per loan file (档案费), after the cost shift of the segment, yuan. */
export function fileCost(plan: CasePlan, segment: number): number {
  return plan.assumptions.costs.fileCostYuan * (plan.costFactor[segment] ?? 1);
}

/** Overhead of the package per month, after the cost shift, yuan; from month 1, never past the horizon. */
export function overheadInMonth(plan: CasePlan, month: number): number {
  const { overheadMonths, overheadYuanPerMonth } = plan.assumptions.costs;
  const isDue = month >= 1 && month <= overheadMonths && month <= plan.horizonMonths;
  return isDue ? overheadYuanPerMonth * plan.overheadFactor : 0;
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

/** Claim on which court fees are still due, yuan. */
function feeBaseOf(columns: PackageColumns, loan: number, { assumptions }: AssumptionsOf): number {
  const isDue = assumptions.timing[litigationStages[columns.stage[loan] ?? 0] ?? "notSued"].courtFeesMonth !== null;
  return isDue ? validClaimOf(columns, loan, assumptions) : 0;
}
