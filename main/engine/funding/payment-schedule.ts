import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import { type Payment, type PaymentPart } from "../../../shared/domain/financing-assumptions.ts";
import type { PaymentValues } from "../../../shared/domain/financing-results.ts";
import { yuanFromFen } from "../../../shared/money.ts";
import { monthlyFactor } from "../numbers/discounting.ts";
import { resultFen } from "../numbers/engine-output.ts";
import { sumOf } from "../numbers/summation.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import type { TransitionSums } from "./transition.ts";

/** What of a case decides how a price is paid: assumptions, closing month, months of the grid. */
export type PaymentTerms = Pick<CasePlan, "assumptions" | "closingMonth" | "monthCount">;

/** Parts of one yuan of nominal price (名义价款) as the buyer pays them: instalments, and what redeems the trust beneficiary rights. */
function partsOfPrice({ instalments, trustRights }: Payment): PaymentPart[] {
  const redeemed = trustRights.schedule.map(({ share, monthsAfterClosing }) => ({ share: share * trustRights.priceShare, monthsAfterClosing }));
  return [...instalments, ...(trustRights.priceShare === 0 ? [] : redeemed)];
}

/**
 * What the buyer pays for one yuan of nominal price (付款进度), by month from cut-off; adds up to 1. As long as the month
 * grid of the case, or longer where payments fall beyond it.
 */
export function paymentsPerYuan(plan: PaymentTerms): Float64Array {
  const known = paymentsOf.get(plan.assumptions);
  if (known) return known;
  const payments = addUpPayments(plan);
  paymentsOf.set(plan.assumptions, payments);
  return payments;
}

/** The same in every case of a set of assumptions; not to be written to. */
const paymentsOf = new WeakMap<Assumptions, Float64Array>();

function addUpPayments({ assumptions: { payment }, closingMonth, monthCount }: PaymentTerms): Float64Array {
  const parts = partsOfPrice(payment);
  const lastMonth = parts.reduce((last, part) => (part.share > 0 ? Math.max(last, closingMonth + part.monthsAfterClosing) : last), 0);
  const payments = new Float64Array(Math.max(monthCount, lastMonth + 1));
  for (const { share, monthsAfterClosing } of parts) {
    if (share > 0) payments[closingMonth + monthsAfterClosing] += share;
  }
  return payments;
}

/** Value at closing of parts of one yuan, at an annual effective rate: Σ share · (1 + rate)^(−months ÷ 12) (METHOD, W10). */
function valueOfParts(parts: readonly PaymentPart[], annualRate: number): number {
  return sumOf(parts.map(({ share, monthsAfterClosing }) => share * monthlyFactor(annualRate, monthsAfterClosing)));
}

/**
 * Value at closing of one yuan of nominal price at the hurdle: 1 where all is paid at closing, less where terms are
 * easier. The nominal price that a buyer can offer rises by its inverse.
 */
export function paymentFactor({ assumptions: { payment }, hurdleRate }: CasePlan): number {
  return valueOfParts(partsOfPrice(payment), hurdleRate);
}

/** Annual effective cost of funds at which payments are valued: the desk's own, else the rate of the debt with monthly interest. */
function fundingRateOf({ assumptions: { payment, leverage } }: CasePlan): number {
  return payment.fundingRate ?? (1 + leverage.annualRate / 12) ** 12 - 1;
}

/**
 * A nominal price in all its values (METHOD §4): what is paid in cash and in rights, what the rights are
 * worth to the seller at their own rate, what all payments are worth at closing at the cost of funds and at the
 * hurdle, and the cash that changes hands at closing: due then − collections handed over + costs paid back.
 */
export function paymentValues(priceFen: number, plan: CasePlan, transition: TransitionSums): PaymentValues {
  const { payment } = plan.assumptions;
  const priceYuan = yuanFromFen(priceFen);
  const parts = partsOfPrice(payment);
  const rightsFen = resultFen(priceYuan * payment.trustRights.priceShare, "rights");
  const rightsValueFen = resultFen(yuanFromFen(rightsFen) * valueOfParts(payment.trustRights.schedule, payment.trustRights.annualRate), "rightsValue");
  const dueAtClosingFen = resultFen(priceYuan * sumOf(parts.map((part) => (part.monthsAfterClosing === 0 ? part.share : 0))), "dueAtClosing");
  const fundingRate = fundingRateOf(plan);
  return {
    cashFen: priceFen - rightsFen,
    rightsFen,
    rightsValueFen,
    sellerValueFen: priceFen - rightsFen + rightsValueFen,
    fundingRate,
    atFundingFen: resultFen(priceYuan * valueOfParts(parts, fundingRate), "priceAtFunding"),
    atHurdleFen: resultFen(priceYuan * paymentFactor(plan), "priceAtHurdle"),
    dueAtClosingFen,
    netCashAtClosingFen: dueAtClosingFen - transition.handedOverFen + transition.reimbursedFen,
  };
}
