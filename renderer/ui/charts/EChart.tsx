import Box from "@mui/material/Box";
import { useTheme } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import { BarChart, HeatmapChart, LineChart } from "echarts/charts";
import { GridComponent, MarkLineComponent, TooltipComponent, VisualMapComponent } from "echarts/components";
import { type ECharts, type EChartsCoreOption, init, use } from "echarts/core";
import { SVGRenderer } from "echarts/renderers";
import { useEffect, useMemo, useRef } from "react";
import { fontFamily as deskFont } from "../../desk/type-scale.ts";
import { afterPaint } from "../after-paint.ts";
import { useChartFonts } from "./chart-fonts.ts";
import { ChartLegend, legendOf } from "./chart-legend.tsx";
import { ChartPictureButton } from "./chart-picture-button.tsx";
import { chartTheme, withoutMarkup } from "./chart-theme.ts";

use([BarChart, LineChart, HeatmapChart, GridComponent, MarkLineComponent, TooltipComponent, VisualMapComponent, SVGRenderer]);

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
  /** Is told of a click on a figure: the places of its series and of its point. Keep a table or buttons beside it for the keyboard. */
  readonly onPick?: (seriesIndex: number, dataIndex: number) => void;
}

export function EChart({ option, label, table, caption, height, onPick }: EChartProps) {
  const host = useRef<HTMLDivElement>(null);
  const theme = useTheme();
  const { isReady, fontFamily } = useChartFonts(deskFont, option, table.head, table.rows);

  const chart = useRef<ECharts | null>(null);
  const isDrawn = useRef(false);
  const pick = useRef(onPick);
  useEffect(() => {
    pick.current = onPick;
  });

  useEffect(() => {
    const element = host.current;
    if (!element) return;
    const made = init(element, chartTheme(theme, fontFamily), { renderer: "svg" });
    made.on("click", ({ seriesIndex, dataIndex }) => seriesIndex !== undefined && pick.current?.(seriesIndex, dataIndex));
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

  const legend = useMemo(() => legendOf(option, chartTheme(theme, fontFamily).color), [option, theme, fontFamily]);
  return (
    <Box component="figure" aria-busy={!isReady} sx={{ m: 0, position: "relative" }}>
      <ChartPictureButton option={option} label={label} height={height} legend={legend} isReady={isReady} />
      {caption === undefined ? null : (
        <Typography variant="h4" component="figcaption" sx={{ mb: 0.5 }}>
          {caption}
        </Typography>
      )}
      <ChartLegend entries={legend} />
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
