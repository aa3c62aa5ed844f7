import { figureType } from "../blocks/memo-fonts.ts";

/** Far enough apart in lightness to be told from each other on a black-and-white printer. */
export const ink = { dark: "#1f4e79", middle: "#6f9fc8", light: "#cfe0ef", grey: "#b3b3b3", line: "#111111", axis: "#555555", grid: "#dddddd" };

const label = { color: ink.axis, fontSize: figureType.fontSize };

/** What all figures have in common. */
export const figureFrame = {
  animation: false,
  textStyle: { fontSize: figureType.fontSize, color: ink.axis },
  grid: { left: 4, right: 14, top: 26, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "axisLabel" },
};

export const printedLegend = (names: readonly string[]) => ({
  top: 0,
  right: 0,
  itemWidth: 14,
  itemHeight: 8,
  data: [...names],
  textStyle: { fontSize: figureType.fontSize, color: ink.line },
});

/** Groups one below the other, the first on top. */
export const groupAxis = (names: readonly string[]) => ({
  type: "category",
  inverse: true,
  data: [...names],
  axisTick: { show: false },
  axisLine: { lineStyle: { color: ink.axis }, onZero: false },
  axisLabel: { ...label, color: ink.line },
});

export const valueAxis = (write: (value: number) => string) => ({
  type: "value",
  splitNumber: 5,
  axisLabel: { ...label, hideOverlap: true, formatter: write },
  splitLine: { lineStyle: { color: ink.grid } },
});

/** A frame around each bar, so that light ones are seen on paper. */
export const barOf = (color: string) => ({ color, borderColor: ink.line, borderWidth: 0.6 });
