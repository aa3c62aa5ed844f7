import Box from "@mui/material/Box";
import { type Palette, useTheme } from "@mui/material/styles";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Distribution } from "../../shared/domain/simulation-results.ts";
import { formatNumber, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { numberTooltip, plotArea } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";

type Point = Distribution["convergence"][number];

/** Running mean and P5 of the bid with their 95 % bands: whether there are paths enough. */
export const ConvergenceChart = memo(function ConvergenceChart({ distribution }: { readonly distribution: Distribution }) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const title = t("simulation.chart.convergence", { unit: moneyUnitLabel(unit, language) });
  const decimals = unit === "yiYuan" ? 3 : 0;
  const [mean, p5] = [t("simulation.chart.mean"), t("simulation.chart.lowest")];
  const { convergence, paths } = distribution;
  const option = useMemo(
    () => ({ ...bandOption(convergence, { mean, p5 }, fenPerUnit[unit], palette), ...convergenceAxes(paths, decimals) }),
    [convergence, mean, p5, unit, palette, paths, decimals],
  );
  const table = useMemo(() => {
    const shown = (fen: number) => formatNumber(fen / fenPerUnit[unit], decimals);
    const cells = ({ estimateFen, lowFen, highFen }: Point["mean"]) => [shown(estimateFen), `${shown(lowFen)} – ${shown(highFen)}`];
    return {
      head: [t("simulation.chart.paths"), mean, t("simulation.chart.meanBand"), p5, t("simulation.chart.lowestBand")],
      rows: convergence.map((point) => [formatNumber(point.paths), ...cells(point.mean), ...cells(point.p5)]),
    };
  }, [convergence, unit, decimals, t, mean, p5]);
  return (
    <Box sx={{ minWidth: 0, pt: 0.75 }}>
      <EChart caption={title} option={option} label={title} table={table} height={270} />
    </Box>
  );
});

/** A full line for each estimate, dotted ones for its band. */
function bandOption(convergence: readonly Point[], names: Readonly<Record<"mean" | "p5", string>>, perUnit: number, palette: Palette) {
  const lines = (key: "mean" | "p5", color: string) =>
    (["estimateFen", "lowFen", "highFen"] as const).map((part) => ({
      type: "line",
      name: names[key],
      showSymbol: false,
      itemStyle: { color },
      lineStyle: { color, ...(part === "estimateFen" ? { width: 2, type: "solid" } : { width: 1, type: "dotted" }) },
      data: convergence.map((point) => [point.paths, point[key][part] / perUnit]),
    }));
  return {
    series: [...lines("mean", palette.primary.main), ...lines("p5", palette.warning.main)],
  };
}

function convergenceAxes(paths: number, decimals: number) {
  return {
    grid: plotArea(10, { right: 16 }),
    tooltip: numberTooltip(decimals),
    xAxis: {
      type: "value",
      min: 0,
      max: paths,
      splitLine: { show: false },
      axisLabel: { hideOverlap: true, formatter: (value: number) => formatNumber(value) },
    },
    yAxis: { type: "value", scale: true, splitNumber: 4, axisLabel: { formatter: (value: number) => formatNumber(value, decimals) } },
  };
}
