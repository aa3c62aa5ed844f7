import { useTranslation } from "react-i18next";
import type { LedgerLine } from "../../shared/domain/bid-rounds.ts";
import { useAction } from "../desk/desk-client.ts";
import { CloseDialog } from "./CloseDialog.tsx";

interface AmendedRoundProps {
  readonly line: LedgerLine;
  readonly onClose: () => void;
}

/** What came to be known of a sale after it was closed: the winner, the reserve, the deposit back. */
export function AmendedRound({ line, onClose }: AmendedRoundProps) {
  const { t } = useTranslation();
  const { run, busy, error } = useAction("bids.amendRound");
  const { roundId, dealId, dealName, result, reason, winner, winnerFen, reserveFen, depositBackOn, note } = line;
  return (
    <CloseDialog
      roundId={roundId}
      dealId={dealId}
      title={t("bids.ledger.amendTitle", { name: dealName })}
      closing={{ result, reason, winner, winnerFen, reserveFen, depositBackOn, note }}
      busy={busy}
      error={error}
      onSave={async (closing) => (await run({ dealId, roundId, closing })) !== undefined}
      onClose={onClose}
    />
  );
}
