import { type Kysely, sql } from "kysely";
import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import type { EditedField } from "../../shared/domain/edited-fields.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import type { DeskSchema } from "../db/schema.ts";
import { fieldOf, hiddenPlaces } from "./sheet-queries.ts";

/** What of the loans of a tape the desk has its own word on, each once. Loans that it added or took away are none of these. */
export async function readEditedFields(db: Kysely<DeskSchema>, tapeId: number): Promise<EditedField[]> {
  const loanOf = (list: ReturnType<typeof sql>, row: ReturnType<typeof sql>) => sql`CASE ${list} WHEN 'loan' THEN ${row}
    WHEN 'collateral' THEN (SELECT i.loan_id FROM collateral AS i WHERE i.id = ${row})
    ELSE (SELECT g.loan_id FROM guarantor AS g WHERE g.id = ${row}) END`;
  const { rows: cells } = await sql<{ loan: number | null; list: SheetList; place: string }>`
    SELECT DISTINCT ${loanOf(sql`e.list`, sql`e.row_id`)} AS loan, e.list, e.place
    FROM (SELECT c.list, c.row_id, c.place, min(c.rowid) AS first, max(c.rowid) AS last FROM sheet_cell AS c
      JOIN sheet_batch AS b ON b.id = c.batch_id AND b.is_undone = 0
      WHERE c.tape_id = ${tapeId} AND c.place NOT IN (${sql.join([...hiddenPlaces])}) GROUP BY c.list, c.row_id, c.place) AS e
    JOIN sheet_cell AS f ON f.rowid = e.first JOIN sheet_cell AS l ON l.rowid = e.last WHERE f.old_value IS NOT l.new_value`.execute(db);
  const { rows: parts } = await sql<{ loan: CellValue; list: SheetList }>`
    SELECT DISTINCT json_extract(s.content, '$.loan_id') AS loan, s.row_table AS list FROM sheet_row AS s
    JOIN sheet_batch AS b ON b.id = s.batch_id AND b.is_undone = 0
    WHERE s.tape_id = ${tapeId} AND s.row_table IN ('collateral', 'guarantor')`.execute(db);
  return [
    ...cells.flatMap(({ loan, list, place }) => (loan === null ? [] : [{ loanId: loan, list, field: fieldOf(list, place) }])),
    ...parts.flatMap(({ loan, list }) => (typeof loan === "number" ? [{ loanId: loan, list, field: null }] : [])),
  ];
}
