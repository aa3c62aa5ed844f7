import type { Kysely } from "kysely";
import type { DeskSchema } from "../db/schema.ts";
import { yieldToLoop } from "../jobs/yield-to-loop.ts";
import type { NamedLoan } from "../runs/loan-names.ts";

const loansPerRead = 5000;

/** The loans of a tape whose ids follow each other, as far as they are still there. */
export async function readConsecutiveNames(
  db: Kysely<DeskSchema>,
  { tapeId, firstLoanId, loanCount }: { readonly tapeId: number; readonly firstLoanId: number; readonly loanCount: number },
): Promise<NamedLoan[]> {
  const loans: NamedLoan[] = [];
  for (let id = firstLoanId; id < firstLoanId + loanCount; id += loansPerRead) {
    const rows = await db
      .selectFrom("loan")
      .select(["id", "contract_no", "debtor_name"])
      .where("tape_id", "=", tapeId)
      .where("id", ">=", id)
      .where("id", "<", Math.min(id + loansPerRead, firstLoanId + loanCount))
      .orderBy("id")
      .execute();
    for (const row of rows) loans.push({ id: row.id, contractNo: row.contract_no, debtorName: row.debtor_name });
    await yieldToLoop();
  }
  return loans;
}
