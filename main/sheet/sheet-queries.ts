import { type Kysely, type RawBuilder, sql } from "kysely";
import type { CellValue, SheetBatch } from "../../shared/contract/sheet-channels.ts";
import { type SheetList, sheetColumns } from "../../shared/domain/sheet-fields.ts";
import type { DeskSchema } from "../db/schema.ts";
import { idsIn } from "./batch-queries.ts";

/** A row by column, with the loan that it belongs to. */
export type StoredRow = Readonly<Record<string, CellValue>> & { readonly id: number; readonly loan_id: number | null };

/** The rows of a list by name `r`, each with its loan `l`; a loan's own estimate stands with it as `e`. */
export const fromList: Readonly<Record<SheetList, RawBuilder<unknown>>> = {
  loan: sql`loan AS r LEFT JOIN loan_estimate AS e ON e.loan_id = r.id`,
  collateral: sql`collateral AS r LEFT JOIN loan AS l ON l.id = r.loan_id`,
  guarantor: sql`guarantor AS r JOIN loan AS l ON l.id = r.loan_id`,
};

/** A place of a list as it is named in `fromList`. */
export function placeIn(list: SheetList, place: string): RawBuilder<CellValue> {
  const isEstimate = sheetColumns[list].some(({ table, column }) => table === "loan_estimate" && column === place);
  return sql`${sql.ref(`${isEstimate ? "e" : "r"}.${place}`)}`;
}

/** Rows of a tape by id, in no particular order; those that are gone are left out. */
export async function readRows(
  db: Kysely<DeskSchema>,
  tapeId: number,
  list: SheetList,
  ids: readonly number[],
  places: readonly string[],
): Promise<StoredRow[]> {
  const ownLoan = list === "loan" ? sql`r.id AS loan_id` : sql`r.loan_id`;
  const wanted = places.filter((place) => place !== "id" && place !== "loan_id").map((place) => sql`${placeIn(list, place)} AS ${sql.ref(place)}`);
  const { rows } = await sql<StoredRow>`SELECT ${sql.join([sql`r.id`, ownLoan, ...wanted])} FROM ${fromList[list]}
    WHERE r.id IN ${idsIn(ids)} AND +r.tape_id = ${tapeId}`.execute(db);
  return rows;
}

/** Contract number and debtor of loans, by id. */
export async function readNames(db: Kysely<DeskSchema>, loanIds: readonly number[]) {
  const { rows } = await sql<{ id: number; tape_id: number; contract_no: string; debtor_name: string | null }>`
    SELECT id, tape_id, contract_no, debtor_name FROM loan WHERE id IN ${idsIn(loanIds)}`.execute(db);
  return new Map(rows.map((row) => [row.id, row]));
}

/** What a cell was before the first edit that stands: the seller's value. */
export interface SellerValue {
  readonly row_id: number;
  readonly place: string;
  readonly old_value: CellValue;
}

/** The cells of rows that an edit changed which stands, each with the seller's value. */
export async function readSellerValues(db: Kysely<DeskSchema>, tapeId: number, list: SheetList, rowIds: readonly number[]): Promise<SellerValue[]> {
  const { rows } = await sql<SellerValue>`SELECT c.row_id, c.place, c.old_value, min(c.rowid) FROM sheet_cell AS c
    JOIN sheet_batch AS b ON b.id = c.batch_id AND b.is_undone = 0
    WHERE c.tape_id = ${tapeId} AND c.list = ${list} AND c.row_id IN ${idsIn(rowIds)} GROUP BY c.row_id, c.place`.execute(db);
  return rows;
}

/** Which of these rows were added by hand. */
export async function readAdded(db: Kysely<DeskSchema>, tapeId: number, list: SheetList, rowIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ row_id: number }>`SELECT s.row_id FROM sheet_row AS s JOIN sheet_batch AS b ON b.id = s.batch_id AND b.is_undone = 0
    WHERE s.tape_id = ${tapeId} AND s.row_table = ${list} AND s.kind = 'added' AND s.row_id IN ${idsIn(rowIds)}`.execute(db);
  return new Set(rows.map(({ row_id }) => row_id));
}

