import type { GridColumn } from "@glideapps/glide-data-grid";
import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import { useLayout } from "../desk/layout-store.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { shownKeys } from "../ui/tables/arranged-columns.ts";
import { useDrawnFonts } from "../ui/use-drawn-fonts.ts";
import { columnWidth, type LoanColumn, loanColumns } from "./loan-columns.ts";
import type { LoanSort } from "./use-loan-pages.ts";

export const loanColumnKeys = loanColumns.map(({ key }) => key);

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
