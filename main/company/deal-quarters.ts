import type { CompanyPlan, CompanyStress } from "../../shared/domain/company.ts";
import type { DealQuarter } from "../engine/company/capacity.ts";
import { stressedMonths, sumQuarters } from "../engine/company/quarter-flows.ts";
import type { RunMoney } from "./company-queries.ts";
import { monthsBetween } from "./quarter-calendar.ts";

export interface DealMoney extends Pick<RunMoney, "cutOffDate" | "net" | "payments" | "draws" | "principal"> {
  readonly priceYuan: number;
}

interface QuarterTerms {
  readonly quarterEnd: string;
  readonly plan: CompanyPlan;
  readonly stress: CompanyStress;
  readonly quarters: number;
}

/**
 * Months of a deal on the company's: month 0 of a deal is its cut-off day, the first month of the company begins on the day
 * after its quarter end. What falls on that day or before is taken into the first month, since what is planned isn't paid in the past.
 */
function onCompanyMonths(monthly: readonly number[], monthsAfter: number): number[] {
  if (monthsAfter > 0) return [...Array.from({ length: monthsAfter - 1 }, () => 0), ...monthly];
  const [atCutOff = 0, first = 0, ...later] = monthly;
  return [atCutOff + first, ...later];
}

/**
 * A deal by the company's quarters: its months are put on the calendar and summed. A deal whose cut-off lies before the last
 * reported quarter starts with the first quarter. All payments, deal costs among them, are shares of the price.
 */
export function dealQuarters(money: DealMoney, { quarterEnd, plan, stress, quarters }: QuarterTerms): DealQuarter[] {
  const { cutOffDate, priceYuan } = money;
  const monthsAfter = cutOffDate === null ? 0 : Math.max(0, monthsBetween(quarterEnd, cutOffDate));
  const byQuarter = (monthly: readonly number[]) => sumQuarters(onCompanyMonths(monthly, monthsAfter), quarters);
  const share = (monthly: readonly number[]) => byQuarter(monthly).map((yuan) => (priceYuan > 0 ? yuan / priceYuan : 0));
  const priceShares = share(money.payments);
  const drawShares = money.draws === null ? priceShares.map((paid) => paid * plan.dealDebtShare) : share(money.draws);
  const repaid = money.principal === null ? [] : share(money.principal);
  // What comes late comes after the last month of the plan as well.
  const net = [...money.net, ...Array.from({ length: stress.lateMonths }, () => 0)];
  return byQuarter(stressedMonths(net, stress)).map((collections, at) => ({
    collections,
    incomeShare: plan.incomeShare,
    priceShare: priceShares[at] ?? 0,
    drawShare: drawShares[at] ?? 0,
    repaymentShare: repaid[at] ?? 0,
    expensedShare: (priceShares[at] ?? 0) * plan.expensedShare,
  }));
}
