import type { Palette } from "@mui/material/styles";
import type { TFunction } from "i18next";
import { percentiles, type SimulationResult } from "../../shared/domain/simulation-results.ts";
import { formatNumber, formatRate } from "../../shared/format.ts";
import { typeSizes } from "../desk/type-scale.ts";
import { plotArea } from "../ui/charts/chart-parts.ts";

export interface HistogramBin {
  readonly from: number;
  readonly to: number;
  /** Its paths are worth less than the desk's price. */
  readonly isMissing: boolean;
  readonly share: number;
}

/** Paths by their bid, in the unit on show. */
export function histogramBins({ distribution, priceFen }: SimulationResult, perUnit: number): readonly HistogramBin[] {
  const { fromFen, widthFen, counts } = distribution.histogram;
  return counts.map((count, index) => ({
    from: (fromFen + index * widthFen) / perUnit,
    to: (fromFen + (index + 1) * widthFen) / perUnit,
    isMissing: fromFen + (index + 0.5) * widthFen < priceFen,
    share: count / distribution.paths,
  }));
}

interface HistogramLook {
  readonly result: SimulationResult;
  readonly bins: readonly HistogramBin[];
  readonly perUnit: number;
  readonly decimals: number;
  readonly palette: Palette;
  readonly t: TFunction;
}

/** Bars of paths; lines mark the desk's price, P5, P50 and P95. */
export function histogramOption(look: HistogramLook) {
  const { result, bins, perUnit, decimals, palette } = look;
  return {
    grid: plotArea(38, { right: 16 }),
    tooltip: binTooltip(bins, decimals),
    xAxis: {
      type: "value",
      scale: true,
      min: bins[0]?.from,
      max: Math.max(bins.at(-1)?.to ?? 0, result.priceFen / perUnit),
      splitLine: { show: false },
      axisLabel: { hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: (value: number) => formatNumber(value, decimals) },
    },
    yAxis: { type: "value", splitNumber: 4, axisLabel: { formatter: (value: number) => formatRate(value, 0) } },
    series: [
      {
        type: "bar",
        barWidth: "94%",
        emphasis: { disabled: true },
        data: bins.map(({ from, to, share, isMissing }) => ({
          value: [(from + to) / 2, share],
          itemStyle: { color: isMissing ? palette.warning.main : palette.primary.main },
        })),
        markLine: { symbol: "none", silent: true, data: marks(look) },
      },
    ],
  };
}

function marks({ result: { distribution, priceFen }, perUnit, palette, t }: HistogramLook) {
  const line = (name: string, at: number, color: string, type: "solid" | "dashed", distance: number) => ({
    xAxis: at,
    lineStyle: { color, type, width: type === "solid" ? 2 : 1 },
    label: { formatter: name, color, fontSize: typeSizes.fine, distance },
  });
  const percentile = (percent: (typeof percentiles)[number]) => {
    const at = (distribution.maxBid.percentiles[percentiles.indexOf(percent)] ?? 0) / perUnit;
    return line(`P${percent}`, at, palette.text.secondary, "dashed", 3);
  };
  return [percentile(5), percentile(50), percentile(95), line(t("simulation.chart.price"), priceFen / perUnit, palette.error.main, "solid", 16)];
}

const binTooltip = (bins: readonly HistogramBin[], decimals: number) => ({
  trigger: "axis",
  axisPointer: { type: "shadow" },
  formatter: (points: unknown) => {
    const [point] = points as readonly { readonly dataIndex: number }[]; // the shape of an axis tooltip
    const bin = bins[point?.dataIndex ?? 0];
    return bin === undefined ? "" : `${formatNumber(bin.from, decimals)} – ${formatNumber(bin.to, decimals)}\n${formatRate(bin.share)}`;
  },
});
