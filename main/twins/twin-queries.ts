import type { Kysely } from "kysely";
import { sql } from "kysely";
import type { DeskSchema } from "../db/schema.ts";

/** Contract, debtor and principal of loans, by id. */
export async function readNamedLoans(db: Kysely<DeskSchema>, ids: readonly number[]) {
  return db
    .selectFrom("loan")
    .select(["id", "contract_no", "debtor_name", "principal_fen"])
    .where(sql<boolean>`id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`)
    .execute();
}
