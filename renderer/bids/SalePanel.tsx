import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import type { TFunction } from "i18next";
import { useTranslation } from "react-i18next";
import type { BidDesk } from "../../shared/contract/bid-channels.ts";
import { leastClosedDeals } from "../../shared/domain/bid-rounds.ts";
import { formatExactMoney, formatNumber, formatRate } from "../../shared/format.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { FactTable } from "./FactTable.tsx";

interface SalePanelProps {
  readonly desk: BidDesk;
  /** Null: nothing may be changed. */
  readonly onBeliefs: (() => void) | null;
  readonly onTerms: (() => void) | null;
}

/** The form of sale, its terms, and what the desk believes of rivals and of its own error. */
export function SalePanel({ desk, onBeliefs, onTerms }: SalePanelProps) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const { beliefs, sale, figures, isStated, closedDeals } = desk;
  const money = (fen: number | null) => formatExactMoney(fen, unit);
  const { leastRivals, likelyRivals, mostRivals } = beliefs;
  const facts = [
    { key: "form", name: t("bids.beliefs.form"), said: t(`bids.form.${beliefs.saleForm}`) },
    {
      key: "rivals",
      name: t("bids.beliefs.rivals"),
      said: t("bids.beliefs.rivalsText", { least: leastRivals, likely: likelyRivals, most: mostRivals }),
    },
    { key: "median", name: t("bids.beliefs.median"), said: formatRate(beliefs.rivalMedian, 1) },
    { key: "spread", name: t("bids.beliefs.spread"), said: formatRate(beliefs.rivalSpread, 1) },
    { key: "error", name: t("bids.beliefs.error"), said: errorText(desk, t) },
    { key: "list", name: t("bids.beliefs.list"), said: money(sale.listFen) },
    { key: "step", name: t("bids.beliefs.step"), said: money(sale.stepFen) },
    { key: "limit", name: t("bids.beliefs.limit"), said: money(sale.limitFen) },
  ];
  const worthless = figures?.worthlessShare ?? 0;
  return (
    <TitledPanel title={t("bids.beliefs.title")}>
      <FactTable facts={facts} testId="bid-sale" />
      <Box sx={{ px: 1, py: 0.5, borderTop: 1, borderColor: "divider" }}>
        {isStated ? null : <Typography variant="body2">{t("bids.beliefs.notStated")}</Typography>}
        {closedDeals >= leastClosedDeals ? null : <Typography variant="body2">{t("bids.beliefs.belief")}</Typography>}
        {worthless > 0 ? <Typography variant="body2">{t("bids.beliefs.worthless", { share: formatRate(worthless, 1) })}</Typography> : null}
        <Box sx={{ display: "flex", flexWrap: "wrap", gap: 1, mt: 0.5 }}>
          <Button size="small" variant="outlined" disabled={onBeliefs === null} onClick={onBeliefs ?? undefined} data-testid="bid-edit-beliefs">
            {t("bids.beliefs.edit")}
          </Button>
          <Button size="small" variant="outlined" disabled={onTerms === null} onClick={onTerms ?? undefined} data-testid="bid-edit-terms">
            {t("bids.beliefs.terms")}
          </Button>
        </Box>
      </Box>
    </TitledPanel>
  );
}

function errorText({ beliefs, figures }: BidDesk, t: TFunction): string {
  const sigma = formatNumber(figures?.ownError ?? beliefs.ownError ?? beliefs.modelError, 3);
  if (beliefs.ownError !== null) return t("bids.beliefs.errorOwn", { sigma });
  const simulated = figures?.simulatedError ?? null;
  if (simulated === null) return t("bids.beliefs.errorModel", { sigma });
  return t("bids.beliefs.errorBoth", { sigma, simulated: formatNumber(simulated, 3), model: formatNumber(beliefs.modelError, 3) });
}
