import { type Kysely, type NotNull, sql } from "kysely";
import { markedFields } from "../../shared/domain/field-values.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { IdRange } from "../tapes/loan-ids.ts";

/** How many rows a tape's columns hold beside its loans. */
export interface RowCounts {
  readonly items: number;
  readonly guarantors: number;
  readonly estimates: number;
  /** Items of whose hold the tape states anything. */
  readonly statedHolds: number;
}

/** How many loans of a tape have an own estimate. */
export async function countEstimates(db: Kysely<DeskSchema>, tapeId: number): Promise<number> {
  const { rows } = await db
    .selectFrom("loan_estimate")
    .select(({ fn }) => fn.countAll<number>().as("rows"))
    .where("tape_id", "=", tapeId)
    .executeTakeFirstOrThrow();
  return rows;
}

export async function countPackageRows(db: Kysely<DeskSchema>, tapeId: number): Promise<RowCounts> {
  const count = (table: "collateral" | "guarantor") =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("rows"))
      .where("tape_id", "=", tapeId);
  const { rows: items } = await count("collateral").where("loan_id", "is not", null).executeTakeFirstOrThrow();
  const { rows: guarantors } = await count("guarantor").executeTakeFirstOrThrow();
  const estimates = await countEstimates(db, tapeId);
  const { rows: statedHolds } = await count("collateral").where("loan_id", "is not", null).where("hold", "is not", null).executeTakeFirstOrThrow();
  return { items, guarantors, estimates, statedHolds };
}

/** A range of loans, or single ones. */
type SomeLoans = IdRange | readonly number[];

function ofLoans(column: "id" | "loan_id", loans: SomeLoans) {
  const at = sql.ref<number>(column);
  if ("from" in loans) return sql<boolean>`${at} >= ${loans.from} AND ${at} < ${loans.to}`;
  return sql<boolean>`${at} IN (SELECT value FROM json_each(${JSON.stringify(loans)}))`;
}

const loanColumns = markedFields("loan", "priced").map(({ column }) => column);
const itemColumns = markedFields("collateral", "priced").map(({ column }) => column);
const guarantorColumns = markedFields("guarantor", "priced").map(({ column }) => column);
const estimateColumns = markedFields("loan_estimate", "priced").map(({ column }) => column);

export function readLoanSlice(db: Kysely<DeskSchema>, loans: SomeLoans) {
  return db
    .selectFrom("loan")
    .select(["id", "debtor_name", ...loanColumns])
    .where(ofLoans("id", loans))
    .orderBy("id")
    .execute();
}
export type LoanInputRow = Awaited<ReturnType<typeof readLoanSlice>>[number];

export function readCollateralSlice(db: Kysely<DeskSchema>, loans: SomeLoans) {
  return db
    .selectFrom("collateral")
    .select(["loan_id", "asset_key", ...itemColumns])
    .where(ofLoans("loan_id", loans))
    .orderBy("loan_id")
    .orderBy("id")
    .execute();
}
export type CollateralRow = Awaited<ReturnType<typeof readCollateralSlice>>[number];

export function readGuarantorSlice(db: Kysely<DeskSchema>, loans: SomeLoans) {
  return db
    .selectFrom("guarantor")
    .select(["loan_id", ...guarantorColumns])
    .where(ofLoans("loan_id", loans))
    .orderBy("loan_id")
    .orderBy("id")
    .execute();
}
export type GuarantorRow = Awaited<ReturnType<typeof readGuarantorSlice>>[number];

export function readEstimateSlice(db: Kysely<DeskSchema>, loans: SomeLoans) {
  return db
    .selectFrom("loan_estimate")
    .select(["loan_id", ...estimateColumns])
    .where(ofLoans("loan_id", loans))
    .orderBy("loan_id")
    .execute();
}
export type EstimateRow = Awaited<ReturnType<typeof readEstimateSlice>>[number];

/** Names of debtors by what they owe in all, the most first. */
export async function readDebtors(db: Kysely<DeskSchema>, tapeId: number, most: number): Promise<string[]> {
  const rows = await db
    .selectFrom("loan")
    .select("debtor_name")
    .where("tape_id", "=", tapeId)
    .where("debtor_name", "is not", null)
    .$narrowType<{ debtor_name: NotNull }>()
    .groupBy("debtor_name")
    .orderBy(({ fn }) => fn.sum("principal_fen"), "desc")
    .limit(most)
    .execute();
  return rows.map(({ debtor_name }) => debtor_name);
}
