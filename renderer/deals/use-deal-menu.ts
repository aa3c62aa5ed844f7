import type { useGridApiRef } from "@mui/x-data-grid";
import type { MouseEvent } from "react";
import { useTranslation } from "react-i18next";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import { offerCommands, type PlaceCommand, useCommand } from "../desk/commands.ts";
import { changeRegister } from "../desk/layout-store.ts";
import { showNotice } from "../desk/session-store.ts";
import { type CopiedCell, wordsCell } from "../ui/tables/copied-cells.ts";
import { copyCells } from "../ui/tables/copy-cells.ts";
import type { DealColumn } from "./deal-columns.tsx";
import type { DealCommands } from "./deal-commands.ts";

interface DealMenuParts {
  readonly grid: ReturnType<typeof useGridApiRef>;
  readonly deals: readonly Deal[];
  /** With that of the commands, which has nothing to copy. */
  readonly columns: readonly DealColumn[];
  readonly commands: DealCommands;
}

const rowCommands = (deal: Deal, { onOpen, onEdit, onDuplicate, onArchive }: DealCommands): PlaceCommand[] => [
  { id: "openRow", run: () => onOpen(deal) },
  ...(deal.archived ? [] : [{ id: "editDeal", run: () => onEdit(deal) } as const]),
  { id: "duplicateDeal", run: () => onDuplicate(deal) },
  { id: deal.archived ? "restoreDeal" : "archiveDeal", run: () => onArchive(deal) },
];

const sortCommands = (by: string): PlaceCommand[] => [
  { id: "sortAscending", run: () => changeRegister({ sort: { by, descending: false } }) },
  { id: "sortDescending", run: () => changeRegister({ sort: { by, descending: true } }) },
];

/** The row and the column of the grid that an event is in. */
function placeOf({ target }: MouseEvent) {
  const at = (name: string) => (target instanceof Element ? target.closest(`[${name}]`)?.getAttribute(name) : null);
  return { id: at("data-id"), field: at("data-field") };
}

/** What can be done with the deal or the column under the pointer or at the keyboard, and copying the register as it is shown. */
export function useDealMenu({ grid, deals, columns, commands }: DealMenuParts) {
  const { t } = useTranslation();
  const shown = columns.filter(({ type }) => type !== "actions");
  const cellOf = (id: number | string, column: DealColumn): CopiedCell => {
    // Every column of the register writes a text.
    const { formattedValue } = grid.current?.getCellParams<Deal, unknown, string | null>(id, column.field) ?? {};
    return { text: formattedValue ?? "", isFigure: column.type === "number" };
  };
  const copyUnderHeads = (ids: readonly (number | string)[], of: readonly DealColumn[]) => {
    copyCells([of.map(({ headerName = "" }) => wordsCell(headerName)), ...ids.map((id) => of.map((column) => cellOf(id, column)))]);
    showNotice(t("action.copied", { rows: ids.length }));
  };
  const copyRegister = () => copyUnderHeads(grid.current?.getSortedRowIds() ?? [], shown);
  /** Of the cell that the keyboard is at, as the table of loans does with its selection; else of the register. */
  const copyInHand = () => {
    const { cell } = grid.current?.state.focus ?? {};
    const column = shown.find(({ field }) => field === cell?.field);
    if (cell && column !== undefined) copyUnderHeads([cell.id], [column]);
    else copyRegister();
  };
  useCommand("copyWithHeads", copyInHand, deals.length > 0);
  /** The cell has the focus as the right button goes down: of itself the grid would take it as it is let go, from the menu that has opened. */
  const onMouseDownCapture = (event: MouseEvent) => {
    if (event.button !== 2) return;
    event.stopPropagation();
    const { field, id } = placeOf(event);
    const deal = deals.find((one) => String(one.id) === id);
    if (deal === undefined || field == null) return;
    // Nor does the link in the cell take it, from which no arrow leads on.
    event.preventDefault();
    grid.current?.setCellFocus(deal.id, field);
    grid.current?.getCellElement(deal.id, field)?.focus();
  };
  const onContextMenu = (event: MouseEvent) => {
    const { field, id } = placeOf(event);
    const column = shown.find((one) => one.field === field);
    const deal = deals.find((one) => String(one.id) === id);
    offerCommands(event.nativeEvent, [
      ...(deal === undefined ? [] : rowCommands(deal, commands)),
      ...(column === undefined ? [] : sortCommands(column.field)),
      ...(deal === undefined || column === undefined ? [] : [{ id: "copy", run: () => copyCells([[cellOf(deal.id, column)]]) } as const]),
      { id: "copyWithHeads", run: deal === undefined || column === undefined ? copyRegister : () => copyUnderHeads([deal.id], [column]) },
    ]);
  };
  return { onMouseDownCapture, onContextMenu };
}
