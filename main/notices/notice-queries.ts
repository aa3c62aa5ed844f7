import type { Kysely } from "kysely";
import type { DeskSchema } from "../db/schema.ts";
import type { IdRange } from "../tapes/loan-ids.ts";

/** What a notice is made of, of the loans in a range of ids. */
export function readNoticeLoans(db: Kysely<DeskSchema>, { from, to }: IdRange) {
  return db
    .selectFrom("loan")
    .select(["id", "principal_fen", "interest_fen", "fees_fen", "days_past_due", "overdue_date", "age", "five_tier_class", "litigation_stage", "security_kind"])
    .where("id", ">=", from)
    .where("id", "<", to)
    .orderBy("id")
    .execute();
}
export type NoticeLoan = Omit<Awaited<ReturnType<typeof readNoticeLoans>>[number], "id">;
