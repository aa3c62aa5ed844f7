import { type Kysely, sql } from "kysely";
import type { RowTable } from "../../shared/domain/field-values.ts";
import type { DeskSchema } from "../db/schema.ts";

type Kind = "added" | "removed";
/** Parents before their children. */
const tablesInOrder: readonly RowTable[] = ["loan", "loan_estimate", "guarantor", "collateral"];
const keyOf = (table: RowTable) => (table === "loan_estimate" ? "loan_id" : "id");

/** A row by column. */
export type Content = Readonly<Record<string, string | number | null>>;

async function columnsOf(trx: Kysely<DeskSchema>, table: RowTable): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`SELECT name FROM pragma_table_info(${table})`.execute(trx);
  return rows.map(({ name }) => name);
}

/** Keeps rows that a batch removes, whole, as they stand. */
export async function keepRemoved(
  trx: Kysely<DeskSchema>,
  tapeId: number,
  batchId: number,
  table: RowTable,
  where: "id" | "loan_id",
  ids: readonly number[],
): Promise<void> {
  const content = sql.join((await columnsOf(trx, table)).flatMap((column) => [sql.lit(column), sql.ref(column)]));
  await sql`INSERT INTO sheet_row (tape_id, batch_id, kind, row_table, row_id, content)
    SELECT ${tapeId}, ${batchId}, 'removed', ${table}, ${sql.ref(keyOf(table))}, json_object(${content})
    FROM ${sql.table(table)} WHERE ${sql.ref(where)} IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
    ORDER BY ${sql.ref(keyOf(table))}`.execute(trx);
}

export async function keepAdded(trx: Kysely<DeskSchema>, tapeId: number, batchId: number, table: RowTable, contents: readonly Content[]): Promise<void> {
  for (const content of contents)
    await trx
      .insertInto("sheet_row")
      .values({ tape_id: tapeId, batch_id: batchId, kind: "added", row_table: table, row_id: Number(content[keyOf(table)]), content: JSON.stringify(content) })
      .execute();
}

/** Stores rows of a table as they are. */
export async function insertContents(trx: Kysely<DeskSchema>, table: RowTable, contents: readonly Content[]): Promise<void> {
  for (const content of contents) {
    const cells = Object.entries(content);
    await sql`INSERT INTO ${sql.table(table)} (${sql.join(cells.map(([column]) => sql.ref(column)))})
      VALUES (${sql.join(cells.map(([, value]) => value))})`.execute(trx);
  }
}

/** Puts rows of a batch in their places, under the ids that they had. */
export async function insertRows(trx: Kysely<DeskSchema>, batchId: number, kind: Kind): Promise<void> {
  for (const table of tablesInOrder) {
    const columns = await columnsOf(trx, table);
    const values = sql.join(columns.map((column) => sql`json_extract(content, ${sql.lit(`$.${column}`)})`));
    await sql`INSERT INTO ${sql.table(table)} (${sql.join(columns.map((column) => sql.ref(column)))})
      SELECT ${values} FROM sheet_row WHERE batch_id = ${batchId} AND kind = ${kind} AND row_table = ${table} ORDER BY row_id`.execute(trx);
  }
}

/** Takes rows of a batch away. */
export async function deleteRows(trx: Kysely<DeskSchema>, batchId: number, kind: Kind): Promise<void> {
  for (const table of tablesInOrder.toReversed())
    await sql`DELETE FROM ${sql.table(table)} WHERE ${sql.ref(keyOf(table))} IN
      (SELECT row_id FROM sheet_row WHERE batch_id = ${batchId} AND kind = ${kind} AND row_table = ${table})`.execute(trx);
}
