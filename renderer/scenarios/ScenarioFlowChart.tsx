import Box from "@mui/material/Box";
import Chip from "@mui/material/Chip";
import { useTheme } from "@mui/material/styles";
import { memo, useMemo, useState } from "react";
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

/** More lines than these can't be told apart. */
const mostLines = 3;

/** Cumulative net flows of the columns that are chosen, three at most. */
export const ScenarioFlowChart = memo(function ScenarioFlowChart({ comparison, scenarios }: ScenarioFlowChartProps) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const decimals = flowDecimals(unit);
  const title = t("scenarios.flowTitle", { unit: moneyUnitLabel(unit, language) });
  const all = useMemo(
    () =>
      comparison.columns.map(({ caseName, scenarioId, outcome }, column) => ({
        key: caseName ?? `scenario-${scenarioId}`,
        column,
        name: caseName ? t(`code.caseName.${caseName}`) : (scenarios.find(({ id }) => id === scenarioId)?.name ?? ""),
        isCase: caseName !== null,
        ...cashFlowSeries(outcome.flows, "quarter", yuanFromFen(fenPerUnit[unit])),
      })),
    [comparison, scenarios, unit, t],
  );
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const lines = useMemo(() => {
    const found = all.filter(({ key }) => chosen.includes(key));
    // At first, and where what was chosen is gone: the base case beside what was made last.
    return found.length > 0 ? found : [...all.filter(({ key }) => key === "base"), ...all.filter(({ key }) => key !== "base").slice(1 - mostLines)];
  }, [all, chosen]);
  const choose = (key: string) => {
    const shown = chosen.length > 0 ? chosen : lines.map((line) => line.key);
    const without = shown.filter((one) => one !== key);
    const next = without.length < shown.length ? without : [...shown, key].slice(-mostLines);
    if (next.length > 0) setChosen(next);
  };
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
      <Box
        role="group"
        aria-label={t("scenarios.lines")}
        sx={{ display: "flex", flexWrap: "wrap", alignItems: "center", gap: 0.5, mb: 0.5, typography: "fine" }}
      >
        {t("scenarios.lines")}
        {all.map(({ key, name }) => {
          const isShown = lines.some((line) => line.key === key);
          return (
            <Chip
              key={key}
              label={name}
              clickable
              color={isShown ? "primary" : "default"}
              variant={isShown ? "filled" : "outlined"}
              aria-pressed={isShown}
              onClick={() => choose(key)}
            />
          );
        })}
      </Box>
      <EChart caption={title} option={option} label={title} table={table} height={250} />
    </Box>
  );
});
