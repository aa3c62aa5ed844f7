import Box from "@mui/material/Box";
import { useTheme } from "@mui/material/styles";
import { memo, useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import type { CaseResult } from "../../shared/domain/pricing-results.ts";
import { formatMoney, formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit, yuanFromFen } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import type { Period } from "../ui/charts/cash-flow-series.ts";
import { flowDecimals } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { PeriodHead } from "../ui/charts/PeriodHead.tsx";
import { financingLines, financingOption } from "./financing-option.ts";
import { chartedFinancing } from "./financing-series.ts";

/** Debt service against collections, with the running totals of all capital and of equity and their peaks. */
export const FinancingChart = memo(function FinancingChart({ result, height }: { readonly result: CaseResult; readonly height: number }) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const [period, setPeriod] = useState<Period>("month");
  const decimals = flowDecimals(unit);
  const { financing, atBidPrice } = result;
  const { levered, peakCapitalFen, peakCapitalMonth } = atBidPrice;
  const peakFen = levered ? levered.peakEquityFen : peakCapitalFen;
  const peakMonth = (levered ? levered.peakEquityMonth : peakCapitalMonth) ?? 0;
  const charted = useMemo(() => financing && chartedFinancing(financing, period, yuanFromFen(fenPerUnit[unit])), [financing, period, unit]);
  const lines = useMemo(() => {
    if (charted === null) return [];
    const peak = { text: t("financing.chart.peak", { amount: formatMoney(peakFen, unit) }), month: peakMonth };
    return financingLines({ charted, palette, t, peak });
  }, [charted, palette, t, peakFen, peakMonth, unit]);
  const option = useMemo(() => financingOption(charted, lines, decimals), [charted, lines, decimals]);
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
