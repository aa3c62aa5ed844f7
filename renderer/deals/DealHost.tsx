import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { TapeUnit } from "../../shared/domain/tape-units.ts";
import { leaveTape } from "../arrivals/arriving-tape.ts";
import { useCommand } from "../desk/commands.ts";
import { openDeal } from "../desk/open-deal.ts";
import { navigate } from "../desk/routes.ts";
import { rememberEdit, setOpenDeal, showError, useSession } from "../desk/session-store.ts";
import { DealDialog } from "./DealDialog.tsx";
import { useDealCommands } from "./deal-commands.ts";
import { closeDealDialog, editDeal, useDealDialog } from "./deal-dialog-store.ts";

/** The dialog of a deal, and what can be done with the open deal from any screen. */
export function DealHost() {
  const edited = useDealDialog((state) => state.edited);
  const deal = useSession((state) => state.openDeal);
  const commands = useDealCommands();
  const isAtWork = deal !== null && !deal.archived;
  const withDeal = (act: (deal: Deal) => void) => () => deal !== null && act(deal);
  useCommand("newDeal", () => editDeal("new"));
  useCommand("editDeal", withDeal(commands.onEdit), isAtWork);
  useCommand("duplicateDeal", withDeal(commands.onDuplicate), deal !== null);
  const archive = (open: Deal) => {
    commands.onArchive(open);
    navigate({ screen: "deals" });
  };
  useCommand("archiveDeal", withDeal(archive), isAtWork);
  if (edited === null) return null;
  const tape = edited !== "new" && "file" in edited ? edited : null;
  const registered = edited === "new" || "file" in edited ? null : edited;
  const afterSave = async (saved: Deal, unit: TapeUnit | null) => {
    // Before the dialog goes, so that the next key may undo it on any screen.
    if (registered !== null) await rememberEdit({ area: "register" }).catch(showError);
    closeDealDialog();
    if (tape !== null) leaveTape({ dealId: saved.id, file: tape.file, unit });
    if (registered === null) openDeal(saved);
    else if (deal?.id === saved.id) setOpenDeal(saved);
  };
  return <DealDialog deal={registered} tape={tape} onClose={closeDealDialog} onSaved={(saved, unit) => void afterSave(saved, unit)} />;
}
