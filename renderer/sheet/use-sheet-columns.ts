import { useMemo } from "react";
import { useTranslation } from "react-i18next";
import type { SheetView } from "../../shared/contract/sheet-channels.ts";
import type { LaidOutTable } from "../../shared/domain/desk-layout.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import { useLayout } from "../desk/layout-store.ts";
import { useLanguage, useMoneyUnit } from "../desk/session-store.ts";
import { headMeasure } from "../ui/grid/grid-look.ts";
import type { TypingColumn } from "../ui/grid/typing-cells.ts";
import { shownKeys } from "../ui/tables/arranged-columns.ts";
import { columnWidthOf, headOf, isFigure, type SheetColumnLook, sheetLooks } from "./sheet-columns.ts";

/** Where the layout of a list's columns is kept. */
export const layoutTableOf: Readonly<Record<SheetList, LaidOutTable>> = { loan: "sheetLoan", collateral: "sheetCollateral", guarantor: "sheetGuarantor" };

/** The columns of a list that are shown, in the order that they were left in. */
export function useShownLooks(list: SheetList): readonly SheetColumnLook[] {
  const layout = useLayout((state) => state.columns[layoutTableOf[list]]);
  return useMemo(() => {
    const looks = sheetLooks[list];
    const keys = looks.map(({ key }) => key);
    return shownKeys(keys, layout).flatMap((key) => looks.filter((look) => look.key === key));
  }, [list, layout]);
}

const headPadding = 22;

/** The same as the grid draws them: heads with units, widths as they were left or are being dragged, marks of sort and filter. */
export function useSheetHeads(list: SheetList, looks: readonly SheetColumnLook[], view: SheetView, dragged: Readonly<Record<string, number>>): TypingColumn[] {
  const { t } = useTranslation();
  const unit = useMoneyUnit();
  const language = useLanguage();
  const kept = useLayout((state) => state.columns[layoutTableOf[list]].widths);
  return useMemo(
    () =>
      looks.map((look) => {
        const { key, kind } = look;
        const isSorted = view.sort?.field === key && !look.isOfLoan;
        const arrow = isSorted ? (view.sort?.descending === true ? " ↓" : " ↑") : "";
        const head = headOf(look, t, unit, language);
        return {
          key,
          title: head + arrow,
          width: dragged[key] ?? kept[key] ?? Math.max(columnWidthOf(look), Math.ceil(headMeasure(`${head} ↓`)) + headPadding),
          isNumber: isFigure(kind),
          sort: isSorted ? (view.sort?.descending === true ? ("descending" as const) : ("ascending" as const)) : ("none" as const),
          isFiltered: view.filters.some(({ field }) => field === key),
        };
      }),
    [looks, view, t, unit, language, kept, dragged],
  );
}
