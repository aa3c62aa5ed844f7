import Box from "@mui/material/Box";
import Paper from "@mui/material/Paper";
import { useTheme } from "@mui/material/styles";
import Typography from "@mui/material/Typography";
import { memo, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { BidFigures } from "../../shared/domain/bid-figures.ts";
import { formatMoney, formatMoneyWithUnit, formatRate, moneyUnitLabel } from "../../shared/format.ts";
import { fenPerUnit } from "../../shared/money.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { amountLabels } from "../ui/charts/chart-parts.ts";
import { EChart } from "../ui/charts/EChart.tsx";
import { irrText } from "../ui/irr-text.ts";
import { returnOption, winOption } from "./bid-options.ts";
import type { PriceLine } from "./price-lines.ts";

interface BidChartsProps {
  readonly figures: BidFigures;
  readonly hurdleRate: number;
  readonly lines: readonly PriceLine[];
}

/** Two charts over the same prices: what wins, and what each price earns. */
export const BidCharts = memo(function BidCharts({ figures, hurdleRate, lines }: BidChartsProps) {
  const { t } = useTranslation();
  const { palette } = useTheme();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const { points } = figures;
  const look = useMemo(() => {
    const perUnit = fenPerUnit[unit];
    return {
      points,
      lines,
      hurdleRate,
      perUnit,
      palette,
      labels: amountLabels(unit, language, 0),
      money: (fen: number) => formatMoneyWithUnit(fen, unit, language),
      t,
    };
  }, [points, lines, hurdleRate, palette, unit, language, t]);
  const [win, earned] = useMemo(() => [winOption(look), returnOption(look)], [look]);
  const unitName = moneyUnitLabel(unit, language);
  const price = t("bids.chart.price", { unit: unitName });
  const winTable = {
    head: [price, t("bids.chart.winChance"), t("bids.chart.expected"), t("bids.chart.ifWon")],
    rows: points.map((one) => [
      formatMoney(one.priceFen, unit),
      formatRate(one.winChance, 1),
      formatMoney(one.expectedProfitFen, unit),
      formatMoney(one.profitIfWonFen, unit),
    ]),
  };
  const returnTable = { head: [price, t("bids.chart.irrName")], rows: points.map(({ priceFen, irr }) => [formatMoney(priceFen, unit), irrText(irr, t)]) };
  const charts = [
    { key: "win", title: t("bids.chart.win", { unit: unitName }), option: win, table: winTable },
    { key: "irr", title: t("bids.chart.irr", { unit: unitName }), option: earned, table: returnTable },
  ];
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "repeat(auto-fit, minmax(420px, 1fr))", gap: 1.5, flexShrink: 0 }}>
      {charts.map(({ key, title, option, table }) => (
        <Paper key={key} variant="outlined" sx={{ p: 1, minWidth: 0 }}>
          <EChart caption={title} label={title} option={option} table={table} height={280} />
        </Paper>
      ))}
      <Typography variant="body2" color="textSecondary" sx={{ gridColumn: "1 / -1" }}>
        {t("bids.chart.names")}
      </Typography>
    </Box>
  );
});
