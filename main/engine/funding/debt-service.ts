import type { FinancingSeries, LeveredMeasures } from "../../../shared/domain/financing-results.ts";
import { ratioOrNull, resultFen } from "../numbers/engine-output.ts";
import { sumOf } from "../numbers/summation.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { monthlyIrr } from "../returns/certified-irr.ts";
import { cumulative, peakOf } from "../returns/peak-capital.ts";
import { type DebtSchedule, debtSchedule, equityFlows, financingMonths } from "./leverage.ts";
import { type PaymentTerms, paymentsPerYuan } from "./payment-schedule.ts";

/** The deal at a price with its debt, by month of the financing, yuan. */
export interface FinancedFlows {
  readonly netYuan: number[];
  /** Price and deal costs, positive. */
  readonly outlaysYuan: number[];
  readonly debt: DebtSchedule;
  /** Equity's flows, receipts positive. */
  readonly equityYuan: number[];
}

/** Puts price, deal costs and debt on the net flows (METHOD §4); nothing comes in after those. Without debt the schedule is all zero. */
export function financeAtPrice(netYuan: readonly number[], priceYuan: number, plan: PaymentTerms): FinancedFlows {
  const { closingMonth, dealCostRate, dealCostYuan } = plan.assumptions.closing;
  const shares = paymentsPerYuan(plan);
  const months = financingMonths(shares.length, plan);
  const payments = new Float64Array(months);
  shares.forEach((share, month) => (payments[month] = share * priceYuan));
  const outlaysYuan = Array.from(payments, (payment, month) => payment + (month === closingMonth ? priceYuan * dealCostRate + dealCostYuan : 0));
  const net = Array.from({ length: months }, (_, month) => (month < netYuan.length ? netYuan[month] : 0));
  const debt = debtSchedule(payments, net, plan);
  const buyer = net.map((flow, month) => flow - outlaysYuan[month]);
  return { netYuan: net, outlaysYuan, debt, equityYuan: equityFlows(buyer, debt) };
}

/**
 * Measures with debt (杠杆后) at a price (METHOD §4).
 *
 * MOIC = Σ of what equity receives ÷ Σ of what it pays in, by month. Interest cover (利息保障倍数) and debt service cover
 * (偿债覆盖率) are taken over the months that start with a balance: Σ net collections ÷ Σ interest, or ÷ Σ (interest +
 * principal); by year the same within each year after closing. A month in which equity pays in, for whatever reason, is
 * an equity call.
 */
export function leveredMeasures(netYuan: readonly number[], priceYuan: number, plan: CasePlan): LeveredMeasures {
  const financed = financeAtPrice(netYuan, priceYuan, plan);
  const { debt, equityYuan, outlaysYuan } = financed;
  const calls = equityYuan.filter((flow, month) => month > plan.closingMonth && flow < -0.005);
  const debtFen = resultFen(sumOf(debt.draws), "debt");
  const feesFen = resultFen(sumOf(debt.fees), "debtFees");
  const peak = peakOf(equityYuan);
  const interestCover = coverOf(financed, plan, false);
  const debtServiceCover = coverOf(financed, plan, true);
  return {
    debtFen,
    equityFen: resultFen(sumOf(outlaysYuan), "outlay") + feesFen - debtFen,
    feesFen,
    interestFen: resultFen(sumOf(debt.interest), "interest"),
    irr: monthlyIrr(equityYuan),
    moic: ratioOrNull(sumOf(equityYuan.map((flow) => Math.max(0, flow))), sumOf(equityYuan.map((flow) => Math.max(0, -flow)))),
    profitFen: resultFen(sumOf(equityYuan), "leveredProfit"),
    interestCover: interestCover.total,
    lowestInterestCover: interestCover.lowest,
    debtServiceCover: debtServiceCover.total,
    lowestDebtServiceCover: debtServiceCover.lowest,
    equityCallMonths: calls.length,
    equityCallFen: resultFen(-sumOf(calls), "equityCalls"),
    repaidMonth: Math.max(
      plan.closingMonth,
      debt.principal.findLastIndex((principal) => principal > 0),
    ),
    maturityFromEquityFen: resultFen(maturityFromEquity(financed, plan), "maturityFromEquity"),
    peakEquityFen: resultFen(peak.yuan, "peakEquity"),
    peakEquityMonth: peak.month,
  };
}

/** Repayment at maturity beyond what the month's net collections leave after interest, yuan. */
function maturityFromEquity({ netYuan, debt }: FinancedFlows, { closingMonth, assumptions: { leverage } }: CasePlan): number {
  const maturity = closingMonth + leverage.tenorMonths;
  const left = Math.max(0, netYuan[maturity] - debt.interest[maturity]);
  return Math.max(0, debt.principal[maturity] - left);
}

type YearlyCover = LeveredMeasures["lowestInterestCover"];

/** Net collections over interest (and principal) while a month starts with a balance: in all, and in the year where it is lowest. */
function coverOf({ netYuan, debt }: FinancedFlows, { closingMonth }: CasePlan, withPrincipal: boolean): { total: number | null; lowest: YearlyCover } {
  const years = new Map<number, { net: number; service: number }>();
  for (let month = closingMonth + 1; month < netYuan.length; month++) {
    if (debt.balance[month - 1] <= 0) continue;
    const year = Math.ceil((month - closingMonth) / 12);
    const sums = years.get(year) ?? { net: 0, service: 0 };
    sums.net += netYuan[month];
    sums.service += debt.interest[month] + (withPrincipal ? debt.principal[month] : 0);
    years.set(year, sums);
  }
  const all = [...years.values()];
  const total = ratioOrNull(sumOf(all.map(({ net }) => net)), sumOf(all.map(({ service }) => service)));
  let lowest: YearlyCover = null;
  for (const [year, { net, service }] of years) {
    const ratio = ratioOrNull(net, service);
    if (ratio !== null && (lowest === null || ratio < lowest.ratio)) lowest = { year, ratio };
  }
  return { total, lowest };
}

/** The months behind the measures, for charts and tables (还本付息与回款). */
export function financingSeries(netYuan: readonly number[], priceYuan: number, plan: CasePlan): FinancingSeries {
  const { netYuan: net, outlaysYuan, debt, equityYuan } = financeAtPrice(netYuan, priceYuan, plan);
  const list = (flows: Float64Array): number[] => Array.from(flows, (flow) => flow + 0);
  return {
    net,
    payments: outlaysYuan,
    cumulativeCapital: cumulative(net.map((flow, month) => flow - outlaysYuan[month])),
    debt: plan.assumptions.leverage.isOn
      ? {
          draws: list(debt.draws),
          fees: list(debt.fees),
          interest: list(debt.interest),
          principal: list(debt.principal),
          balance: list(debt.balance),
          equity: equityYuan.map((flow) => flow + 0),
          cumulativeEquity: cumulative(equityYuan),
        }
      : null,
  };
}
