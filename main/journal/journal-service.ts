import type { Kysely } from "kysely";
import { type EditStack, type JournalStep, type StepLabel, stepLabelSchema } from "../../shared/contract/journal-channels.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import type { DeskSchema } from "../db/schema.ts";
import {
  appendStep,
  dropStep,
  dropTapeSteps,
  dropUndone,
  findRow,
  markStep,
  nextStep,
  replaceChanges,
  type StoredStep,
  stackKey,
  writeRow,
} from "./journal-queries.ts";
import { type JournaledTable, type Row, type RowChange, rowAt, rowChange, type StepChange } from "./row-changes.ts";

/** The edit's own transaction, which is told of the rows that it changes. */
export interface Edit {
  readonly trx: Kysely<DeskSchema>;
  /** To be called before the row is changed or removed. */
  touch(table: JournaledTable, id: number): Promise<void>;
  /** To be called after the row was made. */
  made(table: JournaledTable, id: number): void;
  /** A batch of edits of a package's rows, which is undone as one. */
  batch(batchId: number): void;
}

/** Takes a batch of edits of a package's rows back, or does it again. */
export type MoveBatch = (trx: Kysely<DeskSchema>, batchId: number, way: "undo" | "redo") => Promise<void>;

interface EditParts {
  readonly stack: EditStack;
  /** Told once the edit is done, since it may depend on what came out. */
  readonly label: () => Pick<StepLabel, "kind"> & Partial<StepLabel>;
  /** Edits that follow one another with the same are one step: keys typed into a field in one go. */
  readonly typing?: string | undefined;
}

export interface JournalService {
  /** Runs an edit in a transaction and appends it to its stack, where it changed anything. */
  edit<T>(parts: EditParts, work: (edit: Edit) => Promise<T>): Promise<T>;
  next(stack: EditStack): Promise<{ readonly undo: JournalStep | null; readonly redo: JournalStep | null }>;
  /** Undoes or redoes a step; null where there is none, or another one than `stepId` is next. */
  move(stack: EditStack, way: "undo" | "redo", stepId: number | null): Promise<JournalStep | null>;
}

/** Forgets the edits of a tape's rows, which go with it, and that it was made the deal's package, or none. */
export async function forgetTapeSteps(trx: Kysely<DeskSchema>, dealId: number, tapeId: number): Promise<void> {
  await dropTapeSteps(trx, stackKey({ area: "deal", dealId }), tapeId);
}

interface JournalParts {
  readonly db: DeskDatabase;
  readonly now: () => string;
  readonly moveBatch: MoveBatch;
  /** Told of what an edit changed, before it is committed. */
  readonly onChanges?: (changes: unknown) => void;
}

const saidOf = ({ id, label }: StoredStep): JournalStep => ({ stepId: id, label: stepLabelSchema.parse(JSON.parse(label)) });

async function assertOpen(db: Kysely<DeskSchema>, stack: EditStack): Promise<void> {
  if (stack.area !== "deal") return;
  const deal = await db.selectFrom("deal").select("archived").where("id", "=", stack.dealId).executeTakeFirst();
  if (deal?.archived === 1) throw new DeskError("deal.archived", { dealId: stack.dealId });
}

const ofRows = (changes: readonly StepChange[]): readonly RowChange[] => changes.filter((change) => "table" in change);

/** Both steps as one: from what was before the first to what is after the second. */
async function joined(db: Kysely<DeskSchema>, first: readonly RowChange[], second: readonly RowChange[]): Promise<RowChange[]> {
  const rows = new Map([...first, ...second].map(({ table, id }) => [`${table}/${id}`, { table, id }]));
  const changes: RowChange[] = [];
  for (const { table, id } of rows.values()) {
    const now = await findRow(db, table, id);
    const undo = (row: Row | undefined, step: readonly RowChange[]) =>
      step.filter((change) => change.table === table && change.id === id).reduceRight((state, change) => rowAt(change, state, "before"), row);
    const change = rowChange(table, id, undo(undo(now, second), first), now);
    if (change !== null) changes.push(change);
  }
  return changes;
}

/** SQLite's code where a row can't go or come because of another. */
const isConstraint = (error: unknown) => error instanceof Error && "code" in error && String(error.code).startsWith("SQLITE_CONSTRAINT");

/** Edits of the desk that can be undone, also after the next start: each is stored with what it changed, in the edit's own transaction. */
export function createJournalService({ db, now, moveBatch, onChanges }: JournalParts): JournalService {
  const { kysely } = db;

  const append = async (trx: Kysely<DeskSchema>, { stack, label, typing }: EditParts, changes: readonly StepChange[]): Promise<void> => {
    const key = stackKey(stack);
    await dropUndone(trx, key);
    const last = typing === undefined ? undefined : await nextStep(trx, key, "undo");
    if (last === undefined || last.typing !== typing) {
      await appendStep(trx, { stack: key, label: JSON.stringify(label()), changes, typing: typing ?? null }, now());
      return;
    }
    const both = await joined(trx, ofRows(last.changes), ofRows(changes));
    // What was typed and taken back by Escape is no step.
    if (both.length === 0) await dropStep(trx, last.id);
    else await replaceChanges(trx, last.id, both, now());
  };

  return {
    edit: (parts, work) =>
      kysely.transaction().execute(async (trx) => {
        const before = new Map<string, { readonly table: JournaledTable; readonly id: number; readonly row: Row | undefined }>();
        const batches: StepChange[] = [];
        const note = (table: JournaledTable, id: number, row: Row | undefined) => {
          if (!before.has(`${table}/${id}`)) before.set(`${table}/${id}`, { table, id, row });
        };
        const done = await work({
          trx,
          touch: async (table, id) => note(table, id, await findRow(trx, table, id)),
          made: (table, id) => note(table, id, undefined),
          batch: (batchId) => void batches.push({ batch: batchId }),
        });
        const changes: StepChange[] = [...batches];
        for (const { table, id, row } of before.values()) {
          const change = rowChange(table, id, row, await findRow(trx, table, id));
          if (change !== null) changes.push(change);
        }
        if (changes.length > 0) {
          await append(trx, parts, changes);
          onChanges?.({ step: parts.label(), changes });
        }
        return done;
      }),
    next: async (stack) => {
      const [undo, redo] = [await nextStep(kysely, stackKey(stack), "undo"), await nextStep(kysely, stackKey(stack), "redo")];
      return { undo: undo === undefined ? null : saidOf(undo), redo: redo === undefined ? null : saidOf(redo) };
    },
    move: async (stack, way, stepId) => {
      try {
        return await kysely.transaction().execute(async (trx) => {
          const step = await nextStep(trx, stackKey(stack), way);
          if (step === undefined || (stepId !== null && step.id !== stepId)) return null;
          await assertOpen(trx, stack);
          const side = way === "undo" ? "before" : "after";
          for (const change of way === "undo" ? step.changes.toReversed() : step.changes) {
            if ("batch" in change) {
              await moveBatch(trx, change.batch, way);
              continue;
            }
            const row = await findRow(trx, change.table, change.id);
            // A row that is gone takes nothing that was changed in it.
            if ("cells" in change && row === undefined) throw new DeskError("journal.blocked");
            await writeRow(trx, change.table, change.id, rowAt(change, row, side), now());
          }
          await markStep(trx, step.id, way === "undo");
          const said = saidOf(step);
          onChanges?.({ [way]: said.label, changes: step.changes });
          return said;
        });
      } catch (error) {
        throw isConstraint(error) ? new DeskError("journal.blocked", {}, { cause: error }) : error;
      }
    },
  };
}
