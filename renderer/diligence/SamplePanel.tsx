import Box from "@mui/material/Box";
import FormControlLabel from "@mui/material/FormControlLabel";
import Switch from "@mui/material/Switch";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Diligence } from "../../shared/contract/diligence-channels.ts";
import { formatMoneyWithUnit, formatNumber, formatRate } from "../../shared/format.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import { SampleTable } from "./SampleTable.tsx";

/** What the debtors that the desk worked on say of those that it did not: beside the model's bid, never in its place. */
export function SamplePanel({ plan }: { readonly plan: Diligence }) {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const [isExtrapolated, setExtrapolated] = useState(false);
  const money = (fen: number) => formatMoneyWithUnit(fen, unit, language);
  const { sample, underwritten, debtors, bidPriceFen, ownAllocatedFen } = plan;
  const share = formatRate(bidPriceFen === 0 ? 0 : ownAllocatedFen / bidPriceFen);
  return (
    <TitledPanel title={t("diligence.sample.title")}>
      <Box sx={{ px: 1, pb: 1, display: "flex", flexDirection: "column", gap: 0.5 }}>
        <Typography variant="body1" data-testid="diligence-own-share">
          {t("diligence.sample.counts", { underwritten: formatNumber(underwritten), rest: formatNumber(debtors - underwritten), share })}
        </Typography>
        {sample === null ? (
          <Typography variant="body2">{t("diligence.sample.tooFew")}</Typography>
        ) : (
          <>
            <FormControlLabel
              control={<Switch size="small" checked={isExtrapolated} onChange={(_event, next) => setExtrapolated(next)} data-testid="diligence-extrapolate" />}
              label={t("diligence.sample.extrapolate")}
            />
            <Typography variant="body1" data-testid="diligence-bids">
              {t("diligence.sample.modelBid", { bid: money(plan.maxBidFen) })}
              {isExtrapolated && t("diligence.sample.extrapolatedBid", { bid: money(sample.maxBidFen), error: money(sample.maxBidErrorFen) })}
            </Typography>
            <SampleTable sample={sample} />
          </>
        )}
      </Box>
    </TitledPanel>
  );
}
