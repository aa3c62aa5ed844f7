import { useTranslation } from "react-i18next";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { AddRowDialog } from "./AddRowDialog.tsx";
import { closePane } from "./sheet-panes.ts";
import { newRowForms, useNewRow } from "./use-new-row.ts";
import type { SheetEdits } from "./use-sheet-edits.ts";

interface NewRowPaneProps {
  readonly dealId: number;
  readonly list: SheetList;
  readonly edits: SheetEdits;
  /** Of the loan that an item or a guarantor most likely belongs to. */
  readonly contractNo: string;
  readonly onAdded: (rowId: number) => void;
}

/** Adds a loan, an item or a guarantor. */
export function NewRowPane({ dealId, list, edits, contractNo, onAdded }: NewRowPaneProps) {
  const { t } = useTranslation();
  const row = useNewRow({ dealId, list, form: newRowForms[list], first: list === "loan" ? {} : { contractNo } });
  const save = async () => {
    const rowId = await edits.change(() => row.add());
    if (rowId === undefined || rowId === null) return;
    closePane();
    onAdded(rowId);
  };
  return <AddRowDialog title={t(`tapeSheet.add.${list}`)} list={list} row={row} onSave={() => void save()} onClose={closePane} />;
}
