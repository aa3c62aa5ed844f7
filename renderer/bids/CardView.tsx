import Alert from "@mui/material/Alert";
import Box from "@mui/material/Box";
import Button from "@mui/material/Button";
import LinearProgress from "@mui/material/LinearProgress";
import Typography from "@mui/material/Typography";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { climbs } from "../../shared/domain/bid-plan.ts";
import { useAction, useCall } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { ErrorAlert } from "../ui/ErrorAlert.tsx";
import { CountField } from "../ui/fields/CountField.tsx";
import type { Entered } from "../ui/fields/unread.ts";
import { TitledPanel } from "../ui/TitledPanel.tsx";
import type { BidPageProps } from "./bid-page.ts";
import { CardDialog } from "./CardDialog.tsx";
import { LadderTable } from "./LadderTable.tsx";
import { LiveCard } from "./LiveCard.tsx";

/** The walk-away card (限价卡): prepared and printed before the sale, live in it. */
export function CardView({ dealId, desk, isReadOnly }: BidPageProps) {
  const { t } = useTranslation();
  const card = useCall("bids.card", { dealId });
  const [isPrinting, setPrinting] = useState(false);
  if (card.error !== undefined) return <ErrorAlert error={card.error} onRetry={card.reload} />;
  if (card.data === undefined) return <LinearProgress aria-label={t("bids.working")} />;
  const { ladder, round } = card.data;
  const { sale, beliefs } = desk;
  const hasLadder = climbs(beliefs.saleForm);
  const isMissing = round === null && (sale.limitFen === null || (hasLadder && (sale.listFen === null || sale.stepFen === null)));
  return (
    <>
      {round !== null ? (
        <LiveCard dealId={dealId} round={round} isReadOnly={isReadOnly} />
      ) : isMissing ? (
        <Alert
          severity="info"
          action={
            <Button color="inherit" size="small" onClick={() => navigate({ screen: "bid", dealId, view: "decision" })} data-testid="card-to-terms">
              {t("bids.card.toTerms")}
            </Button>
          }
        >
          {t(hasLadder ? "bids.card.termsMissing" : "bids.card.limitMissing", { form: t(`bids.form.${beliefs.saleForm}`) })}
        </Alert>
      ) : (
        <OpenForm dealId={dealId} isReadOnly={isReadOnly} />
      )}
      {isMissing ? null : (
        <TitledPanel
          title={t(ladder === null ? "bids.card.paperTitle" : "bids.card.ladder")}
          actions={
            <Button size="small" onClick={() => setPrinting(true)} data-testid="card-print-open">
              {t("bids.card.printOpen")}
            </Button>
          }
        >
          {ladder === null ? (
            <Typography variant="body2" sx={{ px: 1, pb: 0.5 }}>
              {t("bids.card.noLadder")}
            </Typography>
          ) : (
            <LadderTable ladder={ladder} />
          )}
        </TitledPanel>
      )}
      {isPrinting && <CardDialog dealId={dealId} desk={desk} ladder={ladder} round={round} onClose={() => setPrinting(false)} />}
    </>
  );
}

/** Goes into the sale; how long it still runs is stated where the venue has a clock. */
function OpenForm({ dealId, isReadOnly }: { readonly dealId: number; readonly isReadOnly: boolean }) {
  const { t } = useTranslation();
  const action = useAction("bids.openRound");
  const [minutes, setMinutes] = useState<Entered<number>>(null);
  const isValid = minutes === null || (typeof minutes === "number" && Number.isInteger(minutes) && minutes >= 1 && minutes <= 100_000);
  return (
    <Box
      component="form"
      aria-label={t("bids.card.open")}
      sx={{ display: "flex", gap: 1.5, alignItems: "center", flexWrap: "wrap" }}
      onSubmit={(event) => {
        event.preventDefault();
        if (isValid) void action.run({ dealId, minutesLeft: minutes });
      }}
    >
      <Box sx={{ width: 240 }}>
        <CountField
          label={t("bids.card.minutesLeft")}
          unit={t("bids.beliefs.minute")}
          value={minutes}
          onChange={setMinutes}
          error={isValid ? undefined : t("bids.card.minutesRange")}
          testId="card-minutes"
        />
      </Box>
      <Button type="submit" variant="contained" disabled={isReadOnly || action.busy} data-testid="card-open">
        {t("bids.card.open")}
      </Button>
      <span>{t("bids.card.openHint")}</span>
      <ErrorAlert error={action.error} />
    </Box>
  );
}
