import type { Kysely } from "kysely";
import type { Deal } from "../../shared/contract/deal-channels.ts";
import type { StepLabel } from "../../shared/contract/journal-channels.ts";
import type { editCauses } from "../../shared/contract/sheet-channels.ts";
import { DeskError } from "../../shared/result.ts";
import type { DeskSchema } from "../db/schema.ts";
import { getOpenDeal } from "../deals/deal-service.ts";
import type { JournalService } from "../journal/journal-service.ts";
import type { TapeChanges } from "../packages/tape-changes.ts";
import { insertBatch } from "./batch-queries.ts";
import { turnBatch } from "./turn-batch.ts";

export interface SheetEditorParts {
  readonly journal: Pick<JournalService, "edit">;
  /** Told of what edits do to the rows of tapes. */
  readonly changes: TapeChanges;
  readonly now: () => string;
  /** Who works at the desk; empty where it is not stated. */
  readonly author: () => Promise<string>;
}

export interface EditOf {
  readonly dealId: number;
  readonly cause: (typeof editCauses)[number];
  readonly why: string;
  readonly kind: StepLabel["kind"];
}

/** Keeps what a batch changes; answers how many cells or rows that is, for its name. */
type KeepBatch = (trx: Kysely<DeskSchema>, tapeId: number, batchId: number) => Promise<number>;

/** The tape that is a deal's package. */
export function tapeIdOf(deal: Deal): number {
  if (deal.package === null) throw new DeskError("deal.noTape", { dealId: deal.id });
  return deal.package.tapeId;
}

/** Does what `keep` keeps as one step of the deal's stack. */
export async function editRows(parts: SheetEditorParts, { dealId, cause, why, kind }: EditOf, keep: KeepBatch): Promise<void> {
  const author = await parts.author();
  let count = 0;
  await parts.journal.edit({ stack: { area: "deal", dealId }, label: () => ({ kind, name: String(count) }) }, async ({ trx, batch }) => {
    const tapeId = tapeIdOf(await getOpenDeal(trx, dealId));
    const batchId = await insertBatch(trx, { tapeId, cause, why, author, madeAt: parts.now() });
    count = await keep(trx, tapeId, batchId);
    await turnBatch(trx, parts.changes, tapeId, batchId, "redo");
    batch(batchId);
  });
}
