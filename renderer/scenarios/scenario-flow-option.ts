import { numberLabels, numberTooltip, plotArea } from "../ui/charts/chart-parts.ts";

/** Three cases and as many scenarios as a deal keeps, told apart by hue. */
const lineColors = {
  light: [
    "#b3261e",
    "#1b2430",
    "#1d7a4f",
    "#1f5b99",
    "#9a6200",
    "#7a3e9d",
    "#00838f",
    "#c2185b",
    "#5d7a00",
    "#e65100",
    "#455a9c",
    "#8d6e63",
    "#2e7d6b",
    "#ad5a00",
    "#6d4c9f",
  ],
  dark: [
    "#f08a80",
    "#e3e8ee",
    "#63c393",
    "#7fb2e8",
    "#e0b05c",
    "#c79be0",
    "#62c6d0",
    "#f291b5",
    "#b7cf5f",
    "#ffab73",
    "#9fb0ee",
    "#c9aba0",
    "#7fd0ba",
    "#e3a862",
    "#bda4e6",
  ],
};

/** A column of the comparison as a line. */
interface FlowLine {
  readonly name: string;
  /** Its place among all columns: a line keeps its colour whatever is beside it. */
  readonly column: number;
  readonly isCase: boolean;
  readonly cumulativeNet: readonly number[];
}

/** Cases as full lines, scenarios dashed; a line that ends early stays where it ends. */
export function scenarioFlowOption(lines: readonly FlowLine[], labels: readonly string[], decimals: number, mode: "light" | "dark") {
  return {
    color: lines.map(({ column }) => lineColors[mode][column % lineColors[mode].length] ?? "currentColor"),
    grid: plotArea(10, { right: 12 }),
    tooltip: numberTooltip(decimals),
    xAxis: { type: "category", data: labels, boundaryGap: false },
    yAxis: { type: "value", splitNumber: 4, axisLabel: numberLabels(decimals) },
    series: lines.map(({ name, isCase, cumulativeNet }) => ({
      type: "line",
      name,
      data: [...cumulativeNet, ...Array.from({ length: labels.length - cumulativeNet.length }, () => cumulativeNet.at(-1) ?? 0)],
      showSymbol: false,
      lineStyle: { width: 2, type: isCase ? "solid" : "dashed" },
    })),
  };
}
