import Paper from "@mui/material/Paper";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ShownFigure } from "../../shared/domain/market-figures.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { inOneLanguage } from "../../shared/one-language.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { amountLabels, numberTooltip, plotArea } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { figureText } from "./figure-text.ts";

const drawn = ["nplBalance", "disposals", "pilotSales"] as const;

/** NPL balance and disposals, a bar for each scope and period: bars of different scopes are never one series. */
export function SectorChart({ figures }: { readonly figures: readonly ShownFigure[] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const shown = useMemo(
    () =>
      figures
        .filter(({ measure, moneyFen }) => moneyFen !== null && drawn.some((one) => one === measure))
        .toSorted((one, other) => one.period.localeCompare(other.period)),
    [figures],
  );
  const periods = useMemo(() => [...new Set(shown.map(({ period }) => period))], [shown]);
  const option = useMemo(() => {
    const series = [...new Set(shown.map(({ measure, scope }) => JSON.stringify([measure, scope])))].map((key) => {
      const own = shown.filter(({ measure, scope }) => JSON.stringify([measure, scope]) === key);
      const [first] = own;
      return {
        type: "bar",
        name: first === undefined ? "" : `${t(`market.measureOf.${first.measure}`)} · ${inOneLanguage(first.scope, language)}`,
        barMaxWidth: 36,
        data: periods.map((wanted) => {
          const figure = own.find(({ period }) => period === wanted);
          return figure?.moneyFen == null ? null : figure.moneyFen / fenPerUnit[unit];
        }),
      };
    });
    return {
      grid: plotArea(8),
      tooltip: numberTooltip(2),
      xAxis: { type: "category", data: periods },
      yAxis: { type: "value", axisLabel: { formatter: amountLabels(unit, language, 2) } },
      series,
    };
  }, [shown, periods, unit, language, t]);
  if (shown.length === 0) return null;
  const title = t("market.sectorChart", { unit: moneyUnitLabel(unit, language) });
  const table = {
    head: [t("market.measure"), t("market.scope"), t("market.period"), t("market.value")],
    rows: shown.map((figure) => [t(`market.measureOf.${figure.measure}`), inOneLanguage(figure.scope, language), figure.period, figureText(figure, unit, t)]),
  };
  return (
    <Paper variant="outlined" component="section" sx={{ p: 1, flexShrink: 0 }}>
      <EChart caption={title} label={title} option={option} table={table} height={240} />
    </Paper>
  );
}
