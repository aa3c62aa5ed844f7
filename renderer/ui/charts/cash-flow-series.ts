import type { PoolFlows } from "../../../shared/domain/pricing-results.ts";

export const periods = ["month", "quarter"] as const;
export type Period = (typeof periods)[number];

export interface CashFlowSeries {
  readonly labels: readonly string[];
  readonly collateral: readonly number[];
  readonly guarantor: readonly number[];
  readonly cash: readonly number[];
  /** Negative, so that the bars hang below the axis. */
  readonly costs: readonly number[];
  readonly cumulativeNet: readonly number[];
}

/** The engine's monthly flows laid out for the chart: summed by period, costs downwards, net as a running total. */
export function cashFlowSeries(flows: Omit<PoolFlows, "beforeClosing" | "debtForAsset">, period: Period, yuanPerUnit: number): CashFlowSeries {
  const size = period === "month" ? 1 : 3;
  const last = flows.net.findLastIndex(
    (_net, month) => flows.collateral[month] !== 0 || (flows.guarantor[month] ?? 0) !== 0 || flows.cash[month] !== 0 || flows.costs[month] !== 0,
  );
  const count = Math.max(1, Math.ceil(last / size));
  // Month 0 joins the first period; month m belongs to period ⌈m / size⌉.
  const periodOf = (month: number) => Math.max(0, Math.ceil(month / size) - 1);
  const sums = (monthly: readonly number[], sign: 1 | -1) => {
    const totals = Array.from({ length: count }, () => 0);
    for (let month = 0; month <= last; month += 1) {
      const index = periodOf(month);
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
    costs: sums(flows.costs, -1),
    cumulativeNet,
  };
}
