import type { GridColumn } from "@glideapps/glide-data-grid";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { changeColumns, useLayout } from "../desk/layout-store.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { orderAfterMove, shownKeys } from "../ui/tables/arranged-columns.ts";
import { useDrawnFonts } from "../ui/use-drawn-fonts.ts";
import { columnWidth, type LoanColumn, loanColumns } from "./loan-columns.ts";
import type { LoanSort } from "./use-loan-pages.ts";

const loanColumnKeys = loanColumns.map(({ key }) => key);

/** The columns that are shown, in the order that they were left in. */
export function useLoanColumns(): readonly LoanColumn[] {
  const layout = useLayout((state) => state.columns.loans);
  return useMemo(() => shownKeys(loanColumnKeys, layout).flatMap((key) => loanColumns.filter((column) => column.key === key)), [layout]);
}

/** Heads of the columns, the sorted one with its arrow, and as wide as they were left or are being dragged. */
export function useGridColumns(columns: readonly LoanColumn[], sort: LoanSort, dragged: Readonly<Record<string, number>>): GridColumn[] {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const kept = useLayout((state) => state.columns.loans.widths);
  const { canDraw } = useDrawnFonts();
  return useMemo(
    () =>
      columns.map((column) => {
        const arrow = column.sortKey === sort.by ? (sort.descending ? " ↓" : " ↑") : "";
        const title = t(`pricing.loans.${column.key}`) + arrow;
        const width = dragged[column.key] ?? kept[column.key] ?? columnWidth(column, language, unit);
        return { id: column.key, title: canDraw(title, 700) ? title : "", width };
      }),
    [columns, t, sort, language, unit, kept, dragged, canDraw],
  );
}

/** Columns dragged to another place or width. A width is kept once it is let go. */
export function useColumnDrags(columns: readonly LoanColumn[]) {
  const [dragged, setDragged] = useState<Readonly<Record<string, number>>>({});
  return {
    dragged,
    onColumnResize: ({ id }: GridColumn, width: number) => setDragged(id === undefined ? {} : { [id]: width }),
    onColumnResizeEnd: ({ id }: GridColumn, width: number) => {
      if (id !== undefined) changeColumns("loans", { widths: { ...useLayout.getState().columns.loans.widths, [id]: Math.round(width) } });
      setDragged({});
    },
    // The first column stays at the left edge whatever is scrolled, and so in its place.
    onColumnProposeMove: (from: number, to: number) => from > 0 && to > 0,
    onColumnMoved: (from: number, to: number) => {
      const [moved, at] = [columns[from]?.key, columns[to]?.key];
      if (moved === undefined || at === undefined || from === 0 || to === 0) return;
      changeColumns("loans", { order: [...orderAfterMove(loanColumnKeys, useLayout.getState().columns.loans, moved, at)] });
    },
  };
}
