import type { PoolFlows } from "../../../shared/domain/pricing-results.ts";
import { transitionChange } from "../funding/transition.ts";
import type { ClassSums, CollateralSums } from "../plan/class-sums.ts";
import type { OwnSums } from "../plan/own-sums.ts";
import { type CasePlan, NO_KIND } from "../plan/plan-types.ts";
import { fileBandCount, fileCostInBand, overheadInMonth, servicerCashRate, servicerGuarantorRate } from "../plan/running-costs.ts";
import { isTakenForDebt } from "../plan/sale-rates.ts";
import { incentiveFees } from "./incentive-fee.ts";

/** What the claims that remain after the collateral bring, before anything is handed over at closing, yuan. */
export interface CurveCash {
  /** [segment × month 0 … horizon] what the curves collect. */
  readonly cash: Float64Array;
  /** [segment] what guarantors pay, evenly over their months. */
  readonly guarantor: Float64Array;
}

/** Cash of curves and guarantors by segment. */
export function curveCash(plan: CasePlan, { scaledRemaining, cappedGuarantor }: Pick<ClassSums, "scaledRemaining" | "cappedGuarantor">): CurveCash {
  const { curves, classes, horizonMonths } = plan;
  const width = horizonMonths + 1;
  const guarantor = Float64Array.from(classes.loansInSegment, (_, segment) => cappedGuarantor.total(segment));
  const cash = new Float64Array(classes.loansInSegment.length * width);
  for (const [number, { segment }] of classes.curveClasses.entries()) {
    const remaining = scaledRemaining.total(number);
    guarantor[segment] += remaining * curves.guarantorTotal[number];
    const [from, shareAt] = [segment * width, number * width];
    for (let month = 0; month < width; month++) cash[from + month] += remaining * curves.share[shareAt + month];
  }
  return { cash, guarantor };
}

/** As long as any month grid. Copied and overwritten: an array that grows number by number costs ten times as much. */
const longList: readonly number[] = Array.from({ length: 256 }, () => 0.5);

/** Flows by month while they are added up; a month has few terms, so plain sums lose nothing that matters. */
class MonthlyFlows {
  readonly collateral: number[];
  readonly debtForAsset: number[];
  readonly guarantor: number[];
  readonly cash: number[];
  readonly own: number[];
  readonly costs: number[];
  readonly beforeClosing = { receiptsYuan: 0, costsYuan: 0 };
  readonly #closingMonth: number;

  constructor({ monthCount, closingMonth }: CasePlan) {
    const noFlows = (): number[] => longList.slice(0, monthCount).fill(0);
    this.collateral = noFlows();
    this.debtForAsset = noFlows();
    this.guarantor = noFlows();
    this.cash = noFlows();
    this.own = noFlows();
    this.costs = noFlows();
    this.#closingMonth = closingMonth;
  }

