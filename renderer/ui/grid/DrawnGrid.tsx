import "@glideapps/glide-data-grid/dist/index.css";
import { DataEditor, type DataEditorRef, type GridMouseEventArgs } from "@glideapps/glide-data-grid";
import { useTheme } from "@mui/material/styles";
import { type Ref, useMemo } from "react";
import { useDrawnFonts } from "../use-drawn-fonts.ts";
import { markDrawer } from "./cell-marks.ts";
import { headDrawer, typingGrid, typingGridDeeds, useGridTheme } from "./grid-look.ts";
import type { CellRange, GridPlace, TypingCellAt, TypingColumn } from "./typing-cells.ts";
import type { ColumnDrags } from "./use-column-drags.ts";
import { useDrawnCells } from "./use-drawn-cells.ts";
import type { SelectedCells } from "./use-grid-selection.ts";

interface DrawnGridProps {
  readonly grid: Ref<DataEditorRef>;
  readonly columns: readonly TypingColumn[];
  readonly rows: number;
  readonly frozen: number;
  readonly rowHeight: number;
  readonly headerHeight: number;
  readonly cellAt: TypingCellAt;
  readonly selected: SelectedCells;
  readonly drags: ColumnDrags;
  /** A cell was double-clicked. */
  readonly onOpen: () => void;
  readonly onFill: (source: CellRange, target: CellRange) => void;
  /** The first row on the screen and how many there are. */
  readonly onRegion: (first: number, count: number) => void;
  readonly onHead: (columnIndex: number) => void;
  /** Where the pointer is: a cell, a head (row −1), or neither. */
  readonly onHover: (place: GridPlace | null) => void;
  /** The menu of a cell or head is asked for, by the pointer or not. */
  readonly onMenuAt: (place: GridPlace, isByPointer: boolean) => void;
}

/** The canvas of a grid that takes typing. */
export function DrawnGrid(props: DrawnGridProps) {
  const { grid, columns, rows, frozen, rowHeight, headerHeight, cellAt, selected, drags, onHover } = props;
  const theme = useTheme();
  const { canDraw } = useDrawnFonts();
  const drawHeader = useMemo(() => headDrawer(columns), [columns]);
  const drawCell = useMemo(() => markDrawer(cellAt, theme), [cellAt, theme]);
  const gridColumns = useMemo(() => columns.map(({ key, title, width }) => ({ id: key, title: canDraw(title, 700) ? title : "", width })), [columns, canDraw]);
  return (
    <DataEditor
      ref={grid}
      {...typingGrid}
      {...typingGridDeeds(props)}
      {...drags}
      columns={gridColumns}
      rows={rows}
      getCellContent={useDrawnCells(columns, cellAt)}
      rowHeight={rowHeight}
      headerHeight={headerHeight}
      freezeColumns={frozen}
      gridSelection={selected.selection}
      onGridSelectionChange={selected.setSelection}
      theme={useGridTheme()}
      drawHeader={drawHeader}
      drawCell={drawCell}
      onItemHovered={({ kind, location }: GridMouseEventArgs) =>
        onHover(kind === "cell" || kind === "header" ? { column: location[0], row: kind === "cell" ? location[1] : -1 } : null)
      }
    />
  );
}
