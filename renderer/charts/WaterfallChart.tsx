import { useTheme } from "@mui/material/styles";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CaseResult, PackageTotals } from "../../shared/domain/pricing-results.ts";
import { formatMoney, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { amountLabels, flowDecimals } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { waterfallBars } from "./waterfall.ts";
import { waterfallOption } from "./waterfall-option.ts";

/** How the claim becomes the highest bid of a case. */
export const WaterfallChart = memo(function WaterfallChart({ totals, result }: { readonly totals: PackageTotals; readonly result: CaseResult }) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const bars = useMemo(() => waterfallBars(totals, result), [totals, result]);
  const names = useMemo(() => bars.map(({ step }) => t(`chart.waterfall.step.${step}`)), [bars, t]);
  const option = useMemo(() => {
    const labels = amountLabels(unit, language, flowDecimals(unit));
    return waterfallOption({ bars, names, perUnit: fenPerUnit[unit], palette, labels, textOf: ({ amountFen }) => formatMoney(amountFen, unit) });
  }, [bars, names, palette, unit, language]);
  const table = useMemo(
    () => ({
      head: [t("chart.waterfall.part"), t("chart.amountIn", { unit: moneyUnitLabel(unit, language) })],
      rows: bars.map(({ amountFen }, index) => [names[index] ?? "", formatMoney(amountFen, unit)]),
    }),
    [bars, names, unit, language, t],
  );
  const title = t("chart.waterfall.title", { caseName: t(`code.caseName.${result.caseName}`), unit: moneyUnitLabel(unit, language) });
  return <EChart caption={title} option={option} label={title} table={table} height={300} />;
});
