import Box from "@mui/material/Box";
import { useTheme } from "@mui/material/styles";
import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { CaseResult } from "../../shared/domain/pricing-results.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit, yuanFromFen } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import type { OpenFigure } from "../traces/FigureDrawer.tsx";
import { cashFlowSeries, type Period } from "../ui/cash-flow-series.ts";
import { EChart } from "../ui/EChart.tsx";
import { PeriodHead } from "../ui/PeriodHead.tsx";

interface CashFlowChartProps {
  readonly result: CaseResult;
  readonly height: number;
  readonly onExplain: (opened: OpenFigure) => void;
}

export const CashFlowChart = memo(function CashFlowChart({ result, height, onExplain }: CashFlowChartProps) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const [period, setPeriod] = useState<Period>("quarter");
  const decimals = unit === "yuan" ? 0 : unit === "wanYuan" ? 1 : 4;
  const series = useMemo(() => cashFlowSeries(result.flows, period, yuanFromFen(fenPerUnit[unit])), [result.flows, period, unit]);
  const names = {
    collateral: t("pricing.flow.collateral"),
    guarantor: t("pricing.flow.guarantor"),
    cash: t("pricing.flow.cash"),
    costs: t("pricing.flow.costs"),
    cumulative: t("pricing.flow.cumulative"),
  };
  const option = useMemo(() => {
    const bar = { type: "bar", stack: "flows", barCategoryGap: "25%", emphasis: { disabled: true } };
    return {
      color: [palette.primary.main, palette.info.light, palette.success.main, palette.error.main, palette.warning.main],
      grid: { left: 8, right: 8, top: 44, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "all" },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8, itemGap: 14 },
      tooltip: { trigger: "axis", valueFormatter: (value: unknown) => (typeof value === "number" ? formatNumber(value, decimals) : "") },
      xAxis: { type: "category", data: series.labels, axisLine: { onZero: false } },
      yAxis: [
        {
          type: "value",
          splitNumber: 4,
          name: t("pricing.flow.perPeriod"),
          nameTextStyle: { align: "left" },
          axisLabel: { formatter: (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : decimals) },
        },
        {
          type: "value",
          splitNumber: 4,
          name: t("pricing.flow.cumulative"),
          nameTextStyle: { align: "right" },
          splitLine: { show: false },
          axisLabel: { formatter: (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : decimals) },
        },
      ],
      series: [
        { ...bar, name: names.collateral, data: series.collateral },
        { ...bar, name: names.guarantor, data: series.guarantor },
        { ...bar, name: names.cash, data: series.cash },
        { ...bar, name: names.costs, data: series.costs },
        { type: "line", name: names.cumulative, yAxisIndex: 1, data: series.cumulativeNet, showSymbol: false, lineStyle: { width: 2 } },
      ],
    };
  }, [series, palette, decimals, t, names.collateral, names.guarantor, names.cash, names.costs, names.cumulative]);
  const table = useMemo(
    () => ({
      head: [t(`pricing.flow.${period}`), names.collateral, names.guarantor, names.cash, names.costs, names.cumulative],
      rows: series.labels.map((label, index) => [
        label,
        ...[series.collateral, series.guarantor, series.cash, series.costs, series.cumulativeNet].map((figures) => formatNumber(figures[index], decimals)),
      ]),
    }),
    [series, period, decimals, t, names.collateral, names.guarantor, names.cash, names.costs, names.cumulative],
  );
  const title = t("pricing.flow.title", {
    caseName: t(`code.caseName.${result.caseName}`),
    unit: moneyUnitLabel(unit, language),
    period: t(`pricing.flow.by.${period}`),
  });
  return (
    <Box sx={{ px: 1.5, pt: 0.5, overflow: "hidden" }}>
      <PeriodHead title={title} period={period} onChange={setPeriod} />
      <EChart option={option} label={title} table={table} height={height} />
      <YearButtons caseName={result.caseName} years={Math.ceil((result.flows.net.length - 1) / 12)} onExplain={onExplain} />
    </Box>
  );
});

/** The flow of each year, to be explained. */
function YearButtons({
  caseName,
  years,
  onExplain,
}: {
  readonly caseName: CaseName;
  readonly years: number;
  readonly onExplain: CashFlowChartProps["onExplain"];
}) {
  const { t } = useTranslation();
  const months = (year: number) => ({ from: year === 1 ? 0 : (year - 1) * 12 + 1, to: year * 12 });
  return (
    <Box
      sx={{
        pb: 0.5,
        fontSize: 12,
        color: "text.secondary",
        textAlign: "right",
        "& button": {
          all: "unset",
          cursor: "pointer",
          px: 0.5,
          color: "primary.main",
          "&:hover": { textDecoration: "underline" },
          "&:focus-visible": { outline: "2px solid" },
        },
      }}
    >
      {t("figure.years")}
      {Array.from({ length: years }, (_, index) => index + 1).map((year) => (
        <button
          key={year}
          type="button"
          aria-label={t("figure.openYear", { year })}
          onClick={() => onExplain({ caseName, figure: { name: "flow", price: "bidPrice", months: months(year), loanId: null } })}
        >
          {year}
        </button>
      ))}
    </Box>
  );
}
