import type { Kysely } from "kysely";
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

/** The texts by which the loans in a range of ids are ordered and found, `to` excluded. */
export function readLoanTexts(db: Kysely<DeskSchema>, { from, to }: { readonly from: number; readonly to: number }) {
  return db.selectFrom("loan").select(["id", "contract_no", "debtor_name", "region"]).where("id", ">=", from).where("id", "<", to).orderBy("id").execute();
}

/** Whose the loans are, in no particular order. */
export function readLoanDebtors(db: Kysely<DeskSchema>, loanIds: readonly number[]) {
  return db.selectFrom("loan").select(["id", "debtor_id", "debtor_name"]).where("id", "in", loanIds).execute();
}
