import type { TrailFilter, TrailHead, TrailVerdict } from "../../shared/domain/audit.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import { listTask } from "../exports/export-tasks.ts";
import type { RowStream } from "../exports/write-table.ts";
import type { Task, TaskContext } from "../jobs/task-types.ts";
import type { ChainedEvent } from "./audit-chain.ts";
import { readChain } from "./trail-queries.ts";
import { verifyTrail as verify } from "./verify-trail.ts";

/** Events between two looks at whether the user has cancelled. */
const eventsPerStep = 2000;

function stepping(context: TaskContext): () => void {
  let read = 0;
  return () => {
    if (read % eventsPerStep === 0) context.step(null);
    read += 1;
  };
}

const verifyTrail: Task<{ readonly desk: DeskFile; readonly heads: readonly TrailHead[] }, TrailVerdict> = ({ desk, heads }, context) => {
  const db = new WorkerConnection(desk);
  try {
    return verify(db.raw, heads, stepping(context));
  } finally {
    db.close();
  }
};

export interface TrailSource {
  readonly desk: DeskFile;
  readonly filter: TrailFilter;
  readonly count: number;
  /** The list's name, then the heads of its columns. */
  readonly heads: readonly string[];
}

const isWanted = ({ dealId, personId, area }: TrailFilter, event: ChainedEvent): boolean =>
  (dealId === null || event.dealId === dealId) && (personId === null || event.personId === personId) && (area === null || event.kind.startsWith(`${area}.`));

/** Every column of the chain, so that another program can walk it as the desk does. */
function* trailRows(db: WorkerConnection, filter: TrailFilter) {
  try {
    for (const event of readChain(db.raw)) {
      if (!isWanted(filter, event)) continue;
      const { id, at, kind, dealId, subject, personId, signer, valueHash, previous, hash, signature, value } = event;
      const cells = [id, at, kind, dealId, subject, personId, signer, value?.content ?? null, value?.salt ?? null, valueHash, previous, hash, signature];
      yield cells.map((cell) => (cell === null ? "" : String(cell)));
    }
  } finally {
    db.close();
  }
}

const trailList = ({ desk, filter, count, heads: [name = "", ...heads] }: TrailSource): RowStream => ({
  name,
  columns: heads.map((head) => ({ head, kind: "text" })),
  rowCount: count,
  rows: trailRows(new WorkerConnection(desk), filter),
});

export const auditTasks = { verifyTrail, exportTrail: listTask(trailList) };
export type AuditTasks = typeof auditTasks;
