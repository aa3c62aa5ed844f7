import type { Palette } from "@mui/material/styles";
import type { TFunction } from "i18next";
import type { Language, MoneyUnit } from "../../shared/domain/codes.ts";
import type { SensitivityMeasure, Tornado } from "../../shared/domain/scenario-results.ts";
import { chartNumber, chartText, measureText, shortShiftText } from "../analyses/shift-texts.ts";
import { typeSizes } from "../desk/type-scale.ts";
import { plotArea } from "../ui/charts/chart-parts.ts";

interface BarEnd {
  readonly figure: number | null;
  readonly shift: string;
  readonly text: string;
}

export interface TornadoBar {
  readonly driver: string;
  readonly low: BarEnd;
  readonly high: BarEnd;
}

/** The bars in words and in the chart's numbers. */
export function tornadoBars(tornado: Tornado, measure: SensitivityMeasure, unit: MoneyUnit, language: Language, t: TFunction): readonly TornadoBar[] {
  return tornado.bars.map(({ driver, low, high }) => {
    const endOf = ({ cell, shift }: typeof low): BarEnd => ({
      figure: chartNumber(cell, measure, unit),
      shift: shortShiftText(driver, shift, language, t),
      text: measureText(cell, measure, unit, t),
    });
    return { driver: t(`pricing.shift.${driver}`), low: endOf(low), high: endOf(high) };
  });
}

interface TornadoLook {
  readonly bars: readonly TornadoBar[];
  /** The measure where nothing is shifted. */
  readonly origin: number;
  readonly measure: SensitivityMeasure;
  readonly palette: Palette;
  readonly t: TFunction;
}

/** Bars from the start's figure to the figure at each end of a range; the end's shift stands at the bar's end. */
export function tornadoOption(look: TornadoLook) {
  const { bars, origin, measure, palette } = look;
  const [min, max] = extent(bars, origin);
  const ticks = roundNumbers(min, max).map((figure) => figure - origin);
  return {
    grid: plotArea(6),
    tooltip: barTooltip(bars),
    xAxis: {
      type: "value",
      min: min - origin,
      max: max - origin,
      splitLine: { show: false },
      axisTick: { show: true, customValues: ticks },
      axisLine: { show: true, onZero: false },
      axisLabel: { customValues: ticks, formatter: (distance: number) => chartText(measure, origin + distance), hideOverlap: true },
    },
    yAxis: {
      type: "category",
      inverse: true,
      data: bars.map(({ driver }) => driver),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { color: palette.text.primary },
    },
    series: [{ ...barsOfEnd("low", palette.warning.main, look), markLine: startLine(palette) }, barsOfEnd("high", palette.primary.main, look)],
  };
}

/** From the start to the chart's edge in the narrowest window. */
const halfPx = 115;
/** How wide a label may come out: Chinese signs are as wide as the type, others well below two thirds of it. */
const labelPx = (label: string) => 8 + Array.from(label).reduce((sum, sign) => sum + typeSizes.fine * (sign > "\u2e7f" ? 1 : 0.62), 0);

/** As far as every bar with the label at its end takes, at both sides alike. */
function extent(bars: readonly TornadoBar[], origin: number): readonly [number, number] {
  const ends = bars.flatMap(({ low, high }) => [low, high]);
  const reaches = ends.map(({ figure, shift }) => Math.abs((figure ?? origin) - origin) / (1 - Math.min(labelPx(shift) / halfPx, 0.8)));
  const reach = Math.max(...reaches, Math.abs(origin) * 1e-6, 1e-9);
  return [origin - reach, origin + reach];
}

function barsOfEnd(end: "low" | "high", color: string, { bars, origin, palette, t }: TornadoLook) {
  return {
    type: "bar",
    name: t(end === "low" ? "sensitivity.tornado.lowEnd" : "sensitivity.tornado.highEnd"),
    stack: end,
    barGap: "-100%",
    barWidth: 18,
    itemStyle: { color },
    emphasis: { disabled: true },
    data: bars.map((bar) => {
      const { figure, shift } = bar[end];
      const other = bar[end === "low" ? "high" : "low"].figure;
      // An end that does not move the measure stands across from the other end, the low one at the left of both.
      const isStill = figure === origin;
      const isAcross = (other ?? origin) < origin || (other === origin && end === "high");
      const isRight = figure !== null && (figure > origin || (isStill && isAcross));
      const label = { show: figure !== null, position: isRight ? "right" : "left", formatter: shift, color: palette.text.secondary, fontSize: typeSizes.fine };
      return { value: figure === null ? null : figure - origin, label };
    }),
  };
}

const startLine = (palette: Palette) => ({
  symbol: "none",
  silent: true,
  lineStyle: { color: palette.text.primary, type: "solid", width: 1 },
  label: { show: false },
  data: [{ xAxis: 0 }],
});

const barTooltip = (bars: readonly TornadoBar[]) => ({
  trigger: "axis",
  axisPointer: { type: "shadow" },
  formatter: (points: unknown) => {
    const [point] = points as readonly { readonly dataIndex: number }[]; // the shape of an axis tooltip
    const bar = bars[point?.dataIndex ?? 0];
    return bar === undefined ? "" : `${bar.driver}\n${bar.low.shift}: ${bar.low.text}\n${bar.high.shift}: ${bar.high.text}`;
  },
});

/** Round numbers between two others, about five. */
function roundNumbers(from: number, to: number): number[] {
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((digit) => digit * power >= rough) ?? 10);
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => (first + index) * step);
}
