import { useTheme } from "@mui/material/styles";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DebtorShares } from "../../shared/domain/bid-charts.ts";
import { formatMoney, formatMoneyWithUnit, formatNumber, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { amountLabels } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { cumulativeShares, debtorOption } from "./debtor-option.ts";

const rowPx = 19;

/** The debtors whose loans are worth most in a case, by name. */
export const DebtorChart = memo(function DebtorChart({ shares, caseName }: { readonly shares: DebtorShares; readonly caseName: string }) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const unnamed = t("chart.debtors.unnamed");
  // Equal names are told apart, or an axis would take them for one.
  const names = useMemo(() => shares.largest.map(({ debtorName }, at) => `${at + 1}  ${debtorName ?? unnamed}`), [shares, unnamed]);
  const option = useMemo(() => {
    const labels = amountLabels(unit, language, 0);
    return debtorOption({ shares, names, perUnit: fenPerUnit[unit], palette, labels, textOf: (fen) => formatMoneyWithUnit(fen, unit, language), t });
  }, [shares, names, palette, unit, language, t]);
  const table = useMemo(() => {
    const cumulative = cumulativeShares(shares);
    return {
      head: [t("chart.debtors.debtor"), t("chart.debtors.loans"), t("chart.debtors.claim"), t("chart.debtors.value"), t("chart.debtors.cumulative")],
      rows: shares.largest.map(({ loans, claimFen, presentValueFen }, at) => [
        names[at] ?? "",
        formatNumber(loans),
        formatMoney(claimFen, unit),
        formatMoney(presentValueFen, unit),
        formatRate(cumulative[at], 1),
      ]),
    };
  }, [shares, names, unit, t]);
  const title = t("chart.debtors.title", { caseName, unit: moneyUnitLabel(unit, language), debtors: formatNumber(shares.debtors) });
  return <EChart caption={title} option={option} label={title} table={table} height={Math.max(120, shares.largest.length * rowPx + 50)} />;
});
