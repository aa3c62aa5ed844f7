import { type GridCell, GridCellKind, type GridColumn, type GridMouseEventArgs, type Item } from "@glideapps/glide-data-grid";
import { useCallback, useState } from "react";
import { useTranslation } from "react-i18next";
import type { LoanRow } from "../../shared/contract/pricing-channels.ts";
import { useMoneyUnit } from "../desk/session-store.ts";
import { fitText } from "../ui/grid/fit-text.ts";
import { cellMeasure, cellPadding, headMeasure } from "../ui/grid/grid-look.ts";
import { useDrawnFonts } from "../ui/use-drawn-fonts.ts";
import type { LoanColumn } from "./loan-columns.ts";

/** What stands in a cell; undefined while its row is on its way. */
export type CellText = (columnIndex: number, rowIndex: number) => string | undefined;

export function useCellText(columns: readonly LoanColumn[], rowAt: (index: number) => LoanRow | undefined): CellText {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  return useCallback(
    (columnIndex, rowIndex) => {
      const row = rowAt(rowIndex);
      return row === undefined ? undefined : columns[columnIndex]?.text(row, unit, t);
    },
    [columns, rowAt, unit, t],
  );
}

const onItsWay: GridCell = { kind: GridCellKind.Loading, allowOverlay: false };
const roomOf = (column: GridColumn | undefined) => (column !== undefined && "width" in column ? column.width - 2 * cellPadding : 0);

/** A cell stays empty until its row and the glyphs of its text are here; either has the grid draw again. */
export function useCells(columns: readonly LoanColumn[], gridColumns: readonly GridColumn[], textAt: CellText): (place: Item) => GridCell {
  const { canDraw } = useDrawnFonts();
  return useCallback(
    ([columnIndex, rowIndex]) => {
      const text = textAt(columnIndex, rowIndex);
      if (text === undefined || !canDraw(`${text}…`, 400)) return onItsWay;
      const displayData = fitText(text, roomOf(gridColumns[columnIndex]), cellMeasure);
      return {
        kind: GridCellKind.Text,
        data: text,
        displayData,
        allowOverlay: false,
        contentAlign: columns[columnIndex]?.isNumber === true ? "right" : "left",
      };
    },
    [columns, gridColumns, textAt, canDraw],
  );
}

/** The whole text of the cell or head under the pointer where it is cut. */
export function useHint(gridColumns: readonly GridColumn[], textAt: CellText) {
  const [hint, setHint] = useState("");
  const onHover = ({ kind, location }: GridMouseEventArgs) => {
    const [columnIndex, rowIndex] = location;
    const column = gridColumns[columnIndex];
    const text = kind === "cell" ? textAt(columnIndex, rowIndex) : kind === "header" ? column?.title : undefined;
    const measure = kind === "cell" ? cellMeasure : headMeasure;
    setHint(text !== undefined && measure(text) > roomOf(column) ? text : "");
  };
  return { hint, onHover };
}
