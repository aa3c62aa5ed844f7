import type { FinancingSeries } from "../../shared/domain/financing-results.ts";
import type { Period } from "../ui/charts/cash-flow-series.ts";

/** The engine's months laid out for the chart, in the unit on show. Payments hang below the axis. */
export interface ChartedFinancing {
  readonly labels: readonly string[];
  readonly net: readonly number[];
  readonly payments: readonly number[];
  /** Null without debt. */
  readonly debt: { readonly interest: readonly number[]; readonly principal: readonly number[]; readonly cumulativeEquity: readonly number[] } | null;
  readonly cumulativeCapital: readonly number[];
  /** Place on the axis of a month. */
  readonly placeOf: (month: number) => number;
}

/** Flows are summed by period, running totals taken at its end. Month 0 joins the first quarter; month m belongs to quarter ⌈m / 3⌉. */
export function chartedFinancing(series: FinancingSeries, period: Period, yuanPerUnit: number): ChartedFinancing {
  const { net, payments, debt } = series;
  const last = Math.max(
    1,
    net.findLastIndex((flow, month) => flow !== 0 || payments[month] !== 0 || (debt?.equity[month] ?? 0) !== 0),
  );
  const placeOf = (month: number) => (period === "month" ? month : Math.max(0, Math.ceil(month / 3) - 1));
  const count = placeOf(last) + 1;
  const sums = (monthly: readonly number[], sign: 1 | -1) => {
    const totals = Array.from({ length: count }, () => 0);
    for (let month = 0; month <= last; month += 1) {
      const place = placeOf(month);
      totals[place] = (totals[place] ?? 0) + (sign * (monthly[month] ?? 0)) / yuanPerUnit;
    }
    return totals;
  };
  const ends = (monthly: readonly number[]) => {
    const totals = Array.from({ length: count }, () => 0);
    for (let month = 0; month <= last; month += 1) totals[placeOf(month)] = (monthly[month] ?? 0) / yuanPerUnit;
    return totals;
  };
  return {
    labels: Array.from({ length: count }, (_, place) => String(period === "month" ? place : place + 1)),
    net: sums(net, 1),
    payments: sums(payments, -1),
    debt: debt && {
      interest: sums(
        debt.interest.map((interest, month) => interest + (debt.fees[month] ?? 0)),
        1,
      ),
      principal: sums(debt.principal, 1),
      cumulativeEquity: ends(debt.cumulativeEquity),
    },
    cumulativeCapital: ends(series.cumulativeCapital),
    placeOf,
  };
}