  /** Cash of a route and what its costs take of it. */
  receive(route: number[], month: number, yuan: number, costYuan: number): void {
    const received = Math.max(month, this.#closingMonth);
    route[received] += yuan;
    this.costs[received] += costYuan;
    if (month >= this.#closingMonth) return;
    this.beforeClosing.receiptsYuan += yuan;
    this.beforeClosing.costsYuan += costYuan;
  }

  /** A cost that hangs on no cash. */
  pay(month: number, yuan: number): void {
    const paid = Math.max(month, this.#closingMonth);
    this.costs[paid] += yuan;
  }
}

/**
 * Monthly flows of the pool, yuan (METHOD §4). Flows of months before closing stand in the closing month: the seller hands
 * them over then. What else is settled for that time changes the net flow alone.
 */
export function expandFlows(plan: CasePlan, sums: CollateralSums, curves: CurveCash, ownSums: OwnSums | null): PoolFlows {
  const { monthCount, closingMonth, horizonMonths } = plan;
  const flows = new MonthlyFlows(plan);
  receiveCollateral(plan, sums, flows);
  receiveSurplus(plan, sums, flows);
  receiveCurves(plan, curves, flows, ownSums);
  if (ownSums !== null)
    for (let month = 0; month < ownSums.monthCount; month++) flows.receive(flows.own, month, ownSums.gross.total(month), ownSums.costs.total(month));
  const { overheadYuanPerMonth, overheadMonths } = plan.assumptions.costs;
  const overheadEnd = overheadYuanPerMonth === 0 ? 0 : Math.min(overheadMonths, horizonMonths);
  for (let month = 1; month <= overheadEnd; month++) flows.pay(month, overheadInMonth(plan, month));
  if (plan.assumptions.costs.incentiveRate > 0) incentiveFees(plan, flows).forEach((fee, month) => flows.pay(month, fee));
  const change = transitionChange(flows.beforeClosing, plan);
  const { collateral, debtForAsset, guarantor, cash, own, costs, beforeClosing } = flows;
  const net = longList.slice(0, monthCount);
  for (let month = 0; month < monthCount; month++) {
    const received = collateral[month] + guarantor[month] + cash[month] + own[month];
    net[month] = received - costs[month] + (month === closingMonth ? change : 0) + 0;
  }
  const flowsOfRoutes = { collateral, debtForAsset, guarantor, cash, costs, net, beforeClosing };
  return ownSums === null ? flowsOfRoutes : { ...flowsOfRoutes, own };
}

function receiveCollateral(plan: CasePlan, sums: CollateralSums, flows: MonthlyFlows): void {
  const { outcomeCount, classes, closingMonth, horizonMonths } = plan;
  for (let number = 0; number < classes.priceClasses.length; number++) {
    const feesMonth = plan.courtFeesMonth[number];
    if (feesMonth >= 0) flows.pay(feesMonth, sums.courtFees.total(number));
    const { kind, segment } = classes.priceClasses[number];
    if (kind === NO_KIND) continue;
    const costFactor = plan.costFactor[segment];
    for (let at = number * outcomeCount; at < (number + 1) * outcomeCount; at++) {
      const month = plan.outcomeMonth[at];
      if (month <= horizonMonths) flows.receive(flows.collateral, month, sums.collateral.total(at), sums.collateralCost.total(at) * costFactor);
      if (month > horizonMonths || !isTakenForDebt(plan, number, at - number * outcomeCount)) continue;
      const takeOverMonth = month - plan.takeOver.gapMonths;
      const paid = sums.takeOver.total(number);
      flows.receive(flows.collateral, takeOverMonth, -paid, 0);
      flows.debtForAsset[Math.max(takeOverMonth, closingMonth)] -= paid;
      flows.debtForAsset[Math.max(month, closingMonth)] += sums.collateral.total(at);
    }
  }
}

/** What claims get of what sales leave their debtor. */
function receiveSurplus({ classes, costFactor }: CasePlan, { surplus }: CollateralSums, flows: MonthlyFlows): void {
  if (surplus === null) return;
  for (let segment = 0; segment < classes.loansInSegment.length; segment++) {
    if (classes.loansInSegment[segment] === 0) continue;
    for (let month = 0; month < surplus.monthCount; month++) {
      const at = segment * surplus.monthCount + month;
      flows.receive(flows.collateral, month, surplus.cash.total(at), surplus.cost.total(at) * costFactor[segment]);
    }
  }
}

function receiveCurves(plan: CasePlan, curves: CurveCash, flows: MonthlyFlows, ownSums: OwnSums | null): void {
  const { classes, horizonMonths, guarantors } = plan;
  const bands = fileBandCount(plan);
  for (let segment = 0; segment < classes.loansInSegment.length; segment++) {
    if (classes.loansInSegment[segment] === 0) continue;
    const cashRate = servicerCashRate(plan, segment);
    for (let month = 0; month <= horizonMonths; month++) {
      const flow = curves.cash[segment * (horizonMonths + 1) + month];
      flows.receive(flows.cash, month, flow, flow * cashRate);
    }
    const guarantorRate = servicerGuarantorRate(plan, segment);
    const first = guarantors.firstMonth[segment];
    const last = curves.guarantor[segment] === 0 ? -1 : guarantors.lastMonth[segment];
    const flow = curves.guarantor[segment] / Math.max(1, last - first + 1);
    for (let month = first; month <= last; month++) flows.receive(flows.guarantor, month, flow, flow * guarantorRate);
    for (let band = 0; band < bands; band++) {
      const files = classes.filesInBand[segment * bands + band] - (ownSums === null ? 0 : ownSums.files[segment * bands + band]);
      flows.pay(plan.fileCostMonth, files * fileCostInBand(plan, segment, band));
    }
  }
}
