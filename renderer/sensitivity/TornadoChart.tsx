import { useTheme } from "@mui/material/styles";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { SensitivityMeasure, Tornado } from "../../shared/domain/scenario-results.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import { chartNumber, chartText, measureText, shortShiftText } from "../analyses/shift-texts.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { EChart } from "../ui/EChart.tsx";

interface TornadoChartProps {
  readonly tornado: Tornado;
  readonly measure: SensitivityMeasure;
}

/** Bars from the start's figure to the figure at each end of a range; the end's shift stands at the bar's end. */
export const TornadoChart = memo(function TornadoChart({ tornado, measure }: TornadoChartProps) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const isMoney = measure === "maxBid" || measure === "profit";
  const plainName = t(`sensitivity.measure.${measure}`);
  const name = isMoney ? t("sensitivity.withUnit", { name: plainName, unit: moneyUnitLabel(unit, language) }) : plainName;
  const start = chartNumber(tornado.start, measure, unit);
  const bars = useMemo(
    () =>
      tornado.bars.map(({ driver, low, high }) => ({
        driver: t(`pricing.shift.${driver}`),
        low: {
          figure: chartNumber(low.cell, measure, unit),
          shift: shortShiftText(driver, low.shift, language, t),
          text: measureText(low.cell, measure, unit),
        },
        high: {
          figure: chartNumber(high.cell, measure, unit),
          shift: shortShiftText(driver, high.shift, language, t),
          text: measureText(high.cell, measure, unit),
        },
      })),
    [tornado, measure, unit, language, t],
  );
  const option = useMemo(() => {
    const origin = start ?? 0;
    const figures = bars.flatMap(({ low, high }) => [low.figure, high.figure]).filter((figure) => figure !== null);
    const reach = Math.max(...figures.map((figure) => Math.abs(figure - origin)), Math.abs(origin) * 1e-6, 1e-9);
    // Room at both sides for the labels at the bars' ends.
    const [min, max] = [origin - reach * 1.45, origin + reach * 1.45];
    const ticks = roundNumbers(min, max).map((figure) => figure - origin);
    const series = (end: "low" | "high", color: string) => ({
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
        return {
          value: figure === null ? null : figure - origin,
          label: { show: figure !== null, position: isRight ? "right" : "left", formatter: shift, color: palette.text.secondary, fontSize: 11 },
        };
      }),
    });
    return {
      grid: { left: 8, right: 8, top: 30, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "all" },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8 },
      tooltip: {
        trigger: "axis",
        axisPointer: { type: "shadow" },
        formatter: (points: unknown) => {
          const [point] = points as readonly { readonly dataIndex: number }[]; // the shape of an axis tooltip
          const bar = bars[point?.dataIndex ?? 0];
          return bar === undefined ? "" : `${bar.driver}\n${bar.low.shift}: ${bar.low.text}\n${bar.high.shift}: ${bar.high.text}`;
        },
      },
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
      series: [
        {
          ...series("low", palette.warning.main),
          markLine: {
            symbol: "none",
            silent: true,
            lineStyle: { color: palette.text.primary, type: "solid", width: 1 },
            label: { show: false },
            data: [{ xAxis: 0 }],
          },
        },
        series("high", palette.primary.main),
      ],
    };
  }, [bars, start, measure, palette, t]);
  const table = useMemo(
    () => ({
      head: [t("sensitivity.tornado.driver"), t("sensitivity.tornado.low"), name, t("sensitivity.tornado.high"), `${name} `],
      rows: bars.map(({ driver, low, high }) => [driver, low.shift, low.text, high.shift, high.text]),
    }),
    [bars, name, t],
  );
  return (
    <figure style={{ margin: 0 }}>
      <figcaption style={{ fontSize: 12, fontWeight: 600 }}>
        {name} · {t("sensitivity.tornado.start", { figure: measureText(tornado.start, measure, unit) })}
      </figcaption>
      <EChart option={option} label={name} table={table} height={260} />
    </figure>
  );
});

/** Round numbers between two others, about five. */
function roundNumbers(from: number, to: number): number[] {
  const rough = (to - from) / 5;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = power * ([1, 2, 5].find((digit) => digit * power >= rough) ?? 10);
  const first = Math.ceil(from / step);
  return Array.from({ length: Math.max(0, Math.floor(to / step) - first + 1) }, (_, index) => (first + index) * step);
}
