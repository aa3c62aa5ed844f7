import { useEffect } from "react";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { useLeftDraft } from "../desk/kept-draft.ts";
import { CellHistoryDrawer } from "./CellHistoryDrawer.tsx";
import { EditsDrawer } from "./EditsDrawer.tsx";
import { FilterDialog } from "./FilterDialog.tsx";
import { NewRowPane } from "./NewRowPane.tsx";
import { RemoveRowsPane } from "./RemoveRowsPane.tsx";
import { closePane, openFinding, openPane, useSheetPanes } from "./sheet-panes.ts";
import { newRowForms } from "./use-new-row.ts";
import type { SheetEdits } from "./use-sheet-edits.ts";

interface SheetPaneHostProps {
  readonly dealId: number;
  readonly list: SheetList;
  readonly edits: SheetEdits;
  /** Goes to a row that was added. */
  readonly onAdded: (rowId: number) => void;
}

/** The drawer or dialog that is open over the sheet. */
export function SheetPaneHost({ dealId, list, edits, onAdded }: SheetPaneHostProps) {
  const pane = useSheetPanes((state) => state.pane);
  useLeftDraft({ form: newRowForms[list], dealId }, () => openPane({ kind: "add", contractNo: "" }));
  useEffect(
    () => () => {
      closePane();
      openFinding(false);
    },
    [],
  );
  switch (pane?.kind) {
    case "history":
      return <CellHistoryDrawer dealId={dealId} list={list} edits={edits} pane={pane} />;
    case "edits":
      return <EditsDrawer dealId={dealId} />;
    case "filter":
      return <FilterDialog key={pane.field} dealId={dealId} list={list} field={pane.field} filter={pane.filter} />;
    case "add":
      return <NewRowPane dealId={dealId} list={list} edits={edits} contractNo={pane.contractNo} onAdded={onAdded} />;
    case "remove":
      return <RemoveRowsPane dealId={dealId} list={list} edits={edits} rowIds={pane.rowIds} />;
    default:
      return null;
  }
}
