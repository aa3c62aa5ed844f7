import { parentPort } from "node:worker_threads";
import { mappingOfCall } from "../../../main/command/call-mapping.ts";
import { CommandError } from "../../../main/command/command-error.ts";
import { serveTasks } from "../../../main/jobs/task-server.ts";
import type { TaskContext } from "../../../main/jobs/task-types.ts";
import { TapeError } from "../../../main/tapes/files/tape-error.ts";
import { inspectTape } from "../../../main/tapes/open-tape.ts";
import type { TapeMapping } from "../../../shared/domain/tape-mapping.ts";
import { type ParsedTape, parseTape } from "../../unit/tapes/whole-tape.ts";

/** A file as the command line reads it with `--unit yuan` where nothing else is stated. */
export interface ReadFile {
  readonly refusedAs: string | null;
  readonly mapping: TapeMapping | null;
  readonly tape: Pick<ParsedTape, "loans" | "rejections" | "warnings" | "unused" | "choices" | "reconciliation" | "counts" | "sums"> | null;
}

const tasks = {
  readFile: async ({ path, isYuan }: { readonly path: string; readonly isYuan: boolean }, context: TaskContext): Promise<ReadFile> => {
    const told = ({ share }: { readonly share: number }) => context.progress(share);
    try {
      const inspection = await inspectTape({ path }, () => false, told);
      const mapping = mappingOfCall(inspection, { unit: isYuan ? "yuan" : null, cutOffDate: null });
      return { refusedAs: null, mapping, tape: await parseTape({ path, mapping }, told) };
    } catch (error) {
      if (error instanceof TapeError || error instanceof CommandError) return { refusedAs: error.code, mapping: null, tape: null };
      throw error;
    }
  },
};
export type ReadingTasks = typeof tasks;

if (parentPort) serveTasks(parentPort, tasks);
