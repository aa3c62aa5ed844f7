import type { MouseEvent, RefObject } from "react";
import { mostSheetCells, type SheetRow, type SheetView } from "../../shared/contract/sheet-channels.ts";
import { offerCommands, type PlaceCommand, useCommand } from "../desk/commands.ts";
import { call } from "../desk/desk-client.ts";
import { showError } from "../desk/session-store.ts";
import type { TypingGridHandle } from "../ui/grid/TypingGrid.tsx";
import type { CellRange, GridPlace } from "../ui/grid/typing-cells.ts";
import { oneCell, type SelectedCells } from "../ui/grid/use-grid-selection.ts";
import { idsOfRange } from "./rows-of-range.ts";
import { isFigure, type SheetColumnLook } from "./sheet-columns.ts";
import { openFinding, openPane } from "./sheet-panes.ts";
import { changeSheetView, sheetLookNow } from "./sheet-store.ts";
import type { CellWriting } from "./use-cell-writing.ts";
import type { SheetEdits } from "./use-sheet-edits.ts";
import type { SheetQuery } from "./use-sheet-rows.ts";

interface SheetMenuParts {
  readonly dealId: number;
  readonly columns: readonly SheetColumnLook[];
  readonly query: SheetQuery | null;
  readonly rowAt: (index: number) => SheetRow | undefined;
  readonly selected: SelectedCells;
  readonly edits: SheetEdits;
  readonly writing: CellWriting;
  readonly copy: (cells: CellRange, withHeads: boolean, event: ClipboardEvent | null) => void;
  readonly grid: RefObject<TypingGridHandle | null>;
}

/** The first row of what is selected into the others; of one row, the row above. */
function fillOf(range: CellRange | null): { readonly source: CellRange; readonly target: CellRange } | null {
  if (range === null || (range.rows === 1 && range.row === 0)) return null;
  const first = range.rows === 1 ? range.row - 1 : range.row;
  return { source: { ...range, row: first, rows: 1 }, target: { ...range, row: first + 1, rows: Math.max(1, range.rows - 1) } };
}

/** What can be done with the cells that are selected: in the menu of their place, by the window's menu and by keys. */
export function useSheetMenu(parts: SheetMenuParts): (event: MouseEvent, place: GridPlace) => void {
  const { dealId, columns, query, rowAt, selected, edits, writing, copy, grid } = parts;
  const { place, range } = selected;
  const reset = async (cells: CellRange) => {
    if (query === null || cells.rows * cells.columns > mostSheetCells) return;
    const fields = columns.slice(cells.column, cells.column + cells.columns).filter(({ isOfLoan }) => !isOfLoan);
    try {
      const ids = await idsOfRange(query, cells.row, cells.rows, rowAt);
      const wanted = ids.flatMap((rowId) => fields.map(({ key }) => ({ rowId, field: key })));
      if (wanted.length === 0) return;
      const outcome = await edits.change(() => call("sheet.reset", { dealId, list: query.list, cells: wanted, why: sheetLookNow(dealId).why }));
      if (outcome !== undefined) edits.tell(outcome.changed);
    } catch (failure) {
      showError(failure);
    }
  };
  const showHistory = ({ column, row }: GridPlace) => {
    const [look, at] = [columns[column], rowAt(row)];
    if (look !== undefined && at !== undefined && !look.isOfLoan) openPane({ kind: "history", rowId: at.rowId, contractNo: at.contractNo, field: look.key });
  };
  const add = () => openPane({ kind: "add", contractNo: (place === null ? undefined : rowAt(place.row))?.contractNo ?? "" });
  const remove = async (cells: CellRange) => {
    if (query !== null) openPane({ kind: "remove", rowIds: await idsOfRange(query, cells.row, cells.rows, rowAt) });
  };
  const filling = fillOf(range);
  const fillDown = () => filling !== null && void writing.fill(filling.source, filling.target);
  useCommand("find", () => openFinding(true));
  useCommand("replaceText", () => openFinding(true));
  useCommand("addSheetRow", add);
  useCommand("removeSheetRows", () => range !== null && void remove(range).catch(showError), range !== null);
  useCommand("fillDown", fillDown, filling !== null);
  useCommand("copyWithHeads", () => range !== null && copy(range, true, null), range !== null);
  useCommand("resetCells", () => range !== null && void reset(range), range !== null);
  useCommand("cellHistory", () => place !== null && showHistory(place), place !== null);
  useCommand("allEdits", () => openPane({ kind: "edits" }));

  const sortBy = (look: SheetColumnLook, descending: boolean) => () => changeSheetView(dealId, { sort: { field: look.key, descending } });
  const onHead = (look: SheetColumnLook): PlaceCommand[] =>
    look.isOfLoan
      ? []
      : [
          { id: "sortAscending", run: sortBy(look, false) },
          { id: "sortDescending", run: sortBy(look, true) },
          { id: "filterColumn", run: () => openPane({ kind: "filter", field: look.key }) },
        ];
  return (event, at) => {
    const look = columns[at.column];
    if (look === undefined) return;
    if (at.row < 0) {
      offerCommands(event.nativeEvent, onHead(look));
      return;
    }
    const cells = range ?? oneCell(at);
    const ofCells: PlaceCommand[] = [
      ...(look.isOfLoan ? [] : [{ id: "editCell", run: () => grid.current?.open() } as const]),
      { id: "clearCells", run: () => void writing.clear(cells) },
      ...(filling === null ? [] : [{ id: "fillDown", run: fillDown } as const]),
      { id: "resetCells", run: () => void reset(cells) },
      ...(look.isOfLoan ? [] : [{ id: "cellHistory", run: () => showHistory(at) } as const]),
      { id: "addSheetRow", run: add },
      { id: "removeSheetRows", run: () => void remove(cells).catch(showError) },
      { id: "copy", run: () => copy(cells, false, null) },
      { id: "copyWithHeads", run: () => copy(cells, true, null) },
    ];
    offerCommands(event.nativeEvent, [...ofCells, ...onHead(look)]);
  };
}

/** The order after a click on a head: figures begin with the largest, a second click turns round, a third one goes back to the tape's own order. */
export function sortedByHead(sort: SheetView["sort"], { key, kind }: SheetColumnLook): SheetView["sort"] {
  const isFirst = isFigure(kind);
  if (sort?.field !== key) return { field: key, descending: isFirst };
  return sort.descending === isFirst ? { field: key, descending: !isFirst } : null;
}
