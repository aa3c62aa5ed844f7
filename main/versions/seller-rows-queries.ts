import { type Kysely, sql } from "kysely";
import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import type { RowTable } from "../../shared/domain/field-values.ts";
import { type SheetColumn, type SheetList, sheetColumns } from "../../shared/domain/sheet-fields.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { WorkerConnection } from "../db/worker-connection.ts";
import { firstAddedId } from "../tapes/loan-ids.ts";

/** A row by column, as the seller's file had it. */
export type SellerRow = Readonly<Record<string, CellValue>> & { readonly id: number };

const standing = sql`JOIN sheet_batch AS b ON b.id = c.batch_id AND b.is_undone = 0`;

/** Cells of a tape that the desk changed, each with what the seller had stated and what stands there now. */
export async function readEditedCells(db: Kysely<DeskSchema>, tapeId: number, list: SheetList) {
  const { rows } = await sql<{ row_id: number; place: string; seller: CellValue; desk: CellValue; author: string; why: string; made_at: string }>`
    SELECT f.row_id, f.place, f.old_value AS seller, l.new_value AS desk, b.author, b.why, b.made_at
    FROM (SELECT min(c.rowid) AS first, max(c.rowid) AS last FROM sheet_cell AS c ${standing}
      WHERE c.tape_id = ${tapeId} AND c.list = ${list} GROUP BY c.row_id, c.place) AS e
    JOIN sheet_cell AS f ON f.rowid = e.first JOIN sheet_cell AS l ON l.rowid = e.last JOIN sheet_batch AS b ON b.id = l.batch_id
    WHERE f.old_value IS NOT l.new_value ORDER BY l.rowid`.execute(db);
  return rows;
}

/** Rows that the desk added, by id. */
export async function readAddedIds(db: Kysely<DeskSchema>, tapeId: number, table: RowTable): Promise<Set<number>> {
  const { rows } = await sql<{ row_id: number }>`SELECT DISTINCT c.row_id FROM sheet_row AS c ${standing}
    WHERE c.tape_id = ${tapeId} AND c.row_table = ${table} AND c.kind = 'added'`.execute(db);
  return new Set(rows.map(({ row_id }) => row_id));
}

/** Rows of a tape that the desk took away, as they stood then; those that it had added itself are none of the seller's. */
export async function readRemovedRows(db: Kysely<DeskSchema>, tapeId: number, table: RowTable): Promise<SellerRow[]> {
  const key = sql.ref(table === "loan_estimate" ? "t.loan_id" : "t.id");
  const { rows } = await sql<{ content: string }>`SELECT c.content, max(c.id) FROM sheet_row AS c ${standing}
    WHERE c.tape_id = ${tapeId} AND c.row_table = ${table} AND c.kind = 'removed'
      AND NOT EXISTS (SELECT 1 FROM ${sql.table(table)} AS t WHERE ${key} = c.row_id) GROUP BY c.row_id ORDER BY c.row_id`.execute(db);
  const added = await readAddedIds(db, tapeId, table);
  return rows.map(({ content }) => JSON.parse(content) as SellerRow).filter(({ id, loan_id }) => !added.has(Number(id ?? loan_id))); // written by keepRemoved
}

/** Columns of a list as `eachLoan` and `eachPart` name them. */
function named(list: SheetList, columns: readonly string[]): { readonly columns: string; readonly estimates: string } {
  const own = new Set(sheetColumns[list].filter(({ table }) => table === "loan_estimate").map(({ column }) => column));
  const hasOwn = columns.some((column) => own.has(column));
  return {
    columns: columns.map((column) => (own.has(column) ? `e."${column}"` : `r."${column}"`)).join(),
    estimates: hasOwn ? "LEFT JOIN loan_estimate AS e ON e.loan_id = r.id" : "",
  };
}

/** Calls with the columns of each loan of a tape, in the order of ids. */
export function eachLoan({ raw }: WorkerConnection, tapeId: number, columns: readonly string[], take: (row: readonly CellValue[]) => void): void {
  const place = raw
    .prepare<[number], { first: number; end: number }>("SELECT first_loan_id AS first, first_loan_id + id_count AS end FROM tape WHERE id = ?")
    .get(tapeId);
  const { columns: list, estimates } = named("loan", columns);
  // By ids alone, so that the rows are read in the order in which they lie; between those of the file and those added by hand lie other tapes.
  const rows = raw.prepare<[number, number, number], readonly CellValue[]>(
    `SELECT ${list} FROM loan AS r ${estimates} WHERE r.id >= ? AND r.id < ? AND +r.tape_id = ? ORDER BY r.id`,
  );
  rows.raw();
  for (const row of rows.iterate(place?.first ?? 0, place?.end ?? 0, tapeId)) take(row);
  for (const row of rows.iterate(firstAddedId, Number.MAX_SAFE_INTEGER, tapeId)) take(row);
}

