import { create } from "zustand";
import { type SheetFilter, type SheetView, wholeSheet } from "../../shared/contract/sheet-channels.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";

interface SheetLook {
  readonly dealId: number;
  readonly list: SheetList;
  readonly views: Readonly<Record<SheetList, SheetView>>;
  /** Goes with every edit until it is changed. */
  readonly why: string;
  /** The numbers of persons are shown whole. */
  readonly isRevealed: boolean;
}

const firstLook = (dealId: number): SheetLook => ({
  dealId,
  list: "loan",
  views: { loan: wholeSheet, collateral: wholeSheet, guarantor: wholeSheet },
  why: "",
  isRevealed: false,
});

/** How the sheet of the deal in hand is looked at; another deal begins anew. */
const useLook = create<SheetLook>()(() => firstLook(0));

export function useSheetLook<T>(dealId: number, select: (look: SheetLook) => T): T {
  return useLook((look) => select(look.dealId === dealId ? look : firstLooks(dealId)));
}

/** The same object for the same deal, so that nothing is drawn again for it. */
let first = firstLook(0);
function firstLooks(dealId: number): SheetLook {
  if (first.dealId !== dealId) first = firstLook(dealId);
  return first;
}

export const sheetLookNow = (dealId: number): SheetLook => (useLook.getState().dealId === dealId ? useLook.getState() : firstLooks(dealId));

export function changeSheetLook(dealId: number, change: Partial<Omit<SheetLook, "dealId">>): void {
  useLook.setState({ ...sheetLookNow(dealId), ...change });
}

export function changeSheetView(dealId: number, change: Partial<SheetView>): void {
  const { list, views } = sheetLookNow(dealId);
  changeSheetLook(dealId, { views: { ...views, [list]: { ...views[list], ...change } } });
}

const filtersNow = (dealId: number): readonly SheetFilter[] => {
  const { list, views } = sheetLookNow(dealId);
  return views[list].filters;
};
const isSame = (one: SheetFilter, other: SheetFilter) => one.field === other.field && one.kind === other.kind && one.value === other.value;

/** Puts a condition in place of another, or beside those that there are. */
export function putFilter(dealId: number, before: SheetFilter | null, filter: SheetFilter): void {
  const others = filtersNow(dealId).filter((one) => !isSame(one, filter) && (before === null || !isSame(one, before)));
  changeSheetView(dealId, { filters: [...others, filter] });
}

export function dropFilter(dealId: number, filter: SheetFilter): void {
  changeSheetView(dealId, { filters: filtersNow(dealId).filter((one) => !isSame(one, filter)) });
}

/** Takes away all conditions of a column. */
export function dropColumnFilters(dealId: number, field: TapeField): void {
  changeSheetView(dealId, { filters: filtersNow(dealId).filter((one) => one.field !== field) });
}
