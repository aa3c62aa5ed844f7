import { create } from "zustand";
import type { LoanSort } from "./use-loan-pages.ts";

/** How the loans of a deal are looked at. */
interface LoanLook {
  readonly sort: LoanSort;
  readonly search: string;
}

const firstLook: LoanLook = { sort: { by: "allocatedFen", descending: true }, search: "" };

const useLooks = create<Readonly<Record<number, LoanLook>>>()(() => ({}));

/** The same below the bid and in the view of their own, and on return to the deal. */
export function useLoanLook(dealId: number): LoanLook {
  return useLooks((looks) => looks[dealId] ?? firstLook);
}

export function changeLoanLook(dealId: number, change: Partial<LoanLook>): void {
  useLooks.setState((looks) => ({ [dealId]: { ...(looks[dealId] ?? firstLook), ...change } }));
}
