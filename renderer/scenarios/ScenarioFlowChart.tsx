import Box from "@mui/material/Box";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Scenario } from "../../shared/contract/scenario-channels.ts";
import type { ScenarioComparison } from "../../shared/domain/scenario-results.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit, yuanFromFen } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../app/session-store.ts";
import { cashFlowSeries } from "../pricing/cash-flow-series.ts";
import { EChart } from "../ui/EChart.tsx";

interface ScenarioFlowChartProps {
  readonly comparison: ScenarioComparison;
  readonly scenarios: readonly Scenario[];
}

/** Cumulative net flows of all columns in one picture. */
export const ScenarioFlowChart = memo(function ScenarioFlowChart({ comparison, scenarios }: ScenarioFlowChartProps) {
  const { t } = useTranslation();
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
    [lines, labels, decimals],
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
