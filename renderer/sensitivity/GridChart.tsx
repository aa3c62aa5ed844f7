import { useTheme } from "@mui/material/styles";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { ScenarioGrid, SensitivityMeasure } from "../../shared/domain/scenario-results.ts";
import { moneyUnitLabel, noValue } from "../../shared/format.ts";
import { chartNumber, chartText, measureText, shortShiftText } from "../analyses/shift-texts.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { EChart } from "../ui/EChart.tsx";

interface GridChartProps {
  readonly grid: ScenarioGrid;
  readonly measure: SensitivityMeasure;
}

/** Least, middle, greatest: pale on white and dark on black, so that the figure in each cell stays legible. */
const scales = { light: ["#f2c08f", "#fbf8f1", "#9cc4ee"], dark: ["#7a4a1c", "#2b3138", "#1d5a94"] } as const;

/** The grid as a heat map with its figures in the cells; the start is framed. */
export const GridChart = memo(function GridChart({ grid, measure }: GridChartProps) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const isMoney = measure === "maxBid" || measure === "profit";
  const plainName = t(`sensitivity.measure.${measure}`);
  const name = isMoney ? t("sensitivity.withUnit", { name: plainName, unit: moneyUnitLabel(unit, language) }) : plainName;
  const { across, down, cells } = grid;
  const labels = useMemo(
    () => ({
      across: across.shifts.map((shift) => shortShiftText(across.driver, shift, language, t)),
      down: down.shifts.map((shift) => shortShiftText(down.driver, shift, language, t)),
    }),
    [across, down, language, t],
  );
  const columns = across.shifts.length;
  const option = useMemo(() => {
    const figures = cells.map((cell) => chartNumber(cell, measure, unit));
    const known = figures.filter((figure) => figure !== null);
    const [least, most] = [Math.min(...known), Math.max(...known)];
    const fontSize = columns > 14 ? 9 : columns > 9 ? 10.5 : 12;
    const isStart = (index: number) => index % columns === across.startIndex && Math.floor(index / columns) === down.startIndex;
    /** Where the cell of a label or tooltip stands; ECharts hands over the value of its data. */
    const indexOf = (point: unknown): number => {
      const [column, row] = (point as { readonly value: readonly [number, number] }).value;
      return row * columns + column;
    };
    return {
      grid: { left: 8, right: 8, top: 4, bottom: 42, outerBoundsMode: "same", outerBoundsContain: "all" },
      tooltip: {
        formatter: (point: unknown) => {
          const index = indexOf(point);
          const cell = cells[index];
          const [lower, upper] = [labels.down[Math.floor(index / columns)], labels.across[index % columns]];
          const place = `${t(`pricing.shift.${across.driver}`)} ${upper}\n${t(`pricing.shift.${down.driver}`)} ${lower}`;
          return cell === undefined ? "" : `${place}\n${name}: ${measureText(cell, measure, unit)}`;
        },
      },
      xAxis: {
        type: "category",
        position: "top",
        data: labels.across,
        name: t(`pricing.shift.${across.driver}`),
        nameLocation: "middle",
        nameGap: 26,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { fontSize: Math.max(10, fontSize - 1), interval: 0, color: palette.text.primary },
      },
      yAxis: {
        type: "category",
        inverse: true,
        data: labels.down,
        name: t(`pricing.shift.${down.driver}`),
        nameLocation: "start",
        nameTextStyle: { align: "right", fontSize: 12, color: palette.text.secondary },
        nameGap: 8,
        axisLine: { show: false },
        axisTick: { show: false },
        axisLabel: { fontSize: 11, interval: 0, color: palette.text.primary },
      },
      visualMap: {
        min: known.length === 0 ? 0 : least,
        max: known.length === 0 ? 1 : Math.max(most, least + Math.abs(least) * 1e-9 + 1e-9),
        orient: "horizontal",
        left: "center",
        bottom: 0,
        itemWidth: 12,
        itemHeight: 160,
        text: [known.length === 0 ? "" : chartText(measure, most), known.length === 0 ? "" : chartText(measure, least)],
        textStyle: { color: palette.text.secondary },
        inRange: { color: scales[palette.mode] },
      },
      series: [
        {
          type: "heatmap",
          name,
          emphasis: { disabled: true },
          label: {
            show: true,
            fontSize,
            color: palette.text.primary,
            formatter: (point: unknown) => {
              const figure = figures[indexOf(point)];
              return figure === null || figure === undefined ? noValue : chartText(measure, figure);
            },
          },
          data: figures
            .map((figure, index) => ({
              value: [index % columns, Math.floor(index / columns), figure ?? "-"],
              itemStyle: isStart(index) ? { borderColor: palette.text.primary, borderWidth: 2 } : { borderColor: palette.background.paper, borderWidth: 1 },
              isStart: isStart(index),
            }))
            // The framed cell is drawn last, so that its neighbours do not cover the frame.
            .toSorted((left, right) => Number(left.isStart) - Number(right.isStart)),
        },
      ],
    };
  }, [cells, measure, unit, columns, across, down, labels, name, palette, t]);
  const table = useMemo(
    () => ({
      head: [name, ...labels.across],
      rows: labels.down.map((label, row) => [label, ...cells.slice(row * columns, (row + 1) * columns).map((cell) => measureText(cell, measure, unit))]),
    }),
    [cells, columns, labels, measure, name, unit],
  );
  const isOnGrid = across.startIndex !== null && down.startIndex !== null;
  return (
    <figure style={{ margin: 0 }}>
      <figcaption style={{ fontSize: 12, fontWeight: 600 }}>
        {name}
        {isOnGrid ? "" : ` · ${t("sensitivity.grid.noStart")}`}
      </figcaption>
      <EChart option={option} label={name} table={table} height={96 + 30 * down.shifts.length} />
    </figure>
  );
});
