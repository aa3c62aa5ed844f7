import { useMemo } from "react";
import { changeDealLook, lookOf, useLayout } from "../desk/layout-store.ts";
import type { LoanSort } from "./use-loan-pages.ts";

/** How the loans of a deal are looked at. */
interface LoanLook {
  readonly sort: LoanSort;
  readonly search: string;
}

/** The same below the bid and in the view of their own, on return to the deal, and after the next start. */
export function useLoanLook(dealId: number): LoanLook {
  const sort = useLayout((layout) => lookOf(layout, dealId).loanSort);
  const search = useLayout((layout) => lookOf(layout, dealId).loanSearch);
  return useMemo(() => ({ sort, search }), [sort, search]);
}

export function changeLoanLook(dealId: number, { sort, search }: Partial<LoanLook>): void {
  changeDealLook(dealId, { ...(sort === undefined ? {} : { loanSort: sort }), ...(search === undefined ? {} : { loanSearch: search.slice(0, 100) }) });
}
