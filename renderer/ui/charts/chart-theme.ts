import type { Theme } from "@mui/material/styles";
import type { EChartsCoreOption } from "echarts/core";
import { typeSizes } from "../../desk/type-scale.ts";

/** The look of every chart. */
export function chartTheme({ palette }: Theme, fontFamily: string) {
  const axis = {
    axisLine: { lineStyle: { color: palette.divider } },
    axisTick: { lineStyle: { color: palette.divider } },
    axisLabel: { color: palette.text.secondary },
    nameTextStyle: { color: palette.text.secondary },
    splitLine: { lineStyle: { color: palette.divider } },
  };
  return {
    color: [palette.primary.main, palette.success.main, palette.warning.main, palette.error.main, palette.info.main, palette.text.secondary],
    backgroundColor: "transparent",
    textStyle: { fontFamily, fontSize: typeSizes.small },
    legend: { textStyle: { color: palette.text.primary } },
    categoryAxis: { ...axis, splitLine: { show: false } },
    valueAxis: axis,
    tooltip: { backgroundColor: palette.background.paper, borderColor: palette.divider, textStyle: { color: palette.text.primary } },
  };
}

/** Tooltips are drawn in the chart and nothing is animated: both would need inline markup or styles that the CSP refuses. */
export const withoutMarkup = (option: EChartsCoreOption): EChartsCoreOption => {
  const tooltip = option["tooltip"];
  return { ...option, animation: false, ...(tooltip && typeof tooltip === "object" ? { tooltip: { ...tooltip, renderMode: "richText" } } : {}) };
};
