import type { DebtorRow, DebtorSheet, DebtorView } from "../../shared/contract/debtor-channels.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { FrozenDebtors } from "../../shared/domain/debtor-sheet.ts";
import type { DebtorHoldings } from "./debtor-holdings.ts";

/** Debtors that a memo lists. */
export const printedDebtors = 40;
/** Those that the base case values most come first. */
export const byValue: DebtorView = { sortBy: "base.presentValueFen", descending: true, search: "", filter: "all", groupName: null };

function lineOf(
  { debtorName, loans, claimFen, allocatedFen, cases, entry }: DebtorRow,
  holdings: DebtorHoldings | undefined,
): FrozenDebtors["largest"][number] {
  const printed = (name: CaseName) => {
    const { grossFen, costsFen, months, presentValueFen, isOwn } = cases[name];
    return { grossFen, costsFen, months, presentValueFen, isOwn };
  };
  const values = { low: printed("low"), base: printed("base"), high: printed("high") };
  const held = { collateral: holdings?.collateral ?? null, routes: holdings?.routes ?? null };
  return { debtorName, loans, claimFen, allocatedFen, ...values, method: entry?.method ?? null, ...held };
}

/** The sheet as a run keeps it; of each row what its debtor holds, in the same order. */
export function printedSheet({ rows, shown, debtors, own }: DebtorSheet, holdings: readonly DebtorHoldings[]): FrozenDebtors {
  const { loans, claimFen, allocatedFen, cases } = shown;
  const values = { lowFen: cases.low.presentValueFen, baseFen: cases.base.presentValueFen, highFen: cases.high.presentValueFen };
  return { debtors, own, largest: rows.map((row, place) => lineOf(row, holdings[place])), total: { loans, claimFen, allocatedFen, ...values } };
}
