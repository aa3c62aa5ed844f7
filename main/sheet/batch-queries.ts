import { type Kysely, type RawBuilder, sql } from "kysely";
import type { CellValue, editCauses } from "../../shared/contract/sheet-channels.ts";
import { type RowTable, storedFields } from "../../shared/domain/field-values.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import type { DeskSchema } from "../db/schema.ts";

export interface NewBatch {
  readonly tapeId: number;
  readonly cause: (typeof editCauses)[number];
  readonly why: string;
  readonly author: string;
  readonly madeAt: string;
}

/** A cell with what it was and becomes; `place` is its column. */
export interface CellChange {
  readonly rowId: number;
  readonly place: string;
  readonly old: CellValue;
  readonly next: CellValue;
}

/** Which of its two values a cell takes. */
export type CellSide = "old" | "new";

const estimatePlaces: ReadonlySet<string> = new Set(storedFields("loan_estimate").map(({ column }) => column));

/** The table of a place, with the column that names its row. */
function tableOf(list: SheetList, place: string): { readonly table: RowTable; readonly key: "id" | "loan_id" } {
  return list === "loan" && estimatePlaces.has(place) ? { table: "loan_estimate", key: "loan_id" } : { table: list, key: "id" };
}

/** Ids as a table of one column, whatever their number. */
export const idsIn = (ids: readonly number[]): RawBuilder<number> => sql<number>`(SELECT value FROM json_each(${JSON.stringify(ids)}))`;

/** A new edit ends what could be redone: what was undone before is nobody's any more. */
export async function insertBatch(trx: Kysely<DeskSchema>, { tapeId, cause, why, author, madeAt }: NewBatch): Promise<number> {
  const undone = trx.selectFrom("sheet_batch").select("id").where("tape_id", "=", tapeId).where("is_undone", "=", 1);
  for (const table of ["sheet_cell", "sheet_row"] as const) await trx.deleteFrom(table).where("batch_id", "in", undone).execute();
  await trx.deleteFrom("sheet_batch").where("tape_id", "=", tapeId).where("is_undone", "=", 1).execute();
  const { id } = await trx.insertInto("sheet_batch").values({ tape_id: tapeId, cause, why, author, made_at: madeAt }).returning("id").executeTakeFirstOrThrow();
  return id;
}

/** Keeps the cells of a batch; one statement, however many they are. */
export async function insertCells(trx: Kysely<DeskSchema>, tapeId: number, batchId: number, list: SheetList, cells: readonly CellChange[]): Promise<void> {
  if (cells.length === 0) return;
  const rows = JSON.stringify(cells.map(({ rowId, place, old, next }) => [rowId, place, old, next]));
  await sql`INSERT INTO sheet_cell (tape_id, batch_id, list, row_id, place, old_value, new_value)
    SELECT ${tapeId}, ${batchId}, ${list}, json_extract(value, '$[0]'), json_extract(value, '$[1]'), json_extract(value, '$[2]'), json_extract(value, '$[3]')
    FROM json_each(${rows})`.execute(trx);
}

async function placesOf(trx: Kysely<DeskSchema>, batchId: number): Promise<{ readonly list: SheetList; readonly place: string }[]> {
  return trx.selectFrom("sheet_cell").select(["list", "place"]).distinct().where("batch_id", "=", batchId).orderBy("list").orderBy("place").execute();
}

/** Writes the cells of a batch into the rows, all with the same of their two values. */
export async function writeCells(trx: Kysely<DeskSchema>, tapeId: number, batchId: number, side: CellSide): Promise<void> {
  const places = await placesOf(trx, batchId);
  const value = sql.ref(side === "old" ? "c.old_value" : "c.new_value");
  const estimates = places.some(({ list, place }) => tableOf(list, place).table === "loan_estimate");
  if (estimates) await makeEstimates(trx, tapeId, batchId);
  for (const { list, place } of places) {
    const { table, key } = tableOf(list, place);
    const inBatch = sql`c.batch_id = ${batchId} AND c.list = ${list} AND c.place = ${place}`;
    // Two loans may swap their contract numbers, which no two of a tape share at any time.
    if (table === "loan" && place === "contract_no")
      await sql`UPDATE loan SET contract_no = char(10) || id WHERE id IN (SELECT c.row_id FROM sheet_cell c WHERE ${inBatch})`.execute(trx);
    // An item's loan and how it joins it hold only together.
    if (table === "collateral" && (place === "loan_id" || place === "link")) continue;
    await sql`UPDATE ${sql.table(table)} SET ${sql.ref(place)} = ${value} FROM sheet_cell AS c
      WHERE ${inBatch} AND ${sql.table(table)}.${sql.ref(key)} = c.row_id`.execute(trx);
  }
  if (places.some(({ list, place }) => list === "collateral" && place === "link")) await moveItems(trx, batchId, value);
  if (estimates) await dropEmptyEstimates(trx, batchId);
}

async function moveItems(trx: Kysely<DeskSchema>, batchId: number, value: RawBuilder<unknown>): Promise<void> {
  const of = (place: string) =>
    sql`(SELECT ${value} FROM sheet_cell AS c WHERE c.batch_id = ${batchId} AND c.list = 'collateral' AND c.place = ${place} AND c.row_id = collateral.id)`;
  await sql`UPDATE collateral SET loan_id = ${of("loan_id")}, link = ${of("link")}
    WHERE id IN (SELECT row_id FROM sheet_cell WHERE batch_id = ${batchId} AND list = 'collateral' AND place = 'link')`.execute(trx);
}

const estimateRows = (batchId: number) =>
  sql`(SELECT row_id FROM sheet_cell WHERE batch_id = ${batchId} AND list = 'loan' AND place IN (${sql.join([...estimatePlaces])}))`;

