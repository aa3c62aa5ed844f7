import { create } from "zustand";
import type { DebtorView } from "../../shared/contract/debtor-channels.ts";

interface DebtorLook extends DebtorView {
  /** Identifiers of persons are shown whole; never kept for the next start. */
  readonly isRevealed: boolean;
}

const plainLook: DebtorLook = { sortBy: "claimFen", descending: true, search: "", filter: "all", groupName: null, isRevealed: false };

/** How the sheet of each deal is looked at, while the window is open. */
const useLooks = create<{ readonly looks: Readonly<Record<number, DebtorLook>> }>()(() => ({ looks: {} }));

export const useDebtorLook = (dealId: number): DebtorLook => useLooks(({ looks }) => looks[dealId] ?? plainLook);

export function changeDebtorLook(dealId: number, change: Partial<DebtorLook>): void {
  useLooks.setState(({ looks }) => ({ looks: { ...looks, [dealId]: { ...(looks[dealId] ?? plainLook), ...change } } }));
}
