import type { PriceMeasures } from "../../../shared/domain/pricing-results.ts";
import { yuanFromFen } from "../../../shared/money.ts";
import { leveredMeasures } from "../funding/debt-service.ts";
import { type PaymentTerms, paymentFactor, paymentsPerYuan, paymentValues } from "../funding/payment-schedule.ts";
import type { TransitionSums } from "../funding/transition.ts";
import { monthlyFactor } from "../numbers/discounting.ts";
import { ratioOrNull, resultFen } from "../numbers/engine-output.ts";
import { monthDays, onDays } from "../numbers/flow-dates.ts";
import { sumOf, sumOfProducts } from "../numbers/summation.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { datedIrr, monthlyIrr } from "../returns/certified-irr.ts";
import { peakOf } from "../returns/peak-capital.ts";

/** What measures at a price are taken against: principal and claim of the package, yuan; its cut-off date; what closing settles. */
export interface PriceBases {
  readonly upbYuan: number;
  readonly claimYuan: number;
  /** 'YYYY-MM-DD'; without it there are no dated measures. */
  readonly cutOffDate?: string | null;
  readonly transition?: TransitionSums;
}

/** Present value (现值) of the pool's net flows at the plan's hurdle and at cut-off, yuan (METHOD §4). */
export function poolPresentValue(netYuan: readonly number[], plan: CasePlan): number {
  return sumOfProducts(netYuan, plan.discountFactor);
}

/**
 * Highest nominal price at the hurdle (最高报价), yuan, METHOD §4. Linear, so solved directly:
 * PV = v^c · (P · payment factor + P · dealCostRate + dealCost), where the payment factor is the value at closing of one
 * yuan paid by the schedule. Zero where nothing positive earns the hurdle. Not rounded.
 */
export function solveMaxBid(presentValueYuan: number, plan: CasePlan): number {
  const { closingMonth, dealCostRate, dealCostYuan } = plan.assumptions.closing;
  const closingFactor = plan.discountFactor[closingMonth];
  return Math.max(0, (presentValueYuan / closingFactor - dealCostYuan) / (paymentFactor(plan) + dealCostRate));
}

/** What the buyer pays for a price in all: the price and the deal costs, yuan. */
export function outlayAt(priceYuan: number, plan: PaymentTerms): number {
  const { dealCostRate, dealCostYuan } = plan.assumptions.closing;
  return priceYuan * (1 + dealCostRate) + dealCostYuan;
}

/** Price by its schedule and deal costs at closing, positive, yuan, by month of the case or longer. */
export function outlays(priceYuan: number, plan: PaymentTerms): number[] {
  const { closingMonth, dealCostRate, dealCostYuan } = plan.assumptions.closing;
  const payments = paymentsPerYuan(plan);
  const months: number[] = [];
  for (let month = 0; month < payments.length; month++) {
    const dealCosts = month === closingMonth ? priceYuan * dealCostRate + dealCostYuan : 0;
    months.push(priceYuan * payments[month] + dealCosts);
  }
  return months;
}

/** The buyer's flows at a price: net flows less price and deal costs in their months, which may run on after the last receipt; receipts positive, yuan. */
export function buyerFlows(netYuan: readonly number[], priceYuan: number, plan: PaymentTerms): number[] {
  const flows = outlays(priceYuan, plan);
  for (let month = 0; month < flows.length; month++) flows[month] = (month < netYuan.length ? netYuan[month] : 0) - flows[month];
  return flows;
}

/** Discount factor (折现因子) of a month at the hurdle, also of one beyond the month grid, in which a payment may fall. */
export function discountFactorAt({ discountFactor, hurdleRate }: CasePlan, month: number): number {
  return month < discountFactor.length ? discountFactor[month] : monthlyFactor(hurdleRate, month);
}

/** 0, 1, 2, …: longer than any month grid. */
const monthNumbers = new Float64Array(256).map((_, month) => month);

/** The returns that a sensitivity compares: rate of return, multiple and average life of the buyer's flows at a price. */
export function returnsAtPrice(
  netYuan: readonly number[],
  priceYuan: number,
  plan: PaymentTerms,
  buyer = buyerFlows(netYuan, priceYuan, plan),
): Pick<PriceMeasures, "irr" | "moic" | "walYears"> {
  return {
    irr: monthlyIrr(buyer),
    moic: ratioOrNull(sumOf(netYuan), outlayAt(priceYuan, plan)),
    walYears: averageLife(netYuan),
  };
}

/** Years; null where the flows sum to nothing, or where those below zero put the mean outside their months, so that it averages nothing. */
function averageLife(netYuan: readonly number[]): number | null {
  const years = ratioOrNull(sumOfProducts(netYuan, monthNumbers) / 12, sumOf(netYuan));
  return years === null || years < 0 || years > (netYuan.length - 1) / 12 ? null : years;
}

/**
 * Measures of the pool at a price (METHOD §1, §4).
 *
 * MOIC (回收倍数) = Σ net flows ÷ (price + deal costs), null where nothing at all is laid out. WAL (加权平均期限) = Σ t·flow ÷ Σ flow,
 * years from cut-off, null unless the flows sum to more than zero and the mean lies within their months. Payback (回收期) = first month, from cut-off, at which the buyer's cumulative flow is
 * not negative and no payment of the price is still to come; discounted payback the same at the hurdle.
 * Profit = Σ buyer's flows. Peak capital (资金占用峰值) = most that the cumulative flow is below zero at the end of a month.
 */
export function measuresAtPrice(netYuan: readonly number[], priceFen: number, plan: CasePlan, bases: PriceBases): PriceMeasures {
  const priceYuan = yuanFromFen(priceFen);
  const buyer = buyerFlows(netYuan, priceYuan, plan);
  const lastPayment = priceYuan === 0 ? plan.closingMonth : paymentsPerYuan(plan).findLastIndex((share) => share > 0);
  const peak = peakOf(buyer);
  return {
    priceFen,
    priceToPrincipal: ratioOrNull(priceYuan, bases.upbYuan),
    priceToClaim: ratioOrNull(priceYuan, bases.claimYuan),
    ...returnsAtPrice(netYuan, priceYuan, plan, buyer),
    paybackMonths: paybackMonth(buyer, plan.closingMonth, lastPayment),
    discountedPaybackMonths: paybackMonth(
      buyer.map((flow, month) => flow * discountFactorAt(plan, month)),
      plan.closingMonth,
      lastPayment,
    ),
    profitFen: resultFen(sumOf(buyer), "profit"),
    xirr: bases.cutOffDate ? datedIrr(onDays(buyer, monthDays(bases.cutOffDate, buyer.length))) : null,
    peakCapitalFen: resultFen(peak.yuan, "peakCapital"),
    peakCapitalMonth: peak.month,
    payment: paymentValues(priceFen, plan, bases.transition ?? { handedOverFen: 0, reimbursedFen: 0 }),
    levered: plan.assumptions.leverage.isOn ? leveredMeasures(netYuan, priceYuan, plan) : null,
  };
}

/** A shortfall within one fen, the rounding of the price, counts as paid back. */
function paybackMonth(flowsYuan: readonly number[], closingMonth: number, lastPayment: number): number | null {
  const tolerance = 0.01 + 1e-12 * flowsYuan.reduce((size, flow) => size + Math.abs(flow), 0);
  let cumulative = 0;
  for (let month = closingMonth; month < flowsYuan.length; month++) {
    cumulative += flowsYuan[month];
    if (month >= lastPayment && cumulative >= -tolerance) return month;
  }
  return null;
}