async function makeEstimates(trx: Kysely<DeskSchema>, tapeId: number, batchId: number): Promise<void> {
  await sql`INSERT OR IGNORE INTO loan_estimate (loan_id, tape_id) SELECT DISTINCT row_id, ${tapeId} FROM ${estimateRows(batchId)}`.execute(trx);
}

/** A loan without an estimate has no row. */
async function dropEmptyEstimates(trx: Kysely<DeskSchema>, batchId: number): Promise<void> {
  const isEmpty = sql.join(
    [...estimatePlaces].map((place) => sql`${sql.ref(place)} IS NULL`),
    sql` AND `,
  );
  await sql`DELETE FROM loan_estimate WHERE loan_id IN ${estimateRows(batchId)} AND ${isEmpty}`.execute(trx);
}

/** Sums of a tape that follow its rows, by the list and the column that they add up. */
const summed = [
  { list: "loan", place: "principal_fen" },
  { list: "loan", place: "interest_fen" },
  { list: "loan", place: "fees_fen" },
  { list: "collateral", place: "appraisal_fen" },
] as const;

/** Adds what a batch did to the tape's number of loans and sums, or takes it off; its revision rises either way. */
export async function moveTotals(trx: Kysely<DeskSchema>, tapeId: number, batchId: number, side: CellSide): Promise<void> {
  const sign = side === "new" ? 1 : -1;
  const ofRows = (kind: "added" | "removed", table: RowTable, what: RawBuilder<unknown>) =>
    sql`(SELECT coalesce(sum(${what}), 0) FROM sheet_row WHERE batch_id = ${batchId} AND kind = ${kind} AND row_table = ${table})`;
  const gained = (table: RowTable, what: RawBuilder<unknown>) => sql`(${ofRows("added", table, what)} - ${ofRows("removed", table, what)})`;
  const sums = summed.map(({ list, place }) => {
    const cells = sql`(SELECT coalesce(sum(coalesce(new_value, 0) - coalesce(old_value, 0)), 0) FROM sheet_cell
      WHERE batch_id = ${batchId} AND list = ${list} AND place = ${place})`;
    return sql`${sql.ref(place)} = ${sql.ref(place)} + ${sign} * (${cells} + ${gained(list, sql`json_extract(content, ${`$.${place}`})`)})`;
  });
  await sql`UPDATE tape SET ${sql.join(sums)}, loan_count = loan_count + ${sign} * ${gained("loan", sql`1`)} WHERE id = ${tapeId}`.execute(trx);
}

/** Gives the tape its next revision. */
export async function nextRevision(trx: Kysely<DeskSchema>, tapeId: number, namesChanged: boolean): Promise<number> {
  const { revision } = await trx
    .updateTable("tape")
    .set(({ eb, ref }) => ({
      revision: eb("revision", "+", 1),
      names_revision: namesChanged ? eb("revision", "+", 1) : ref("names_revision"),
    }))
    .where("id", "=", tapeId)
    .returning("revision")
    .executeTakeFirstOrThrow();
  return revision;
}

/** Places by which loans are ordered, found and told apart. */
const namePlaces: readonly string[] = ["contract_no", "debtor_name", "debtor_id", "region"];
/**
 * Places that change more than the columns of their own loan: where an item belongs, which asset it is, and what is
 * numbered or known over the whole package (courts, regions, debtors, whether holds are stated).
 */
const packagePlaces: readonly string[] = ["loan_id", "link", "asset_key", "court", "region", "debtor_name", "debtor_id", "hold"];

/** What a batch did: the loans of which it changed values, null where it changed more; and whether their names changed. */
export async function reachOf(trx: Kysely<DeskSchema>, batchId: number): Promise<{ readonly loanIds: number[] | null; readonly namesChanged: boolean }> {
  const places = await placesOf(trx, batchId);
  const row = await trx.selectFrom("sheet_row").select("id").where("batch_id", "=", batchId).limit(1).executeTakeFirst();
  const loanCame = row !== undefined;
  const namesChanged = loanCame || places.some(({ list, place }) => list === "loan" && namePlaces.includes(place));
  if (loanCame || places.some(({ place }) => packagePlaces.includes(place))) return { loanIds: null, namesChanged };
  const loanIds: number[] = [];
  for (const list of new Set(places.map((one) => one.list))) {
    const rows = sql`(SELECT row_id FROM sheet_cell WHERE batch_id = ${batchId} AND list = ${list})`;
    const found = await (list === "loan"
      ? sql<{ id: number }>`SELECT DISTINCT row_id AS id FROM ${rows}`
      : sql<{ id: number }>`SELECT DISTINCT loan_id AS id FROM ${sql.table(list)} WHERE id IN ${rows} AND loan_id IS NOT NULL`
    ).execute(trx);
    for (const { id } of found.rows) loanIds.push(id);
  }
  return { loanIds, namesChanged };
}

export async function markBatch(trx: Kysely<DeskSchema>, batchId: number, isUndone: boolean): Promise<void> {
  await trx
    .updateTable("sheet_batch")
    .set({ is_undone: isUndone ? 1 : 0 })
    .where("id", "=", batchId)
    .execute();
}

/** The tape of a batch where its rows are still its deal's package. */
export async function liveTapeOf(trx: Kysely<DeskSchema>, batchId: number): Promise<number | undefined> {
  const row = await trx
    .selectFrom("sheet_batch")
    .innerJoin("tape", "tape.id", "sheet_batch.tape_id")
    .select("tape.id")
    .where("sheet_batch.id", "=", batchId)
    .where("tape.undone_at", "is", null)
    .executeTakeFirst();
  return row?.id;
}
