import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import Typography from "@mui/material/Typography";
import { useTranslation } from "react-i18next";
import type { BidDesk } from "../../shared/contract/bid-channels.ts";
import { formatMoney, formatPrice, formatRate } from "../../shared/format.ts";
import { navigate } from "../desk/routes.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { FactTable } from "./FactTable.tsx";

/** What the package is worth at the hurdle: by case, and by how sure one wants to be. */
export function ValuePanel({ dealId, desk }: { readonly dealId: number; readonly desk: BidDesk }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const { cases, atConfidence, figures, beliefs } = desk;
  const percentiles = figures?.percentiles ?? null;
  const facts = [
    ...cases.map(({ caseName, maxBidFen }) => ({
      key: caseName,
      name: t("bids.value.caseOf", { caseName: t(`code.caseName.${caseName}`) }),
      said: formatPrice(maxBidFen, unit, t("bidRemark.none")),
    })),
    ...(beliefs.valueFen === null ? [] : [{ key: "own", name: t("bids.value.own"), said: formatMoney(beliefs.valueFen, unit) }]),
    ...(atConfidence === null
      ? []
      : [
          {
            key: "confidence",
            name: t("bids.value.atConfidence", { confidence: formatRate(atConfidence.confidence, 0) }),
            said: formatPrice(atConfidence.priceFen, unit, t("bidRemark.none")),
          },
        ]),
    ...(percentiles === null
      ? []
      : (["p20", "p50", "p80"] as const).map((key) => ({ key, name: t(`bids.value.${key}`), said: formatMoney(percentiles[`${key}Fen`], unit) }))),
  ];
  return (
    <TitledPanel title={t("bids.value.title")}>
      <FactTable facts={facts} testId="bid-value" />
      {atConfidence !== null ? null : (
        <Box sx={{ px: 1, py: 0.5, borderTop: 1, borderColor: "divider" }}>
          <Typography variant="body2">{t("bids.value.noSimulation")}</Typography>
          <Button size="small" onClick={() => navigate({ screen: "workbench", dealId, view: "simulation" })} data-testid="bid-to-simulation">
            {t("bids.value.toSimulation")}
          </Button>
        </Box>
      )}
    </TitledPanel>
  );
}
