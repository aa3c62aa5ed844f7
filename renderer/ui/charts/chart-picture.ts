import type { Theme } from "@mui/material/styles";
import { LegendComponent, TitleComponent } from "echarts/components";
import { type EChartsCoreOption, init, use } from "echarts/core";
import { CanvasRenderer } from "echarts/renderers";
import { typeSizes } from "../../desk/type-scale.ts";
import type { LegendEntry } from "./chart-legend.tsx";
import { chartTheme, withoutMarkup } from "./chart-theme.ts";

use([CanvasRenderer, LegendComponent, TitleComponent]);

/** Wide enough that no axis is crowded, twice as fine as a screen. */
const widthPx = 960;
const pixelRatio = 2;
const marginPx = 16;
const titlePx = 30;
const legendPx = 26;

export interface PictureOf {
  readonly option: EChartsCoreOption;
  readonly title: string;
  readonly legend: readonly LegendEntry[];
  /** Of the chart on the screen. */
  readonly height: number;
  readonly theme: Theme;
  readonly fontFamily: string;
}

/** Where a plot begins below what stands above it in a picture. */
const lowered = (grid: unknown, by: number) =>
  typeof grid === "object" && grid !== null && "top" in grid && typeof grid.top === "number"
    ? { ...grid, top: grid.top + by + marginPx, left: marginPx, right: marginPx, bottom: marginPx }
    : grid;

/** A chart with its title and legend as PNG, for paper and slides. */
export async function drawPicture({ option, title, legend, height, theme, fontFamily }: PictureOf): Promise<Blob> {
  const above = titlePx + (legend.length === 0 ? 0 : legendPx);
  const { palette } = theme;
  const chart = init(document.createElement("div"), chartTheme(theme, fontFamily), {
    renderer: "canvas",
    width: widthPx,
    height: Math.max(height, 320) + above,
    devicePixelRatio: pixelRatio,
  });
  try {
    chart.setOption({
      ...withoutMarkup(option),
      backgroundColor: palette.background.paper,
      title: { text: title, left: marginPx, top: 8, textStyle: { fontFamily, fontSize: typeSizes.title, color: palette.text.primary } },
      legend: { show: legend.length > 0, top: 8 + titlePx, left: marginPx, itemWidth: 14, itemHeight: 8, data: legend.map(({ name }) => name) },
      grid: lowered(option["grid"], above),
    });
    const canvas = chart.renderToCanvas({ pixelRatio });
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob === null ? reject(new Error("no picture was made")) : resolve(blob)), "image/png"),
    );
  } finally {
    chart.dispose();
  }
}
