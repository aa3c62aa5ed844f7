import type { Palette } from "@mui/material/styles";
import type { TFunction } from "i18next";
import type { CashFlowSeries } from "../ui/charts/cash-flow-series.ts";
import { cornerLegend, numberLabels, numberTooltip, plotArea } from "../ui/charts/chart-parts.ts";

/** What the chart shows, in the order of its legend. */
export const flowParts = [
  { key: "collateral", name: "pricing.flow.collateral" },
  { key: "guarantor", name: "pricing.flow.guarantor" },
  { key: "cash", name: "pricing.flow.cash" },
  { key: "costs", name: "pricing.flow.costs" },
  { key: "cumulativeNet", name: "pricing.flow.cumulative" },
] as const;

interface CashFlowLook {
  readonly series: CashFlowSeries;
  readonly palette: Palette;
  readonly decimals: number;
  readonly t: TFunction;
}

/** Stacked bars by period on the left axis, the running total on the right one. */
export function cashFlowOption({ series, palette, decimals, t }: CashFlowLook) {
  const axis = { type: "value", splitNumber: 4, axisLabel: numberLabels(decimals) };
  const bar = { type: "bar", stack: "flows", barCategoryGap: "25%", emphasis: { disabled: true } };
  const line = { type: "line", yAxisIndex: 1, showSymbol: false, lineStyle: { width: 2 } };
  return {
    color: [palette.primary.main, palette.info.light, palette.success.main, palette.error.main, palette.warning.main],
    grid: plotArea(52),
    legend: cornerLegend,
    tooltip: numberTooltip(decimals),
    xAxis: { type: "category", data: series.labels, axisLine: { onZero: false } },
    yAxis: [
      { ...axis, name: t("pricing.flow.perPeriod") },
      { ...axis, name: t("pricing.flow.cumulative"), splitLine: { show: false } },
    ],
    series: flowParts.map(({ key, name }) => ({ ...(key === "cumulativeNet" ? line : bar), name: t(name), data: series[key] })),
  };
}
