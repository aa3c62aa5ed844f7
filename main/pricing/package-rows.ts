import type { Kysely } from "kysely";
import type { DeskSchema } from "../db/schema.ts";

/** Ids of loans, `to` excluded. */
interface IdRange {
  readonly from: number;
  readonly to: number;
}

export async function countJoinedCollateral(db: Kysely<DeskSchema>, tapeId: number): Promise<number> {
  const { items } = await db
    .selectFrom("collateral")
    .select(({ fn }) => fn.countAll<number>().as("items"))
    .where("tape_id", "=", tapeId)
    .where("loan_id", "is not", null)
    .executeTakeFirstOrThrow();
  return items;
}

export function readLoanSlice(db: Kysely<DeskSchema>, { from, to }: IdRange) {
  return db
    .selectFrom("loan")
    .select([
      "id",
      "region",
      "product",
      "principal_fen",
      "interest_fen",
      "fees_fen",
      "claim_total_fen",
      "five_tier_class",
      "security_kind",
      "overdue_date",
      "days_past_due",
      "litigation_stage",
    ])
    .where("id", ">=", from)
    .where("id", "<", to)
    .orderBy("id")
    .execute();
}
export type LoanInputRow = Awaited<ReturnType<typeof readLoanSlice>>[number];

export function readCollateralSlice(db: Kysely<DeskSchema>, { from, to }: IdRange) {
  return db
    .selectFrom("collateral")
    .select(["loan_id", "appraisal_fen", "collateral_kind", "lien_rank", "senior_claims_fen", "secured_cap_fen"])
    .where("loan_id", ">=", from)
    .where("loan_id", "<", to)
    .orderBy("loan_id")
    .orderBy("id")
    .execute();
}
export type CollateralRow = Awaited<ReturnType<typeof readCollateralSlice>>[number];

export async function readGuaranteedIds(db: Kysely<DeskSchema>, { from, to }: IdRange): Promise<ReadonlySet<number>> {
  const rows = await db.selectFrom("guarantor").select("loan_id").distinct().where("loan_id", ">=", from).where("loan_id", "<", to).execute();
  return new Set(rows.map((row) => row.loan_id));
}
