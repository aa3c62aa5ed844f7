import type { Palette } from "@mui/material/styles";
import type { TFunction } from "i18next";
import type { BidPoint } from "../../shared/domain/bid-figures.ts";
import { formatRate } from "../../shared/format.ts";
import { alignedAxes } from "../ui/charts/aligned-axes.ts";
import { type AmountLabels, axisOf, plotArea } from "../ui/charts/chart-parts.ts";
import { irrText } from "../ui/irr-text.ts";
import type { PriceLine, PriceMark } from "./price-lines.ts";

interface BidLook {
  readonly points: readonly BidPoint[];
  readonly lines: readonly PriceLine[];
  readonly hurdleRate: number;
  readonly perUnit: number;
  readonly palette: Palette;
  readonly labels: AmountLabels;
  /** A price in words. */
  readonly money: (fen: number) => string;
  readonly t: TFunction;
}

const boundOf = (mark: PriceMark, palette: Palette): string => {
  if (mark === "limit") return palette.error.main;
  if (mark === "list" || mark === "marketLeast" || mark === "marketMost") return palette.warning.main;
  return mark === "p20" || mark === "p50" || mark === "p80" ? palette.text.secondary : palette.success.main;
};

/** Names of prices that stand closer than this part of the scale are written at different heights. */
const CLOSE = 0.035;
/** Part of the scale that is left free before the lowest price. */
const MARGIN = 0.06;
const HEIGHTS = ["insideEndTop", "insideMiddleTop", "insideStartTop"] as const;

/** Whose name stands where several prices are one. */
const ranks: readonly PriceMark[] = ["limit", "target", "opening", "list", "bidPrice", "shaded", "best", "value"];
const rankOf = (mark: PriceMark): number => (ranks.includes(mark) ? ranks.indexOf(mark) : ranks.length);

/**
 * At which height each name is written: the first at which no name of another close price stands, those of the first rank choosing
 * first; none where all are taken, since two names over each other are none. The table below the charts has them all.
 */
export function labelHeights(prices: readonly { readonly priceFen: number; readonly rank: number }[], closeFen: number): ReadonlyMap<number, number> {
  const placed = new Map<number, number>();
  for (const { priceFen } of prices.toSorted((one, other) => one.rank - other.rank || one.priceFen - other.priceFen)) {
    const near = [...placed].filter(([other]) => Math.abs(other - priceFen) < closeFen).map(([, height]) => height);
    const free = HEIGHTS.findIndex((_, height) => !near.includes(height));
    if (free >= 0) placed.set(priceFen, free);
  }
  return placed;
}

/** The prices that have a name, upright, with their names along them: one name for what is one price, with the number of the others, and close ones apart. */
function marksOf({ lines, points, perUnit, palette, t }: BidLook) {
  const [first, last] = [points.at(0)?.priceFen ?? 0, points.at(-1)?.priceFen ?? 0];
  const shown = lines.filter(({ priceFen }) => priceFen >= first && priceFen <= last);
  const prices = [...new Set(shown.map(({ priceFen }) => priceFen))];
  const marksAt = (priceFen: number) =>
    shown
      .filter((one) => one.priceFen === priceFen)
      .map(({ mark }) => mark)
      .toSorted((one, other) => rankOf(one) - rankOf(other));
  const heights = labelHeights(
    prices.map((priceFen) => ({ priceFen, rank: rankOf(marksAt(priceFen)[0] ?? "value") })),
    CLOSE * (last - first),
  );
  return prices.map((priceFen) => {
    const marks = marksAt(priceFen);
    const bound = marks[0] ?? "value";
    const height = heights.get(priceFen);
    return {
      xAxis: priceFen / perUnit,
      lineStyle: { color: boundOf(bound, palette), type: "dashed" },
      label: {
        formatter: `${t(`bids.prices.${bound}`)}${marks.length > 1 ? ` +${marks.length - 1}` : ""}`,
        show: height !== undefined,
        position: HEIGHTS[height ?? 0],
        color: palette.text.primary,
      },
    };
  });
}

