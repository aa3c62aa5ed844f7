import Button from "@mui/material/Button";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useCall } from "../desk/desk-client.ts";
import { useLeftDraft } from "../desk/kept-draft.ts";
import { navigate } from "../desk/routes.ts";
import { EmptyState } from "../ui/EmptyState.tsx";
import { StartByHandDialog } from "./StartByHandDialog.tsx";

interface NoSheetProps {
  readonly dealId: number;
  readonly onStarted: () => void;
}

/** A deal without a package: its first loan is typed, or the seller's tape imported. */
export function NoSheet({ dealId, onStarted }: NoSheetProps) {
  const { t } = useTranslation();
  const deal = useCall("deals.get", { dealId }).data;
  const [isStarting, setStarting] = useState(false);
  useLeftDraft({ form: "startByHand", dealId }, () => setStarting(true));
  return (
    <EmptyState isScreen title={t("tapeSheet.none.title")} text={t("tapeSheet.none.text")}>
      <Button variant="contained" onClick={() => setStarting(true)} data-testid="start-by-hand">
        {t("tapeSheet.none.byHand")}
      </Button>
      <Button variant="outlined" onClick={() => navigate({ screen: "tape", dealId })}>
        {t("tapeSheet.none.toTape")}
      </Button>
      {isStarting && deal !== undefined ? (
        <StartByHandDialog dealId={dealId} cutOffDate={deal.cutOffDate} onStarted={onStarted} onClose={() => setStarting(false)} />
      ) : null}
    </EmptyState>
  );
}
