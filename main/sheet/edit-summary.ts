import { type Kysely, sql } from "kysely";
import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import { type DeskEdits, mostPrintedEdits } from "../../shared/domain/memo.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import type { DeskSchema } from "../db/schema.ts";
import { contractOf, fieldOf, hiddenPlaces } from "./sheet-queries.ts";

interface EditedCell {
  readonly list: SheetList;
  readonly row_id: number;
  readonly place: string;
  readonly old_value: CellValue;
  readonly new_value: CellValue;
  readonly author: string;
  readonly why: string;
  readonly contract_no: string | null;
}

/** Rows of one kind that stand and that the other kind doesn't undo: a row that was added and removed again is neither. */
async function countRows(db: Kysely<DeskSchema>, tapeId: number, kind: "added" | "removed"): Promise<number> {
  const standing = (
    which: "added" | "removed",
  ) => sql`(SELECT s.row_table, s.row_id FROM sheet_row AS s JOIN sheet_batch AS b ON b.id = s.batch_id AND b.is_undone = 0
    WHERE s.tape_id = ${tapeId} AND s.kind = ${which} AND s.row_table <> 'loan_estimate')`;
  const other = kind === "added" ? "removed" : "added";
  const { rows } = await sql<{ count: number }>`SELECT count(*) AS count FROM ${standing(kind)}
    WHERE (row_table, row_id) NOT IN ${standing(other)}`.execute(db);
  return rows[0]?.count ?? 0;
}

/** The edits that a package rests on: cells whose value is not the seller's, rows that came and went, and the first of the cells; null where there are none. */
export async function readDeskEdits(db: Kysely<DeskSchema>, tapeId: number): Promise<DeskEdits | null> {
  const cells = sql`(SELECT c.list, c.row_id, c.place, min(c.rowid) AS first, max(c.rowid) AS last FROM sheet_cell AS c
    JOIN sheet_batch AS b ON b.id = c.batch_id AND b.is_undone = 0
    WHERE c.tape_id = ${tapeId} AND c.place NOT IN (${sql.join([...hiddenPlaces])}) GROUP BY c.list, c.row_id, c.place)`;
  const edited = sql`${cells} AS e JOIN sheet_cell AS f ON f.rowid = e.first JOIN sheet_cell AS c ON c.rowid = e.last JOIN sheet_batch AS b ON b.id = c.batch_id
    WHERE f.old_value IS NOT c.new_value AND NOT EXISTS (SELECT 1 FROM sheet_row AS s JOIN sheet_batch AS sb ON sb.id = s.batch_id AND sb.is_undone = 0
      WHERE s.tape_id = ${tapeId} AND s.row_table = e.list AND s.row_id = e.row_id)`;
  const [{ count: values } = { count: 0 }] = (await sql<{ count: number }>`SELECT count(*) AS count FROM ${edited}`.execute(db)).rows;
  const [addedRows, removedRows] = [await countRows(db, tapeId, "added"), await countRows(db, tapeId, "removed")];
  if (values + addedRows + removedRows === 0) return null;
  const { rows } = await sql<EditedCell>`SELECT c.list, c.row_id, c.place, f.old_value, c.new_value, b.author, b.why, ${contractOf} AS contract_no
    FROM ${edited} ORDER BY c.rowid LIMIT ${mostPrintedEdits}`.execute(db);
  return {
    values,
    addedRows,
    removedRows,
    cells: rows.flatMap(({ list, place, old_value, new_value, author, why, contract_no }) => {
      const field = fieldOf(list, place);
      return field === null ? [] : [{ list, contractNo: contract_no ?? "", field, old: old_value, new: new_value, author, why }];
    }),
  };
}
