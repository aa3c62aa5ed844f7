import Box from "@mui/material/Box";
import { useTheme } from "@mui/material/styles";
import { memo, useCallback, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseResult } from "../../shared/domain/pricing-results.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit, yuanFromFen } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import type { OpenFigure } from "../traces/FigureDrawer.tsx";
import { capitalSeries, cashFlowSeries, monthsOfPeriod, type Period, periodOf } from "../ui/charts/cash-flow-series.ts";
import { amountLabels, flowDecimals } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { PeriodHead } from "../ui/charts/PeriodHead.tsx";
import { cashFlowOption, flowPartsOf } from "./cash-flow-option.ts";
import { YearButtons } from "./YearButtons.tsx";

interface CashFlowChartProps {
  readonly result: CaseResult;
  readonly height: number;
  readonly onExplain: (opened: OpenFigure) => void;
}

/** Recoveries and costs by period, with their running total; each bar's flow, and each year's, can be explained. */
export const CashFlowChart = memo(function CashFlowChart({ result, height, onExplain }: CashFlowChartProps) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const [period, setPeriod] = useState<Period>("quarter");
  const decimals = flowDecimals(unit);
  const { series, capital } = useMemo(() => {
    const yuanPerUnit = yuanFromFen(fenPerUnit[unit]);
    return { series: cashFlowSeries(result.flows, period, yuanPerUnit), capital: capitalSeries(result, period, yuanPerUnit) };
  }, [result, period, unit]);
  const { paybackMonths } = result.atBidPrice;
  const option = useMemo(() => {
    const payback = paybackMonths === null ? null : { period: periodOf(paybackMonths, period), months: paybackMonths };
    return cashFlowOption({ series, capital, period, payback, palette, decimals, labels: amountLabels(unit, language, decimals), t });
  }, [series, capital, period, paybackMonths, palette, decimals, unit, language, t]);
  const table = useMemo(
    () => ({
      head: [t(`pricing.flow.${period}`), ...flowPartsOf(series).map(({ name }) => t(name)), t("pricing.flow.capital")],
      rows: series.labels.map((label, index) => [
        label,
        ...[...flowPartsOf(series).map(({ flowOf }) => flowOf(series)[index]), capital[index]].map((figure) => formatNumber(figure, decimals)),
      ]),
    }),
    [series, capital, period, decimals, t],
  );
  const { caseName, flows } = result;
  const pick = useCallback(
    (_series: number, index: number) => {
      const { from, to } = monthsOfPeriod(index, period);
      onExplain({ caseName, figure: { name: "flow", price: "bidPrice", months: { from, to: Math.min(to, flows.net.length - 1) }, loanId: null } });
    },
    [caseName, flows, period, onExplain],
  );
  const title = t("pricing.flow.title", {
    caseName: t(`code.caseName.${result.caseName}`),
    unit: moneyUnitLabel(unit, language),
    period: t(`pricing.flow.by.${period}`),
  });
  return (
    <Box sx={{ px: 1.5, pt: 0.5, overflow: "hidden" }}>
      <PeriodHead title={title} period={period} onChange={setPeriod} />
      <EChart option={option} label={title} table={table} height={height} onPick={pick} />
      <YearButtons caseName={result.caseName} years={Math.ceil((result.flows.net.length - 1) / 12)} onExplain={onExplain} />
    </Box>
  );
});
