import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { commandsOffered, type PlaceCommand, useCommand } from "../desk/commands.ts";
import { showNotice } from "../desk/session-store.ts";
import { copyCells } from "../ui/tables/copy-cells.ts";
import { readCell, readTable } from "../ui/tables/read-table.ts";
import { tableOf } from "./table-in-hand.ts";
import { useExportHere } from "./use-export-here.ts";
import { useTableInHand } from "./use-table-in-hand.ts";

export interface PlaceMenu {
  readonly left: number;
  readonly top: number;
  readonly commands: readonly PlaceCommand[];
}

/** Fields, and text that is selected, have the system's own menu. */
function isTheSystems(target: Element): boolean {
  const selection = getSelection();
  const isSelected = selection !== null && !selection.isCollapsed && selection.containsNode(target, true);
  // The editor of a grid is one only while something is typed.
  return isSelected || target.closest('input:not([data-grid-keys="idle"]), textarea, select, [contenteditable=true]') !== null;
}

/** The menu of the place that the right button, the menu key or Shift+F10 asks for: what its parts offer, and copying its table. */
export function usePlaceMenu() {
  const { t } = useTranslation();
  const [menu, setMenu] = useState<PlaceMenu | null>(null);
  const table = useTableInHand();
  const copyTable = (source: HTMLTableElement) => {
    const rows = readTable(source);
    copyCells(rows);
    showNotice(t("action.copied", { rows: rows.length - (source.tHead?.rows.length ?? 0) }));
  };
  useCommand("copyWithHeads", () => table?.isConnected === true && copyTable(table), table !== null);
  const exporting = useExportHere(table);
  useEffect(() => {
    const ask = (event: MouseEvent) => {
      const { target } = event;
      if (!(target instanceof Element) || isTheSystems(target)) return;
      const source = tableOf(target);
      const cell = target.closest<HTMLTableCellElement>("td, th");
      const copying: PlaceCommand[] = [
        ...(cell === null ? [] : [{ id: "copy", run: () => copyCells([[readCell(cell)]]) } as const]),
        ...(source === null ? [] : [{ id: "copyWithHeads", run: () => copyTable(source) } as const]),
        ...exporting(target, source),
      ];
      const offered = commandsOffered(event);
      // A grid copies by itself what it draws, though a table for readers stands behind it.
      const commands = [...offered, ...copying.filter(({ id }) => !offered.some((one) => one.id === id))];
      if (commands.length === 0) return;
      event.preventDefault();
      setMenu({ left: event.clientX, top: event.clientY, commands });
    };
    window.addEventListener("contextmenu", ask);
    return () => window.removeEventListener("contextmenu", ask);
  });
  return { menu, close: () => setMenu(null) };
}
