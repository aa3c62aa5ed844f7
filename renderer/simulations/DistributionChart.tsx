import Box from "@mui/material/Box";
import { useTheme } from "@mui/material/styles";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { SimulationResult } from "../../shared/domain/simulation-results.ts";
import { formatNumber, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { histogramBins, histogramOption } from "./histogram-option.ts";

/** Paths by their bid at the hurdle. */
export const DistributionChart = memo(function DistributionChart({ result }: { readonly result: SimulationResult }) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const title = t("simulation.chart.title", { unit: moneyUnitLabel(unit, language) });
  const decimals = unit === "yiYuan" ? 2 : 0;
  const perUnit = fenPerUnit[unit];
  const bins = useMemo(() => histogramBins(result, perUnit), [result, perUnit]);
  const option = useMemo(() => histogramOption({ result, bins, perUnit, decimals, palette, t }), [result, bins, perUnit, decimals, palette, t]);
  const table = useMemo(
    () => ({
      head: [t("simulation.chart.bid"), t("simulation.chart.share")],
      rows: bins.map(({ from, to, share }) => [`${formatNumber(from, decimals)} – ${formatNumber(to, decimals)}`, formatRate(share)]),
    }),
    [bins, decimals, t],
  );
  return (
    <Box sx={{ minWidth: 0, pt: 0.75 }} data-testid="distribution-chart">
      <EChart caption={title} option={option} label={title} table={table} height={270} />
    </Box>
  );
});
