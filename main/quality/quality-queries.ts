import { type Kysely, sql } from "kysely";
import type { QualityConfirmation, QualityKind } from "../../shared/domain/quality.ts";
import { type SheetList, sheetColumns } from "../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import type { TapeFindingCode } from "../../shared/domain/tape-findings.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { IdRange } from "../tapes/loan-ids.ts";

/** A loan by what its checks read. */
export function readCheckedLoans(db: Kysely<DeskSchema>, tapeId: number, { from, to }: IdRange) {
  return db
    .selectFrom("loan")
    .select([
      "id",
      "debtor_id",
      "debtor_type",
      "principal_fen",
      "interest_fen",
      "fees_fen",
      "claim_total_fen",
      "security_kind",
      "drawdown_date",
      "maturity_date",
      "overdue_date",
      "judgment_date",
      "enforcement_deadline",
      "days_past_due",
    ])
    .select(sql<number>`EXISTS (SELECT 1 FROM collateral AS c WHERE c.loan_id = loan.id)`.as("has_item"))
    .where("id", ">=", from)
    .where("id", "<", to)
    .where(sql<boolean>`+tape_id = ${tapeId}`)
    .orderBy("id")
    .execute();
}
export type CheckedLoan = Awaited<ReturnType<typeof readCheckedLoans>>[number];

const claimOf = sql<number>`l.principal_fen + coalesce(l.interest_fen, 0) + coalesce(l.fees_fen, 0)`;

/** Items of a range of loans, each with what its loan claims. */
export function readCheckedItems(db: Kysely<DeskSchema>, tapeId: number, { from, to }: IdRange) {
  return db
    .selectFrom("collateral as c")
    .innerJoin("loan as l", "l.id", "c.loan_id")
    .select(["c.id", "c.collateral_kind", "c.appraisal_fen", "c.appraisal_date", "c.area_sqm", "c.loan_id", "c.address", "c.asset_no", claimOf.as("claim_fen")])
    .where("c.loan_id", ">=", from)
    .where("c.loan_id", "<", to)
    .where(sql<boolean>`+c.tape_id = ${tapeId}`)
    .orderBy("c.loan_id")
    .orderBy("c.id")
    .execute();
}
export type CheckedItem = Awaited<ReturnType<typeof readCheckedItems>>[number];

export function readCheckedGuarantors(db: Kysely<DeskSchema>, tapeId: number, { from, to }: IdRange) {
  return db
    .selectFrom("guarantor as g")
    .innerJoin("loan as l", "l.id", "g.loan_id")
    .select(["g.id", "g.loan_id", "g.period_end", "l.drawdown_date"])
    .where("g.loan_id", ">=", from)
    .where("g.loan_id", "<", to)
    .where(sql<boolean>`+g.tape_id = ${tapeId}`)
    .orderBy("g.loan_id")
    .orderBy("g.id")
    .execute();
}
export type CheckedGuarantor = Awaited<ReturnType<typeof readCheckedGuarantors>>[number];

/** How many rows a list of a tape has, and how many of them state each of its own fields. */
export async function countPresent(
  db: Kysely<DeskSchema>,
  tapeId: number,
  list: SheetList,
): Promise<{ rows: number; present: ReadonlyMap<TapeField, number> }> {
  const own = sheetColumns[list].filter(({ table }) => table === list);
  const counts = own.map(({ column }) => sql`count(${sql.ref(column)}) AS ${sql.ref(column)}`);
  const { rows } = await sql<
    Record<string, number>
  >`SELECT count(*) AS row_count, ${sql.join(counts)} FROM ${sql.table(list)} WHERE tape_id = ${tapeId}`.execute(db);
  const [counted = {}] = rows;
  return { rows: counted["row_count"] ?? 0, present: new Map(own.map(({ field, column }) => [field, counted[column] ?? 0])) };
}

/** Findings of the import that left a cell empty since it couldn't be read. */
const unreadCodes = [
  "notANumber",
  "negativeAmount",
  "amountTooLarge",
  "formulaWithoutValue",
  "errorValue",
  "unitUnclear",
  "rowUnitUnclear",
  "digitsLost",
  "invalidDate",
  "ambiguousDate",
  "unknownCode",
  "notWholeNumber",
  "notAShare",
  "unknownName",
] as const satisfies readonly TapeFindingCode[];

export async function countUnread(db: Kysely<DeskSchema>, tapeId: number): Promise<ReadonlyMap<TapeField, number>> {
  const rows = await db
    .selectFrom("tape_finding")
    .select(["field", ({ fn }) => fn.countAll<number>().as("count")])
    .where("tape_id", "=", tapeId)
    .where("kind", "=", "warning")
    .where("code", "in", unreadCodes)
    .where("field", "is not", null)
    .groupBy("field")
    .execute();
  return new Map(rows.flatMap(({ field, count }) => (field === null ? [] : [[field, count] as const])));
}

