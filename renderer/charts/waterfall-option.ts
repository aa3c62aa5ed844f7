import type { Palette } from "@mui/material/styles";
import { typeSizes } from "../desk/type-scale.ts";
import { type AmountLabels, plotArea } from "../ui/charts/chart-parts.ts";
import type { WaterfallBar } from "./waterfall.ts";

interface WaterfallLook {
  readonly bars: readonly WaterfallBar[];
  readonly names: readonly string[];
  readonly perUnit: number;
  readonly palette: Palette;
  readonly labels: AmountLabels;
  readonly textOf: (bar: WaterfallBar) => string;
}

/** Bars from one level to another, a step a line: an unseen foot, and what is seen at either side of zero. */
export function waterfallOption({ bars, names, perUnit, palette, labels, textOf }: WaterfallLook) {
  const ends = bars.map(({ fromFen, toFen }) => [Math.min(fromFen, toFen) / perUnit, Math.max(fromFen, toFen) / perUnit] as const);
  const colors = bars.map(({ isTotal, amountFen }) => (isTotal ? palette.primary.main : amountFen < 0 ? palette.warning.main : palette.success.main));
  const bar = { type: "bar", stack: "levels", barWidth: "62%", emphasis: { disabled: true } };
  const seen = (part: (low: number, high: number) => number, isLabelled: boolean) =>
    ends.map(([low, high], index) => ({
      value: part(low, high),
      itemStyle: { color: colors[index] },
      label: {
        show: isLabelled,
        position: "right",
        formatter: () => textOf(bars[index] as WaterfallBar),
        color: palette.text.primary,
        fontSize: typeSizes.fine,
      },
    }));
  return {
    grid: plotArea(4, { right: 16 }),
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (points: unknown) => {
        const [point] = points as readonly { readonly dataIndex: number }[]; // the shape of an axis tooltip
        const found = bars[point?.dataIndex ?? 0];
        return found === undefined ? "" : `${names[point?.dataIndex ?? 0]}\n${textOf(found)}`;
      },
    },
    // Names of steps stand beside their bars; below them a narrow window has no room for them.
    yAxis: { type: "category", inverse: true, data: names, axisTick: { show: false }, axisLabel: { interval: 0, color: palette.text.primary } },
    // Room for the amount beside the longest bar.
    xAxis: { type: "value", splitNumber: 4, boundaryGap: [0, "12%"], axisLabel: { formatter: labels, hideOverlap: true } },
    series: [
      { ...bar, silent: true, itemStyle: { color: "transparent" }, data: ends.map(([low, high]) => (low > 0 ? low : Math.min(0, high))) },
      { ...bar, data: seen((low, high) => Math.max(0, high) - Math.max(0, low), true) },
      { ...bar, data: seen((low, high) => Math.min(0, low) - Math.min(0, high), false) },
    ],
  };
}
