import type { FinancingSeries } from "../../shared/domain/financing-results.ts";

export type FinancingPeriod = "month" | "quarter";

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
export function chartedFinancing(series: FinancingSeries, period: FinancingPeriod, yuanPerUnit: number): ChartedFinancing {
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

interface AxisRange {
  readonly min: number;
  readonly max: number;
  readonly interval: number;
}

/** Ranges of two axes with round ends and their zeros on one line, so that what is paid and what is received part there. */
export function zeroAligned(left: readonly number[], right: readonly number[]): { readonly left: AxisRange; readonly right: AxisRange } {
  const reach = (values: readonly number[]) => ({ up: Math.max(0, ...values), down: Math.max(0, ...values.map((value) => -value)) });
  const [atLeft, atRight] = [reach(left), reach(right)];
  // An axis that hardly rises above zero still gets a quarter of its fall.
  const topOf = ({ up, down }: { up: number; down: number }) => roundUp(Math.max(up, down / 4));
  const [leftTop, rightTop] = [topOf(atLeft), topOf(atRight)];
  const fall = Math.max(atLeft.down / leftTop, atRight.down / rightTop) - 1e-9;
  const steps = fall > 2 ? Math.ceil(fall) : Math.ceil(2 * fall) / 2;
  const range = (top: number): AxisRange => ({ min: -steps * top + 0, max: top, interval: fall > 2 ? top : top / 2 });
  return { left: range(leftTop), right: range(rightTop) };
}

/** The next of 1, 2, 2.5, 5 or 10 times a power of ten; 1 for nothing. */
function roundUp(value: number): number {
  if (!(value > 0)) return 1;
  const power = 10 ** Math.floor(Math.log10(value));
  return power * ([1, 2, 2.5, 5].find((step) => step * power >= value) ?? 10);
}
