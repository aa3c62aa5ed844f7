import type { PackageColumns } from "../engine/engine-types.ts";
import type { Task } from "../jobs/task-types.ts";
import type { LoadedPackage } from "./loaded-package.ts";

/** Columns on their way to a worker, with the name of the reading that they come from; without one they are not held. */
export interface SentColumns {
  readonly columns: PackageColumns;
  readonly readingId?: string;
}

/** One reading at a time: a million loans prepared take about 330 MB in each worker, and a desk works on one deal at a time. */
let held: { readonly readingId: string; readonly columns: PackageColumns } | null = null;

/** A loaded package as tasks take it. */
export function sentColumns({ columns, readingId }: LoadedPackage): SentColumns {
  return { columns, readingId };
}

/**
 * Gives a task the same object for the columns of one reading, job after job: columns cross to a worker as new views on the
 * same memory, and what the engine keeps for a package hangs on the object.
 */
export function onHeldColumns<In extends SentColumns, Out>(task: Task<In, Out>): Task<In, Out> {
  return (input, context) => {
    const { readingId } = input;
    if (readingId === undefined) return task(input, context);
    if (held?.readingId !== readingId) held = { readingId, columns: input.columns };
    return task({ ...input, columns: held.columns }, context);
  };
}