/** What confirmations of a tape cover, by kind. */
export async function readPrints(db: Kysely<DeskSchema>, tapeId: number): Promise<{ readonly kind: QualityKind; readonly prints: Float64Array }[]> {
  const rows = await db
    .selectFrom("quality_confirmation as c")
    .innerJoin("quality_print as p", "p.confirmation_id", "c.id")
    .select(["c.kind", "p.prints"])
    .where("c.tape_id", "=", tapeId)
    .execute();
  // A copy starts at offset 0 of its own buffer, so that its numbers are aligned.
  return rows.map(({ kind, prints }) => ({ kind, prints: new Float64Array(new Uint8Array(prints).buffer) }));
}

/** What stands confirmed of a tape, with what each confirmation covers, the first before the later ones. */
export async function readCovered(db: Kysely<DeskSchema>, tapeId: number) {
  const rows = await db
    .selectFrom("quality_confirmation as c")
    .innerJoin("quality_print as p", "p.confirmation_id", "c.id")
    .select(["c.id", "c.kind", "c.contract_no", "c.reason", "c.author", "c.confirmed_at", "c.is_carried", "p.prints"])
    .where("c.tape_id", "=", tapeId)
    .orderBy("c.id")
    .execute();
  return rows.map(({ prints, ...one }) => ({ ...one, prints: new Float64Array(new Uint8Array(prints).buffer).sort() }));
}

/** Names the confirmations that stand. */
export async function confirmationIds(db: Kysely<DeskSchema>, tapeId: number): Promise<number[]> {
  const rows = await db.selectFrom("quality_confirmation").select("id").where("tape_id", "=", tapeId).orderBy("id").execute();
  return rows.map(({ id }) => id);
}

export async function listConfirmations(db: Kysely<DeskSchema>, tapeId: number): Promise<QualityConfirmation[]> {
  const rows = await db.selectFrom("quality_confirmation").selectAll().where("tape_id", "=", tapeId).orderBy("id", "desc").execute();
  return rows.map(({ id, kind, row_count, contract_no, reason, author, confirmed_at, is_carried }) => ({
    id,
    kind,
    rows: row_count,
    contractNo: contract_no,
    reason,
    author,
    confirmedAt: confirmed_at,
    isCarried: is_carried === 1,
  }));
}

export interface NewConfirmation {
  readonly dealId: number;
  readonly tapeId: number;
  readonly kind: QualityKind;
  readonly contractNo: string | null;
  readonly reason: string;
  readonly author: string;
  readonly confirmedAt: string;
  readonly prints: Float64Array;
  /** It was made in an earlier version of the tape. */
  readonly isCarried: boolean;
}

/** Answers the id of the confirmation. */
export async function insertConfirmation(trx: Kysely<DeskSchema>, one: NewConfirmation): Promise<number> {
  const { dealId, tapeId, kind, contractNo, reason, author, confirmedAt, prints, isCarried } = one;
  const { id } = await trx
    .insertInto("quality_confirmation")
    .values({
      deal_id: dealId,
      tape_id: tapeId,
      kind,
      row_count: prints.length,
      contract_no: contractNo,
      reason,
      author,
      confirmed_at: confirmedAt,
      is_carried: isCarried ? 1 : 0,
    })
    .returning("id")
    .executeTakeFirstOrThrow();
  const bytes = Buffer.from(prints.buffer, prints.byteOffset, prints.byteLength);
  await trx.insertInto("quality_print").values({ confirmation_id: id, tape_id: tapeId, prints: bytes }).execute();
  return id;
}

export async function findConfirmation(db: Kysely<DeskSchema>, id: number) {
  return db.selectFrom("quality_confirmation").select(["deal_id", "kind", "row_count"]).where("id", "=", id).executeTakeFirst();
}

/** What it covered stays, so that an undo brings it back whole. */
export async function removeConfirmation(trx: Kysely<DeskSchema>, id: number): Promise<void> {
  await trx.deleteFrom("quality_confirmation").where("id", "=", id).execute();
}

/** A row in doubt, by column, with its loan. */
export type DoubtfulRow = Readonly<Record<string, string | number | null>> & {
  readonly id: number;
  readonly loan_id: number;
  readonly contract_no: string;
  readonly debtor_name: string | null;
  readonly claim_fen: number;
  readonly sheet: string | null;
  readonly row_number: number | null;
};

const fromList: Readonly<Record<SheetList, ReturnType<typeof sql>>> = {
  loan: sql`loan AS r JOIN loan AS l ON l.id = r.id`,
  collateral: sql`collateral AS r JOIN loan AS l ON l.id = r.loan_id`,
  guarantor: sql`guarantor AS r JOIN loan AS l ON l.id = r.loan_id`,
};

/** Rows by id with the columns of some fields, in no particular order. */
export async function readDoubtful(db: Kysely<DeskSchema>, list: SheetList, ids: readonly number[], columns: readonly string[]): Promise<DoubtfulRow[]> {
  const place = list === "guarantor" ? sql`NULL AS sheet, NULL AS row_number` : sql`r.sheet, r.row_number`;
  const wanted = columns.map((column) => sql`${sql.ref(`r.${column}`)} AS ${sql.ref(`v_${column}`)}`);
  const { rows } =
    await sql<DoubtfulRow>`SELECT ${sql.join([sql`r.id, l.id AS loan_id, l.contract_no, l.debtor_name`, sql`${claimOf} AS claim_fen`, place, ...wanted])}
    FROM ${fromList[list]} WHERE r.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`.execute(db);
  return rows;
}
