import type { GridColumn } from "@glideapps/glide-data-grid";
import { useState } from "react";
import type { LaidOutTable } from "../../../shared/domain/desk-layout.ts";
import { changeColumns, useLayout } from "../../desk/layout-store.ts";
import { orderAfterMove } from "../tables/arranged-columns.ts";

interface ColumnDragParts {
  readonly table: LaidOutTable;
  /** Keys of all columns in the table's own order. */
  readonly all: readonly string[];
  readonly shown: readonly { readonly key: string }[];
  /** So many columns stay at the left edge whatever is scrolled, and so in their place. */
  readonly frozen: number;
}

/** Columns dragged to another place or width. A width is kept once it is let go. */
export function useColumnDrags({ table, all, shown, frozen }: ColumnDragParts) {
  const [dragged, setDragged] = useState<Readonly<Record<string, number>>>({});
  return {
    dragged,
    onColumnResize: ({ id }: GridColumn, width: number) => setDragged(id === undefined ? {} : { [id]: width }),
    onColumnResizeEnd: ({ id }: GridColumn, width: number) => {
      if (id !== undefined) changeColumns(table, { widths: { ...useLayout.getState().columns[table].widths, [id]: Math.round(width) } });
      setDragged({});
    },
    onColumnProposeMove: (from: number, to: number) => from >= frozen && to >= frozen,
    onColumnMoved: (from: number, to: number) => {
      const [moved, at] = [shown[from]?.key, shown[to]?.key];
      if (moved === undefined || at === undefined || from < frozen || to < frozen) return;
      changeColumns(table, { order: [...orderAfterMove(all, useLayout.getState().columns[table], moved, at)] });
    },
  };
}
export type ColumnDrags = Omit<ReturnType<typeof useColumnDrags>, "dragged">;
