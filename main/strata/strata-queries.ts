import type { Kysely } from "kysely";
import type { DeskSchema } from "../db/schema.ts";

/** What the tape states in words of the loans in a range of ids, `to` excluded. */
export function readStrataTexts(db: Kysely<DeskSchema>, { from, to }: { readonly from: number; readonly to: number }) {
  return db
    .selectFrom("loan")
    .select(["id", "five_tier_class", "security_kind", "litigation_stage", "region", "court", "branch", "product", "industry"])
    .where("id", ">=", from)
    .where("id", "<", to)
    .orderBy("id")
    .execute();
}

/** Names of the debtors of loans, by id. */
export async function readDebtorNames(db: Kysely<DeskSchema>, loanIds: readonly number[]): Promise<ReadonlyMap<number, string | null>> {
  const rows = await db.selectFrom("loan").select(["id", "debtor_name"]).where("id", "in", loanIds).execute();
  return new Map(rows.map(({ id, debtor_name }) => [id, debtor_name]));
}
