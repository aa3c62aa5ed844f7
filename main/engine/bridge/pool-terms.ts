import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import type { CaseName } from "../../../shared/domain/codes.ts";
import type { PoolFlows } from "../../../shared/domain/pricing-results.ts";
import { paymentFactor } from "../funding/payment-schedule.ts";
import { transitionChange } from "../funding/transition.ts";
import { sumOfProducts } from "../numbers/summation.ts";
import { planCase } from "../plan/case-plan.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { overheadInMonth } from "../plan/running-costs.ts";
import { incentiveFees } from "../pool/incentive-fee.ts";
import { solveMaxBid } from "../pool/price-measures.ts";
import type { PackageInput } from "../price-package.ts";

/** What loans bring to a pool; adds up over loans. */
export interface PoolParts {
  /** Present value of their net flows at the hurdle, yuan. */
  presentValueYuan: number;
  principalYuan: number;
  /** [month] receipts of all routes, yuan. */
  readonly receipts: Float64Array;
  readonly beforeClosing: { receiptsYuan: number; costsYuan: number };
}

/** The assumptions without what belongs to the pool and to no loan: overhead, incentive fee and settlement at closing. */
export const withoutPool = (assumptions: Assumptions): Assumptions => ({
  ...assumptions,
  costs: { ...assumptions.costs, overheadYuanPerMonth: 0, incentiveRate: 0 },
  transition: { sellerShare: 0, collectedYuan: null, reimbursedYuan: 0 },
});

/** From loans to the highest bid of one case under one set of assumptions. */
export class PoolTerms {
  readonly plan: CasePlan;
  /** What one yuan of present value adds to the highest bid, as long as that is not zero. */
  readonly bidPerYuan: number;
  /** Present value of the overhead, yuan. */
  readonly #overheadYuan: number;

  constructor({ assumptions, cases }: Pick<PackageInput, "assumptions" | "cases">, caseName: CaseName) {
    this.plan = planCase({ assumptions, shifts: cases[caseName] });
    const { discountFactor, closingMonth } = this.plan;
    this.bidPerYuan = 1 / (discountFactor[closingMonth] * (paymentFactor(this.plan) + assumptions.closing.dealCostRate));
    this.#overheadYuan = sumOfProducts(
      discountFactor.map((_, month) => overheadInMonth(this.plan, month)),
      discountFactor,
    );
  }

  /** Nothing yet. */
  empty(): PoolParts {
    return { presentValueYuan: 0, principalYuan: 0, receipts: new Float64Array(this.plan.monthCount), beforeClosing: { receiptsYuan: 0, costsYuan: 0 } };
  }

  /** What priced loans bring. @param flows without overhead, incentive fee and settlement */
  partsOf(flows: PoolFlows, presentValueYuan: number, principalYuan: number): PoolParts {
    const { collateral, guarantor, cash, own, beforeClosing } = flows;
    const receipts = Float64Array.from(collateral, (yuan, month) => yuan + guarantor[month] + cash[month] + (own?.[month] ?? 0));
    return { presentValueYuan, principalYuan, receipts, beforeClosing };
  }

  /** The highest bid (最高报价), yuan, not rounded: as `pricePackage` finds it, with overhead, incentive fee and settlement. */
  bidOf({ presentValueYuan, principalYuan, receipts, beforeClosing }: PoolParts): number {
    const { plan } = this;
    const { discountFactor, closingMonth } = plan;
    const fees = sumOfProducts(incentiveFees({ ...plan, classes: { ...plan.classes, principalYuan } }, receiptsAlone(receipts)), discountFactor);
    const settled = transitionChange(beforeClosing, plan) * discountFactor[closingMonth];
    return solveMaxBid(presentValueYuan - this.#overheadYuan - fees + settled, plan);
  }
}

/** Receipts that are added up already. */
function receiptsAlone(receipts: Float64Array) {
  const none = new Float64Array(receipts.length);
  return { collateral: receipts, guarantor: none, cash: none };
}

export function addPoolParts(total: PoolParts, parts: PoolParts): void {
  total.presentValueYuan += parts.presentValueYuan;
  total.principalYuan += parts.principalYuan;
  for (let month = 0; month < total.receipts.length; month++) total.receipts[month] += parts.receipts[month];
  total.beforeClosing.receiptsYuan += parts.beforeClosing.receiptsYuan;
  total.beforeClosing.costsYuan += parts.beforeClosing.costsYuan;
}