/** Calls with the columns of each item or guarantor of a tape, in the order of their loans. */
export function eachPart(
  { raw }: WorkerConnection,
  tapeId: number,
  list: "collateral" | "guarantor",
  columns: readonly string[],
  take: (row: readonly CellValue[]) => void,
): void {
  const rows = raw.prepare<[number], readonly CellValue[]>(
    `SELECT ${named(list, columns).columns} FROM ${list} AS r WHERE r.tape_id = ? ORDER BY r.loan_id, r.id`,
  );
  rows.raw();
  for (const row of rows.iterate(tapeId)) take(row);
}

/** Loans by id, each with its columns behind the id. */
export function readLoansById({ raw }: WorkerConnection, columns: readonly string[], ids: readonly number[]): readonly (readonly CellValue[])[] {
  const { columns: list, estimates } = named("loan", columns);
  return raw
    .prepare<[string], readonly CellValue[]>(`SELECT r.id, ${list} FROM loan AS r ${estimates} WHERE r.id IN (SELECT value FROM json_each(?))`)
    .raw()
    .all(JSON.stringify(ids));
}

/** Items or guarantors, each with its columns behind its id and its loan's: those of loans, or those of these ids. */
export function readPartsOf(
  { raw }: WorkerConnection,
  list: "collateral" | "guarantor",
  columns: readonly string[],
  by: "loan_id" | "id",
  ids: readonly number[],
): readonly (readonly CellValue[])[] {
  return raw
    .prepare<[string], readonly CellValue[]>(
      `SELECT r.id, r.loan_id, ${named(list, columns).columns} FROM ${list} AS r WHERE r.${by} IN (SELECT value FROM json_each(?)) ORDER BY r.id`,
    )
    .raw()
    .all(JSON.stringify(ids));
}

export type EditedCell = Awaited<ReturnType<typeof readEditedCells>>[number];

/** The loan of an item or guarantor, also of one that was taken away; 0 where it has none. */
export function readLoanOfPart({ raw }: WorkerConnection, list: "collateral" | "guarantor", id: number): number {
  return Number(raw.prepare<[number], number | null>(`SELECT loan_id FROM ${list} WHERE id = ?`).pluck().get(id) ?? 0);
}

/** Loans of tapes whose contract number or debtor holds a text, whatever the case of Latin letters. */
export function findLoans({ raw }: WorkerConnection, tapeIds: readonly number[], text: string): Set<number> {
  const rows = raw
    .prepare<[string, { readonly text: string }], number>(
      `SELECT id FROM loan WHERE tape_id IN (SELECT value FROM json_each(?))
        AND (instr(lower(contract_no), @text) > 0 OR instr(lower(coalesce(debtor_name, '')), @text) > 0)`,
    )
    .pluck()
    .all(JSON.stringify(tapeIds), { text: text.toLowerCase() });
  return new Set(rows);
}

/** Pairs of loans whose rows aren't the same letter by letter, by the older one: the database looks through most of them without handing them over. */
export function readDifferent(
  { raw }: WorkerConnection,
  columns: readonly SheetColumn[],
  pairs: Iterable<readonly [older: number, newer: number]>,
): Set<number> {
  const side = (loan: string, estimate: string) => columns.map(({ table, column }) => `${table === "loan_estimate" ? estimate : loan}."${column}"`).join();
  const rows = raw
    .prepare<[string], number>(
      `SELECT a.id FROM json_each(?) AS p JOIN loan AS a ON a.id = CAST(p.key AS INTEGER) JOIN loan AS b ON b.id = p.value
        LEFT JOIN loan_estimate AS ae ON ae.loan_id = a.id LEFT JOIN loan_estimate AS be ON be.loan_id = b.id
        WHERE (${side("a", "ae")}) IS NOT (${side("b", "be")})`,
    )
    .pluck()
    .all(JSON.stringify(Object.fromEntries(pairs)));
  return new Set(rows);
}
