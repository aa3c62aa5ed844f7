import { type EChartsCoreOption, setPlatformAPI } from "echarts/core";
import { useMemo } from "react";
import { pageFonts, useDrawnFonts } from "../use-drawn-fonts.ts";

let ruler: CanvasRenderingContext2D | null = null;

/** Measures for ECharts. A text that nobody announced, such as a tooltip's, is measured at once and again when its glyphs are here. */
setPlatformAPI({
  measureText: (text, font = "") => {
    pageFonts.drawNow(text, /\b(?:bold|[6-9]00)\b/.test(font) ? 700 : 400);
    ruler ??= document.createElement("canvas").getContext("2d");
    if (ruler === null) throw new Error("the page has no canvas");
    if (ruler.font !== font) ruler.font = font;
    return ruler.measureText(text);
  },
});

/** ECharts takes widths from these, whatever a chart says. */
const alwaysMeasured = `国${String.fromCodePoint(...Array.from({ length: 95 }, (_, index) => 32 + index))}`;

/** Every text in a chart's option and table. */
function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") yield value;
  else if (Array.isArray(value)) for (const one of value) yield* textsIn(one);
  else if (typeof value === "object" && value !== null) for (const one of Object.values(value)) yield* textsIn(one);
}

interface ChartFonts {
  /** The chart can be drawn with all that it says. */
  readonly isReady: boolean;
  readonly fontFamily: string;
}

/** The font of a chart; `said` is where its texts stand. Until it is ready nothing is measured: ECharts keeps what it measures. */
export function useChartFonts(fontFamily: string, ...said: readonly (EChartsCoreOption | readonly unknown[])[]): ChartFonts {
  const { canDraw, repairs } = useDrawnFonts();
  // oxlint-disable-next-line react-hooks/exhaustive-deps -- its parts
  const signs = useMemo(() => [...new Set([alwaysMeasured, ...textsIn(said)].join(""))].join(""), said);
  // Widths are kept under the name of the font: one more name at its end has them all measured again.
  return { isReady: canDraw(signs, 400), fontFamily: repairs === 0 ? fontFamily : `${fontFamily},"${repairs}"` };
}