/** The edits of one cell that stand, oldest first. */
export async function readCellEdits(db: Kysely<DeskSchema>, tapeId: number, list: SheetList, rowId: number, place: string) {
  const rows = await db
    .selectFrom("sheet_cell as c")
    .innerJoin("sheet_batch as b", "b.id", "c.batch_id")
    .select(["b.author", "b.made_at", "b.why", "b.cause", "c.old_value", "c.new_value"])
    .where("b.is_undone", "=", 0)
    .where("c.tape_id", "=", tapeId)
    .where("c.list", "=", list)
    .where("c.row_id", "=", rowId)
    .where("c.place", "=", place)
    .orderBy("c.batch_id")
    .execute();
  return rows.map(({ author, made_at, why, cause, old_value, new_value }) => ({
    author,
    madeAt: made_at,
    why,
    cause: cause as SheetBatch["cause"], // written from the same list
    old: old_value,
    new: new_value,
  }));
}

/** Cells and rows of one edit that its line shows. */
const shownOfBatch = 5;

/** Edits of a tape, newest first, each with the first of what it changed. */
export async function readBatches(db: Kysely<DeskSchema>, tapeId: number, offset: number, limit: number): Promise<{ total: number; edits: SheetBatch[] }> {
  const { total } = await db
    .selectFrom("sheet_batch")
    .select(({ fn }) => fn.countAll<number>().as("total"))
    .where("tape_id", "=", tapeId)
    .executeTakeFirstOrThrow();
  const batches = await db.selectFrom("sheet_batch").selectAll().where("tape_id", "=", tapeId).orderBy("id", "desc").limit(limit).offset(offset).execute();
  const edits: SheetBatch[] = [];
  for (const { id, author, made_at, why, cause, is_undone } of batches) {
    const note = { author, madeAt: made_at, why, cause: cause as SheetBatch["cause"] }; // written from the same list
    edits.push({ batchId: id, ...note, isUndone: is_undone === 1, ...(await readBatch(db, id)) });
  }
  return { total, edits };
}

/** Places that say where an item belongs follow from its contract and are no cells of their own. */
export const hiddenPlaces = ["loan_id", "link", "asset_key"] as const;

/** The contract number of the row of a cell `c`. */
export const contractOf = sql<string | null>`CASE c.list WHEN 'loan' THEN (SELECT contract_no FROM loan WHERE id = c.row_id)
  WHEN 'collateral' THEN (SELECT contract_no FROM collateral WHERE id = c.row_id)
  ELSE (SELECT l.contract_no FROM guarantor g JOIN loan l ON l.id = g.loan_id WHERE g.id = c.row_id) END`;

async function readBatch(db: Kysely<DeskSchema>, batchId: number): Promise<Pick<SheetBatch, "cells" | "rows" | "first">> {
  const count = async (table: "sheet_cell" | "sheet_row") => {
    const all = db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as("count"))
      .where("batch_id", "=", batchId);
    return (await (table === "sheet_cell" ? all.where("place", "not in", hiddenPlaces) : all).executeTakeFirstOrThrow()).count;
  };
  const cells = await sql<{ list: SheetList; row_id: number; place: string; old_value: CellValue; new_value: CellValue; contract_no: string | null }>`
    SELECT c.list, c.row_id, c.place, c.old_value, c.new_value,
      ${contractOf} AS contract_no
    FROM sheet_cell c WHERE c.batch_id = ${batchId} AND c.place NOT IN (${sql.join([...hiddenPlaces])}) ORDER BY c.rowid LIMIT ${shownOfBatch}`.execute(db);
  const rows = await sql<{ row_table: SheetList; row_id: number; contract_no: string | null }>`SELECT row_table, row_id,
      coalesce(json_extract(content, '$.contract_no'), (SELECT contract_no FROM loan WHERE id = json_extract(content, '$.loan_id'))) AS contract_no
    FROM sheet_row WHERE batch_id = ${batchId} AND row_table <> 'loan_estimate' ORDER BY id LIMIT ${shownOfBatch}`.execute(db);
  const first: SheetBatch["first"] = [
    ...rows.rows.map(({ row_table: list, row_id: rowId, contract_no }) => ({ list, rowId, contractNo: contract_no ?? "", field: null, old: null, new: null })),
    ...cells.rows.map(({ list, row_id: rowId, place, old_value, new_value, contract_no }) => ({
      list,
      rowId,
      contractNo: contract_no ?? "",
      field: fieldOf(list, place),
      old: old_value,
      new: new_value,
    })),
  ];
  return { cells: await count("sheet_cell"), rows: await count("sheet_row"), first: first.slice(0, shownOfBatch) };
}

export function fieldOf(list: SheetList, place: string) {
  return sheetColumns[list].find(({ column }) => column === place)?.field ?? null;
}
