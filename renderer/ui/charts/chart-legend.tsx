import Box from "@mui/material/Box";
import type { EChartsCoreOption } from "echarts/core";
import type { CSSProperties } from "react";

/** What of a series a legend shows. */
interface SeriesLook {
  readonly name?: string;
  readonly type?: string;
  readonly itemStyle?: { readonly color?: string; readonly borderColor?: string; readonly borderType?: string };
  readonly lineStyle?: { readonly color?: string; readonly type?: string };
}

export interface LegendEntry {
  readonly name: string;
  readonly color: string;
  readonly mark: "bar" | "frame" | "line" | "dashed";
}

/** One entry for each name among the series, in their order; none where there is one name or no name at all. */
export function legendOf(option: EChartsCoreOption, themeColors: readonly string[]): LegendEntry[] {
  const series = option["series"];
  if (!Array.isArray(series)) return [];
  const colors = Array.isArray(option["color"]) ? (option["color"] as readonly string[]) : themeColors;
  const entries = new Map<string, LegendEntry>();
  for (const [index, look] of (series as readonly SeriesLook[]).entries()) {
    const { name, type, itemStyle, lineStyle } = look;
    if (name === undefined || name === "" || entries.has(name)) continue;
    const isFrame = itemStyle?.borderType === "dashed";
    const mark = type !== "line" ? (isFrame ? "frame" : "bar") : lineStyle?.type === "dashed" ? "dashed" : "line";
    const own = lineStyle?.color ?? (isFrame ? itemStyle.borderColor : itemStyle?.color);
    entries.set(name, { name, mark, color: own ?? colors[index % colors.length] ?? "currentColor" });
  }
  return entries.size > 1 ? [...entries.values()] : [];
}

function markStyle(mark: LegendEntry["mark"], color: string): CSSProperties {
  if (mark === "bar") return { backgroundColor: color, height: 8 };
  if (mark === "frame") return { border: `1px dashed ${color}`, height: 8 };
  return { borderTop: `2px ${mark === "line" ? "solid" : "dashed"} ${color}` };
}

/** Beside the plot and not in it: it wraps where the room is narrow, lies over nothing and leaves the corner to the picture's button. */
export function ChartLegend({ entries }: { readonly entries: readonly LegendEntry[] }) {
  if (entries.length === 0) return null;
  return (
    <Box aria-hidden sx={{ display: "flex", flexWrap: "wrap", columnGap: 2, rowGap: 0.25, typography: "fine", color: "text.primary", pb: 0.5, pr: 4 }}>
      {entries.map(({ name, color, mark }) => (
        <Box key={name} component="span" sx={{ display: "inline-flex", alignItems: "center", gap: 0.75, whiteSpace: "nowrap" }}>
          <Box component="span" style={markStyle(mark, color)} sx={{ width: 14, borderRadius: "1px" }} />
          {name}
        </Box>
      ))}
    </Box>
  );
}
