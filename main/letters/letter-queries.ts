import type { Kysely } from "kysely";
import type { DeskSchema } from "../db/schema.ts";

/** Loans asked for at once, below SQLite's limit of values in a query. */
const atOnce = 10_000;

/** Contract number and debtor of loans, by id. */
export async function readContracts(db: Kysely<DeskSchema>, loanIds: readonly number[]) {
  const found = new Map<number, { readonly contractNo: string; readonly debtorName: string | null }>();
  for (let from = 0; from < loanIds.length; from += atOnce) {
    const rows = await db
      .selectFrom("loan")
      .select(["id", "contract_no", "debtor_name"])
      .where("id", "in", loanIds.slice(from, from + atOnce))
      .execute();
    for (const { id, contract_no: contractNo, debtor_name: debtorName } of rows) found.set(id, { contractNo, debtorName });
  }
  return found;
}
