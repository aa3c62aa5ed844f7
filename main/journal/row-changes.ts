import { canonicalJson } from "../db/canonical-json.ts";

/** Tables whose rows an edit can change, each with its key, the columns that say nothing of an edit, and those that hold a large record as canonical JSON. */
export const journaledTables = {
  tape: { key: "id", stamp: null, records: [] },
  deal: { key: "id", stamp: "updated_at", records: [] },
  deal_model: { key: "deal_id", stamp: "updated_at", records: ["assumptions", "sources", "cases"] },
  scenario: { key: "id", stamp: "updated_at", records: [] },
  market_deal: { key: "id", stamp: null, records: ["facts"] },
  market_average: { key: "id", stamp: null, records: [] },
  market_figure: { key: "id", stamp: null, records: [] },
  debtor_link: { key: "id", stamp: null, records: [] },
  debtor_estimate: { key: "id", stamp: null, records: [] },
  dd_task: { key: "id", stamp: null, records: [] },
  dd_hours: { key: "deal_id", stamp: null, records: [] },
  quality_confirmation: { key: "id", stamp: null, records: [] },
  bid_date: { key: "id", stamp: null, records: [] },
  bid_plan: { key: "deal_id", stamp: null, records: ["beliefs", "sale", "structures"] },
  company_record: { key: "id", stamp: null, records: ["body"] },
  company_plan: { key: "id", stamp: null, records: ["body"] },
  compliance_rule: { key: "id", stamp: null, records: ["body"] },
  compliance_answer: { key: "id", stamp: null, records: ["body"] },
  assumption_set: { key: "id", stamp: null, records: ["assumptions", "sources", "cases"] },
} as const satisfies Readonly<Record<string, { readonly key: string; readonly stamp: string | null; readonly records: readonly string[] }>>;
export type JournaledTable = keyof typeof journaledTables;

export type Row = Readonly<Record<string, unknown>>;

/** One value that changed: a column, or a place within a column's record. A side that is missing wasn't there. */
interface CellChange {
  readonly path: readonly (string | number)[];
  readonly before?: unknown;
  readonly after?: unknown;
}

/** A row that came, went, or changed in some cells. */
export type RowChange = { readonly table: JournaledTable; readonly id: number } & (
  | { readonly cells: readonly CellChange[] }
  | { readonly made: Row }
  | { readonly removed: Row }
);

/** A batch of edits of a package's rows, which keeps its cells itself: thousands of them copied here would take long. */
interface BatchChange {
  readonly batch: number;
}
export type StepChange = RowChange | BatchChange;

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> => typeof value === "object" && value !== null && !Array.isArray(value);

/** Where two values of JSON differ; lists of different lengths differ as a whole. */
function differences(before: unknown, after: unknown, path: CellChange["path"]): CellChange[] {
  const isList = Array.isArray(before) && Array.isArray(after) && before.length === after.length;
  if (isList) return before.flatMap((value, index) => differences(value, after[index], [...path, index]));
  if (isRecord(before) && isRecord(after)) {
    const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
    return names.flatMap((name) => differences(before[name], after[name], [...path, name]));
  }
  if (before === after || (typeof before === "object" && typeof after === "object" && canonicalJson(before) === canonicalJson(after))) return [];
  return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
}

/** The record columns as values, the stamp left out. */
function unpacked(table: JournaledTable, row: Row): Row {
  const { stamp, records } = journaledTables[table];
  const isPacked = (column: string) => records.some((record) => record === column);
  const entries = Object.entries(row).filter(([column]) => column !== stamp);
  return Object.fromEntries(entries.map(([column, value]) => [column, isPacked(column) ? (JSON.parse(String(value)) as unknown) : value]));
}

/** What happened to a row; null where nothing did. */
export function rowChange(table: JournaledTable, id: number, before: Row | undefined, after: Row | undefined): RowChange | null {
  if (before === undefined) return after === undefined ? null : { table, id, made: after };
  if (after === undefined) return { table, id, removed: before };
  const cells = differences(unpacked(table, before), unpacked(table, after), []);
  return cells.length === 0 ? null : { table, id, cells };
}

export type Side = "before" | "after";

function withCell(value: unknown, path: CellChange["path"], cell: CellChange, side: Side): unknown {
  const [step, ...rest] = path;
  if (step === undefined) return cell[side];
  if (Array.isArray(value)) return value.with(Number(step), withCell(value[Number(step)], rest, cell, side));
  const { [step]: inner, ...others } = isRecord(value) ? value : {};
  const next = withCell(inner, rest, cell, side);
  return next === undefined ? others : { ...others, [step]: next };
}

/** The row as it was before the change, or after it; cells that the change doesn't name stay as they are. Undefined: no row. */
export function rowAt(change: RowChange, row: Row | undefined, side: Side): Row | undefined {
  if ("made" in change) return side === "before" ? undefined : change.made;
  if ("removed" in change) return side === "before" ? change.removed : undefined;
  if (row === undefined) return undefined;
  const { records } = journaledTables[change.table];
  const changed = change.cells.reduce<unknown>((value, cell) => withCell(value, cell.path, cell, side), unpacked(change.table, row)) as Row; // a row stays a row
  return Object.fromEntries(
    Object.entries({ ...row, ...changed }).map(([column, value]) => [
      column,
      // A record that isn't there is no record that says null.
      value !== null && records.some((record) => record === column) ? canonicalJson(value) : value,
    ]),
  );
}
