import { useTheme } from "@mui/material/styles";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ScenarioGrid, SensitivityMeasure } from "../../shared/domain/scenario-results.ts";
import { measureText } from "../analyses/shift-texts.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { axisLabels, gridOption } from "./grid-option.ts";
import { useMeasureName } from "./use-measure-name.ts";

interface GridChartProps {
  readonly grid: ScenarioGrid;
  readonly measure: SensitivityMeasure;
}

/** What two drivers do to the measure together. */
export const GridChart = memo(function GridChart({ grid, measure }: GridChartProps) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const name = useMeasureName(measure);
  const { across, down, cells } = grid;
  const columns = across.shifts.length;
  const labels = useMemo(() => axisLabels(grid, language, t), [grid, language, t]);
  const option = useMemo(() => gridOption({ grid, labels, measure, name, unit, palette, t }), [grid, labels, measure, name, unit, palette, t]);
  const table = useMemo(
    () => ({
      head: [name, ...labels.across],
      rows: labels.down.map((label, row) => [label, ...cells.slice(row * columns, (row + 1) * columns).map((cell) => measureText(cell, measure, unit, t))]),
    }),
    [cells, columns, labels, measure, name, unit, t],
  );
  const isOnGrid = across.startIndex !== null && down.startIndex !== null;
  const caption = isOnGrid ? name : `${name} · ${t("sensitivity.grid.noStart")}`;
  return <EChart caption={caption} option={option} label={name} table={table} height={96 + 30 * down.shifts.length} />;
});
