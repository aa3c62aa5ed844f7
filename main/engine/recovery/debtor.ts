import { stageOf } from "../column-codes.ts";
import type { PackageColumns } from "../engine-types.ts";

/** Whether the debtor is in bankruptcy (破产). */
export function isBankrupt(columns: PackageColumns, loan: number): boolean {
  return stageOf(columns.stage[loan]) === "bankruptcy";
}

/**
 * Whether unsecured creditors of the debtor are paid by order of seizure (民诉法解释 514): those of a company that is not
 * in bankruptcy. An individual's share pro rata (508), and so do all in bankruptcy (破产法 113).
 */
export function paysByOrderOfSeizure(columns: PackageColumns, loan: number): boolean {
  return columns.debtorIsCompany[loan] === 1 && !isBankrupt(columns, loan);
}
