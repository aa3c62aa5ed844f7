import { type Kysely, sql } from "kysely";
import type { DeskSchema } from "../db/schema.ts";

/** What the tape states of loans as a list shows them, in no particular order. */
export function readStatedLoans(db: Kysely<DeskSchema>, loanIds: readonly number[]) {
  return db
    .selectFrom("loan")
    .select(["id", "contract_no", "debtor_name", "region", "five_tier_class", "security_kind", "litigation_stage"])
    .where("id", "in", loanIds)
    .execute();
}
export type StatedLoan = Awaited<ReturnType<typeof readStatedLoans>>[number];

export type LoanTextColumn = "contract_no" | "debtor_name" | "region";

/** One text of each loan in a range of ids, `to` excluded; empty where there is none. */
export async function readLoanTexts(db: Kysely<DeskSchema>, column: LoanTextColumn, { from, to }: { from: number; to: number }): Promise<string[]> {
  const rows = await db.selectFrom("loan").select(`${column} as text`).where("id", ">=", from).where("id", "<", to).orderBy("id").execute();
  return rows.map(({ text }) => text ?? "");
}

/** Ids in a range whose contract number or debtor holds the text, whatever the case of Latin letters. */
export async function searchLoanIds(db: Kysely<DeskSchema>, text: string, { from, to }: { from: number; to: number }): Promise<number[]> {
  const pattern = `%${text.replace(/[\\%_]/g, (mark) => `\\${mark}`)}%`;
  const rows = await db
    .selectFrom("loan")
    .select("id")
    .where("id", ">=", from)
    .where("id", "<", to)
    .where(({ or }) => or([sql<boolean>`contract_no LIKE ${pattern} ESCAPE '\\'`, sql<boolean>`debtor_name LIKE ${pattern} ESCAPE '\\'`]))
    .execute();
  return rows.map(({ id }) => id);
}
