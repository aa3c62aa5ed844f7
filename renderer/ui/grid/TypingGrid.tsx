import type { DataEditorRef } from "@glideapps/glide-data-grid";
import Box from "@mui/material/Box";
import { type MouseEvent, type RefObject, useCallback, useImperativeHandle, useRef } from "react";
import { useTranslation } from "react-i18next";
import { rowExtra } from "../../desk/desk-theme.ts";
import { useSettings } from "../../desk/session-store.ts";
import { CellEditor } from "./CellEditor.tsx";
import { clipboardDeeds } from "./clipboard-deeds.ts";
import { DrawnGrid } from "./DrawnGrid.tsx";
import type { GridPlace, TypingCellAt, TypingColumn, TypingDeeds } from "./typing-cells.ts";
import { useCellEditor } from "./use-cell-editor.ts";
import type { ColumnDrags } from "./use-column-drags.ts";
import { useEditorPlace } from "./use-editor-place.ts";
import { useGridFocus } from "./use-grid-focus.ts";
import { useGridKeys } from "./use-grid-keys.ts";
import { useGridNames } from "./use-grid-names.ts";
import { isInRange, oneCell, type SelectedCells } from "./use-grid-selection.ts";

/** What others have the grid do. */
export interface TypingGridHandle {
  readonly takeFocus: () => void;
  /** Takes the focus to a row, in the column where it was. */
  readonly goTo: (row: number) => void;
  /** Opens the editor of the selected cell. */
  readonly open: () => void;
}

interface TypingGridProps {
  readonly label: string;
  readonly columns: readonly TypingColumn[];
  readonly rows: number;
  /** So many columns stay at the left edge. */
  readonly frozen: number;
  readonly cellAt: TypingCellAt;
  readonly deeds: TypingDeeds;
  readonly selected: SelectedCells;
  readonly drags: ColumnDrags;
  /** Rows that come into view. */
  readonly onShow: (first: number, last: number) => void;
  readonly onHead: (columnIndex: number) => void;
  readonly onHover: (place: GridPlace | null) => void;
  readonly hint: string;
  /** The menu of a place is asked for: of the cell or head (row −1) under the pointer, or where the keyboard is. */
  readonly onMenu: (event: MouseEvent, place: GridPlace) => void;
  readonly handle: RefObject<TypingGridHandle | null>;
}

const headerHeight = 28;

/** A drawn grid that takes typing: a million rows, from any input method, from and to spreadsheets. */
export function TypingGrid(props: TypingGridProps) {
  const { label, columns, rows, frozen, cellAt, deeds, selected, drags, onShow, onHead, onHover, hint, onMenu, handle } = props;
  const rowHeight = 25 + rowExtra[useSettings().density];
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const grid = useRef<DataEditorRef>(null);
  const seen = useRef({ first: 0, last: 0 });
  const pointed = useRef<GridPlace | null>(null);
  const { place } = selected;
  const editor = useCellEditor({ place, cellAt, deeds });
  const put = useEditorPlace({ frame, box, grid, place, rows: { rows, rowHeight, headerHeight }, seen });
  const focus = useGridFocus({ frame, input });
  const press = useGridKeys({ frame, editor, selected, deeds, cellAt, columns: columns.length, rows });
  const sortOf = useCallback((index: number) => columns[index]?.sort ?? "none", [columns]);
  const names = useGridNames({ label, isReadOnly: false, sortOf });
  const cellName = useCellName(label, place, columns, cellAt);
  useImperativeHandle(handle, () => ({
    takeFocus: focus.takeFocus,
    goTo: (row) => {
      // With the focus the grid selects a cell where none is.
      focus.takeFocus();
      selected.select(oneCell({ column: place?.column ?? 0, row }));
    },
    open: editor.open,
  }));
  const onRegion = (first: number, count: number) => {
    seen.current = { first, last: first + count };
    focus.settle();
    put();
    onShow(first, first + count + 1);
  };
  const onMenuAt = (at: GridPlace, isByPointer: boolean) => {
    pointed.current = at;
    if (isByPointer && at.row >= 0 && !isInRange(at, selected.range)) selected.select(oneCell(at));
  };
  const askMenu = (event: MouseEvent) => {
    // The grid says where the pointer is before the page hears that a menu is wanted.
    const at = event.button === 2 ? pointed.current : place;
    pointed.current = null;
    if (at !== null) onMenu(event, at);
  };
  const drawn = { grid, columns, rows, frozen, rowHeight, headerHeight, cellAt, selected, drags, onRegion, onHead, onHover, onMenuAt };
  return (
    <Box ref={names} title={hint} onFocus={focus.onFocus} onContextMenu={askMenu} sx={{ position: "absolute", inset: 0 }}>
      <Box ref={frame} sx={{ position: "absolute", inset: 0, overflow: "clip" }}>
        <DrawnGrid {...drawn} onOpen={editor.open} onFill={deeds.onFill} />
        <CellEditor
          editor={editor}
          boxRef={box}
          inputRef={input}
          label={cellName}
          isReadOnly={place === null || cellAt(place.column, place.row)?.isReadOnly !== false}
          isNumber={place !== null && columns[place.column]?.isNumber === true}
          onKeyDown={press}
          onFocusChange={focus.tellCanvas}
          {...clipboardDeeds(editor, selected, deeds)}
        />
      </Box>
    </Box>
  );
}

/** Which cell the keyboard is at and what stands there, for who hears the screen. */
function useCellName(label: string, place: GridPlace | null, columns: readonly TypingColumn[], cellAt: TypingCellAt): string {
  const { t } = useTranslation();
  if (place === null) return label;
  const { text = "", spoken = "" } = cellAt(place.column, place.row) ?? {};
  return t("grid.cell", { column: columns[place.column]?.title ?? "", row: place.row + 1, text: [text, spoken].filter(Boolean).join(" · ") });
}
