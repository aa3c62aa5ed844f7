import type { CaseResult, PoolFlows } from "../../../shared/domain/pricing-results.ts";

export const periods = ["month", "quarter"] as const;
export type Period = (typeof periods)[number];

/** Where the month falls: month 0 joins the first period, month m period ⌈m / size⌉. */
export const periodOf = (month: number, period: Period): number => Math.max(0, Math.ceil(month / monthsIn[period]) - 1);

/** The months of a period by its place, month 0 among those of the first. */
export const monthsOfPeriod = (index: number, period: Period) => ({ from: index === 0 ? 0 : index * monthsIn[period] + 1, to: (index + 1) * monthsIn[period] });

const monthsIn = { month: 1, quarter: 3 } as const;

/** What of the flows is charted. */
type ChartedFlows = Omit<PoolFlows, "beforeClosing" | "debtForAsset">;

export interface CashFlowSeries {
  readonly labels: readonly string[];
  readonly collateral: readonly number[];
  readonly guarantor: readonly number[];
  readonly cash: readonly number[];
  /** By own estimates; null where the package has none. */
  readonly own: readonly number[] | null;
  /** Negative, so that the bars hang below the axis. */
  readonly costs: readonly number[];
  readonly cumulativeNet: readonly number[];
}

/** The engine's monthly flows laid out for the chart: summed by period, costs downwards, net as a running total. */
export function cashFlowSeries(flows: ChartedFlows, period: Period, yuanPerUnit: number): CashFlowSeries {
  const last = flows.net.findLastIndex(
    (_net, month) =>
      flows.collateral[month] !== 0 ||
      (flows.guarantor[month] ?? 0) !== 0 ||
      flows.cash[month] !== 0 ||
      (flows.own?.[month] ?? 0) !== 0 ||
      flows.costs[month] !== 0,
  );
  const count = Math.max(1, Math.ceil(last / monthsIn[period]));
  const sums = (monthly: readonly number[], sign: 1 | -1) => {
    const totals = Array.from({ length: count }, () => 0);
    for (let month = 0; month <= last; month += 1) {
      const index = periodOf(month, period);
      totals[index] = (totals[index] ?? 0) + (sign * (monthly[month] ?? 0)) / yuanPerUnit;
    }
    return totals;
  };
  let running = 0;
  const cumulativeNet = sums(flows.net, 1).map((net) => (running += net));
  return {
    labels: Array.from({ length: count }, (_, index) => String(index + 1)),
    collateral: sums(flows.collateral, 1),
    guarantor: sums(flows.guarantor, 1),
    cash: sums(flows.cash, 1),
    own: flows.own === undefined ? null : sums(flows.own, 1),
    costs: sums(flows.costs, -1),
    cumulativeNet,
  };
}

/** What the buyer has in the deal at the end of each period: net flows less price and deal costs so far, which crosses zero at payback. */
export function capitalSeries(
  { financing, flows }: Pick<CaseResult, "financing"> & { readonly flows: ChartedFlows },
  period: Period,
  yuanPerUnit: number,
): readonly number[] {
  const { labels } = cashFlowSeries(flows, period, yuanPerUnit);
  const monthly = financing?.cumulativeCapital ?? [];
  return labels.map((_, index) => (monthly[Math.min((index + 1) * monthsIn[period], monthly.length - 1)] ?? 0) / yuanPerUnit);
}
