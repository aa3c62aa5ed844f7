import { sql } from "kysely";
import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { type SheetList, sheetColumn } from "../../shared/domain/sheet-fields.ts";
import { fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { TaskContext } from "../jobs/task-types.ts";
import { idsIn } from "./batch-queries.ts";
import { fromList, placeIn, readRows } from "./sheet-queries.ts";
import { shownTexts } from "./shown-cell.ts";

/** Rows of a view, or a part of them. */
interface RowsInput {
  readonly desk: DeskFile;
  readonly tapeId: number;
  readonly list: SheetList;
  readonly ids: Float64Array;
}

export interface SheetFiguresInput extends RowsInput {
  readonly fields: readonly TapeField[];
}

export interface FieldFigure {
  readonly field: TapeField;
  readonly filled: number;
  readonly sum: number | null;
  readonly average: number | null;
}

const rowsAtOnce = 10_000;
const addedKinds: readonly string[] = ["amount", "share", "count", "months", "area"];

function placeOfField(list: SheetList, field: TapeField): string[] {
  const place = sheetColumn(list, field)?.column;
  return place === undefined ? [] : [place];
}

/** How many cells of each field are filled, their sum and average. */
export async function sheetFigures({ desk, tapeId, list, ids, fields }: SheetFiguresInput, context: TaskContext): Promise<FieldFigure[]> {
  const connection = new WorkerConnection(desk);
  const sums = fields.map((field) => ({ field, filled: 0, sum: 0 }));
  try {
    for (let from = 0; from < ids.length; from += rowsAtOnce) {
      context.throwIfCancelled();
      const places = fields.flatMap((field) => placeOfField(list, field));
      const parts = places.flatMap((place) => [sql`count(${placeIn(list, place)})`, sql`total(${placeIn(list, place)})`]);
      const query = sql`SELECT ${sql.join(parts)} FROM ${fromList[list]}
        WHERE r.id IN ${idsIn([...ids.subarray(from, from + rowsAtOnce)])} AND +r.tape_id = ${tapeId}`.compile(connection.kysely);
      const row =
        connection.raw
          .prepare<unknown[], number[]>(query.sql)
          .raw()
          .get(...query.parameters) ?? [];
      for (const [at, figure] of sums.entries()) {
        figure.filled += row[2 * at] ?? 0;
        figure.sum += row[2 * at + 1] ?? 0;
      }
    }
  } finally {
    connection.close();
  }
  return sums.map(({ field, filled, sum }) => {
    const { kind } = fieldRecord(field);
    const isAdded = addedKinds.includes(kind) && filled > 0;
    // A sum of shares or months says nothing.
    return { field, filled, sum: isAdded && kind !== "share" && kind !== "months" ? sum : null, average: isAdded ? sum / filled : null };
  });
}

export interface FindInput extends RowsInput {
  readonly fields: readonly TapeField[];
  readonly text: string;
  readonly unit: MoneyUnit;
  /** Place among the ids from which to look; those before it are looked at last. */
  readonly from: number;
  /** Cells that are enough. */
  readonly most: number;
}

export interface FoundCell {
  readonly index: number;
  readonly rowId: number;
  readonly field: TapeField;
  readonly value: CellValue;
}

/** Cells that hold a text as the sheet shows them, row by row. */
export async function findCells({ desk, tapeId, list, ids, fields, text, unit, from, most }: FindInput, context: TaskContext): Promise<FoundCell[]> {
  const wanted = text.toLowerCase();
  const found: FoundCell[] = [];
  const places = fields.flatMap((field) => placeOfField(list, field).map((place) => ({ field, place })));
  const connection = new WorkerConnection(desk);
  const look = async (start: number, end: number) => {
    for (let at = start; at < end && found.length < most; at += rowsAtOnce) {
      context.throwIfCancelled();
      const some = [...ids.subarray(at, Math.min(at + rowsAtOnce, end))];
      const rows = await readRows(
        connection.kysely,
        tapeId,
        list,
        some,
        places.map(({ place }) => place),
      );
      const byId = new Map(rows.map((row) => [row.id, row]));
      for (const [offset, rowId] of some.entries()) {
        for (const { field, place } of places) {
          const value = byId.get(rowId)?.[place] ?? null;
          if (found.length < most && shownTexts(field, value, unit).some((shown) => shown.includes(wanted)))
            found.push({ index: at + offset, rowId, field, value });
        }
      }
    }
  };
  try {
    await look(from, ids.length);
    await look(0, Math.min(from, ids.length));
  } finally {
    connection.close();
  }
  return found;
}
