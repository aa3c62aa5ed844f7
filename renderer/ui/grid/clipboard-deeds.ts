import type { ClipboardEvent } from "react";
import { pastedRows } from "./pasted-rows.ts";
import type { TypingDeeds } from "./typing-cells.ts";
import type { CellEditorState } from "./use-cell-editor.ts";
import type { SelectedCells } from "./use-grid-selection.ts";

/** Copying, cutting and pasting of cells; of a text that is being typed they are the field's own. */
export function clipboardDeeds(editor: CellEditorState, { range }: SelectedCells, deeds: TypingDeeds) {
  const onCells = (run: (event: ClipboardEvent, cells: NonNullable<typeof range>) => void) => (event: ClipboardEvent) => {
    if (editor.editing !== null || range === null) return;
    event.preventDefault();
    run(event, range);
  };
  return {
    onCopy: onCells((event, cells) => deeds.onCopy(cells, event.nativeEvent)),
    onCut: onCells((event, cells) => {
      deeds.onCopy(cells, event.nativeEvent);
      deeds.onClear(cells);
    }),
    onPaste: onCells((event, { column, row }) => {
      const text = event.clipboardData.getData("text/plain");
      if (text !== "") deeds.onPaste({ column, row }, pastedRows(text));
    }),
  };
}
