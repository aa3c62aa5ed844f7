import type { DataEditorRef } from "@glideapps/glide-data-grid";
import Box from "@mui/material/Box";
import { type KeyboardEvent, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { ChangedLines, DebtorRow, DebtorSheet, DebtorView } from "../../shared/contract/debtor-channels.ts";
import { rowExtra } from "../desk/desk-theme.ts";
import { useSettings } from "../desk/session-store.ts";
import { CellEditor } from "../ui/grid/CellEditor.tsx";
import { clipboardDeeds } from "../ui/grid/clipboard-deeds.ts";
import type { GridPlace, TypingCellAt, TypingDeeds } from "../ui/grid/typing-cells.ts";
import { useCellEditor } from "../ui/grid/use-cell-editor.ts";
import { useColumnDrags } from "../ui/grid/use-column-drags.ts";
import { useEditorPlace } from "../ui/grid/use-editor-place.ts";
import { useGridFocus } from "../ui/grid/use-grid-focus.ts";
import { useGridKeys } from "../ui/grid/use-grid-keys.ts";
import { useGridNames } from "../ui/grid/use-grid-names.ts";
import { useGridSelection } from "../ui/grid/use-grid-selection.ts";
import { DebtorCanvas, groupHeadHeight, headHeight } from "./DebtorCanvas.tsx";
import { type DebtorColumn, debtorColumnLabel, footRows } from "./debtor-columns.ts";
import { type SheetCellAt, useDebtorCells, useSheetHint } from "./use-debtor-cells.ts";
import { debtorColumnKeys, useDebtorColumns, useDebtorHeads, useDebtorSorting } from "./use-debtor-columns.ts";
import { type DebtorDeeds, useDebtorMenu } from "./use-debtor-menu.ts";
import { useDebtorSelection } from "./use-debtor-selection.ts";
import { useDebtorTyping } from "./use-debtor-typing.ts";

interface DebtorGridProps extends DebtorDeeds {
  readonly dealId: number;
  readonly sheet: DebtorSheet | null;
  readonly view: DebtorView;
  readonly rowAt: (index: number) => DebtorRow | undefined;
  readonly onShow: (first: number, last: number) => void;
  readonly onNeed: (first: number, last: number) => void;
  readonly isRevealed: boolean;
  /** Lines were stored; null: nothing can be typed. */
  readonly onSaved: ((changed: ChangedLines) => void) | null;
}

const frozen = 1;

/** The drawn sheet: cells of the desk's own estimates take typing, a head sorts, a row opens; the foot and the debtors' names stay in view. */
export function DebtorGrid({ dealId, sheet, view, rowAt, onShow, onNeed, onSort, isRevealed, onSaved, onEdit, onGroup, onOpen }: DebtorGridProps) {
  const { t } = useTranslation();
  const rowHeight = 25 + rowExtra[useSettings().density];
  const total = sheet?.total ?? 0;
  const frame = useRef<HTMLDivElement>(null);
  const box = useRef<HTMLDivElement>(null);
  const input = useRef<HTMLInputElement>(null);
  const grid = useRef<DataEditorRef>(null);
  const seen = useRef({ first: 0, last: 0 });
  const columns = useDebtorColumns();
  const { dragged, ...drags } = useColumnDrags({ table: "debtors", all: debtorColumnKeys, shown: columns, frozen });
  const heads = useDebtorHeads(columns, view, dragged);
  const cells = useGridSelection();
  const typing = useDebtorTyping({ dealId, columns, sheet, view, rowAt, range: cells.range, onSaved });
  const cellAt = useDebtorCells({ columns, sheet, rowAt, isRevealed, markAt: typing.markAt });
  const { hint, onHover } = useSheetHint(columns, heads, cellAt);
  const selected = useDebtorSelection({ cells, columns, cellAt, rowAt, onNeed, total });
  const deeds: TypingDeeds = { ...typing.deeds, onCopy: (_range, event) => selected.copyInto(event) };
  const typingCellAt: TypingCellAt = (columnIndex, rowIndex) => {
    const [column, row, cell] = [columns[columnIndex], rowAt(rowIndex), cellAt(columnIndex, rowIndex)];
    if (cell === undefined) return undefined;
    const isTyped = row !== undefined && rowIndex < total && typing.canType(column);
    const typed = isTyped && column !== undefined ? typing.typedTextAt(row, column) : "";
    return { text: cell.text, typed, isReadOnly: !isTyped, mark: null, spoken: cell.note ?? "" };
  };
  const { place } = cells;
  const rows = sheet === null ? 0 : total + footRows.length;
  const editor = useCellEditor({ place, cellAt: typingCellAt, deeds });
  const put = useEditorPlace({ frame, box, grid, place, rows: { rows, rowHeight, headerHeight: headHeight + groupHeadHeight }, seen });
  const focus = useGridFocus({ frame, input });
  const menu = useDebtorMenu({ columns, selected, rowAt, total, onSort, onEdit, onGroup, onOpen });
  const press = useGridKeys({ frame, editor, selected: cells, deeds, cellAt: typingCellAt, columns: columns.length, rows });
  const isTypedHere = place !== null && typingCellAt(place.column, place.row)?.isReadOnly === false;
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (editor.editing === null && menu.press(event, isTypedHere)) return;
    press(event);
  };
  const { sortOf, onHead } = useDebtorSorting(columns, view, onSort);
  const name = useCellName(columns, place, cellAt);
  const names = useGridNames({ label: t("debtors.title"), isReadOnly: onSaved === null, sortOf });
  return (
    <Box ref={names} title={hint} onFocus={focus.onFocus} onContextMenu={menu.onContextMenu} sx={{ position: "absolute", inset: 0 }}>
      <Box ref={frame} sx={{ position: "absolute", inset: 0, overflow: "clip" }}>
        <DebtorCanvas
          grid={grid}
          columns={columns}
          heads={heads}
          rows={rows}
          frozen={frozen}
          rowHeight={rowHeight}
          cellAt={cellAt}
          cells={cells}
          drags={drags}
          onOpen={() => (isTypedHere ? editor.open() : menu.open())}
          onFill={deeds.onFill}
          onHover={onHover}
          onHead={onHead}
          onMenuAt={menu.pointAt}
          onRegion={(first, count) => {
            seen.current = { first, last: first + count };
            focus.settle();
            put();
            onShow(first, first + count + 1);
          }}
        />
        <CellEditor
          editor={editor}
          boxRef={box}
          inputRef={input}
          label={name}
          isReadOnly={!isTypedHere}
          isNumber={place !== null && columns[place.column]?.isNumber === true}
          onKeyDown={onKeyDown}
          onFocusChange={focus.tellCanvas}
          {...clipboardDeeds(editor, cells, deeds)}
        />
      </Box>
    </Box>
  );
}

/** Which cell the keyboard is at and what stands there, for who hears the screen. */
function useCellName(columns: readonly DebtorColumn[], place: GridPlace | null, cellAt: SheetCellAt): string {
  const { t } = useTranslation();
  const [column, cell] = place === null ? [] : [columns[place.column], cellAt(place.column, place.row)];
  if (place === null || column === undefined) return t("debtors.title");
  return t("grid.cell", { column: debtorColumnLabel(column, t), row: place.row + 1, text: [cell?.text, cell?.note].filter(Boolean).join(" · ") });
}
