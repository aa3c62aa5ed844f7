import { useTranslation } from "react-i18next";
import type { OpenRound } from "../../shared/domain/bid-rounds.ts";
import { useAction } from "../desk/desk-client.ts";
import { CloseDialog, likelyClosing } from "./CloseDialog.tsx";

interface ClosingRoundProps {
  readonly dealId: number;
  readonly round: OpenRound;
  readonly onClose: () => void;
}

/** Ends the sale that is under way. */
export function ClosingRound({ dealId, round, onClose }: ClosingRoundProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useAction("bids.closeRound");
  return (
    <CloseDialog
      roundId={round.id}
      dealId={dealId}
      title={t("bids.card.closeTitle")}
      closing={likelyClosing(round)}
      busy={busy}
      error={error}
      onSave={async (closing) => (await run({ dealId, closing })) !== undefined}
      onClose={onClose}
    />
  );
}
