import type { EChartsCoreOption } from "echarts/core";
import type { Tornado } from "../../../shared/domain/scenario-results.ts";
import type { ShiftKey } from "../../../shared/domain/shifts.ts";
import { barOf, figureFrame, groupAxis, ink, printedLegend, valueAxis } from "./figure-ink.ts";

interface TornadoParts {
  readonly tornado: Tornado;
  readonly nameOf: (driver: ShiftKey) => string;
  readonly low: string;
  readonly high: string;
  /** Of a difference from the base. */
  readonly amount: (fen: number) => string;
}

/** By how much the highest bid moves when a driver lies at either end. */
export function tornadoFigureOption({ tornado, nameOf, low, high, amount }: TornadoParts): EChartsCoreOption {
  const { start, bars } = tornado;
  const side = (name: string, color: string, end: "low" | "high") => ({
    name,
    type: "bar",
    barWidth: 11,
    // Both ends in one line.
    barGap: "-100%",
    itemStyle: barOf(color),
    data: bars.map((bar) => bar[end].cell.maxBidFen - start.maxBidFen),
  });
  return {
    ...figureFrame,
    legend: printedLegend([low, high]),
    xAxis: valueAxis(amount),
    yAxis: groupAxis(bars.map(({ driver }) => nameOf(driver))),
    series: [side(low, ink.dark, "low"), side(high, ink.light, "high")],
  };
}
