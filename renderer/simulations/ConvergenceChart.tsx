import Box from "@mui/material/Box";
import { useTheme } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Distribution } from "../../shared/domain/simulation-results.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { EChart } from "../ui/EChart.tsx";

/** Running mean and P5 of the bid with their 95 % bands: whether there are paths enough. */
export const ConvergenceChart = memo(function ConvergenceChart({ distribution }: { readonly distribution: Distribution }) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const title = t("simulation.chart.convergence", { unit: moneyUnitLabel(unit, language) });
  const decimals = unit === "yiYuan" ? 3 : 0;
  const names = { mean: t("simulation.chart.mean"), p5: t("simulation.chart.lowest") };
  const { convergence } = distribution;
  const option = useMemo(() => {
    const shown = (fen: number) => fen / fenPerUnit[unit];
    const lines = (key: "mean" | "p5", name: string, color: string) => {
      const line = (part: "estimateFen" | "lowFen" | "highFen", isBand: boolean) => ({
        type: "line",
        name,
        showSymbol: false,
        itemStyle: { color },
        lineStyle: { color, width: isBand ? 1 : 2, type: isBand ? "dotted" : "solid" },
        data: convergence.map((point) => [point.paths, shown(point[key][part])]),
      });
      return [line("estimateFen", false), line("lowFen", true), line("highFen", true)];
    };
    return {
      grid: { left: 8, right: 16, top: 30, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "all" },
      legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 8, data: [names.mean, names.p5] },
      tooltip: { trigger: "axis", valueFormatter: (value: unknown) => (typeof value === "number" ? formatNumber(value, decimals) : "") },
      xAxis: {
        type: "value",
        min: 0,
        max: distribution.paths,
        splitLine: { show: false },
        axisLabel: { hideOverlap: true, formatter: (value: number) => formatNumber(value) },
      },
      yAxis: { type: "value", scale: true, splitNumber: 4, axisLabel: { formatter: (value: number) => formatNumber(value, decimals) } },
      series: [...lines("mean", names.mean, palette.primary.main), ...lines("p5", names.p5, palette.warning.main)],
    };
  }, [convergence, distribution.paths, unit, decimals, palette, names.mean, names.p5]);
  const table = useMemo(
    () => ({
      head: [t("simulation.chart.paths"), names.mean, t("simulation.chart.meanBand"), names.p5, t("simulation.chart.lowestBand")],
      rows: convergence.map(({ paths, mean, p5 }) => {
        const shown = (fen: number) => formatNumber(fen / fenPerUnit[unit], decimals);
        return [
          formatNumber(paths),
          shown(mean.estimateFen),
          `${shown(mean.lowFen)} – ${shown(mean.highFen)}`,
          shown(p5.estimateFen),
          `${shown(p5.lowFen)} – ${shown(p5.highFen)}`,
        ];
      }),
    }),
    [convergence, unit, decimals, t, names.mean, names.p5],
  );
  return (
    <Box sx={{ minWidth: 0, pt: 0.75 }}>
      <Typography component="h3" sx={{ fontSize: 12, fontWeight: 600 }}>
        {title}
      </Typography>
      <EChart option={option} label={title} table={table} height={270} />
    </Box>
  );
});
