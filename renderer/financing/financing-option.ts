import type { Palette } from "@mui/material/styles";
import type { TFunction } from "i18next";
import { numberLabels, numberTooltip, plotArea } from "../ui/charts/chart-parts.ts";
import type { ChartedFinancing } from "./financing-series.ts";

interface FinancingLook {
  readonly charted: ChartedFinancing;
  readonly palette: Palette;
  readonly t: TFunction;
  /** The most that is tied up, in words, and its month. */
  readonly peak: { readonly text: string; readonly month: number };
}

const bar = { type: "bar", barGap: "0%", barCategoryGap: "10%", barMinWidth: 1, emphasis: { disabled: true } };
const line = { type: "line", showSymbol: false };

/** What the chart shows, in the order of its legend: collections, debt service, payments, running totals. */
export function financingLines({ charted, palette, t, peak }: FinancingLook) {
  const { debt } = charted;
  const mark = {
    symbol: "none",
    silent: true,
    lineStyle: { type: "dotted", color: palette.text.secondary },
    // Beside the line, on the side where the plot is wider: at the left edge it would lie over the axis.
    label: {
      formatter: peak.text,
      color: palette.text.secondary,
      position: "end",
      align: charted.placeOf(peak.month) * 2 < charted.labels.length ? "left" : "right",
    },
    data: [{ xAxis: charted.placeOf(peak.month) }],
  };
  const service =
    debt === null
      ? []
      : [
          { ...bar, name: t("financing.chart.interest"), stack: "service", data: debt.interest, itemStyle: { color: palette.warning.main } },
          { ...bar, name: t("financing.chart.principal"), stack: "service", data: debt.principal, itemStyle: { color: palette.error.main } },
        ];
  const equity =
    debt === null
      ? []
      : [
          {
            ...line,
            name: t("financing.chart.cumulativeEquity"),
            data: debt.cumulativeEquity,
            itemStyle: { color: palette.success.main },
            lineStyle: { width: 2, color: palette.success.main },
            markLine: mark,
          },
        ];
  return [
    { ...bar, name: t("financing.chart.net"), stack: "net", data: charted.net, itemStyle: { color: palette.primary.main } },
    ...service,
    { ...bar, name: t("financing.chart.payments"), stack: "net", data: charted.payments, itemStyle: { color: palette.text.disabled } },
    {
      ...line,
      name: t("financing.chart.cumulativeCapital"),
      data: charted.cumulativeCapital,
      itemStyle: { color: palette.info.main },
      lineStyle: { width: 1.5, color: palette.info.main, type: debt === null ? "solid" : "dashed" },
      ...(debt === null ? { markLine: mark } : {}),
    },
    ...equity,
  ];
}

/** One axis: what is paid and received by month and what it adds up to part at one zero. */
export function financingOption(charted: ChartedFinancing | null, series: ReturnType<typeof financingLines>, decimals: number) {
  return {
    grid: plotArea(14),
    tooltip: numberTooltip(decimals),
    xAxis: { type: "category", data: charted?.labels ?? [], axisLine: { onZero: false } },
    yAxis: { type: "value", splitNumber: 6, axisLabel: numberLabels(decimals) },
    series,
  };
}
