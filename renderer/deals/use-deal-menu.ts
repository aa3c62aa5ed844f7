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

/** What can be done with the deal or the column under the pointer or at the keyboard, and copying the register as it is shown. */
export function useDealMenu({ grid, deals, columns, commands }: DealMenuParts) {
  const { t } = useTranslation();
  const shown = columns.filter(({ type }) => type !== "actions");
  const cellOf = (id: number | string, column: DealColumn): CopiedCell => {
    // Every column of the register writes a text.
    const { formattedValue } = grid.current?.getCellParams<Deal, unknown, string | null>(id, column.field) ?? {};
    return { text: formattedValue ?? "", isFigure: column.type === "number" };
  };
  const copyAll = () => {
    const ids = grid.current?.getSortedRowIds() ?? [];
    copyCells([shown.map(({ headerName = "" }) => wordsCell(headerName)), ...ids.map((id) => shown.map((column) => cellOf(id, column)))]);
    showNotice(t("action.copied", { rows: ids.length }));
  };
  useCommand("copyWithHeads", copyAll, deals.length > 0);
  return (event: MouseEvent) => {
    const { target } = event;
    if (!(target instanceof Element)) return;
    const field = target.closest("[data-field]")?.getAttribute("data-field");
    const id = target.closest("[data-id]")?.getAttribute("data-id");
    const column = shown.find((one) => one.field === field);
    const deal = deals.find((one) => String(one.id) === id);
    offerCommands(event.nativeEvent, [
      ...(deal === undefined ? [] : rowCommands(deal, commands)),
      ...(column === undefined ? [] : sortCommands(column.field)),
      ...(deal === undefined || column === undefined ? [] : [{ id: "copy", run: () => copyCells([[cellOf(deal.id, column)]]) } as const]),
      { id: "copyWithHeads", run: copyAll },
    ]);
  };
}
