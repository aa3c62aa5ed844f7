import type { DebtorRow, DebtorSheet, DebtorView } from "../../shared/contract/debtor-channels.ts";
import type { CaseName } from "../../shared/domain/codes.ts";
import type { FrozenDebtors } from "../../shared/domain/debtor-sheet.ts";

/** Debtors that a memo lists. */
export const printedDebtors = 40;
/** Those that the base case values most come first. */
export const byValue: DebtorView = { sortBy: "base.presentValueFen", descending: true, search: "", filter: "all", groupName: null };

function lineOf({ debtorName, loans, claimFen, allocatedFen, cases, entry }: DebtorRow): FrozenDebtors["largest"][number] {
  const printed = (name: CaseName) => {
    const { grossFen, costsFen, months, presentValueFen, isOwn } = cases[name];
    return { grossFen, costsFen, months, presentValueFen, isOwn };
  };
  return { debtorName, loans, claimFen, allocatedFen, low: printed("low"), base: printed("base"), high: printed("high"), method: entry?.method ?? null };
}

/** The sheet as a run keeps it. */
export function printedSheet({ rows, shown, debtors, own }: DebtorSheet): FrozenDebtors {
  const { loans, claimFen, allocatedFen, cases } = shown;
  const values = { lowFen: cases.low.presentValueFen, baseFen: cases.base.presentValueFen, highFen: cases.high.presentValueFen };
  return { debtors, own, largest: rows.map(lineOf), total: { loans, claimFen, allocatedFen, ...values } };
}
