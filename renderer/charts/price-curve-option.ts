import type { Palette } from "@mui/material/styles";
import type { TFunction } from "i18next";
import type { PriceCurve } from "../../shared/domain/bid-charts.ts";
import { formatMultiple, formatRate } from "../../shared/format.ts";
import { type AmountLabels, plotArea } from "../ui/charts/chart-parts.ts";

interface PriceCurveLook {
  readonly curve: PriceCurve;
  readonly perUnit: number;
  readonly palette: Palette;
  readonly labels: AmountLabels;
  /** A price in words. */
  readonly priceText: (fen: number) => string;
  readonly t: TFunction;
}

/** The curve of rates, with the hurdle across it and the prices that matter upright. */
export function priceCurveOption({ curve, perUnit, palette, labels, priceText, t }: PriceCurveLook) {
  const { points, hurdleRate, bidPriceFen, maxBidFen } = curve;
  const upright = (fen: number, name: string, color: string, position: string) => ({
    xAxis: fen / perUnit,
    lineStyle: { color, type: "dashed" },
    label: { formatter: name, position, rotate: 0, align: "left", color: palette.text.primary },
  });
  const bid = bidPriceFen > 0 && bidPriceFen !== maxBidFen ? [upright(bidPriceFen, t("chart.priceCurve.bid"), palette.warning.main, "insideStartTop")] : [];
  const highest = maxBidFen > 0 ? [upright(maxBidFen, t("chart.priceCurve.maxBid"), palette.primary.main, "insideEndTop")] : [];
  const hurdle = {
    yAxis: hurdleRate * 100,
    lineStyle: { color: palette.text.secondary, type: "dotted" },
    label: { formatter: t("chart.priceCurve.hurdle", { rate: formatRate(hurdleRate) }), position: "insideStartTop", color: palette.text.secondary },
  };
  return {
    color: [palette.primary.main],
    grid: plotArea(8, { right: 20 }),
    tooltip: {
      trigger: "axis",
      formatter: (shown: unknown) => {
        const [at] = shown as readonly { readonly dataIndex: number }[]; // the shape of an axis tooltip
        const point = points[at?.dataIndex ?? 0];
        if (point === undefined) return "";
        return `${priceText(point.priceFen)}\n${t("pricing.measure.irr")} ${formatRate(point.irr)}\n${t("pricing.measure.moic")} ${formatMultiple(point.moic)}`;
      },
    },
    xAxis: {
      type: "value",
      scale: true,
      min: "dataMin",
      max: "dataMax",
      axisLine: { onZero: false },
      splitLine: { show: false },
      axisLabel: { formatter: labels, hideOverlap: true },
    },
    yAxis: { type: "value", splitNumber: 5, axisLabel: { formatter: (rate: number) => formatRate(rate / 100, 0) } },
    series: [
      {
        type: "line",
        showSymbol: false,
        lineStyle: { width: 2 },
        data: points.map(({ priceFen, irr }) => [priceFen / perUnit, irr === null ? null : irr * 100]),
        markLine: { silent: true, symbol: "none", data: [hurdle, ...highest, ...bid] },
      },
    ],
  };
}
