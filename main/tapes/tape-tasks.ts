import type { HeaderChoice, TapeDelimiter, TapeEncoding, TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { DeskError } from "../../shared/result.ts";
import { deskErrorOfSqlite } from "../db/sqlite-errors.ts";
import type { DeskFile } from "../db/worker-connection.ts";
import type { Task } from "../jobs/task-types.ts";
import { TapeError } from "./files/tape-error.ts";
import { exportFindings } from "./finding-list.ts";
import { inspectTape, readTape } from "./open-tape.ts";
import { exportOwnTape } from "./own/own-export.ts";
import { removeTapes } from "./remove-tapes.ts";
import { StagedRows } from "./stage-tape.ts";
import type { StagedTape, TapePlace, UnwantedTape } from "./staged-tape.ts";

type OpenTapeInput = {
  readonly path: string;
  readonly more: readonly string[];
  readonly encoding: TapeEncoding | null;
  readonly delimiter: TapeDelimiter | null;
  readonly passwords: readonly string[];
};

type InspectTapeInput = OpenTapeInput & { readonly headerChoices: readonly HeaderChoice[] };

type ImportTapeInput = OpenTapeInput & {
  readonly mapping: TapeMapping;
  /** The file's hash as it was inspected; null where it wasn't. */
  readonly expectedSha256: string | null;
  readonly desk: DeskFile;
  readonly place: TapePlace;
};

/** The refusal of a file or mapping, or of the disk, as an error with a sentence. */
export async function refusing<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TapeError)) throw deskErrorOfSqlite(error) ?? error;
    if (error.code === "cancelled") throw new DeskError("job.cancelled");
    throw new DeskError("tape.refused", { ...error.values, reason: error.code });
  }
}

/** Says what a file holds and proposes a mapping. */
const inspectTapeTask: Task<InspectTapeInput, TapeInspection> = ({ path, more, encoding, delimiter, passwords, headerChoices }, context) =>
  refusing(() =>
    inspectTape(
      { path, more, encoding: encoding ?? undefined, delimiter: delimiter ?? undefined, passwords, headerChoices },
      () => context.isCancelled(),
      ({ share }) => context.progress(share),
    ),
  );

/** How much of an import is over when the file is read: few rows still wait for the thread that stores them. */
const readingShare = 0.95;

/** Reads a file under a confirmed mapping while another thread stores its rows where nobody sees them yet. */
const importTapeTask =
  (storingThread: URL): Task<ImportTapeInput, StagedTape> =>
  (input, context) =>
    refusing(async () => {
      const { path, more, encoding, delimiter, passwords, mapping, expectedSha256, desk, place } = input;
      const rows = new StagedRows(storingThread, desk, place);
      try {
        const tape = await readTape(
          { path, more, encoding: encoding ?? undefined, delimiter: delimiter ?? undefined, passwords, mapping },
          rows,
          ({ share }) => context.progress(readingShare * share),
          () => context.isCancelled(),
        );
        // The mapping was confirmed for the file as it was then.
        if (expectedSha256 !== null && expectedSha256 !== tape.sha256) throw new DeskError("tape.inspectionExpired");
        await rows.finish(tape.report);
        context.throwIfCancelled();
        return tape;
      } finally {
        await rows.close();
      }
    });

/** Takes the rows of tapes away that nobody sees. */
const removeTapesTask: Task<{ readonly desk: DeskFile; readonly tapes: readonly UnwantedTape[] }, void> = ({ desk, tapes }, context) =>
  refusing(() => removeTapes(desk, tapes, () => context.throwIfCancelled()));

/** The tasks on tapes; `storingThread` is the entry that calls `serveStoring`. */
export const tapeTasks = (storingThread: URL) => ({
  inspectTape: inspectTapeTask,
  importTape: importTapeTask(storingThread),
  removeTapes: removeTapesTask,
  exportFindings,
  exportOwnTape,
});
export type TapeTasks = ReturnType<typeof tapeTasks>;
