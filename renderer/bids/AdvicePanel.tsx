import Box from "@mui/material/Box";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { BidDesk } from "../../shared/contract/bid-channels.ts";
import type { BidFigures } from "../../shared/domain/bid-figures.ts";
import { paysOwnBid } from "../../shared/domain/bid-plan.ts";
import { formatMoney, formatRate } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";

/** The bids that follow from value, beliefs and form of sale, each with what it rests on. */
export function AdvicePanel({ desk, figures }: { readonly desk: BidDesk; readonly figures: BidFigures }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const { shaded, best, valueFen, worthIfWonFen } = figures;
  const money = (fen: number) => formatMoney(fen, unit);
  const isOwnBid = paysOwnBid(desk.beliefs, desk.sale);
  const bestValues = { win: formatRate(best.winChance, 1), profit: money(best.expectedProfitFen) };
  return (
    <TitledPanel title={t("bids.advice.title")}>
      {shaded === null ? (
        <Advice name={t("bids.advice.shaded")} figure={money(valueFen)} note={t("bids.advice.none")} testId="bid-shaded" />
      ) : shaded.isWide ? (
        <Advice
          name={t("bids.advice.shadedRange")}
          figure={`${money(shaded.leastFen)} – ${money(shaded.mostFen)}`}
          note={t("bids.advice.wide")}
          testId="bid-shaded"
        />
      ) : (
        <Advice
          name={t("bids.advice.shaded")}
          figure={money(shaded.bidFen)}
          note={t(isOwnBid ? "bids.advice.shadedOwn" : "bids.advice.shadedStop", { share: formatRate(shaded.bidFen / valueFen) })}
          testId="bid-shaded"
        />
      )}
      {shaded === null || desk.sale.listFen === null || shaded.mostFen >= desk.sale.listFen ? null : (
        <Typography variant="body2" sx={{ px: 1, pb: 0.5, color: "warning.main" }} data-testid="bid-below-list">
          {t("bids.advice.belowList")}
        </Typography>
      )}
      <Advice name={t("bids.advice.worth")} figure={money(worthIfWonFen)} note={t("bids.advice.worthNote")} testId="bid-worth" />
      <Advice
        name={t("bids.advice.best")}
        figure={money(best.bidFen)}
        note={`${t(isOwnBid ? "bids.advice.bestNote" : "bids.advice.stopNote", bestValues)}${best.isOnlyPeak ? "" : ` ${t("bids.advice.severalPeaks")}`}`}
        testId="bid-best"
      />
      <Typography variant="body2" color="textSecondary" sx={{ px: 1, py: 0.5, borderTop: 1, borderColor: "divider" }}>
        {t("bids.advice.hurdleNote")}
      </Typography>
    </TitledPanel>
  );
}

interface AdviceProps {
  readonly name: string;
  readonly figure: string;
  readonly note: string;
  readonly testId: string;
}

function Advice({ name, figure, note, testId }: AdviceProps) {
  return (
    <Box sx={{ px: 1, py: 0.5, borderTop: 1, borderColor: "divider" }}>
      <Typography variant="body2" color="textSecondary">
        {name}
      </Typography>
      <Typography variant="h2" component="p" sx={{ fontVariantNumeric: "tabular-nums" }} data-testid={testId}>
        {figure}
      </Typography>
      <Typography variant="body2">{note}</Typography>
    </Box>
  );
}
