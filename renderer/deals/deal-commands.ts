import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { call } from "../desk/desk-client.ts";
import { navigate } from "../desk/routes.ts";
import { setOpenDeal, showError, showNotice, useSession } from "../desk/session-store.ts";

/** What can be done with a deal of the register. */
export interface DealCommands {
  readonly onOpen: (deal: Deal) => void;
  readonly onEdit: (deal: Deal) => void;
  readonly onArchive: (deal: Deal) => void;
}

/** Opens the step of a deal at which the work goes on. */
export function openDeal(deal: Deal): void {
  setOpenDeal(deal);
  navigate({ screen: deal.package ? "workbench" : "tape", dealId: deal.id });
}

/** Archives a deal, or brings an archived one back. */
async function archiveDeal(deal: Deal): Promise<void> {
  await call("deals.archive", { dealId: deal.id, archived: !deal.archived });
  if (useSession.getState().openDeal?.id === deal.id) setOpenDeal(null);
}

export function useDealCommands(onEdit: (deal: Deal) => void): DealCommands {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      onOpen: openDeal,
      onEdit,
      onArchive: (deal) =>
        void archiveDeal(deal).then(() => showNotice(t(deal.archived ? "deals.restored" : "deals.archived", { name: deal.name })), showError),
    }),
    [t, onEdit],
  );
}
