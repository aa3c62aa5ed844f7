import type { Palette } from "@mui/material/styles";
import type { TFunction } from "i18next";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { ScenarioGrid, SensitivityMeasure } from "../../shared/domain/scenario-results.ts";
import { noValue } from "../../shared/format.ts";
import { chartNumber, chartText, measureText, shortShiftText } from "../analyses/shift-texts.ts";
import { typeSizes } from "../desk/type-scale.ts";
import { plotArea } from "../ui/charts/chart-parts.ts";

const fewColumns = 9;
const manyColumns = 14;
/** Least, middle, greatest: pale on white and dark on black, so that the figure in each cell stays legible. */
const scales = { light: ["#f2c08f", "#fbf8f1", "#9cc4ee"], dark: ["#7a4a1c", "#2b3138", "#1d5a94"] } as const;

export interface AxisLabels {
  readonly across: readonly string[];
  readonly down: readonly string[];
}

export function axisLabels({ across, down }: ScenarioGrid, language: Language, t: TFunction): AxisLabels {
  return {
    across: across.shifts.map((shift) => shortShiftText(across.driver, shift, language, t)),
    down: down.shifts.map((shift) => shortShiftText(down.driver, shift, language, t)),
  };
}

interface GridLook {
  readonly grid: ScenarioGrid;
  readonly labels: AxisLabels;
  readonly measure: SensitivityMeasure;
  /** The measure in words. */
  readonly name: string;
  readonly unit: MoneyUnit;
  readonly palette: Palette;
  readonly t: TFunction;
}

/** The grid as a heat map with its figures in the cells; the start is framed. */
export function gridOption(look: GridLook) {
  const { grid, labels, measure, unit, palette, t } = look;
  const figures = grid.cells.map((cell) => chartNumber(cell, measure, unit));
  const axis = { type: "category", axisLine: { show: false }, axisTick: { show: false } };
  const axisLabel = { fontSize: typeSizes.fine, interval: 0, color: palette.text.primary };
  const isCrowded = labels.across.length > fewColumns;
  return {
    grid: plotArea(4, { bottom: 42 }),
    tooltip: cellTooltip(look),
    xAxis: {
      ...axis,
      position: "top",
      data: labels.across,
      name: t(`pricing.shift.${grid.across.driver}`),
      nameLocation: "middle",
      nameGap: 26,
      axisLabel: isCrowded ? { ...axisLabel, fontSize: typeSizes.dense } : axisLabel,
    },
    yAxis: {
      ...axis,
      inverse: true,
      data: labels.down,
      name: t(`pricing.shift.${grid.down.driver}`),
      nameLocation: "start",
      nameTextStyle: { align: "right", fontSize: typeSizes.small, color: palette.text.secondary },
      nameGap: 8,
      axisLabel,
    },
    visualMap: colorScale(look, figures),
    series: [heatmap(look, figures)],
  };
}

/** Where the cell of a label or tooltip stands; ECharts hands over the value of its data. */
function indexOf(point: unknown, columns: number): number {
  const [column, row] = (point as { readonly value: readonly [number, number] }).value;
  return row * columns + column;
}

function cellTooltip({ grid: { across, down, cells }, labels, measure, name, unit, t }: GridLook) {
  const columns = across.shifts.length;
  return {
    formatter: (point: unknown) => {
      const index = indexOf(point, columns);
      const cell = cells[index];
      const [lower, upper] = [labels.down[Math.floor(index / columns)], labels.across[index % columns]];
      const place = `${t(`pricing.shift.${across.driver}`)} ${upper}\n${t(`pricing.shift.${down.driver}`)} ${lower}`;
      return cell === undefined ? "" : `${place}\n${name}: ${measureText(cell, measure, unit, t)}`;
    },
  };
}

function colorScale({ measure, palette }: GridLook, figures: readonly (number | null)[]) {
  const known = figures.filter((figure) => figure !== null);
  const [least, most] = [Math.min(...known), Math.max(...known)];
  return {
    min: known.length === 0 ? 0 : least,
    max: known.length === 0 ? 1 : Math.max(most, least + Math.abs(least) * 1e-9 + 1e-9),
    orient: "horizontal",
    left: "center",
    bottom: 0,
    itemWidth: 12,
    itemHeight: 160,
    text: known.length === 0 ? ["", ""] : [chartText(measure, most), chartText(measure, least)],
    textStyle: { color: palette.text.secondary },
    inRange: { color: scales[palette.mode] },
  };
}

/** The more columns, the smaller the figures: none may run into its neighbour. */
function figureSize(columns: number): number {
  if (columns > manyColumns) return typeSizes.crowded;
  return columns > fewColumns ? typeSizes.dense : typeSizes.small;
}

function heatmap({ grid: { across, down }, measure, name, palette }: GridLook, figures: readonly (number | null)[]) {
  const columns = across.shifts.length;
  const isStart = (index: number) => index % columns === across.startIndex && Math.floor(index / columns) === down.startIndex;
  return {
    type: "heatmap",
    name,
    emphasis: { disabled: true },
    label: {
      show: true,
      fontSize: figureSize(columns),
      color: palette.text.primary,
      formatter: (point: unknown) => {
        const figure = figures[indexOf(point, columns)];
        return figure === null || figure === undefined || (measure === "maxBid" && figure === 0) ? noValue : chartText(measure, figure);
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
  };
}
