import type { CasePlan } from "./plan-types.ts";

/** Factor of the cost shift on what an asset of a price class costs. */
export function costFactorOf({ costFactor, classes }: CasePlan, priceClass: number): number {
  return costFactor[classes.priceClasses[priceClass].segment];
}

/** Share of the cash route that the servicer takes, after the cost shift of the segment. */
export function servicerCashRate(plan: CasePlan, segment: number): number {
  return plan.assumptions.costs.servicerRateCash * plan.costFactor[segment];
}

/** Share of guarantor payments that the servicer takes, after the cost shift of the segment. */
export function servicerGuarantorRate(plan: CasePlan, segment: number): number {
  return plan.assumptions.costs.servicerRateGuarantor * plan.costFactor[segment];
}

/** Cost per loan file (档案费), after the cost shift of the segment, yuan. */
export function fileCost(plan: CasePlan, segment: number): number {
  return plan.assumptions.costs.fileCostYuan * plan.costFactor[segment];
}

/** Overhead of the package per month, after the cost shift, yuan; from month 1, never past the horizon. */
export function overheadInMonth(plan: CasePlan, month: number): number {
  const { overheadMonths, overheadYuanPerMonth } = plan.assumptions.costs;
  const isDue = month >= 1 && month <= overheadMonths && month <= plan.horizonMonths;
  return isDue ? overheadYuanPerMonth * plan.overheadFactor : 0;
}
