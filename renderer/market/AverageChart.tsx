import Paper from "@mui/material/Paper";
import { useTheme } from "@mui/material/styles";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { MarketAverage } from "../../shared/contract/market-channels.ts";
import { dealKinds } from "../../shared/domain/codes.ts";
import { formatRate } from "../../shared/format.ts";
import { numberLabels, numberTooltip, plotArea } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";

/** Published averages by kind, period and base; an upper bound is a frame that the price lies somewhere within, no average. */
export function AverageChart({ averages }: { readonly averages: readonly MarketAverage[] }) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const shown = useMemo(
    () =>
      averages.toSorted(
        (one, other) =>
          dealKinds.indexOf(one.dealKind) - dealKinds.indexOf(other.dealKind) || one.base.localeCompare(other.base) || one.period.localeCompare(other.period),
      ),
    [averages],
  );
  const option = useMemo(() => {
    const percent = (isBound: boolean) => shown.map(({ ratio, isUpperBound }) => (isUpperBound === isBound ? ratio * 100 : null));
    return {
      color: [palette.primary.main, palette.warning.main],
      grid: plotArea(8),
      tooltip: numberTooltip(2),
      xAxis: {
        type: "category",
        data: shown.map(({ dealKind, period, base }) => `${t(`code.dealKind.${dealKind}`)}\n${period}\n${t(`code.marketBase.${base}`)}`),
        axisLabel: { interval: 0 },
      },
      yAxis: { type: "value", name: "%", axisLabel: numberLabels(0) },
      series: [
        { type: "bar", name: t("market.average"), stack: "ratio", barMaxWidth: 40, data: percent(false) },
        {
          type: "bar",
          name: t("market.bound"),
          stack: "ratio",
          barMaxWidth: 40,
          data: percent(true),
          itemStyle: { color: "transparent", borderColor: palette.warning.main, borderWidth: 2, borderType: "dashed" },
        },
      ],
    };
  }, [shown, palette, t]);
  if (shown.length === 0) return null;
  const title = t("market.averagesChart");
  const table = {
    head: [t("market.dealKind"), t("market.period"), t("market.base"), t("market.ratio")],
    rows: shown.map(({ dealKind, period, base, ratio, isUpperBound }) => [
      t(`code.dealKind.${dealKind}`),
      period,
      t(`code.marketBase.${base}`),
      isUpperBound ? t("market.below", { rate: formatRate(ratio) }) : formatRate(ratio),
    ]),
  };
  return (
    <Paper variant="outlined" component="section" sx={{ p: 1, flexShrink: 0 }}>
      <EChart caption={title} label={title} option={option} table={table} height={240} />
    </Paper>
  );
}
