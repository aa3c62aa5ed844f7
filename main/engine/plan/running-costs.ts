import type { AssumptionsOf, CasePlan } from "./plan-types.ts";

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

/** Bands of costs per file, with the one above them all. */
export function fileBandCount({ assumptions }: AssumptionsOf): number {
  return assumptions.costs.fileCostBands.length + 1;
}

/** Band of costs per file that a claim falls into. */
export function fileBandOf(claimYuan: number, { costs: { fileCostBands } }: AssumptionsOf["assumptions"]): number {
  let band = 0;
  while (band < fileCostBands.length && claimYuan > fileCostBands[band].claimUpToYuan) band += 1;
  return band;
}

/** Cost per loan file (档案费) of a band, after the cost shift of the segment, yuan. */
export function fileCostInBand(plan: CasePlan, segment: number, band: number): number {
  const { fileCostBands, fileCostYuan } = plan.assumptions.costs;
  return (band < fileCostBands.length ? fileCostBands[band].fileCostYuan : fileCostYuan) * plan.costFactor[segment];
}

/** Cost of the file of a loan, after the cost shift of its segment, yuan. */
export function fileCost(plan: CasePlan, loan: number): number {
  const { segment, fileBand } = plan.classes.priceClasses[plan.classes.loanClass[loan]];
  return fileCostInBand(plan, segment, fileBand);
}

/** Overhead of the package per month, after the cost shift, yuan; from month 1, never past the horizon. */
export function overheadInMonth(plan: CasePlan, month: number): number {
  const { overheadMonths, overheadYuanPerMonth } = plan.assumptions.costs;
  const isDue = month >= 1 && month <= overheadMonths && month <= plan.horizonMonths;
  return isDue ? overheadYuanPerMonth * plan.overheadFactor : 0;
}
