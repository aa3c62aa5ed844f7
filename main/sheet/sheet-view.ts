import { type RawBuilder, sql } from "kysely";
import type { CellValue, SheetFilter, SheetView } from "../../shared/contract/sheet-channels.ts";
import { type SheetList, sheetColumn } from "../../shared/domain/sheet-fields.ts";
import { fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import type { TaskContext } from "../jobs/task-types.ts";
import { sharedColumn } from "../packages/loaded-package.ts";
import { orderNumbers, orderRanks } from "../pricing/sort-order.ts";
import { TextRanks } from "../pricing/text-keys.ts";
import { fromList, placeIn } from "./sheet-queries.ts";

export interface ViewInput {
  readonly desk: DeskFile;
  readonly tapeId: number;
  readonly list: SheetList;
  readonly view: SheetView;
}

const never = sql<boolean>`0`;

/** A text in what a field holds, whatever the case of Latin letters. */
const holds = (place: RawBuilder<CellValue>, text: string) => sql<boolean>`instr(lower(${place}), lower(${text})) > 0`;

/** The value of a cell before the first edit that stands. */
function sellerValue(list: SheetList, place: string, tapeId: number) {
  return sql`(SELECT c.old_value FROM sheet_cell AS c JOIN sheet_batch AS b ON b.id = c.batch_id AND b.is_undone = 0
    WHERE c.tape_id = ${tapeId} AND c.list = ${list} AND c.row_id = r.id AND c.place = ${place} ORDER BY c.rowid LIMIT 1)`;
}

function isEdited(list: SheetList, place: string, tapeId: number) {
  const wasTyped = sql`EXISTS (SELECT 1 FROM sheet_cell AS c JOIN sheet_batch AS b ON b.id = c.batch_id AND b.is_undone = 0
    WHERE c.tape_id = ${tapeId} AND c.list = ${list} AND c.row_id = r.id AND c.place = ${place})`;
  return sql<boolean>`(${wasTyped} AND ${placeIn(list, place)} IS NOT ${sellerValue(list, place, tapeId)})`;
}

function condition({ list, tapeId }: ViewInput, { field, kind, value }: SheetFilter): RawBuilder<boolean> {
  const place = sheetColumn(list, field)?.column;
  if (place === undefined) return never;
  const at = placeIn(list, place);
  if (kind === "missing") return sql`${at} IS NULL`;
  if (kind === "edited") return isEdited(list, place, tapeId);
  if (kind === "contains") return holds(at, String(value ?? ""));
  if (kind === "is") return sql`${at} IS ${value}`;
  return kind === "atLeast" ? sql`${at} >= ${value}` : sql`${at} <= ${value}`;
}

/** Of a column's conditions those that say what a cell is or contains count each for itself, all others together. */
const isAlternative = (kind: SheetFilter["kind"]) => kind === "is" || kind === "contains";

/** What the rows have to meet, column by column. */
function conditionsOf(input: ViewInput): RawBuilder<boolean>[] {
  const { filters } = input.view;
  const alone = filters.filter(({ kind }) => !isAlternative(kind)).map((filter) => condition(input, filter));
  const fields = new Set(filters.flatMap(({ field, kind }) => (isAlternative(kind) ? [field] : [])));
  const anyOf = [...fields].map((field) => {
    const alternatives = filters.filter((filter) => filter.field === field && isAlternative(filter.kind)).map((filter) => condition(input, filter));
    return sql<boolean>`(${sql.join(alternatives, sql` OR `)})`;
  });
  return [...alone, ...anyOf];
}

function searched(list: SheetList, text: string): RawBuilder<boolean> {
  const places =
    list === "loan"
      ? ["r.contract_no", "r.debtor_name"]
      : list === "collateral"
        ? ["r.contract_no", "l.debtor_name"]
        : ["l.contract_no", "l.debtor_name", "r.name"];
  return sql`(${sql.join(
    places.map((place) => holds(sql.ref<CellValue>(place), text)),
    sql` OR `,
  )})`;
}

/** Rows of a list in the order of the tape: loans by id, what hangs on them behind one another, items without a loan last. */
const tapeOrder: Readonly<Record<SheetList, RawBuilder<unknown>>> = {
  loan: sql`r.id`,
  collateral: sql`r.loan_id IS NULL, r.loan_id, r.id`,
  guarantor: sql`r.loan_id, r.id`,
};

const textKinds: readonly string[] = ["identifier", "text", "names"];

/** The rows' own order, then that of a column: what is missing stands last in both directions. */
function sorted(field: TapeField, values: readonly CellValue[], descending: boolean): Uint32Array {
  const order = sharedColumn.words(values.length);
  const { kind, codes = [] } = fieldRecord(field);
  if (textKinds.includes(kind)) {
    const ranks = new TextRanks();
    for (const value of values) ranks.add(value === null ? "" : String(value));
    return orderRanks(ranks.ranks(new Uint32Array(values.length)), descending, order);
  }
  const numberOf = (value: CellValue) => {
    if (value === null) return Number.NaN;
    if (kind === "code") return codes.indexOf(String(value));
    return kind === "date" ? Date.parse(String(value)) : Number(value);
  };
  return orderNumbers(Float64Array.from(values, numberOf), descending, order);
}

/** Ids of the rows that a view shows, in its order. */
export function viewIds(input: ViewInput, context: TaskContext): Float64Array {
  const { desk, tapeId, list, view } = input;
  const connection = new WorkerConnection(desk);
  try {
    const { kysely, raw } = connection;
    const conditions = [sql`r.tape_id = ${tapeId}`, ...conditionsOf(input)];
    if (view.search.trim() !== "") conditions.push(searched(list, view.search.trim()));
    const sortPlace = view.sort === null ? undefined : sheetColumn(list, view.sort.field)?.column;
    const value = sortPlace === undefined ? sql`NULL` : placeIn(list, sortPlace);
    const query = sql`SELECT r.id, ${value} FROM ${fromList[list]} WHERE ${sql.join(conditions, sql` AND `)} ORDER BY ${tapeOrder[list]}`.compile(kysely);
    const ids: number[] = [];
    const values: CellValue[] = [];
    for (const [id, cell] of raw
      .prepare<unknown[], [number, CellValue]>(query.sql)
      .raw()
      .iterate(...query.parameters)) {
      ids.push(id);
      if (sortPlace !== undefined) values.push(cell);
    }
    context.throwIfCancelled();
    const shown = sharedColumn.numbers(ids.length);
    if (view.sort === null || sortPlace === undefined) shown.set(ids);
    else shown.set(Float64Array.from(sorted(view.sort.field, values, view.sort.descending), (index) => ids[index] ?? 0));
    return shown;
  } finally {
    connection.close();
  }
}
