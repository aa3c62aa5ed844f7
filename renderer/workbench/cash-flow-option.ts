import type { Palette } from "@mui/material/styles";
import type { TFunction } from "i18next";
import { alignedAxes } from "../ui/charts/aligned-axes.ts";
import type { CashFlowSeries, Period } from "../ui/charts/cash-flow-series.ts";
import { type AmountLabels, axisOf, numberTooltip, plotArea } from "../ui/charts/chart-parts.ts";

const parts = [
  { key: "collateral", name: "pricing.flow.collateral" },
  { key: "guarantor", name: "pricing.flow.guarantor" },
  { key: "cash", name: "pricing.flow.cash" },
  { key: "costs", name: "pricing.flow.costs" },
] as const;
const ownPart = { key: "own", name: "pricing.flow.own" } as const;

/** The bars, in the order of the legend; own estimates, where there are any, last. */
export const flowPartsOf = ({ own }: CashFlowSeries) =>
  [...parts, ...(own === null ? [] : [ownPart])].map(({ key, name }) => ({ key, name, flowOf: (series: CashFlowSeries) => series[key] ?? [] }));

interface CashFlowLook {
  readonly series: CashFlowSeries;
  /** Cumulative flow less price and deal costs, by period. */
  readonly capital: readonly number[];
  readonly period: Period;
  /** In which the price is back; null where it isn't within the horizon. */
  readonly payback: { readonly period: number; readonly months: number } | null;
  readonly palette: Palette;
  readonly decimals: number;
  readonly labels: AmountLabels;
  readonly t: TFunction;
}

/** What a period's bars reach upwards and downwards. */
const reaches = (series: CashFlowSeries): number[] => [
  ...series.labels.map((_, index) => flowPartsOf(series).reduce((sum, { flowOf }) => sum + Math.max(0, flowOf(series)[index] ?? 0), 0)),
  ...series.labels.map((_, index) => flowPartsOf(series).reduce((sum, { flowOf }) => sum + Math.min(0, flowOf(series)[index] ?? 0), 0)),
];

/** Stacked bars by period on the left axis, what the buyer has in the deal on the right one; both have one zero. */
export function cashFlowOption({ series, capital, period, payback, palette, decimals, labels, t }: CashFlowLook) {
  const [left, right] = alignedAxes([reaches(series), capital]);
  const bar = { type: "bar", stack: "flows", barCategoryGap: "25%", emphasis: { disabled: true } };
  // In the legend and not at the line: a narrow plot has no room for words.
  const dashed = { color: palette.warning.main, type: "dashed", width: 1 };
  return {
    color: [
      palette.primary.main,
      // Another hue and another lightness than collateral, on which it is stacked.
      palette.secondary.light,
      palette.success.main,
      palette.error.main,
      ...(series.own === null ? [] : [palette.text.secondary]),
      palette.warning.main,
    ],
    grid: plotArea(6),
    tooltip: numberTooltip(decimals),
    xAxis: {
      type: "category",
      data: series.labels.map((label) => t(`pricing.flow.at.${period}`, { n: label })),
      axisLine: { onZero: true },
      axisTick: { show: false },
      axisLabel: { formatter: (_label: string, index: number) => series.labels[index] ?? "" },
    },
    yAxis: [
      { ...axisOf(left, labels), name: t("pricing.flow.perPeriod") },
      { ...axisOf(right, labels), name: t("pricing.flow.capitalAxis"), splitLine: { show: false } },
    ],
    series: [
      ...flowPartsOf(series).map(({ name, flowOf }) => ({ ...bar, name: t(name), data: flowOf(series) })),
      {
        type: "line",
        yAxisIndex: 1,
        showSymbol: false,
        lineStyle: { width: 2 },
        name: t("pricing.flow.capital"),
        data: capital,
      },
      ...(payback === null
        ? []
        : [
            {
              type: "line",
              name: t("pricing.flow.payback", { months: payback.months }),
              data: [],
              lineStyle: dashed,
              markLine: { silent: true, symbol: "none", lineStyle: dashed, label: { show: false }, data: [{ xAxis: payback.period }] },
            },
          ]),
    ],
  };
}
