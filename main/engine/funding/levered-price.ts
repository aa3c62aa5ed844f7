import type { LeveredPrice } from "../../../shared/domain/financing-results.ts";
import { yuanFromFen } from "../../../shared/money.ts";
import { monthlyFactor } from "../numbers/discounting.ts";
import { ratioOrNull, resultFen } from "../numbers/engine-output.ts";
import { sumOf } from "../numbers/summation.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { monthlyIrr } from "../returns/certified-irr.ts";
import { financeAtPrice } from "./debt-service.ts";
import type { PaymentTerms } from "./payment-schedule.ts";

/** A price between two others: equity's value at its hurdle is not negative at `from` and not positive at `to`, yuan. */
export interface BracketedPrice {
  readonly priceYuan: number;
  readonly fromYuan: number;
  readonly toYuan: number;
}

/** Value at cut-off of equity's flows at the levered hurdle, yuan. */
export function equityValue(netYuan: readonly number[], priceYuan: number, plan: PaymentTerms): number {
  const { leveredHurdleRate } = plan.assumptions.leverage;
  return sumOf(financeAtPrice(netYuan, priceYuan, plan).equityYuan.map((flow, month) => flow * monthlyFactor(leveredHurdleRate, month)));
}

/**
 * Price at which equity earns exactly the levered hurdle (杠杆后保本报价), METHOD §4; null where not even a price of nothing
 * earns it.
 *
 * Equity's value falls strictly in the price, for every kind of debt: each yuan of price costs what equity adds to it,
 * and each yuan of debt is paid back by maturity with a debt service that no larger balance makes smaller in any month.
 * So a sign change is the only one. The price is found by the secant inside a bracket that is halved where the secant
 * is slow; for fixed schedules the value is linear and the first step hits.
 */
export function solveLeveredPrice(netYuan: readonly number[], plan: PaymentTerms): BracketedPrice | null {
  let [from, fromValue] = [0, equityValue(netYuan, 0, plan)];
  if (fromValue <= 0) return null;
  let to = sumOf(netYuan.map((flow) => Math.abs(flow)));
  let toValue = equityValue(netYuan, to, plan);
  for (let doubling = 0; toValue > 0 && doubling < 100; doubling++) {
    [from, fromValue] = [to, toValue];
    to *= 2;
    toValue = equityValue(netYuan, to, plan);
  }
  for (let step = 0; step < 200 && to - from > 1e-15 * to; step++) {
    const secant = from + ((to - from) * fromValue) / (fromValue - toValue);
    const price = step % 3 === 2 || !(secant > from && secant < to) ? (from + to) / 2 : secant;
    if (price <= from || price >= to) break;
    const value = equityValue(netYuan, price, plan);
    if (value >= 0) [from, fromValue] = [price, value];
    if (value <= 0) [to, toValue] = [price, value];
  }
  return { priceYuan: fromValue <= -toValue ? from : to, fromYuan: from, toYuan: to };
}

/** The price at the levered hurdle in whole fen, with every rate of return of equity at that price. */
export function leveredPrice(netYuan: readonly number[], plan: CasePlan, upbYuan: number): LeveredPrice {
  const solved = solveLeveredPrice(netYuan, plan);
  if (solved === null) return { priceFen: null, refusal: "nothingEarnsIt", irr: null, priceToPrincipal: null };
  const priceFen = resultFen(solved.priceYuan, "leveredPrice");
  const priceYuan = yuanFromFen(priceFen);
  return {
    priceFen,
    refusal: null,
    irr: monthlyIrr(financeAtPrice(netYuan, priceYuan, plan).equityYuan),
    priceToPrincipal: ratioOrNull(priceYuan, upbYuan),
  };
}
