import type { GridColumn } from "@glideapps/glide-data-grid";
import { useCallback, useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { DebtorView } from "../../shared/contract/debtor-channels.ts";
import { useLayout } from "../desk/layout-store.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { shownKeys } from "../ui/tables/arranged-columns.ts";
import { useDrawnFonts } from "../ui/use-drawn-fonts.ts";
import { type DebtorColumn, debtorColumns, debtorColumnWidth } from "./debtor-columns.ts";

type Sorting = Pick<DebtorView, "sortBy" | "descending">;

export const debtorColumnKeys = debtorColumns.map(({ key }) => key);

/** The columns that are shown, in the order that they were left in. */
export function useDebtorColumns(): readonly DebtorColumn[] {
  const layout = useLayout((state) => state.columns.debtors);
  return useMemo(() => shownKeys(debtorColumnKeys, layout).flatMap((key) => debtorColumns.filter((column) => column.key === key)), [layout]);
}

/** How the columns are sorted, and what a click on a head makes of it: the same column turns round, figures begin with the largest. */
export function useDebtorSorting(columns: readonly DebtorColumn[], { sortBy, descending }: Sorting, onSort: (sort: Sorting) => void) {
  const sortOf = useCallback(
    (index: number) => {
      const { sortKey } = columns[index] ?? {};
      return sortKey !== undefined && sortKey === sortBy ? (descending ? "descending" : "ascending") : "none";
    },
    [columns, sortBy, descending],
  );
  const onHead = (index: number) => {
    const column = columns[index];
    if (column?.sortKey === undefined) return;
    onSort({ sortBy: column.sortKey, descending: sortBy === column.sortKey ? !descending : column.isNumber });
  };
  return { sortOf, onHead };
}

/** Heads of the columns below those of their parts, the sorted one with its arrow, and as wide as they were left or are being dragged. */
export function useDebtorHeads(columns: readonly DebtorColumn[], { sortBy, descending }: Sorting, dragged: Readonly<Record<string, number>>): GridColumn[] {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const kept = useLayout((state) => state.columns.debtors.widths);
  const { canDraw } = useDrawnFonts();
  return useMemo(
    () =>
      columns.map((column) => {
        const arrow = column.sortKey === sortBy ? (descending ? " ↓" : " ↑") : "";
        const title = column.head(t) + arrow;
        const part = t(`debtors.part.${column.part}`);
        const width = dragged[column.key] ?? kept[column.key] ?? debtorColumnWidth(column, language, unit);
        return { id: column.key, title: canDraw(title, 700) ? title : "", group: canDraw(part, 700) ? part : "", width };
      }),
    [columns, t, sortBy, descending, language, unit, kept, dragged, canDraw],
  );
}
