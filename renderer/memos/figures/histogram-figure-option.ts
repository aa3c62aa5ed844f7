import type { EChartsCoreOption } from "echarts/core";
import type { Histogram } from "../../../shared/domain/simulation-results.ts";
import { figureType } from "../blocks/memo-fonts.ts";
import { barOf, figureFrame, groupAxis, ink, valueAxis } from "./figure-ink.ts";

export interface HistogramMark {
  /** One letter; what it stands for is said below the figure. */
  readonly letter: string;
  readonly fen: number;
  readonly dash: "solid" | "dashed" | "dotted";
}

interface HistogramParts {
  readonly histogram: Histogram;
  readonly marks: readonly HistogramMark[];
  /** Paths whose bin ends at or below it are light. */
  readonly splitFen: number;
  readonly amount: (fen: number) => string;
  readonly count: (paths: number) => string;
}

/** Marks that lie closer than this part of the figure share one line of letters. */
const nearShare = 0.03;

/** Letters by place; those that would lie over each other stand together at the first one's place. */
function placed(marks: readonly HistogramMark[], span: number): { readonly letters: string; readonly fen: number }[] {
  const lines: { letters: string; fen: number }[] = [];
  for (const { letter, fen } of marks.toSorted((one, other) => one.fen - other.fen)) {
    const last = lines.at(-1);
    if (last !== undefined && fen - last.fen < span * nearShare) last.letters += ` ${letter}`;
    else lines.push({ letters: letter, fen });
  }
  return lines;
}

/** How many paths have which highest bid, with the desk's prices as lines. */
export function histogramFigureOption({ histogram, marks, splitFen, amount, count }: HistogramParts): EChartsCoreOption {
  const { fromFen, widthFen, counts } = histogram;
  const span = widthFen * counts.length;
  const within = marks.filter(({ fen }) => fen >= fromFen && fen <= fromFen + span);
  const letters = placed(within, span);
  const axis = valueAxis(count);
  return {
    ...figureFrame,
    // Of bins, by whose edges the lines are placed.
    xAxis: [
      { ...groupAxis(counts.map((_, bin) => amount(fromFen + bin * widthFen))), inverse: false, axisLabel: { show: false } },
      {
        type: "value",
        position: "bottom",
        min: fromFen,
        max: fromFen + span,
        splitNumber: 5,
        axisLabel: {
          color: ink.axis,
          fontSize: figureType.fontSize,
          hideOverlap: true,
          showMinLabel: false,
          showMaxLabel: false,
          formatter: amount,
        },
        splitLine: { show: false },
      },
    ],
    yAxis: axis,
    series: [
      {
        type: "bar",
        barCategoryGap: "8%",
        data: counts.map((paths, bin) => ({
          value: paths,
          itemStyle: barOf(fromFen + (bin + 1) * widthFen <= splitFen ? ink.light : ink.dark),
        })),
      },
      {
        type: "bar",
        xAxisIndex: 1,
        data: [],
        markLine: {
          symbol: "none",
          animation: false,
          data: within.map(({ fen, dash }) => {
            const said = letters.find((line) => line.fen === fen);
            return {
              xAxis: fen,
              lineStyle: { color: ink.line, type: dash, width: 1.4 },
              label: { show: said !== undefined, formatter: said?.letters ?? "", color: ink.line, fontSize: figureType.fontSize },
            };
          }),
        },
      },
    ],
  };
}
