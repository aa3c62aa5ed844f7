import type { Kysely } from "kysely";
import { DeskError } from "../../shared/result.ts";
import type { DeskSchema } from "../db/schema.ts";
import type { MoveBatch } from "../journal/journal-service.ts";
import type { TapeChanges } from "../packages/tape-changes.ts";
import { liveTapeOf, markBatch, moveTotals, nextRevision, reachOf, writeCells } from "./batch-queries.ts";
import { deleteRows, insertRows } from "./row-changes-queries.ts";

/** Does what a batch keeps to the rows of its tape, or takes it back, and gives the tape its next revision. */
export async function turnBatch(trx: Kysely<DeskSchema>, changes: TapeChanges, tapeId: number, batchId: number, way: "undo" | "redo"): Promise<void> {
  const side = way === "undo" ? "old" : "new";
  await insertRows(trx, batchId, way === "undo" ? "removed" : "added");
  await writeCells(trx, tapeId, batchId, side);
  await deleteRows(trx, batchId, way === "undo" ? "added" : "removed");
  await moveTotals(trx, tapeId, batchId, side);
  const { loanIds, namesChanged } = await reachOf(trx, batchId);
  changes.add(tapeId, { revision: await nextRevision(trx, tapeId, namesChanged), loanIds });
}

/** What the journal does with a step that is a batch; one whose tape is gone is refused. */
export const movesBatches =
  (changes: TapeChanges): MoveBatch =>
  async (trx, batchId, way) => {
    const tapeId = await liveTapeOf(trx, batchId);
    if (tapeId === undefined) throw new DeskError("journal.blocked");
    await turnBatch(trx, changes, tapeId, batchId, way);
    await markBatch(trx, batchId, way === "undo");
  };
