import Box from "@mui/material/Box";
import { memo } from "react";
import { useTranslation } from "react-i18next";
import type { SimulationResult } from "../../shared/domain/simulation-results.ts";
import { formatMoneyWithUnit, formatRate } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";

/** The four answers of a simulation. */
export const SimulationFigures = memo(function SimulationFigures({ result }: { readonly result: SimulationResult }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const money = (fen: number) => formatMoneyWithUnit(fen, unit, language);
  const { distribution } = result;
  const confidence = formatRate(distribution.confidence, 0);
  const figures = [
    {
      key: "missProbability",
      label: t("simulation.key.missProbability"),
      figure: formatRate(distribution.missProbability, 1),
      note: t("simulation.key.missNote", { price: money(result.priceFen), error: formatRate(distribution.missError, 1) }),
    },
    {
      key: "bidAtConfidence",
      label: t("simulation.key.bidAtConfidence", { confidence }),
      figure: money(distribution.bidAtConfidenceFen),
      note: t("simulation.key.bidNote", { confidence, hurdle: formatRate(result.hurdleRate) }),
    },
    {
      key: "meanBid",
      label: t("simulation.key.meanBid"),
      figure: money(distribution.maxBid.mean),
      note: t("simulation.key.meanBidNote", { error: money(distribution.maxBid.standardError) }),
    },
    {
      key: "shortfall",
      label: t("simulation.key.shortfall"),
      figure: money(distribution.maxBid.expectedShortfall),
      note: t("simulation.key.shortfallNote"),
    },
  ];
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "repeat(4, minmax(0, 1fr))", borderTop: 1, borderBottom: 1, borderColor: "divider", my: 0.5 }}>
      {figures.map(({ key, label, figure, note }, index) => (
        <Box key={key} sx={{ px: 1.5, py: 0.75, minWidth: 0, ...(index > 0 ? { borderLeft: 1, borderColor: "divider" } : {}) }}>
          <Box sx={{ fontSize: 12, color: "text.secondary" }}>{label}</Box>
          <Box sx={{ fontSize: 17, fontWeight: 700, fontVariantNumeric: "tabular-nums", whiteSpace: "nowrap" }} data-testid={`simulation-${key}`}>
            {figure}
          </Box>
          <Box sx={{ fontSize: 11.5, color: "text.secondary", lineHeight: 1.35 }}>{note}</Box>
        </Box>
      ))}
    </Box>
  );
});
