import { type GridCell, GridCellKind, type Item } from "@glideapps/glide-data-grid";
import { useCallback } from "react";
import { useDrawnFonts } from "../use-drawn-fonts.ts";
import { fitText } from "./fit-text.ts";
import { cellMeasure, cellPadding } from "./grid-look.ts";
import type { TypingCellAt, TypingColumn } from "./typing-cells.ts";

const onItsWay: GridCell = { kind: GridCellKind.Loading, allowOverlay: false };

/** A cell stays empty until its row and the glyphs of its text are here; either has the grid draw again. */
export function useDrawnCells(columns: readonly TypingColumn[], cellAt: TypingCellAt): (place: Item) => GridCell {
  const { canDraw } = useDrawnFonts();
  return useCallback(
    ([columnIndex, rowIndex]) => {
      const column = columns[columnIndex];
      const cell = cellAt(columnIndex, rowIndex);
      if (cell === undefined || column === undefined || !canDraw(`${cell.text}…`, 400)) return onItsWay;
      return {
        kind: GridCellKind.Text,
        // Nothing is copied from here; the table behind the canvas reads it aloud.
        data: cell.spoken === "" ? cell.text : `${cell.text} (${cell.spoken})`,
        displayData: fitText(cell.text, column.width - 2 * cellPadding, cellMeasure),
        allowOverlay: false,
        readonly: cell.isReadOnly,
        contentAlign: column.isNumber ? "right" : "left",
      };
    },
    [columns, cellAt, canDraw],
  );
}
