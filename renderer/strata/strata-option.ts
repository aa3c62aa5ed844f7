import type { Palette } from "@mui/material/styles";
import { type AmountLabels, plotArea } from "../ui/charts/chart-parts.ts";

interface StrataLookOfChart {
  readonly names: readonly string[];
  /** A series for each column of the cut, with its figure in each row. */
  readonly series: readonly { readonly name: string; readonly figures: readonly number[] }[];
  readonly textOf: (figure: number) => string;
  readonly labels: AmountLabels;
  readonly palette: Palette;
}

/** A bar for each stratum, parted by those across. */
export function strataOption({ names, series, textOf, labels, palette }: StrataLookOfChart) {
  return {
    grid: plotArea(8, { right: 16 }),
    tooltip: {
      trigger: "item",
      formatter: (point: unknown) => {
        const { seriesIndex, dataIndex } = point as { readonly seriesIndex: number; readonly dataIndex: number }; // the shape of an item's tooltip
        const one = series[seriesIndex];
        const heads = [names[dataIndex], series.length > 1 ? one?.name : undefined].filter((text) => text !== undefined);
        return `${heads.join(" · ")}\n${textOf(one?.figures[dataIndex] ?? 0)}`;
      },
    },
    xAxis: {
      type: "category",
      data: names,
      axisTick: { show: false },
      axisLabel: { color: palette.text.primary, width: 92, overflow: "break", interval: 0, hideOverlap: true },
    },
    yAxis: { type: "value", splitNumber: 4, axisLabel: { formatter: labels, hideOverlap: true } },
    series: series.map(({ name, figures }) => ({
      type: "bar",
      name,
      stack: "all",
      barMaxWidth: 56,
      cursor: "pointer",
      emphasis: { disabled: true },
      data: figures,
    })),
  };
}
