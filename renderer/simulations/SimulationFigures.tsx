import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
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
  const price = (fen: number) => (fen === 0 ? t("bidRemark.none") : money(fen));
  const { distribution } = result;
  const confidence = formatRate(distribution.confidence, 0);
  return (
    <Box sx={{ display: "grid", gridTemplateColumns: "repeat(4, minmax(0, 1fr))", borderTop: 1, borderBottom: 1, borderColor: "divider", my: 0.5 }}>
      <Figure
        name={t("simulation.key.missProbability")}
        figure={formatRate(distribution.missProbability, 1)}
        note={t("simulation.key.missNote", { price: price(result.priceFen), error: formatRate(distribution.missError, 1) })}
        testId="simulation-missProbability"
      />
      <Figure
        name={t("simulation.key.bidAtConfidence", { confidence })}
        figure={price(distribution.bidAtConfidenceFen)}
        note={t("simulation.key.bidNote", { confidence, hurdle: formatRate(result.hurdleRate) })}
        testId="simulation-bidAtConfidence"
      />
      <Figure
        name={t("simulation.key.meanBid")}
        figure={price(distribution.maxBid.mean)}
        note={t("simulation.key.meanBidNote", { error: money(distribution.maxBid.standardError) })}
        testId="simulation-meanBid"
      />
      <Figure
        name={t("simulation.key.shortfall")}
        figure={price(distribution.maxBid.expectedShortfall)}
        note={t("simulation.key.shortfallNote")}
        testId="simulation-shortfall"
      />
    </Box>
  );
});

interface FigureProps {
  readonly name: string;
  readonly figure: string;
  readonly note: string;
  readonly testId: string;
}

function Figure({ name, figure, note, testId }: FigureProps) {
  return (
    <Box sx={{ px: 1.5, py: 0.75, minWidth: 0, "& + &": { borderLeft: 1, borderColor: "divider" } }}>
      <Typography variant="body2" color="textSecondary">
        {name}
      </Typography>
      <Typography variant="figure" sx={{ whiteSpace: "nowrap" }} data-testid={testId}>
        {figure}
      </Typography>
      <Typography variant="fine" component="p" color="textSecondary">
        {note}
      </Typography>
    </Box>
  );
}
