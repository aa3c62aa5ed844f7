import { useTheme } from "@mui/material/styles";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { PriceCurve } from "../../shared/domain/bid-charts.ts";
import { formatMoney, formatMoneyWithUnit, formatMultiple, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { amountLabels } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { priceCurveOption } from "./price-curve-option.ts";

/** What each price earns in a case. */
export const PriceCurveChart = memo(function PriceCurveChart({ curve, caseName }: { readonly curve: PriceCurve; readonly caseName: string }) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const option = useMemo(() => {
    const labels = amountLabels(unit, language, 0);
    return priceCurveOption({ curve, perUnit: fenPerUnit[unit], palette, labels, priceText: (fen) => formatMoneyWithUnit(fen, unit, language), t });
  }, [curve, palette, unit, language, t]);
  const table = useMemo(
    () => ({
      head: [t("chart.priceCurve.price", { unit: moneyUnitLabel(unit, language) }), t("pricing.measure.irr"), t("pricing.measure.moic")],
      rows: curve.points.map(({ priceFen, irr, moic }) => [formatMoney(priceFen, unit), formatRate(irr), formatMultiple(moic)]),
    }),
    [curve, unit, language, t],
  );
  const title = t("chart.priceCurve.title", { caseName, unit: moneyUnitLabel(unit, language) });
  return <EChart caption={title} option={option} label={title} table={table} height={280} />;
});
