import Paper from "@mui/material/Paper";
import { useTheme } from "@mui/material/styles";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { CapacityView } from "../../shared/domain/company.ts";
import { formatMoney, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { amountLabels, numberTooltip, plotArea } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";

/** Cash at quarter ends with and without the deals, over the least that is wanted. */
export function CashChart({ view, floorFen }: { readonly view: CapacityView; readonly floorFen: number }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { palette } = useTheme();
  const option = useMemo(() => {
    const floor = {
      yAxis: floorFen / fenPerUnit[unit],
      lineStyle: { color: palette.error.main, type: "dashed" },
      label: { formatter: t("company.floor"), position: "insideStartTop", color: palette.text.primary },
    };
    return {
      color: [palette.text.secondary, palette.primary.main],
      grid: plotArea(12, { right: 20 }),
      tooltip: numberTooltip(2),
      xAxis: { type: "category", data: view.without.map(({ quarterEnd }) => quarterEnd), axisLabel: { hideOverlap: true } },
      yAxis: { type: "value", axisLabel: { formatter: amountLabels(unit, language, 2) } },
      series: (["without", "with"] as const).map((side) => ({
        type: "line",
        name: t(`capacity.${side}`),
        data: view[side].map(({ cashFen }) => cashFen / fenPerUnit[unit]),
        ...(side === "with" ? { markLine: { silent: true, symbol: "none", data: [floor] } } : {}),
      })),
    };
  }, [view, floorFen, unit, language, palette, t]);
  const title = t("capacity.chart", { unit: moneyUnitLabel(unit, language) });
  const table = {
    head: [t("company.quarterEnd"), t("capacity.without"), t("capacity.with")],
    rows: view.without.map(({ quarterEnd, cashFen }, at) => [quarterEnd, formatMoney(cashFen, unit), formatMoney(view.with[at]?.cashFen, unit)]),
  };
  return (
    <Paper variant="outlined" component="section" sx={{ p: 1, flexShrink: 0 }}>
      <EChart caption={title} label={title} option={option} table={table} height={220} />
    </Paper>
  );
}
