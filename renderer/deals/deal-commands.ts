import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { call } from "../desk/desk-client.ts";
import { closeDeal } from "../desk/layout-store.ts";
import { openDeal } from "../desk/open-deal.ts";
import { showError, showNotice, showUndoable, useSession } from "../desk/session-store.ts";
import { editDeal } from "./deal-dialog-store.ts";

/** What can be done with a deal of the register. */
export interface DealCommands {
  readonly onOpen: (deal: Deal) => void;
  readonly onEdit: (deal: Deal) => void;
  readonly onDuplicate: (deal: Deal) => void;
  readonly onArchive: (deal: Deal) => void;
}

/** Archives a deal, or brings an archived one back. */
async function archiveDeal(deal: Deal): Promise<void> {
  await call("deals.archive", { dealId: deal.id, archived: !deal.archived });
  if (useSession.getState().openDeal?.id === deal.id) closeDeal();
}

/** A new deal with the register entry and the assumptions of another. The file of its tape is chosen again with its mapping, where it still is there. */
async function duplicateDeal(deal: Deal, name: string): Promise<{ readonly copy: Deal; readonly hasFile: boolean }> {
  const copy = await call("deals.duplicate", { dealId: deal.id, name: name.slice(0, 120) });
  const tape = await call("tapes.draft", { dealId: deal.id });
  if (tape === null || tape.fileToken === null) return { copy, hasFile: false };
  const { fileToken, encoding, delimiter, mapping, headers } = tape;
  await call("tapes.keepDraft", { dealId: copy.id, fileToken, draft: { encoding, delimiter, mapping, headers } });
  return { copy, hasFile: true };
}

export function useDealCommands(): DealCommands {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      onOpen: openDeal,
      onEdit: editDeal,
      onDuplicate: (deal) =>
        void duplicateDeal(deal, t("deals.copyOf", { name: deal.name })).then(({ copy, hasFile }) => {
          openDeal(copy);
          showNotice(t(hasFile ? "deals.duplicatedWithFile" : "deals.duplicated"));
        }, showError),
      onArchive: (deal) =>
        void archiveDeal(deal)
          .then(() => showUndoable(t(deal.archived ? "deals.restored" : "deals.archived", { name: deal.name }), { area: "register" }))
          .catch(showError),
    }),
    [t],
  );
}
