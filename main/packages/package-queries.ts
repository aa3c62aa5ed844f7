import type { Kysely, NotNull } from "kysely";
import { markedFields } from "../../shared/domain/field-values.ts";
import type { DeskSchema } from "../db/schema.ts";

/** Ids of loans, `to` excluded. */
export interface IdRange {
  readonly from: number;
  readonly to: number;
}

/** How many rows a tape's columns hold beside its loans. */
export interface RowCounts {
  readonly items: number;
  readonly guarantors: number;
  readonly estimates: number;
  /** Items of whose hold the tape states anything. */
  readonly statedHolds: number;
}

export async function countPackageRows(db: Kysely<DeskSchema>, tapeId: number): Promise<RowCounts> {
  const count = (table: "collateral" | "guarantor" | "loan_estimate") =>
    db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("rows"))
      .where("tape_id", "=", tapeId);
  const { rows: items } = await count("collateral").where("loan_id", "is not", null).executeTakeFirstOrThrow();
  const { rows: guarantors } = await count("guarantor").executeTakeFirstOrThrow();
  const { rows: estimates } = await count("loan_estimate").executeTakeFirstOrThrow();
  const { rows: statedHolds } = await count("collateral").where("loan_id", "is not", null).where("hold", "is not", null).executeTakeFirstOrThrow();
  return { items, guarantors, estimates, statedHolds };
}

const loanColumns = markedFields("loan", "priced").map(({ column }) => column);
const itemColumns = markedFields("collateral", "priced").map(({ column }) => column);
const guarantorColumns = markedFields("guarantor", "priced").map(({ column }) => column);
const estimateColumns = markedFields("loan_estimate", "priced").map(({ column }) => column);

export function readLoanSlice(db: Kysely<DeskSchema>, { from, to }: IdRange) {
  return db
    .selectFrom("loan")
    .select(["id", ...loanColumns])
    .where("id", ">=", from)
    .where("id", "<", to)
    .orderBy("id")
    .execute();
}
export type LoanInputRow = Awaited<ReturnType<typeof readLoanSlice>>[number];

export function readCollateralSlice(db: Kysely<DeskSchema>, { from, to }: IdRange) {
  return db
    .selectFrom("collateral")
    .select(["loan_id", "asset_key", ...itemColumns])
    .where("loan_id", ">=", from)
    .where("loan_id", "<", to)
    .orderBy("loan_id")
    .orderBy("id")
    .execute();
}
export type CollateralRow = Awaited<ReturnType<typeof readCollateralSlice>>[number];

export function readGuarantorSlice(db: Kysely<DeskSchema>, { from, to }: IdRange) {
  return db
    .selectFrom("guarantor")
    .select(["loan_id", ...guarantorColumns])
    .where("loan_id", ">=", from)
    .where("loan_id", "<", to)
    .orderBy("loan_id")
    .orderBy("id")
    .execute();
}
export type GuarantorRow = Awaited<ReturnType<typeof readGuarantorSlice>>[number];

export function readEstimateSlice(db: Kysely<DeskSchema>, { from, to }: IdRange) {
  return db
    .selectFrom("loan_estimate")
    .select(["loan_id", ...estimateColumns])
    .where("loan_id", ">=", from)
    .where("loan_id", "<", to)
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
