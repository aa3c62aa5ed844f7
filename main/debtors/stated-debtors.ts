import type { Kysely } from "kysely";
import type { DeskSchema } from "../db/schema.ts";
import type { LoadedPackage } from "../packages/loaded-package.ts";
import { idAt } from "../tapes/loan-ids.ts";
import type { StatedDebtor } from "./debtor-key.ts";
import { readDebtorLoans } from "./debtor-queries.ts";

/** What the tape states of debtors, in the order given. */
export async function statedDebtors(
  db: Kysely<DeskSchema>,
  { ids: loanIds, debtors }: Pick<LoadedPackage, "ids" | "debtors">,
  wanted: readonly number[],
): Promise<StatedDebtor[]> {
  const idOf = (loans: Uint32Array, debtor: number) => idAt(loanIds, loans[debtor] ?? 0);
  const ids = wanted.flatMap((debtor) => [debtors.firstLoan, debtors.namedLoan, debtors.identifiedLoan].map((loans) => idOf(loans, debtor)));
  const facts = new Map((await readDebtorLoans(db, [...new Set(ids)])).map((row) => [row.id, row]));
  return wanted.map((debtor) => ({
    debtorId: facts.get(idOf(debtors.identifiedLoan, debtor))?.debtor_id ?? null,
    debtorName: facts.get(idOf(debtors.namedLoan, debtor))?.debtor_name ?? null,
    contractNo: facts.get(idOf(debtors.firstLoan, debtor))?.contract_no ?? "",
  }));
}
