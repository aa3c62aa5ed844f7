import type { Palette } from "@mui/material/styles";
import type { TFunction } from "i18next";
import { type BridgeStep, bridgeAxis, bridgeSteps } from "../../shared/bridge-steps.ts";
import type { BidBridge } from "../../shared/domain/bid-bridge.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import { typeSizes } from "../desk/type-scale.ts";
import { type AmountLabels, plotArea } from "../ui/charts/chart-parts.ts";

/** A step under its name. */
export interface BridgeBar extends BridgeStep {
  readonly name: string;
}

/** The bid before, a bar per cause, the bid after. */
export function bridgeBars(bridge: BidBridge, caseName: CaseName, t: TFunction): BridgeBar[] {
  const nameOf = (key: BridgeStep["key"]) => (key === "from" || key === "to" || key === "engine" ? t(`bridge.${key}`) : t(`bridge.cause.${key}`));
  return bridgeSteps(bridge, caseName).map((step) => ({ ...step, name: nameOf(step.key) }));
}

interface BridgeLook {
  readonly bars: readonly BridgeBar[];
  readonly palette: Palette;
  readonly fenPerUnit: number;
  readonly labels: AmountLabels;
  /** A move or a bid in words. */
  readonly textOf: (bar: BridgeBar) => string;
}

/** Bars on one axis, which begins near the lowest of them: moves are small beside the bids. */
export function bridgeOption({ bars, palette, fenPerUnit, labels, textOf }: BridgeLook) {
  // Bars are stacked on what isn't drawn, which only works above zero: all are drawn from here.
  const { floor, span, step } = bridgeAxis(bars, fenPerUnit);
  const colorOf = ({ isTotal, fromFen, toFen }: BridgeBar) => (isTotal ? palette.primary.main : toFen < fromFen ? palette.warning.main : palette.success.main);
  return {
    grid: plotArea(4, { right: 16 }),
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (points: unknown) => {
        const [point] = points as readonly { readonly dataIndex: number }[]; // the shape of an axis tooltip
        const bar = bars[point?.dataIndex ?? 0];
        return bar === undefined ? "" : `${bar.name}: ${textOf(bar)}`;
      },
    },
    xAxis: {
      type: "value",
      min: 0,
      max: span * 1.15,
      interval: step,
      axisLabel: { formatter: (distance: number) => labels(floor + distance), hideOverlap: true, showMaxLabel: false },
    },
    yAxis: { type: "category", inverse: true, data: bars.map(({ name }) => name), axisTick: { show: false }, axisLabel: { color: palette.text.primary } },
    series: [
      {
        type: "bar",
        stack: "waterfall",
        silent: true,
        itemStyle: { color: "transparent" },
        emphasis: { disabled: true },
        data: bars.map(({ isTotal, fromFen, toFen }) => (isTotal ? 0 : Math.min(fromFen, toFen) / fenPerUnit - floor)),
      },
      {
        type: "bar",
        stack: "waterfall",
        barWidth: 16,
        emphasis: { disabled: true },
        data: bars.map((bar) => ({
          value: bar.isTotal ? bar.toFen / fenPerUnit - floor : Math.abs(bar.toFen - bar.fromFen) / fenPerUnit,
          itemStyle: { color: colorOf(bar) },
          label: { show: true, position: "right", formatter: textOf(bar), color: palette.text.secondary, fontSize: typeSizes.fine },
        })),
      },
    ],
  };
}
