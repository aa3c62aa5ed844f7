import { create } from "zustand";
import { type ColumnLayout, type DealLook, type DeskLayout, firstLayout, type LaidOutTable, type StrataLook } from "../../shared/domain/desk-layout.ts";
import { call } from "./desk-client.ts";
import { setOpenDeal, showError } from "./session-store.ts";

/** How the desk was left and is now; the screens read it here. */
export const useLayout = create<DeskLayout>()(() => firstLayout);

type LayoutChange = (layout: DeskLayout) => Partial<DeskLayout>;

/** Changes from before it was known how the desk was left; null once that is known. */
let early: LayoutChange[] | null = [];

/** Reads how the desk was left. What was changed meanwhile is changed in that. */
export async function loadLayout(): Promise<void> {
  useLayout.setState(await call("layout.get"));
  const waiting = early ?? [];
  early = null;
  for (const change of waiting) apply(change);
}

/** Applies at once, then saves. */
function apply(change: LayoutChange): void {
  const changed = change(useLayout.getState());
  if (early !== null) early.push(change);
  if (Object.keys(changed).length === 0) return;
  useLayout.setState(changed);
  if (early === null) void call("layout.put", useLayout.getState()).catch(showError);
}

export function changeLayout(change: Partial<DeskLayout>): void {
  apply(() => change);
}

export function changeColumns(table: LaidOutTable, change: Partial<ColumnLayout>): void {
  apply(({ columns }) => ({ columns: { ...columns, [table]: { ...columns[table], ...change } } }));
}

const mostRecent = 8;

/** The deal is open, and the first among those opened last. */
export function noteOpened(dealId: number): void {
  apply(({ recentDealIds, openDealId }) => {
    const rest = recentDealIds.filter((id) => id !== dealId);
    return recentDealIds[0] === dealId && openDealId === dealId ? {} : { openDealId: dealId, recentDealIds: [dealId, ...rest].slice(0, mostRecent) };
  });
}

const plainLook: Omit<DealLook, "dealId"> = { caseName: "base", loanSort: { by: "allocatedFen", descending: true }, loanSearch: "" };

/** How a deal is looked at: as it was left where it is the one that was worked on last. */
export const lookOf = ({ deal }: DeskLayout, dealId: number): DealLook => (deal?.dealId === dealId ? deal : { ...plainLook, dealId });

export function changeDealLook(dealId: number, change: Partial<DealLook>): void {
  apply((layout) => ({ deal: { ...lookOf(layout, dealId), ...change } }));
}

/** How a deal was cut last; undefined before its first cut. */
export const strataLookOf = ({ strata }: DeskLayout, dealId: number): StrataLook | undefined => strata.find((look) => look.dealId === dealId);

/** Deals whose cut is remembered. */
const mostCutDeals = 100;

export function changeStrataLook(look: StrataLook): void {
  apply(({ strata }) => ({ strata: [look, ...strata.filter(({ dealId }) => dealId !== look.dealId)].slice(0, mostCutDeals) }));
}

export function changeRegister(change: Partial<DeskLayout["register"]>): void {
  apply(({ register }) => ({ register: { ...register, ...change } }));
}

/** Takes the deal's steps out of the navigation, for the next start too. */
export function closeDeal(): void {
  changeLayout({ openDealId: null });
  setOpenDeal(null);
}
