import { type KeyboardEvent, type MouseEvent, useRef } from "react";
import type { DebtorRow, DebtorView } from "../../shared/contract/debtor-channels.ts";
import { offerCommands, type PlaceCommand, useCommand } from "../desk/commands.ts";
import type { GridPlace } from "../ui/grid/typing-cells.ts";
import type { DebtorColumn } from "./debtor-columns.ts";
import type { useDebtorSelection } from "./use-debtor-selection.ts";

/** What can be done with debtors; null: nothing can be typed. */
export interface DebtorDeeds {
  readonly onSort: (sort: Pick<DebtorView, "sortBy" | "descending">) => void;
  readonly onOpen: (row: DebtorRow) => void;
  readonly onEdit: ((row: DebtorRow) => void) | null;
  readonly onGroup: ((rows: readonly DebtorRow[]) => void) | null;
}

interface MenuParts extends DebtorDeeds {
  readonly columns: readonly DebtorColumn[];
  readonly selected: ReturnType<typeof useDebtorSelection>;
  readonly rowAt: (index: number) => DebtorRow | undefined;
  readonly total: number;
}

const isByPointer = ({ button }: { readonly button: number }) => button === 2;

/** What can be done with the debtor or head under the pointer, or where the keyboard is: Enter opens, F2 edits the line where the cell takes no typing. */
export function useDebtorMenu({ columns, selected, rowAt, total, onSort, onOpen, onEdit, onGroup }: MenuParts) {
  /** The grid says where the pointer is before the page hears that a menu is wanted; a head has no row. */
  const pointed = useRef<{ readonly column: number; readonly row: number | null } | null>(null);
  const { cell } = selected;
  const at = (row: number | null) => (row === null || row >= total ? undefined : rowAt(row));
  const here = at(cell?.row ?? null);
  useCommand("editRow", () => here !== undefined && onEdit?.(here), onEdit !== null && here !== undefined);
  useCommand("groupDebtors", () => onGroup?.(selected.rows), onGroup !== null && selected.rows.length > 0);

  const ofDebtor = (row: DebtorRow): PlaceCommand[] => [
    { id: "openRow", run: () => onOpen(row) },
    ...(onEdit === null ? [] : ([{ id: "editRow", run: () => onEdit(row) }] as const)),
    ...(onGroup === null ? [] : ([{ id: "groupDebtors", run: () => onGroup(selected.rows.includes(row) ? selected.rows : [row]) }] as const)),
  ];
  const sorting = (column: number): PlaceCommand[] => {
    const sortBy = columns[column]?.sortKey;
    if (sortBy === undefined) return [];
    return [
      { id: "sortAscending", run: () => onSort({ sortBy, descending: false }) },
      { id: "sortDescending", run: () => onSort({ sortBy, descending: true }) },
    ];
  };
  return {
    open: () => {
      if (here !== undefined) onOpen(here);
    },
    /** Answers whether the key was its own. */
    press: (event: KeyboardEvent, isTyped: boolean): boolean => {
      const { key, ctrlKey, metaKey, altKey, shiftKey, nativeEvent } = event;
      if (here === undefined || nativeEvent.isComposing || ctrlKey || metaKey || altKey || shiftKey) return false;
      if (key === "Enter") onOpen(here);
      else if (key === "F2" && !isTyped && onEdit !== null) onEdit(here);
      else return false;
      event.preventDefault();
      event.stopPropagation();
      return true;
    },
    /** Of a cell, or of a head (row −1). */
    pointAt: ({ column, row }: GridPlace, isByPointer: boolean) => {
      pointed.current = { column, row: row < 0 ? null : row };
      if (isByPointer && row >= 0) selected.choose({ column, row });
    },
    onContextMenu: (event: MouseEvent) => {
      const place = isByPointer(event) ? pointed.current : cell;
      pointed.current = null;
      if (place === null) return;
      const debtor = at(place.row);
      const copying = place.row === null ? [] : selected.copying;
      offerCommands(event.nativeEvent, [...(debtor === undefined ? [] : ofDebtor(debtor)), ...sorting(place.column), ...copying]);
    },
  };
}
