import type { CellClickedEventArgs, Item } from "@glideapps/glide-data-grid";
import { type MouseEvent, useRef } from "react";
import { offerCommands, type PlaceCommand } from "../desk/commands.ts";
import type { LoanColumn } from "./loan-columns.ts";
import type { LoanSort } from "./use-loan-pages.ts";
import type { useLoanSelection } from "./use-loan-selection.ts";

interface LoanMenuParts {
  readonly columns: readonly LoanColumn[];
  readonly selected: ReturnType<typeof useLoanSelection>;
  readonly onOpen: (cell: Item) => void;
  readonly onSort: (sort: LoanSort) => void;
}

const isByPointer = ({ button }: { readonly button: number }) => button === 2;

/** What can be done with the cell or head under the pointer, or where the keyboard is. */
export function useLoanMenu({ columns, selected, onOpen, onSort }: LoanMenuParts) {
  /** The grid says where the pointer is before the page hears that a menu is wanted; a head has no row. */
  const pointed = useRef<{ readonly column: number; readonly row: number | null } | null>(null);
  const sorting = (column: number): PlaceCommand[] => {
    const by = columns[column]?.sortKey;
    if (by === undefined) return [];
    return [
      { id: "sortAscending", run: () => onSort({ by, descending: false }) },
      { id: "sortDescending", run: () => onSort({ by, descending: true }) },
    ];
  };
  return {
    onCellContextMenu: ([column, row]: Item, event: CellClickedEventArgs) => {
      pointed.current = { column, row };
      if (isByPointer(event)) selected.choose([column, row]);
    },
    onHeaderContextMenu: (column: number) => {
      pointed.current = { column, row: null };
    },
    onContextMenu: (event: MouseEvent) => {
      const [column, row] = selected.cell ?? [0, null];
      const at = isByPointer(event) ? pointed.current : { column, row };
      pointed.current = null;
      if (at === null) return;
      const { row: atRow } = at;
      const opening: PlaceCommand[] = atRow === null ? [] : [{ id: "openRow", run: () => onOpen([at.column, atRow]) }];
      offerCommands(event.nativeEvent, [...opening, ...sorting(at.column), ...(atRow === null ? [] : selected.copying)]);
    },
  };
}
