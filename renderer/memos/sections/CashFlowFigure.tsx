import type { EChartsCoreOption } from "echarts/core";
import { useMemo } from "react";
import { formatNumber } from "../../../shared/format.ts";
import { fenPerUnit } from "../../../shared/money.ts";
import { fill, type MemoContext } from "../blocks/memo-context.ts";
import { figureType } from "../blocks/memo-fonts.ts";
import { MemoFigure } from "../figures/MemoFigure.tsx";
import type { FlowPeriod } from "./flow-periods.ts";

/** Dark enough to tell apart on a black-and-white printer. */
const ink = {
  collateral: "#1f4e79",
  guarantor: "#5a8fc0",
  cash: "#a9c8e4",
  own: "#7a5c00",
  costs: "#b9b9b9",
  line: "#111111",
  axis: "#555555",
  grid: "#dddddd",
};
const heightPx = 230;

function chartOption({ memo, words: { flows } }: MemoContext, periods: readonly FlowPeriod[]): EChartsCoreOption {
  const inUnit = (yuan: number) => (yuan * 100) / fenPerUnit[memo.moneyUnit];
  const label = ({ year, quarter }: FlowPeriod) => (quarter === null ? fill(flows.year, { n: year }) : `${year}Q${quarter}`);
  const bar = (name: string, color: string, part: (period: FlowPeriod) => number) => ({
    name,
    type: "bar",
    stack: "flows",
    barMaxWidth: 34,
    itemStyle: { color, borderColor: "#ffffff", borderWidth: 0.5 },
    data: periods.map((period) => inUnit(part(period))),
  });
  const ups = periods.map(({ collateralYuan, guarantorYuan, cashYuan, ownYuan }) => inUnit(collateralYuan + guarantorYuan + cashYuan + (ownYuan ?? 0)));
  const downs = periods.map(({ costsYuan }) => -inUnit(costsYuan));
  return {
    animation: false,
    textStyle: { fontSize: figureType.fontSize, color: ink.axis },
    legend: { top: 0, right: 0, itemWidth: 14, itemHeight: 8, textStyle: { fontSize: figureType.fontSize, color: ink.line } },
    grid: { left: 4, right: 8, top: 30, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      type: "category",
      data: periods.map(label),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.axis }, onZero: false },
      axisLabel: { color: ink.axis, fontSize: figureType.fontSize },
    },
    yAxis: flowAxes(
      [...ups, ...downs],
      periods.map((period) => inUnit(period.cumulativeYuan)),
    ),
    series: [
      bar(flows.collateral, ink.collateral, (period) => period.collateralYuan),
      bar(flows.guarantor, ink.guarantor, (period) => period.guarantorYuan),
      bar(flows.cash, ink.cash, (period) => period.cashYuan),
      ...(periods.some(({ ownYuan }) => ownYuan !== null) ? [bar(flows.own, ink.own, ({ ownYuan }) => ownYuan ?? 0)] : []),
      bar(flows.costs, ink.costs, (period) => -period.costsYuan),
      {
        name: flows.cumulative,
        type: "line",
        // On the right, from the same zero.
        yAxisIndex: 1,
        symbol: "circle",
        symbolSize: 5,
        lineStyle: { color: ink.line, width: 1.5 },
        itemStyle: { color: ink.line },
        data: periods.map((period) => inUnit(period.cumulativeYuan)),
      },
    ],
  };
}

/** Steps of an axis above zero. */
const stepsUp = 4;

/** A step of 1, 2, 2.5 or 5 times a power of ten that takes so much in four. */
function stepOf(most: number): number {
  if (most <= 0) return 1;
  const power = 10 ** Math.floor(Math.log10(most / stepsUp));
  return power * ([1, 2, 2.5, 5, 10].find((times) => times * power * stepsUp >= most) ?? 10);
}

/** Bars are read on the left, the cumulative line on the right: steps of their own, zero and the lines of the grid at one height. */
function flowAxes(bars: readonly number[], line: readonly number[]) {
  const sides = [bars, line].map((values) => ({ step: stepOf(Math.max(0, ...values)), least: Math.min(0, ...values) }));
  const stepsDown = Math.max(...sides.map(({ step, least }) => Math.ceil(-least / step)));
  return sides.map(({ step }, side) => ({
    type: "value",
    min: -stepsDown * step,
    max: stepsUp * step,
    interval: step,
    axisLabel: {
      color: ink.axis,
      fontSize: figureType.fontSize,
      formatter: (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : Math.abs(value) < 0.1 ? 2 : 1),
    },
    splitLine: { show: side === 0, lineStyle: { color: ink.grid } },
  }));
}

/** Bars by period and the cumulative line; its figures are in the table that follows. */
export function CashFlowFigure({ context, periods }: { readonly context: MemoContext; readonly periods: readonly FlowPeriod[] }) {
  const option = useMemo(() => chartOption(context, periods), [context, periods]);
  return <MemoFigure label={context.words.flows.chartLabel} option={option} heightPx={heightPx} />;
}
