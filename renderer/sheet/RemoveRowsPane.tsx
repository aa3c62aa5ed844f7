import { useTranslation } from "react-i18next";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { formatNumber } from "../../shared/format.ts";
import { call } from "../desk/desk-client.ts";
import { showUndoable } from "../desk/session-store.ts";
import { ConfirmDialog } from "../ui/ConfirmDialog.tsx";
import { closePane } from "./sheet-panes.ts";
import { sheetLookNow } from "./sheet-store.ts";
import type { SheetEdits } from "./use-sheet-edits.ts";

interface RemoveRowsPaneProps {
  readonly dealId: number;
  readonly list: SheetList;
  readonly edits: SheetEdits;
  readonly rowIds: readonly number[];
}

/** Asks before rows are taken away, which undo brings back. */
export function RemoveRowsPane({ dealId, list, edits, rowIds }: RemoveRowsPaneProps) {
  const { t } = useTranslation();
  const remove = async () => {
    const { removed } = await call("sheet.removeRows", { dealId, list, rowIds: [...rowIds], why: sheetLookNow(dealId).why });
    await edits.change(() => Promise.resolve());
    await showUndoable(t("tapeSheet.removed", { count: formatNumber(removed) }), { area: "deal", dealId });
  };
  return (
    <ConfirmDialog
      title={t("tapeSheet.remove.title")}
      text={t(`tapeSheet.remove.${list}`, { count: formatNumber(rowIds.length) })}
      confirmText={t("common.remove")}
      isDestructive={false}
      act={remove}
      onClose={closePane}
      testId="remove-rows"
    />
  );
}
