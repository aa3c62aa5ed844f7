import { useCallback } from "react";
import type { DebtorRow, DebtorSheet, DebtorView } from "../../shared/contract/debtor-channels.ts";
import { CallFailure, call, useSameInput } from "../desk/desk-client.ts";
import { useRowPages } from "../ui/tables/use-row-pages.ts";

interface SheetQuery {
  readonly dealId: number;
  readonly view: DebtorView;
  /** Changes with each pricing answer, and with each edit that moves no price; 0 before the first. */
  readonly state: number;
}

/** While a package is priced again its sheet has no answer: the lines of before stay. */
const isBeingPriced = (failure: unknown) => failure instanceof CallFailure && failure.code === "pricing.notPriced";

/** The debtors in view, by page. */
export function useDebtorPages({ dealId, view: given, state }: SheetQuery) {
  const view = useSameInput(given);
  const read = useCallback((window: { readonly offset: number; readonly limit: number }) => call("debtors.sheet", { dealId, view, ...window }), [dealId, view]);
  const { answer: sheet, ...pages } = useRowPages<DebtorRow, DebtorSheet>({ read, state, isPassing: isBeingPriced });
  return { sheet, ...pages };
}
