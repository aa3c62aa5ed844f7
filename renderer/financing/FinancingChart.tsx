import Box from "@mui/material/Box";
import { useTheme } from "@mui/material/styles";
import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseResult } from "../../shared/domain/pricing-results.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit, yuanFromFen } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import type { Period } from "../ui/cash-flow-series.ts";
import { EChart } from "../ui/EChart.tsx";
import { PeriodHead } from "../ui/PeriodHead.tsx";
import { chartedFinancing } from "./financing-series.ts";

/** Debt service against collections, with the running totals of all capital and of equity and their peaks. */
export const FinancingChart = memo(function FinancingChart({ result, height }: { readonly result: CaseResult; readonly height: number }) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const [period, setPeriod] = useState<Period>("month");
  const decimals = unit === "yuan" ? 0 : unit === "wanYuan" ? 1 : 4;
  const { financing, atBidPrice } = result;
  const charted = useMemo(() => financing && chartedFinancing(financing, period, yuanFromFen(fenPerUnit[unit])), [financing, period, unit]);
  const { levered } = atBidPrice;
  const peak = levered
    ? { fen: levered.peakEquityFen, month: levered.peakEquityMonth }
    : { fen: atBidPrice.peakCapitalFen, month: atBidPrice.peakCapitalMonth };
  const lines = useMemo(() => {
    if (charted === null) return [];
    const bar = { type: "bar", barGap: "0%", barCategoryGap: "10%", barMinWidth: 1, emphasis: { disabled: true } };
    const line = { type: "line", showSymbol: false };
    const mark = {
      symbol: "none",
      silent: true,
      lineStyle: { type: "dotted", color: palette.text.secondary },
      label: { formatter: t("financing.chart.peak", { amount: formatMoney(peak.fen, unit) }), color: palette.text.secondary, position: "end" },
      data: [{ xAxis: charted.placeOf(peak.month ?? 0) }],
    };
    const marked = (isMarked: boolean) => (isMarked ? { markLine: mark } : {});
    return [
      { ...bar, name: t("financing.chart.net"), stack: "net", data: charted.net, itemStyle: { color: palette.primary.main } },
      ...(charted.debt === null
        ? []
        : [
            { ...bar, name: t("financing.chart.interest"), stack: "service", data: charted.debt.interest, itemStyle: { color: palette.warning.main } },
            { ...bar, name: t("financing.chart.principal"), stack: "service", data: charted.debt.principal, itemStyle: { color: palette.error.main } },
          ]),
      { ...bar, name: t("financing.chart.payments"), stack: "net", data: charted.payments, itemStyle: { color: palette.text.disabled } },
      {
        ...line,
        name: t("financing.chart.cumulativeCapital"),
        data: charted.cumulativeCapital,
        itemStyle: { color: palette.info.main },
        lineStyle: { width: 1.5, color: palette.info.main, type: charted.debt === null ? "solid" : "dashed" },
        ...marked(charted.debt === null),
      },
      ...(charted.debt === null
        ? []
        : [
            {
              ...line,
              name: t("financing.chart.cumulativeEquity"),
              data: charted.debt.cumulativeEquity,
              itemStyle: { color: palette.success.main },
              lineStyle: { width: 2, color: palette.success.main },
              ...marked(true),
            },
          ]),
    ];
  }, [charted, palette, t, peak.fen, peak.month, unit]);
  const option = useMemo(() => {
    const axisLabel = { formatter: (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : decimals) };
    return {
      grid: { left: 8, right: 8, top: charted?.debt ? 66 : 44, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "all" },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8, itemGap: 12 },
      tooltip: { trigger: "axis", valueFormatter: (value: unknown) => (typeof value === "number" ? formatNumber(value, decimals) : "") },
      xAxis: { type: "category", data: charted?.labels ?? [], axisLine: { onZero: false } },
      // One axis: what is paid and received by month and what it adds up to part at one zero.
      yAxis: { type: "value", splitNumber: 6, axisLabel },
      series: lines,
    };
  }, [charted, lines, decimals]);
  const table = useMemo(
    () => ({
      head: [t(`pricing.flow.${period}`), ...lines.map(({ name }) => name)],
      rows: (charted?.labels ?? []).map((label, place) => [label, ...lines.map(({ data }) => formatNumber(data[place], decimals))]),
    }),
    [charted, lines, period, decimals, t],
  );
  const values = { caseName: t(`code.caseName.${result.caseName}`), unit: moneyUnitLabel(unit, language), period: t(`pricing.flow.by.${period}`) };
  const title = levered ? t("financing.chart.title", values) : t("financing.chart.titleNoDebt", values);
  return (
    <Box sx={{ px: 1.5, pt: 1, overflow: "hidden" }}>
      <PeriodHead title={title} period={period} onChange={setPeriod} />
      <EChart option={option} label={title} table={table} height={height} />
    </Box>
  );
});
