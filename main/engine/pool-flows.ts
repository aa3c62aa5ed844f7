import type { PoolFlows } from "../../shared/domain/pricing-results.ts";
import type { CasePlan } from "./case-plan.ts";
import { fileCost, overheadInMonth, servicerCashRate } from "./loan-costs.ts";
import { CompensatedSums } from "./summation.ts";

/**
 * What the loans of a case add up to, by the classes whose loans share their months, yuan. However many loans there
 * are, months are worked out once per class.
 */
export interface ClassSums {
  /** [price class × outcome] expected collateral cash, and the part of it that its costs take before the cost shift. */
  readonly collateral: CompensatedSums;
  readonly collateralCost: CompensatedSums;
  /** [price class] court fees. */
  readonly courtFees: CompensatedSums;
  /** [curve class] remaining claim × the loan's curve scale. */
  readonly scaledRemaining: CompensatedSums;
}

export function emptyClassSums({ classes, outcomeCount }: CasePlan): ClassSums {
  return {
    collateral: new CompensatedSums(classes.priceClasses.length * outcomeCount),
    collateralCost: new CompensatedSums(classes.priceClasses.length * outcomeCount),
    courtFees: new CompensatedSums(classes.priceClasses.length),
    scaledRemaining: new CompensatedSums(classes.curveClasses.length),
  };
}

/** Monthly flows of the pool, yuan (METHOD §4). Flows of months before closing stand in the closing month: the seller hands them over then. */
export function expandFlows(plan: CasePlan, sums: ClassSums): PoolFlows {
  const { monthCount, closingMonth, horizonMonths, outcomeCount, classes } = plan;
  const collateral = new CompensatedSums(monthCount);
  const cash = new CompensatedSums(monthCount);
  const costs = new CompensatedSums(monthCount);
  const received = (month: number): number => Math.max(month, closingMonth);
  for (const [number, { segment }] of classes.priceClasses.entries()) {
    const costFactor = plan.costFactor[segment] ?? 1;
    for (let at = number * outcomeCount; at < (number + 1) * outcomeCount; at++) {
      const month = plan.outcomeMonth[at] ?? 0;
      if (month > horizonMonths) continue;
      collateral.add(received(month), sums.collateral.total(at));
      costs.add(received(month), sums.collateralCost.total(at) * costFactor);
    }
    const feesMonth = plan.courtFeesMonth[number] ?? -1;
    if (feesMonth >= 0) costs.add(received(feesMonth), sums.courtFees.total(number));
  }
  for (const [number, { segment }] of classes.curveClasses.entries()) {
    const remaining = sums.scaledRemaining.total(number);
    const cashRate = servicerCashRate(plan, segment);
    const shareAt = number * (horizonMonths + 1);
    for (let month = 0; month <= horizonMonths; month++) {
      const flow = remaining * (plan.curves.share[shareAt + month] ?? 0);
      cash.add(received(month), flow);
      costs.add(received(month), flow * cashRate);
    }
  }
  classes.loansInSegment.forEach((loans, segment) => costs.add(received(plan.fileCostMonth), loans * fileCost(plan, segment)));
  for (let month = 1; month <= horizonMonths; month++) costs.add(received(month), overheadInMonth(plan, month));
  const list = (flow: CompensatedSums): number[] => Array.from({ length: monthCount }, (_, month) => flow.total(month) + 0);
  const flows = { collateral: list(collateral), cash: list(cash), costs: list(costs) };
  const net = flows.collateral.map((flow, month) => flow + (flows.cash[month] ?? 0) - (flows.costs[month] ?? 0));
  return { ...flows, net };
}
