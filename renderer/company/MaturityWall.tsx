import Paper from "@mui/material/Paper";
import { useTheme } from "@mui/material/styles";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { type Company, instrumentKinds } from "../../shared/domain/company.ts";
import { formatMoney, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { amountLabels, numberTooltip, plotArea } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";

/** What falls due by quarter, stacked by kind of instrument. */
export function MaturityWall({ wall }: { readonly wall: Company["wall"] }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { palette } = useTheme();
  const quarters = useMemo(() => [...new Set(wall.map(({ quarterEnd }) => quarterEnd))], [wall]);
  const kinds = useMemo(() => instrumentKinds.filter((kind) => wall.some((due) => due.kind === kind)), [wall]);
  const nameOf = (quarterEnd: string | null) => quarterEnd ?? t("company.wallNoDay");
  const dueOf = (quarterEnd: string | null, kind: string) => wall.find((due) => due.quarterEnd === quarterEnd && due.kind === kind)?.fen ?? 0;
  const option = useMemo(
    () => ({
      color: [palette.primary.main, palette.warning.main, palette.success.main],
      grid: plotArea(8),
      tooltip: numberTooltip(2),
      xAxis: { type: "category", data: quarters.map((quarterEnd) => quarterEnd ?? t("company.wallNoDay")), axisLabel: { hideOverlap: true } },
      yAxis: { type: "value", axisLabel: { formatter: amountLabels(unit, language, 2) } },
      series: kinds.map((kind) => ({
        type: "bar",
        stack: "due",
        name: t(`company.instrumentKind.${kind}`),
        data: quarters.map((quarterEnd) => (wall.find((due) => due.quarterEnd === quarterEnd && due.kind === kind)?.fen ?? 0) / fenPerUnit[unit]),
      })),
    }),
    [wall, quarters, kinds, unit, language, palette, t],
  );
  if (wall.length === 0) return null;
  const title = `${t("company.wall")} (${moneyUnitLabel(unit, language)})`;
  const table = {
    head: [t("company.quarterEnd"), ...kinds.map((kind) => t(`company.instrumentKind.${kind}`))],
    rows: quarters.map((quarterEnd) => [nameOf(quarterEnd), ...kinds.map((kind) => formatMoney(dueOf(quarterEnd, kind), unit))]),
  };
  return (
    <Paper variant="outlined" component="section" sx={{ p: 1, flexShrink: 0 }}>
      <EChart caption={title} label={title} option={option} table={table} height={200} />
    </Paper>
  );
}
