import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { call } from "../desk/desk-client.ts";
import type { KeyUnder } from "../desk/i18n.ts";
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

interface Duplicate {
  readonly copy: Deal;
  readonly says: KeyUnder<"deals">;
  /** Of the tape; empty where the deal had none. */
  readonly fileName: string;
}

/** A new deal with the register entry and the assumptions of another. The file of its tape is chosen again with its mapping, where it still is there. */
async function duplicateDeal(deal: Deal, name: string): Promise<Duplicate> {
  const copy = await call("deals.duplicate", { dealId: deal.id, name: name.slice(0, 120) });
  const tape = await call("tapes.draft", { dealId: deal.id });
  if (tape === null) return { copy, says: "duplicated", fileName: "" };
  const { fileToken, fileName, encoding, delimiter, mapping, headers } = tape;
  if (fileToken === null) return { copy, says: "duplicatedFileGone", fileName };
  await call("tapes.keepDraft", { dealId: copy.id, fileToken, draft: { encoding, delimiter, mapping, headers } });
  return { copy, says: "duplicatedWithFile", fileName };
}

export function useDealCommands(): DealCommands {
  const { t } = useTranslation();
  return useMemo(
    () => ({
      onOpen: openDeal,
      onEdit: editDeal,
      onDuplicate: (deal) =>
        void duplicateDeal(deal, t("deals.copyOf", { name: deal.name })).then(({ copy, says, fileName }) => {
          openDeal(copy);
          showNotice(t(`deals.${says}`, { fileName }));
        }, showError),
      onArchive: (deal) =>
        void archiveDeal(deal)
          .then(() => showUndoable(t(deal.archived ? "deals.restored" : "deals.archived", { name: deal.name }), { area: "register" }))
          .catch(showError),
    }),
    [t],
  );
}
