import type { Assumptions } from "../../shared/domain/assumptions.ts";
import { litigationStages } from "../../shared/domain/codes.ts";
import type { AssumptionsOf, CasePlan } from "./case-plan.ts";
import type { PackageColumns } from "./engine-types.ts";
import { graduatedFee } from "./fee-schedule.ts";
import { claimOf } from "./loan-recovery.ts";

/** Share of collateral cash that the servicer takes (清收服务费), after the cost shift of the segment. */
export function servicerCollateralRate(plan: CasePlan, segment: number): number {
  return plan.assumptions.costs.servicerRateCollateral * (plan.costFactor[segment] ?? 1);
}

/** Share of collateral cash that counsel takes (律师费), after the cost shift of the segment. */
export function counselCollateralRate(plan: CasePlan, segment: number): number {
  return plan.assumptions.costs.counselRateCollateral * (plan.costFactor[segment] ?? 1);
}

/** Share of a loan's collateral cash that its costs take, before the cost shift: the loan's own, else servicer and counsel. */
export function collateralCostRate(columns: PackageColumns, loan: number, { assumptions }: AssumptionsOf): number {
  const own = columns.estimates?.collateralCostRate[loan] ?? Number.NaN;
  return Number.isNaN(own) ? assumptions.costs.servicerRateCollateral + assumptions.costs.counselRateCollateral : own;
}

/** Share of the cash route that the servicer takes, after the cost shift of the segment. */
export function servicerCashRate(plan: CasePlan, segment: number): number {
  return plan.assumptions.costs.servicerRateCash * (plan.costFactor[segment] ?? 1);
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

/** Acceptance fee (案件受理费, Decree 481 Art 13(1)) on the claim where the stage still owes it, yuan; the same in every case. */
export function acceptanceFee(columns: PackageColumns, loan: number, { assumptions }: AssumptionsOf): number {
  return areCourtFeesDue(columns, loan, assumptions) ? graduatedFee(assumptions.courtFees.acceptance, claimOf(columns, loan)) : 0;
}

/** Preservation fee (保全费, Decree 481 Art 14(2)) on the claim where the stage still owes it, yuan; the same in every case. */
export function preservationFee(columns: PackageColumns, loan: number, { assumptions }: AssumptionsOf): number {
  return areCourtFeesDue(columns, loan, assumptions) ? graduatedFee(assumptions.courtFees.preservation, claimOf(columns, loan)) : 0;
}

function areCourtFeesDue(columns: PackageColumns, loan: number, assumptions: Assumptions): boolean {
  return assumptions.timing[litigationStages[columns.stage[loan] ?? 0] ?? "notSued"].courtFeesMonth !== null;
}
