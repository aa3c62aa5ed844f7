import type { Palette } from "@mui/material/styles";
import type { TFunction } from "i18next";
import type { DebtorShares } from "../../shared/domain/bid-charts.ts";
import { formatRate } from "../../shared/format.ts";
import { type AmountLabels, plotArea } from "../ui/charts/chart-parts.ts";

/** Share of what is worth something that the debtors up to each one hold. */
export function cumulativeShares({ largest, positiveFen }: DebtorShares): readonly number[] {
  let sum = 0;
  return largest.map(({ presentValueFen }) => {
    sum += Math.max(0, presentValueFen);
    return positiveFen === 0 ? 0 : sum / positiveFen;
  });
}

interface DebtorLook {
  readonly shares: DebtorShares;
  readonly names: readonly string[];
  readonly perUnit: number;
  readonly palette: Palette;
  readonly labels: AmountLabels;
  readonly textOf: (fen: number) => string;
  readonly t: TFunction;
}

/** A bar for each debtor, the largest on top, and the share that they hold together. */
export function debtorOption({ shares, names, perUnit, palette, labels, textOf, t }: DebtorLook) {
  const cumulative = cumulativeShares(shares);
  return {
    color: [palette.primary.main, palette.warning.main],
    grid: plotArea(4, { right: 16 }),
    tooltip: {
      trigger: "axis",
      axisPointer: { type: "shadow" },
      formatter: (points: unknown) => {
        const [point] = points as readonly { readonly dataIndex: number }[]; // the shape of an axis tooltip
        const at = point?.dataIndex ?? 0;
        const debtor = shares.largest[at];
        return debtor === undefined
          ? ""
          : `${names[at]}\n${textOf(debtor.presentValueFen)}\n${t("chart.debtors.together", { share: formatRate(cumulative[at], 1) })}`;
      },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: names,
      axisTick: { show: false },
      axisLabel: { width: 150, overflow: "truncate", color: palette.text.primary, interval: 0 },
    },
    xAxis: [
      { type: "value", splitNumber: 4, axisLabel: { formatter: labels, hideOverlap: true } },
      { type: "value", min: 0, max: 100, splitNumber: 4, splitLine: { show: false }, axisLabel: { formatter: (share: number) => formatRate(share / 100, 0) } },
    ],
    series: [
      {
        type: "bar",
        name: t("chart.debtors.value"),
        barWidth: "60%",
        emphasis: { disabled: true },
        data: shares.largest.map(({ presentValueFen }) => presentValueFen / perUnit),
      },
      {
        type: "line",
        xAxisIndex: 1,
        name: t("chart.debtors.cumulative"),
        symbolSize: 5,
        lineStyle: { width: 2 },
        data: cumulative.map((share) => share * 100),
      },
    ],
  };
}
