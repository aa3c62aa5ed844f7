import Box from "@mui/material/Box";
import { useTheme } from "@mui/material/styles";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Scenario } from "../../shared/contract/scenario-channels.ts";
import type { ScenarioComparison } from "../../shared/domain/scenario-results.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit, yuanFromFen } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { cashFlowSeries } from "../ui/charts/cash-flow-series.ts";
import { flowDecimals } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { scenarioFlowOption } from "./scenario-flow-option.ts";

interface ScenarioFlowChartProps {
  readonly comparison: ScenarioComparison;
  readonly scenarios: readonly Scenario[];
}

/** Cumulative net flows of all columns in one picture. */
export const ScenarioFlowChart = memo(function ScenarioFlowChart({ comparison, scenarios }: ScenarioFlowChartProps) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const decimals = flowDecimals(unit);
  const title = t("scenarios.flowTitle", { unit: moneyUnitLabel(unit, language) });
  const lines = useMemo(
    () =>
      comparison.columns.map(({ caseName, scenarioId, outcome }) => ({
        name: caseName ? t(`code.caseName.${caseName}`) : (scenarios.find(({ id }) => id === scenarioId)?.name ?? ""),
        isCase: caseName !== null,
        ...cashFlowSeries(outcome.flows, "quarter", yuanFromFen(fenPerUnit[unit])),
      })),
    [comparison, scenarios, unit, t],
  );
  const labels = useMemo(() => lines.reduce<readonly string[]>((longest, line) => (line.labels.length > longest.length ? line.labels : longest), []), [lines]);
  const option = useMemo(() => scenarioFlowOption(lines, labels, decimals, palette.mode), [lines, labels, decimals, palette.mode]);
  const table = useMemo(
    () => ({
      head: [t("scenarios.quarter"), ...lines.map(({ name }) => name)],
      rows: labels.map((label, index) => [label, ...lines.map(({ cumulativeNet }) => formatNumber(cumulativeNet[index] ?? cumulativeNet.at(-1), decimals))]),
    }),
    [lines, labels, decimals, t],
  );
  return (
    <Box sx={{ mt: 1.5, maxWidth: 1100 }}>
      <EChart caption={title} option={option} label={title} table={table} height={250} />
    </Box>
  );
});
