import Box from "@mui/material/Box";
import { type Theme, useTheme } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import { BarChart, HeatmapChart, LineChart } from "echarts/charts";
import { GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { type ECharts, type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useRef } from "react";
import { fontFamily as deskFont, typeSizes } from "../../desk/type-scale.ts";
import { afterPaint } from "../after-paint.ts";
import { useChartFonts } from "./chart-fonts.ts";

use([BarChart, LineChart, HeatmapChart, GridComponent, LegendComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);

interface ChartTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

interface EChartProps {
  /** Keep it stable (useMemo): a new object has the chart drawn again. */
  readonly option: EChartsCoreOption;
  /** What the chart shows, for screen readers. */
  readonly label: string;
  /** The same figures as a table, for screen readers. */
  readonly table: ChartTable;
  /** A line over the chart. */
  readonly caption?: string;
  readonly height: number;
}

function chartTheme({ palette }: Theme, fontFamily: string) {
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
const withoutMarkup = (option: EChartsCoreOption): EChartsCoreOption => {
  const tooltip = option["tooltip"];
  return { ...option, animation: false, ...(tooltip && typeof tooltip === "object" ? { tooltip: { ...tooltip, renderMode: "richText" } } : {}) };
};

export function EChart({ option, label, table, caption, height }: EChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const { isReady, fontFamily } = useChartFonts(deskFont, option, table.head, table.rows);

  const chart = useRef<ECharts | null>(null);
  const isDrawn = useRef(false);

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const made = init(element, chartTheme(theme, fontFamily), { renderer: "svg" });
    chart.current = made;
    isDrawn.current = false;
    const observer = new ResizeObserver(() => made.resize());
    observer.observe(element);
    return () => {
      chart.current = null;
      observer.disconnect();
      made.dispose();
    };
  }, [theme, fontFamily]);

  // After the effect above, and on its changes too: a chart made for a new theme starts empty. What was drawn stays while fonts are on their way.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    if (!isReady) return;
    const draw = () => chart.current?.setOption(withoutMarkup(option), { notMerge: true });
    // Figures that follow an edit are painted before the chart is drawn again, which takes as long as all of them.
    if (isDrawn.current) return afterPaint(draw);
    draw();
    isDrawn.current = true;
  }, [option, isReady, theme, fontFamily]);

  return (
    <Box component="figure" aria-busy={!isReady} sx={{ m: 0, position: "relative" }}>
      {caption === undefined ? null : (
        <Typography variant="h4" component="figcaption" sx={{ mb: 0.5 }}>
          {caption}
        </Typography>
      )}
      <Box ref={host} role="img" aria-label={label} sx={{ width: "100%", height }} />
      <FiguresOf label={label} table={table} />
    </Box>
  );
}

/** The figures of a chart for screen readers, in a box of its own: a table does not stay as narrow as it is told. */
function FiguresOf({ label, table }: { readonly label: string; readonly table: ChartTable }) {
  return (
    <Box sx={{ position: "absolute", width: "1px", height: "1px", overflow: "hidden", clipPath: "inset(50%)", whiteSpace: "nowrap" }}>
      <table>
        <caption>{label}</caption>
        <thead>
          <tr>
            {table.head.map((head) => (
              <th key={head} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {table.rows.map((row) => (
            <tr key={row.join("|")}>
              {row.map((cell, column) => (
                <td key={table.head[column] ?? column}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Box>
  );
}
