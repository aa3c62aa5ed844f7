import type { EChartsCoreOption } from "echarts/core";
import { figureType } from "../blocks/memo-fonts.ts";
import { barOf, figureFrame, groupAxis, ink, valueAxis } from "./figure-ink.ts";

/** A total stands from zero; any other step leads from where the one before ended. */
export interface WaterfallStep {
  readonly label: string;
  readonly fromFen: number;
  readonly toFen: number;
  readonly isTotal: boolean;
}

/** Kept free behind the longest bar for the amount beside it. */
const roomShare = 0.2;

/** From the claim to the bid, a bar for each step. */
export function waterfallFigureOption(steps: readonly WaterfallStep[], amount: (fen: number) => string, moved: (fen: number) => string): EChartsCoreOption {
  const ends = steps.flatMap(({ fromFen, toFen }) => [fromFen, toFen]);
  const [least, most] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  const axis = valueAxis(amount);
  return {
    ...figureFrame,
    grid: { ...figureFrame.grid, top: 4 },
    xAxis: { ...axis, axisLabel: { ...axis.axisLabel, showMaxLabel: false }, min: least, max: most + (most - least) * roomShare },
    yAxis: groupAxis(steps.map(({ label }) => label)),
    series: [
      { type: "bar", stack: "steps", itemStyle: { color: "transparent" }, data: steps.map(({ fromFen, toFen }) => Math.min(fromFen, toFen)) },
      {
        type: "bar",
        stack: "steps",
        barWidth: 12,
        data: steps.map(({ fromFen, toFen, isTotal }) => ({
          value: Math.abs(toFen - fromFen),
          itemStyle: barOf(isTotal ? ink.dark : toFen < fromFen ? ink.light : ink.middle),
          label: {
            show: true,
            position: "right",
            formatter: isTotal ? amount(toFen) : moved(toFen - fromFen),
            color: ink.line,
            fontSize: figureType.fontSize,
          },
        })),
      },
    ],
  };
}
