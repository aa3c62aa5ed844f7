import { type Kysely, sql } from "kysely";
import { sheetColumns, sheetLists } from "../../../shared/domain/sheet-fields.ts";
import type { DeskSchema } from "../../db/schema.ts";
import type { IdRange } from "../loan-ids.ts";
import { type OwnList, ownColumns } from "./own-format.ts";

/** Rows of a list by column, with the id of each. */
export type OwnStoredRow = Readonly<Record<string, string | number | null>> & { readonly id: number };

const fromList: Readonly<Record<OwnList, ReturnType<typeof sql>>> = {
  loan: sql`loan AS r LEFT JOIN loan_estimate AS e ON e.loan_id = r.id`,
  collateral: sql`collateral AS r`,
  guarantor: sql`guarantor AS r JOIN loan AS l ON l.id = r.loan_id`,
  repayment: sql`repayment AS r LEFT JOIN loan AS l ON l.id = r.loan_id`,
  part: sql`claim_part AS r JOIN loan AS l ON l.id = r.loan_id`,
};

/** The columns of a list as they are named in `fromList`. */
function wanted(list: OwnList) {
  return ownColumns[list].flatMap(({ place }) => {
    if (place === null) return [];
    // A payment bears its loan's number, by which it finds it again, or what its row said.
    if (list === "repayment" && place === "contract_no") return [sql`coalesce(l.contract_no, r.contract_no) AS contract_no`];
    const isEstimate = list === "loan" && sheetColumns.loan.some(({ table, column }) => table === "loan_estimate" && column === place);
    const table = isEstimate ? "e" : (list === "guarantor" || list === "part") && place === "contract_no" ? "l" : "r";
    return [sql`${sql.ref(`${table}.${place}`)} AS ${sql.ref(place)}`];
  });
}

/** Rows of a range of loans in their order, or of what hangs on these. */
export async function readOwnRows(db: Kysely<DeskSchema>, tapeId: number, list: OwnList, { from, to }: IdRange): Promise<OwnStoredRow[]> {
  const key = sql.ref(list === "loan" ? "r.id" : "r.loan_id");
  const { rows } = await sql<OwnStoredRow>`SELECT ${sql.join([sql`r.id`, ...wanted(list)])} FROM ${fromList[list]}
    WHERE ${key} >= ${from} AND ${key} < ${to} AND +r.tape_id = ${tapeId} ORDER BY ${key}, r.id`.execute(db);
  return rows;
}

/** Items or payments that join no loan, those behind the one that was read last. */
export async function readOrphans(db: Kysely<DeskSchema>, tapeId: number, list: OwnList, after: number, limit: number): Promise<OwnStoredRow[]> {
  const { rows } = await sql<OwnStoredRow>`SELECT ${sql.join([sql`r.id`, ...wanted(list)])} FROM ${fromList[list]}
    WHERE r.tape_id = ${tapeId} AND r.loan_id IS NULL AND r.id > ${after} ORDER BY r.id LIMIT ${limit}`.execute(db);
  return rows;
}

export async function countOwnRows(db: Kysely<DeskSchema>, tapeId: number): Promise<number> {
  const { rows } = await sql<{ count: number }>`SELECT (SELECT count(*) FROM loan WHERE tape_id = ${tapeId})
    + (SELECT count(*) FROM collateral WHERE tape_id = ${tapeId}) + (SELECT count(*) FROM guarantor WHERE tape_id = ${tapeId})
    + (SELECT count(*) FROM repayment WHERE tape_id = ${tapeId}) + (SELECT count(*) FROM claim_part WHERE tape_id = ${tapeId}) AS count`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The lists that a package is written as. */
export async function listsOf(db: Kysely<DeskSchema>, tapeId: number): Promise<readonly OwnList[]> {
  const some = (table: "repayment" | "claim_part") => db.selectFrom(table).select("id").where("tape_id", "=", tapeId).limit(1).executeTakeFirst();
  const [paid, part] = [await some("repayment"), await some("claim_part")];
  return [...sheetLists, ...(paid === undefined ? [] : (["repayment"] as const)), ...(part === undefined ? [] : (["part"] as const))];
}
