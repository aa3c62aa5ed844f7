import Box from "@mui/material/Box";
import { useTheme } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import { percentiles, type SimulationResult } from "../../shared/domain/simulation-results.ts";
import { formatNumber, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { EChart } from "../ui/EChart.tsx";

/** Paths by their bid at the hurdle; lines mark the desk's price, P5, P50 and P95. */
export const DistributionChart = memo(function DistributionChart({ result }: { readonly result: SimulationResult }) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { distribution, priceFen } = result;
  const title = t("simulation.chart.title", { unit: moneyUnitLabel(unit, language) });
  const decimals = unit === "yuan" ? 0 : unit === "wanYuan" ? 0 : 2;
  const bins = useMemo(() => {
    const { fromFen, widthFen, counts } = distribution.histogram;
    return counts.map((count, index) => ({
      from: (fromFen + index * widthFen) / fenPerUnit[unit],
      to: (fromFen + (index + 1) * widthFen) / fenPerUnit[unit],
      isMissing: fromFen + (index + 0.5) * widthFen < priceFen,
      share: count / distribution.paths,
    }));
  }, [distribution, priceFen, unit]);
  const option = useMemo(() => {
    const percentile = (percent: (typeof percentiles)[number]) => (distribution.maxBid.percentiles[percentiles.indexOf(percent)] ?? 0) / fenPerUnit[unit];
    const line = (name: string, at: number, color: string, type: "solid" | "dashed", distance: number) => ({
      xAxis: at,
      lineStyle: { color, type, width: type === "solid" ? 2 : 1 },
      label: { formatter: name, color, fontSize: 11, distance },
    });
    const marks = [
      line("P5", percentile(5), palette.text.secondary, "dashed", 3),
      line("P50", percentile(50), palette.text.secondary, "dashed", 3),
      line("P95", percentile(95), palette.text.secondary, "dashed", 3),
      line(t("simulation.chart.price"), priceFen / fenPerUnit[unit], palette.error.main, "solid", 16),
    ];
    return {
      grid: { left: 8, right: 16, top: 38, bottom: 4, outerBoundsMode: "same", outerBoundsContain: "all" },
      tooltip: {
        trigger: "axis",
        axisPointer: { type: "shadow" },
        formatter: (points: unknown) => {
          const [point] = points as readonly { readonly dataIndex: number }[]; // the shape of an axis tooltip
          const bin = bins[point?.dataIndex ?? 0];
          return bin === undefined ? "" : `${formatNumber(bin.from, decimals)} – ${formatNumber(bin.to, decimals)}\n${formatRate(bin.share)}`;
        },
      },
      xAxis: {
        type: "value",
        scale: true,
        min: bins[0]?.from,
        max: Math.max(bins.at(-1)?.to ?? 0, priceFen / fenPerUnit[unit]),
        splitLine: { show: false },
        axisLabel: { hideOverlap: true, showMinLabel: false, showMaxLabel: false, formatter: (value: number) => formatNumber(value, decimals) },
      },
      yAxis: { type: "value", splitNumber: 4, axisLabel: { formatter: (value: number) => formatRate(value, 0) } },
      series: [
        {
          type: "bar",
          barWidth: "94%",
          emphasis: { disabled: true },
          data: bins.map(({ from, to, share, isMissing }) => ({
            value: [(from + to) / 2, share],
            itemStyle: { color: isMissing ? palette.warning.main : palette.primary.main },
          })),
          markLine: { symbol: "none", silent: true, data: marks },
        },
      ],
    };
  }, [bins, distribution, priceFen, unit, decimals, palette, t]);
  const table = useMemo(
    () => ({
      head: [t("simulation.chart.bid"), t("simulation.chart.share")],
      rows: bins.map(({ from, to, share }) => [`${formatNumber(from, decimals)} – ${formatNumber(to, decimals)}`, formatRate(share)]),
    }),
    [bins, decimals, t],
  );
  return (
    <Box sx={{ minWidth: 0, pt: 0.75 }} data-testid="distribution-chart">
      <Typography component="h3" sx={{ fontSize: 12, fontWeight: 600 }}>
        {title}
      </Typography>
      <EChart option={option} label={title} table={table} height={270} />
    </Box>
  );
});