const priceAxis = (labels: AmountLabels) => ({
  type: "value",
  scale: true,
  // The name of the lowest price stands at its left, clear of the figures of the axis.
  min: ({ min, max }: { readonly min: number; readonly max: number }) => min - MARGIN * (max - min),
  max: "dataMax",
  axisLine: { onZero: false },
  splitLine: { show: false },
  axisLabel: { formatter: labels, hideOverlap: true, showMinLabel: false },
});

/** What stands at the pointer's price. */
const tooltipOf = (points: readonly BidPoint[], said: (point: BidPoint) => readonly string[]) => ({
  trigger: "axis",
  formatter: (shown: unknown) => {
    const [at] = shown as readonly { readonly dataIndex: number }[]; // the shape of an axis tooltip
    const point = points[at?.dataIndex ?? 0];
    return point === undefined ? "" : said(point).join("\n");
  },
});

/** Chance to win in percent at the left, profits at the right; both zeros on one line. */
export function winOption(look: BidLook) {
  const { points, perUnit, palette, labels, money, t } = look;
  const amounts = points.flatMap(({ expectedProfitFen, profitIfWonFen }) => [expectedProfitFen, profitIfWonFen ?? 0].map((fen) => fen / perUnit));
  const [chances, profits] = alignedAxes([[0, 1], amounts]);
  const at = (fen: number | null) => (fen === null ? null : fen / perUnit);
  return {
    color: [palette.primary.main, palette.success.main, palette.warning.main],
    grid: plotArea(8, { right: 12 }),
    tooltip: tooltipOf(points, ({ priceFen, winChance, expectedProfitFen, profitIfWonFen }) => [
      money(priceFen),
      `${t("bids.chart.winChance")} ${formatRate(winChance, 1)}`,
      `${t("bids.chart.expected")} ${money(expectedProfitFen)}`,
      ...(profitIfWonFen === null ? [] : [`${t("bids.chart.ifWon")} ${money(profitIfWonFen)}`]),
    ]),
    xAxis: priceAxis(labels),
    yAxis: [
      { type: "value", ...chances, axisLabel: { formatter: (share: number) => (share < 0 ? "" : formatRate(share, 0)) } },
      { ...axisOf(profits, labels), splitLine: { show: false } },
    ],
    series: [
      {
        type: "line",
        name: t("bids.chart.winChance"),
        showSymbol: false,
        data: points.map(({ priceFen, winChance }) => [priceFen / perUnit, winChance]),
        markLine: { silent: true, symbol: "none", data: marksOf(look) },
      },
      {
        type: "line",
        name: t("bids.chart.expected"),
        yAxisIndex: 1,
        showSymbol: false,
        data: points.map(({ priceFen, expectedProfitFen }) => [priceFen / perUnit, at(expectedProfitFen)]),
      },
      {
        type: "line",
        name: t("bids.chart.ifWon"),
        yAxisIndex: 1,
        showSymbol: false,
        data: points.map(({ priceFen, profitIfWonFen }) => [priceFen / perUnit, at(profitIfWonFen)]),
      },
    ],
  };
}

/** Rate of return by price, the hurdle across it. */
export function returnOption(look: BidLook) {
  const { points, hurdleRate, perUnit, palette, labels, money, t } = look;
  const hurdle = {
    yAxis: hurdleRate * 100,
    lineStyle: { color: palette.text.secondary, type: "dotted" },
    label: { formatter: t("chart.priceCurve.hurdle", { rate: formatRate(hurdleRate) }), position: "insideStartTop", color: palette.text.secondary },
  };
  return {
    color: [palette.primary.main],
    grid: plotArea(8, { right: 20 }),
    tooltip: tooltipOf(points, ({ priceFen, irr }) => [money(priceFen), `${t("bids.chart.irrName")} ${irrText(irr, t)}`]),
    xAxis: priceAxis(labels),
    yAxis: { type: "value", splitNumber: 5, axisLabel: { formatter: (rate: number) => formatRate(rate / 100, 0) } },
    series: [
      {
        type: "line",
        showSymbol: false,
        lineStyle: { width: 2 },
        data: points.map(({ priceFen, irr }) => [priceFen / perUnit, irr.kind === "one" ? irr.rate * 100 : null]),
        markLine: { silent: true, symbol: "none", data: [hurdle, ...marksOf(look)] },
      },
    ],
  };
}
