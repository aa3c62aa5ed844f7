import type { EChartsCoreOption } from "echarts/core";
import { formatRate } from "../../../shared/format.ts";
import { barOf, figureFrame, groupAxis, ink, printedLegend, valueAxis } from "./figure-ink.ts";

interface SharedGroup {
  readonly label: string;
  readonly principal: number;
  readonly bid: number;
}

/** What part of the principal a group is, and what part of the bid falls on it. */
export function shareFigureOption(groups: readonly SharedGroup[], words: { readonly principal: string; readonly bid: string }): EChartsCoreOption {
  const side = (name: string, color: string, part: (group: SharedGroup) => number) => ({
    name,
    type: "bar",
    barWidth: 6,
    barGap: "0%",
    itemStyle: barOf(color),
    data: groups.map(part),
  });
  return {
    ...figureFrame,
    legend: printedLegend([words.principal, words.bid]),
    xAxis: valueAxis((share) => formatRate(share, 0)),
    yAxis: groupAxis(groups.map(({ label }) => label)),
    series: [side(words.principal, ink.light, ({ principal }) => principal), side(words.bid, ink.dark, ({ bid }) => bid)],
  };
}
