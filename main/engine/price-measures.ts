import type { PriceMeasures } from "../../shared/domain/pricing-results.ts";
import { yuanFromFen } from "../../shared/money.ts";
import type { CasePlan } from "./case-plan.ts";
import { monthlyIrr } from "./certified-irr.ts";
import { ratioOrNull, resultFen } from "./engine-output.ts";
import { sumOf } from "./summation.ts";

/** Principal and claim of the package, yuan: the two bases of a price ratio. */
export interface PriceBases {
  readonly upbYuan: number;
  readonly claimYuan: number;
}

/** Present value (现值) of the pool's net flows at the plan's hurdle and at cut-off, yuan (METHOD §4). */
export function poolPresentValue(netYuan: readonly number[], plan: CasePlan): number {
  return sumOf(netYuan.map((flow, month) => flow * (plan.discountFactor[month] ?? 0)));
}

/**
 * Highest price at the hurdle (最高报价), paid in cash at closing, yuan, METHOD §4. Linear, so solved directly:
 * PV = v^c · (P·(1 + dealCostRate) + dealCost). Zero where nothing positive earns the hurdle. Not rounded.
 */
export function solveMaxBid(presentValueYuan: number, plan: CasePlan): number {
  const { closingMonth, dealCostRate, dealCostYuan } = plan.assumptions.closing;
  const closingFactor = plan.discountFactor[closingMonth] ?? 1;
  return Math.max(0, (presentValueYuan / closingFactor - dealCostYuan) / (1 + dealCostRate));
}

/** What the buyer pays at closing for a price: the price and the deal costs, yuan. */
function outlayAt(priceYuan: number, plan: CasePlan): number {
  const { dealCostRate, dealCostYuan } = plan.assumptions.closing;
  return priceYuan * (1 + dealCostRate) + dealCostYuan;
}

/** The buyer's flows at a price: net flows less price and deal costs at closing; receipts positive, yuan, by month. */
export function buyerFlows(netYuan: readonly number[], priceYuan: number, plan: CasePlan): number[] {
  const { closingMonth } = plan.assumptions.closing;
  return netYuan.map((flow, month) => (month === closingMonth ? flow - outlayAt(priceYuan, plan) : flow));
}

/**
 * Measures of the pool at a price (METHOD §1, §4).
 *
 * MOIC (回收倍数) = Σ net flows ÷ (price + deal costs). WAL (加权平均期限) = Σ t·flow ÷ Σ flow, years from cut-off, null unless the
 * flows sum to more than zero. Payback (回收期) = first month, from cut-off, at which the buyer's cumulative flow is
 * not negative; discounted payback the same at the hurdle. Profit = Σ buyer's flows.
 */
export function measuresAtPrice(netYuan: readonly number[], priceFen: number, plan: CasePlan, bases: PriceBases): PriceMeasures {
  const priceYuan = yuanFromFen(priceFen);
  const buyer = buyerFlows(netYuan, priceYuan, plan);
  const netTotal = sumOf(netYuan);
  const monthsTotal = sumOf(netYuan.map((flow, month) => flow * month));
  return {
    priceFen,
    priceToPrincipal: ratioOrNull(priceYuan, bases.upbYuan),
    priceToClaim: ratioOrNull(priceYuan, bases.claimYuan),
    irr: monthlyIrr(buyer),
    moic: ratioOrNull(netTotal, priceYuan === 0 ? 0 : outlayAt(priceYuan, plan)),
    walYears: ratioOrNull(monthsTotal / 12, netTotal),
    paybackMonths: paybackMonth(buyer, plan.closingMonth),
    discountedPaybackMonths: paybackMonth(
      buyer.map((flow, month) => flow * (plan.discountFactor[month] ?? 0)),
      plan.closingMonth,
    ),
    profitFen: resultFen(sumOf(buyer), "profit"),
  };
}

/** A shortfall within one fen, the rounding of the price, counts as paid back. */
function paybackMonth(flowsYuan: readonly number[], closingMonth: number): number | null {
  const tolerance = 0.01 + 1e-12 * flowsYuan.reduce((size, flow) => size + Math.abs(flow), 0);
  let cumulative = 0;
  for (let month = closingMonth; month < flowsYuan.length; month++) {
    cumulative += flowsYuan[month] ?? 0;
    if (cumulative >= -tolerance) return month;
  }
  return null;
}
