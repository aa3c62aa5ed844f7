import type { PoolFlows } from "../../shared/domain/pricing-results.ts";
import type { CasePlan } from "./case-plan.ts";
import { fileCost, overheadInMonth, servicerCashRate, servicerGuarantorRate } from "./loan-costs.ts";
import { CompensatedSums, type Totals } from "./summation.ts";
import { transitionChange } from "./transition.ts";

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
  /** [segment] what guarantors with a cap are expected to pay. */
  readonly cappedGuarantor: CompensatedSums;
}

/** The part of them that the collateral and the courts decide, however it was added up. */
export type CollateralSums = Readonly<Record<"collateral" | "collateralCost" | "courtFees", Totals>>;

/** What the claims that remain after the collateral bring, before anything is handed over at closing, yuan. */
export interface CurveCash {
  /** [segment × month 0 … horizon] what the curves collect. */
  readonly cash: Float64Array;
  /** [segment] what guarantors pay, evenly over their months. */
  readonly guarantor: Float64Array;
}

export function emptyClassSums({ classes, outcomeCount }: CasePlan): ClassSums {
  return {
    collateral: new CompensatedSums(classes.priceClasses.length * outcomeCount),
    collateralCost: new CompensatedSums(classes.priceClasses.length * outcomeCount),
    courtFees: new CompensatedSums(classes.priceClasses.length),
    scaledRemaining: new CompensatedSums(classes.curveClasses.length),
    cappedGuarantor: new CompensatedSums(classes.loansInSegment.length),
  };
}

/** Cash of curves and guarantors by segment. */
export function curveCash(plan: CasePlan, { scaledRemaining, cappedGuarantor }: Pick<ClassSums, "scaledRemaining" | "cappedGuarantor">): CurveCash {
  const { curves, classes, horizonMonths } = plan;
  const width = horizonMonths + 1;
  const guarantor = Float64Array.from(classes.loansInSegment, (_, segment) => cappedGuarantor.total(segment));
  const cash = new Float64Array(classes.loansInSegment.length * width);
  for (const [number, { segment }] of classes.curveClasses.entries()) {
    const remaining = scaledRemaining.total(number);
    guarantor[segment] = (guarantor[segment] ?? 0) + remaining * (curves.guarantorTotal[number] ?? 0);
    const [from, shareAt] = [segment * width, number * width];
    for (let month = 0; month < width; month++) cash[from + month] = (cash[from + month] ?? 0) + remaining * (curves.share[shareAt + month] ?? 0);
  }
  return { cash, guarantor };
}

/**
 * Monthly flows of the pool, yuan (METHOD §4). Flows of months before closing stand in the closing month: the seller hands
 * them over then. What else is settled for that time changes the net flow alone.
 */
export function expandFlows(plan: CasePlan, sums: CollateralSums, curves: CurveCash): PoolFlows {
  const { monthCount, closingMonth, horizonMonths, outcomeCount, classes } = plan;
  const collateral = new CompensatedSums(monthCount);
  const guarantor = new CompensatedSums(monthCount);
  const cash = new CompensatedSums(monthCount);
  const costs = new CompensatedSums(monthCount);
  const early = new CompensatedSums(2);
  const received = (month: number): number => Math.max(month, closingMonth);
  const receive = (flow: CompensatedSums, month: number, yuan: number, costYuan: number): void => {
    flow.add(received(month), yuan);
    costs.add(received(month), costYuan);
    if (month >= closingMonth) return;
    early.add(0, yuan);
    early.add(1, costYuan);
  };
  for (const [number, { segment }] of classes.priceClasses.entries()) {
    const costFactor = plan.costFactor[segment] ?? 1;
    for (let at = number * outcomeCount; at < (number + 1) * outcomeCount; at++) {
      const month = plan.outcomeMonth[at] ?? 0;
      if (month > horizonMonths) continue;
      receive(collateral, month, sums.collateral.total(at), sums.collateralCost.total(at) * costFactor);
    }
    const feesMonth = plan.courtFeesMonth[number] ?? -1;
    if (feesMonth >= 0) costs.add(received(feesMonth), sums.courtFees.total(number));
  }
  classes.loansInSegment.forEach((loans, segment) => {
    if (loans === 0) return;
    const cashRate = servicerCashRate(plan, segment);
    for (let month = 0; month <= horizonMonths; month++) {
      const flow = curves.cash[segment * (horizonMonths + 1) + month] ?? 0;
      receive(cash, month, flow, flow * cashRate);
    }
  });
  classes.loansInSegment.forEach((loans, segment) => {
    if (loans === 0) return;
    const guarantorRate = servicerGuarantorRate(plan, segment);
    const [first, last] = [plan.guarantors.firstMonth[segment] ?? 0, plan.guarantors.lastMonth[segment] ?? -1];
    const flow = (curves.guarantor[segment] ?? 0) / Math.max(1, last - first + 1);
    for (let month = first; month <= last; month++) receive(guarantor, month, flow, flow * guarantorRate);
  });
  classes.loansInSegment.forEach((loans, segment) => costs.add(received(plan.fileCostMonth), loans * fileCost(plan, segment)));
  for (let month = 1; month <= horizonMonths; month++) costs.add(received(month), overheadInMonth(plan, month));
  const list = (flow: CompensatedSums): number[] => Array.from({ length: monthCount }, (_, month) => flow.total(month) + 0);
  const flows = { collateral: list(collateral), guarantor: list(guarantor), cash: list(cash), costs: list(costs) };
  const beforeClosing = { receiptsYuan: early.total(0) + 0, costsYuan: early.total(1) + 0 };
  const change = transitionChange(beforeClosing, plan);
  const net = flows.collateral.map(
    (flow, month) => flow + (flows.guarantor[month] ?? 0) + (flows.cash[month] ?? 0) - (flows.costs[month] ?? 0) + (month === closingMonth ? change : 0),
  );
  return { ...flows, net, beforeClosing };
}
