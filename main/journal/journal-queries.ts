import { type Kysely, sql } from "kysely";
import type { EditStack } from "../../shared/contract/journal-channels.ts";
import type { DeskSchema } from "../db/schema.ts";
import { type JournaledTable, journaledTables, type Row, type StepChange } from "./row-changes.ts";

/** Kept of each stack. */
export const mostSteps = 500;

export const stackKey = (stack: EditStack): string => (stack.area === "deal" ? `deal/${stack.dealId}` : stack.area);

export interface StoredStep {
  readonly id: number;
  readonly label: string;
  readonly changes: readonly StepChange[];
  readonly typing: string | null;
}

export async function findRow(db: Kysely<DeskSchema>, table: JournaledTable, id: number): Promise<Row | undefined> {
  const { rows } = await sql<Row>`select * from ${sql.table(table)} where ${sql.ref(journaledTables[table].key)} = ${id}`.execute(db);
  return rows[0];
}

/** A set that goes leaves the models that named it to the built-in one. */
async function leaveModels(db: Kysely<DeskSchema>, setId: number): Promise<void> {
  const builtIn = db.selectFrom("assumption_set").select("id").where("seeded", "=", 1).orderBy("id").limit(1);
  await db.updateTable("deal_model").set({ assumption_set_id: builtIn }).where("assumption_set_id", "=", setId).execute();
}

/** Puts the row in its place; undefined takes it away. */
export async function writeRow(db: Kysely<DeskSchema>, table: JournaledTable, id: number, row: Row | undefined, now: string): Promise<void> {
  const { key, stamp } = journaledTables[table];
  if (row === undefined) {
    if (table === "assumption_set") await leaveModels(db, id);
    await sql`delete from ${sql.table(table)} where ${sql.ref(key)} = ${id}`.execute(db);
    return;
  }
  const cells = Object.entries(stamp === null ? row : { ...row, [stamp]: now });
  const columns = sql.join(cells.map(([column]) => sql.ref(column)));
  const values = sql.join(cells.map(([, value]) => value));
  const updates = sql.join(cells.map(([column]) => sql`${sql.ref(column)} = excluded.${sql.ref(column)}`));
  await sql`insert into ${sql.table(table)} (${columns}) values (${values}) on conflict (${sql.ref(key)}) do update set ${updates}`.execute(db);
}

const parsed = ({ changes, ...step }: Omit<StoredStep, "changes"> & { readonly changes: string }): StoredStep => ({
  ...step,
  changes: JSON.parse(changes) as StepChange[], // written by appendStep
});

/** The step that would be undone, or redone, next. */
export async function nextStep(db: Kysely<DeskSchema>, stack: string, way: "undo" | "redo"): Promise<StoredStep | undefined> {
  const row = await db
    .selectFrom("journal_step")
    .select(["id", "label", "changes", "typing"])
    .where("stack", "=", stack)
    .where("is_undone", "=", way === "undo" ? 0 : 1)
    .orderBy("id", way === "undo" ? "desc" : "asc")
    .limit(1)
    .executeTakeFirst();
  return row && parsed(row);
}

export async function markStep(db: Kysely<DeskSchema>, id: number, isUndone: boolean): Promise<void> {
  await db
    .updateTable("journal_step")
    .set({ is_undone: isUndone ? 1 : 0 })
    .where("id", "=", id)
    .execute();
}

/** A new edit ends what could be redone. */
export async function dropUndone(db: Kysely<DeskSchema>, stack: string): Promise<void> {
  await db.deleteFrom("journal_step").where("stack", "=", stack).where("is_undone", "=", 1).execute();
}

/** Steps that name a tape that is gone, or a batch of its rows, can't be undone, and stand in the way of those before. */
export async function dropTapeSteps(db: Kysely<DeskSchema>, stack: string, tapeId: number): Promise<void> {
  const names = sql<boolean>`EXISTS (SELECT 1 FROM json_each(changes) AS c LEFT JOIN sheet_batch AS b ON b.id = c.value ->> 'batch'
    WHERE b.tape_id = ${tapeId} OR (c.value ->> 'table' = 'tape' AND c.value ->> 'id' = ${tapeId}))`;
  await db.deleteFrom("journal_step").where("stack", "=", stack).where(names).execute();
}

export async function dropStep(db: Kysely<DeskSchema>, id: number): Promise<void> {
  await db.deleteFrom("journal_step").where("id", "=", id).execute();
}

export async function replaceChanges(db: Kysely<DeskSchema>, id: number, changes: readonly StepChange[], now: string): Promise<void> {
  await db
    .updateTable("journal_step")
    .set({ changes: JSON.stringify(changes), made_at: now })
    .where("id", "=", id)
    .execute();
}

interface NewStep {
  readonly stack: string;
  readonly label: string;
  readonly changes: readonly StepChange[];
  readonly typing: string | null;
}

/** Appends a step and lets the oldest beyond the limit go. */
export async function appendStep(db: Kysely<DeskSchema>, { changes, ...step }: NewStep, now: string): Promise<void> {
  await db
    .insertInto("journal_step")
    .values({ ...step, changes: JSON.stringify(changes), made_at: now })
    .execute();
  const oldestKept = db
    .selectFrom("journal_step")
    .select("id")
    .where("stack", "=", step.stack)
    .orderBy("id", "desc")
    .limit(1)
    .offset(mostSteps - 1);
  await db.deleteFrom("journal_step").where("stack", "=", step.stack).where("id", "<", oldestKept).execute();
}
