import { CompactSelection, type GridSelection } from "@glideapps/glide-data-grid";
import { useCallback, useMemo, useState } from "react";
import type { CellRange, GridPlace } from "./typing-cells.ts";

const nothing: GridSelection = { columns: CompactSelection.empty(), rows: CompactSelection.empty() };

export interface SelectedCells {
  readonly selection: GridSelection;
  readonly setSelection: (selection: GridSelection) => void;
  /** Where the keyboard is; null before anything was selected. */
  readonly place: GridPlace | null;
  readonly range: CellRange | null;
  /** Selects a range with the keyboard at its first cell, or elsewhere in it. */
  readonly select: (range: CellRange, place?: GridPlace) => void;
}

/** The cells of a grid that are selected. */
export function useGridSelection(): SelectedCells {
  const [selection, setSelection] = useState(nothing);
  const select = useCallback(({ column, row, columns, rows }: CellRange, place: GridPlace = { column, row }) => {
    setSelection({ ...nothing, current: { cell: [place.column, place.row], range: { x: column, y: row, width: columns, height: rows }, rangeStack: [] } });
  }, []);
  const { current } = selection;
  const range = useMemo(
    (): CellRange | null =>
      current === undefined ? null : { column: current.range.x, row: current.range.y, columns: current.range.width, rows: current.range.height },
    [current],
  );
  return { selection, setSelection, place: current === undefined ? null : { column: current.cell[0], row: current.cell[1] }, range, select };
}

export const oneCell = ({ column, row }: GridPlace): CellRange => ({ column, row, columns: 1, rows: 1 });

export const isInRange = ({ column, row }: GridPlace, range: CellRange | null): boolean =>
  range !== null && column >= range.column && column < range.column + range.columns && row >= range.row && row < range.row + range.rows;
