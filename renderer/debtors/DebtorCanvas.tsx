import "@glideapps/glide-data-grid/dist/index.css";
import { DataEditor, type DataEditorRef, type GridColumn, type GridMouseEventArgs } from "@glideapps/glide-data-grid";
import { useTheme } from "@mui/material/styles";
import { type Ref, useMemo } from "react";
import { headDrawer, typingGrid, typingGridDeeds, useGridTheme } from "../ui/grid/grid-look.ts";
import type { CellRange, GridPlace } from "../ui/grid/typing-cells.ts";
import type { ColumnDrags } from "../ui/grid/use-column-drags.ts";
import type { SelectedCells } from "../ui/grid/use-grid-selection.ts";
import { type DebtorColumn, footRows } from "./debtor-columns.ts";
import { type SheetCellAt, useDrawnSheet } from "./use-debtor-cells.ts";

interface DebtorCanvasProps {
  readonly grid: Ref<DataEditorRef>;
  readonly columns: readonly DebtorColumn[];
  readonly heads: readonly GridColumn[];
  readonly rows: number;
  readonly frozen: number;
  readonly rowHeight: number;
  readonly cellAt: SheetCellAt;
  readonly cells: SelectedCells;
  readonly drags: ColumnDrags;
  /** A cell was double-clicked. */
  readonly onOpen: () => void;
  readonly onFill: (source: CellRange, target: CellRange) => void;
  readonly onHover: (args: GridMouseEventArgs) => void;
  readonly onHead: (columnIndex: number) => void;
  readonly onMenuAt: (place: GridPlace, isByPointer: boolean) => void;
  readonly onRegion: (first: number, count: number) => void;
}

export const headHeight = 28;
/** Of the parts above the heads. */
export const groupHeadHeight = 24;

/** The canvas of the debtor sheet: heads below those of their parts, the foot in view. */
export function DebtorCanvas(props: DebtorCanvasProps) {
  const { grid, columns, heads, rows, frozen, rowHeight, cellAt, cells, drags, onHover } = props;
  const gridTheme = useGridTheme();
  const { palette } = useTheme();
  const partTheme = useMemo(() => ({ ...gridTheme, textGroupHeader: palette.text.secondary }), [gridTheme, palette]);
  const drawHead = useMemo(() => headDrawer(columns), [columns]);
  return (
    <DataEditor
      ref={grid}
      {...typingGrid}
      {...typingGridDeeds(props)}
      {...drags}
      columns={heads}
      rows={rows}
      freezeTrailingRows={footRows.length}
      getCellContent={useDrawnSheet(columns, heads, cellAt)}
      rowHeight={rowHeight}
      headerHeight={headHeight}
      groupHeaderHeight={groupHeadHeight}
      freezeColumns={frozen}
      gridSelection={cells.selection}
      onGridSelectionChange={cells.setSelection}
      theme={partTheme}
      drawHeader={drawHead}
      onItemHovered={onHover}
    />
  );
}
