import type { CasePlan } from "./case-plan.ts";
import type { PackageColumns } from "./engine-types.ts";
import { graduatedFee } from "./fee-schedule.ts";
import { claimOf } from "./loan-recovery.ts";

/** Share of collateral cash that the servicer takes (清收服务费), after the cost shift. */
export function servicerCollateralRate(plan: CasePlan): number {
  return plan.assumptions.costs.servicerRateCollateral * plan.costFactor;
}

/** Share of collateral cash that counsel takes (律师费), after the cost shift. */
export function counselCollateralRate(plan: CasePlan): number {
  return plan.assumptions.costs.counselRateCollateral * plan.costFactor;
}

/** Share of the cash route that the servicer takes, after the cost shift. */
export function servicerCashRate(plan: CasePlan): number {
  return plan.assumptions.costs.servicerRateCash * plan.costFactor;
}

/** Cost per loan file (档案费), after the cost shift, yuan. */
export function fileCost(plan: CasePlan): number {
  return plan.assumptions.costs.fileCostYuan * plan.costFactor;
}

/** Overhead of the package per month, after the cost shift, yuan; from month 1, never past the horizon. */
export function overheadInMonth(plan: CasePlan, month: number): number {
  const { overheadMonths, overheadYuanPerMonth } = plan.assumptions.costs;
  const isDue = month >= 1 && month <= overheadMonths && month <= plan.horizonMonths;
  return isDue ? overheadYuanPerMonth * plan.costFactor : 0;
}

/** Acceptance fee (案件受理费, Decree 481 Art 13(1)) on the claim where the stage still owes it, yuan. */
export function acceptanceFee(columns: PackageColumns, loan: number, plan: CasePlan): number {
  const isDue = (plan.courtFeesMonth[columns.stage[loan] ?? 0] ?? -1) >= 0;
  return isDue ? graduatedFee(plan.assumptions.courtFees.acceptance, claimOf(columns, loan)) : 0;
}

/** Preservation fee (保全费, Decree 481 Art 14(2)) on the claim where the stage still owes it, yuan. */
export function preservationFee(columns: PackageColumns, loan: number, plan: CasePlan): number {
  const isDue = (plan.courtFeesMonth[columns.stage[loan] ?? 0] ?? -1) >= 0;
  return isDue ? graduatedFee(plan.assumptions.courtFees.preservation, claimOf(columns, loan)) : 0;
}
