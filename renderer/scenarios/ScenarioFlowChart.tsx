import Box from "@mui/material/Box";
import { useTheme } from "@mui/material/styles";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Scenario } from "../../shared/contract/scenario-channels.ts";
import type { ScenarioComparison } from "../../shared/domain/scenario-results.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit, yuanFromFen } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { cashFlowSeries } from "../ui/cash-flow-series.ts";
import { EChart } from "../ui/EChart.tsx";

interface ScenarioFlowChartProps {
  readonly comparison: ScenarioComparison;
  readonly scenarios: readonly Scenario[];
}

/** Three cases and as many scenarios as a deal keeps, told apart by hue. */
const lineColors = {
  light: [
    "#b3261e",
    "#1b2430",
    "#1d7a4f",
    "#1f5b99",
    "#9a6200",
    "#7a3e9d",
    "#00838f",
    "#c2185b",
    "#5d7a00",
    "#e65100",
    "#455a9c",
    "#8d6e63",
    "#2e7d6b",
    "#ad5a00",
    "#6d4c9f",
  ],
  dark: [
    "#f08a80",
    "#e3e8ee",
    "#63c393",
    "#7fb2e8",
    "#e0b05c",
    "#c79be0",
    "#62c6d0",
    "#f291b5",
    "#b7cf5f",
    "#ffab73",
    "#9fb0ee",
    "#c9aba0",
    "#7fd0ba",
    "#e3a862",
    "#bda4e6",
  ],
};

/** Cumulative net flows of all columns in one picture. */
export const ScenarioFlowChart = memo(function ScenarioFlowChart({ comparison, scenarios }: ScenarioFlowChartProps) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const decimals = unit === "yuan" ? 0 : unit === "wanYuan" ? 1 : 4;
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
  const option = useMemo(
    () => ({
      color: lineColors[palette.mode],
      grid: { left: 8, right: 12, top: 44, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "all" },
      legend: { type: "plain", top: 0, left: 0, itemWidth: 18, itemHeight: 8, itemGap: 14 },
      tooltip: { trigger: "axis", valueFormatter: (value: unknown) => (typeof value === "number" ? formatNumber(value, decimals) : "") },
      xAxis: { type: "category", data: labels, boundaryGap: false },
      yAxis: { type: "value", splitNumber: 4, axisLabel: { formatter: (value: number) => formatNumber(value, Number.isInteger(value) ? 0 : decimals) } },
      series: lines.map(({ name, isCase, cumulativeNet }) => ({
        type: "line",
        name,
        data: [...cumulativeNet, ...Array.from({ length: labels.length - cumulativeNet.length }, () => cumulativeNet.at(-1) ?? 0)],
        showSymbol: false,
        lineStyle: { width: 2, type: isCase ? "solid" : "dashed" },
      })),
    }),
    [lines, labels, decimals, palette.mode],
  );
  const table = useMemo(
    () => ({
      head: [t("scenarios.quarter"), ...lines.map(({ name }) => name)],
      rows: labels.map((label, index) => [label, ...lines.map(({ cumulativeNet }) => formatNumber(cumulativeNet[index] ?? cumulativeNet.at(-1), decimals))]),
    }),
    [lines, labels, decimals, t],
  );
  return (
    <Box sx={{ mt: 1.5, maxWidth: 1100 }}>
      <Box sx={{ fontSize: 12, fontWeight: 600, mb: 0.5 }}>{title}</Box>
      <EChart option={option} label={title} table={table} height={250} />
    </Box>
  );
});
