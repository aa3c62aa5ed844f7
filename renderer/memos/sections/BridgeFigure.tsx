import type { EChartsCoreOption } from "echarts/core";
import { useMemo } from "react";
import { type BridgeStep, bridgeAxis } from "../../../shared/bridge-steps.ts";
import { formatNumber } from "../../../shared/format.ts";
import { fenPerUnit } from "../../../shared/money.ts";
import type { MemoContext } from "../blocks/memo-context.ts";
import { figureType } from "../blocks/memo-fonts.ts";
import { MemoFigure } from "../figures/MemoFigure.tsx";

/** Dark enough to tell apart on a black-and-white printer. */
const ink = { total: "#1f4e79", up: "#5a8fc0", down: "#b9b9b9", text: "#111111", axis: "#555555", grid: "#dddddd" };
const barPx = 22;

function figureOption({ memo, bridgeWords: text, money }: MemoContext, steps: readonly BridgeStep[]): EChartsCoreOption {
  const unit = fenPerUnit[memo.moneyUnit];
  const { floor, span, step: interval } = bridgeAxis(steps, unit);
  const nameOf = (key: BridgeStep["key"]) => (key === "from" || key === "to" || key === "engine" ? text[key] : text.cause[key]);
  const labelOf = ({ isTotal, fromFen, toFen }: BridgeStep) => (isTotal ? money(toFen) : `${toFen > fromFen ? "+" : ""}${money(toFen - fromFen)}`);
  return {
    animation: false,
    textStyle: { fontSize: figureType.fontSize, color: ink.axis },
    grid: { left: 4, right: 8, top: 4, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
    xAxis: {
      type: "value",
      min: 0,
      max: span * 1.2,
      interval,
      axisLabel: {
        color: ink.axis,
        fontSize: figureType.fontSize,
        hideOverlap: true,
        formatter: (distance: number) => formatNumber(floor + distance, interval < 1 ? 2 : 0),
      },
      splitLine: { lineStyle: { color: ink.grid } },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: steps.map(({ key }) => nameOf(key)),
      axisTick: { show: false },
      axisLine: { lineStyle: { color: ink.axis } },
      axisLabel: { color: ink.text, fontSize: figureType.fontSize },
    },
    series: [
      {
        type: "bar",
        stack: "bridge",
        itemStyle: { color: "transparent" },
        data: steps.map(({ isTotal, fromFen, toFen }) => (isTotal ? 0 : Math.min(fromFen, toFen) / unit - floor)),
      },
      {
        type: "bar",
        stack: "bridge",
        barWidth: 12,
        data: steps.map((step) => ({
          value: step.isTotal ? step.toFen / unit - floor : Math.abs(step.toFen - step.fromFen) / unit,
          itemStyle: { color: step.isTotal ? ink.total : step.toFen < step.fromFen ? ink.down : ink.up },
          label: { show: true, position: "right", formatter: labelOf(step), color: ink.text, fontSize: figureType.fontSize },
        })),
      },
    ],
  };
}

/** From the bid before to the bid after as a waterfall; its figures are in the table that follows. */
export function BridgeFigure({ context, steps }: { readonly context: MemoContext; readonly steps: readonly BridgeStep[] }) {
  const option = useMemo(() => figureOption(context, steps), [context, steps]);
  return <MemoFigure label={context.bridgeWords.memoChart} option={option} heightPx={steps.length * barPx + 30} />;
}
