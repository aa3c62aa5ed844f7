import type { TapeDelimiter, TapeEncoding, TapeInspection, TapeMapping } from "../../shared/domain/tape-mapping.ts";
import { DeskError } from "../../shared/result.ts";
import { deskErrorOfSqlite } from "../db/sqlite-errors.ts";
import type { DeskFile } from "../db/worker-connection.ts";
import type { Task } from "../jobs/task-types.ts";
import { TapeError } from "./files/tape-error.ts";
import { inspectTape, parseTape } from "./open-tape.ts";
import { removeTapes } from "./remove-tapes.ts";
import { stageTape } from "./stage-tape.ts";
import type { StagedTape, TapePlace, UnwantedTape } from "./staged-tape.ts";
import { reportOf } from "./tape-report.ts";

type InspectTapeInput = { readonly path: string; readonly encoding: TapeEncoding | null; readonly delimiter: TapeDelimiter | null };

type ImportTapeInput = InspectTapeInput & {
  readonly mapping: TapeMapping;
  /** The file's hash as it was inspected; null where it wasn't. */
  readonly expectedSha256: string | null;
  readonly desk: DeskFile;
  readonly place: TapePlace;
};

/** The refusal of a file or mapping, or of the disk, as an error with a sentence. */
async function refusing<T>(work: () => Promise<T> | T): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof TapeError)) throw deskErrorOfSqlite(error) ?? error;
    if (error.code === "cancelled") throw new DeskError("job.cancelled");
    throw new DeskError("tape.refused", { ...error.values, reason: error.code });
  }
}

/** Says what a file holds and proposes a mapping. */
const inspectTapeTask: Task<InspectTapeInput, TapeInspection> = ({ path, encoding, delimiter }, context) =>
  refusing(() =>
    inspectTape(
      { path, encoding: encoding ?? undefined, delimiter: delimiter ?? undefined },
      () => context.isCancelled(),
      ({ share }) => context.progress(share),
    ),
  );

/** How much of an import is over when the file is read. */
const readingShare = 0.6;

/** Reads a file under a confirmed mapping and stores its rows where nobody sees them yet. */
const importTapeTask: Task<ImportTapeInput, StagedTape> = (input, context) =>
  refusing(async () => {
    const { path, encoding, delimiter, mapping, expectedSha256, desk, place } = input;
    const tape = await parseTape(
      { path, encoding: encoding ?? undefined, delimiter: delimiter ?? undefined, mapping },
      ({ share }) => context.progress(readingShare * share),
      () => context.isCancelled(),
    );
    const { sha256 } = tape;
    // The mapping was confirmed for the file as it was then.
    if (expectedSha256 !== null && expectedSha256 !== sha256) throw new DeskError("tape.inspectionExpired");
    await stageTape(desk, place, tape, (share) => context.step(readingShare + (1 - readingShare) * share));
    return { sha256, report: reportOf(tape), cutOffDate: tape.cutOffDate };
  });

/** Takes the rows of tapes away that nobody sees. */
const removeTapesTask: Task<{ readonly desk: DeskFile; readonly tapes: readonly UnwantedTape[] }, void> = ({ desk, tapes }, context) =>
  refusing(() => removeTapes(desk, tapes, () => context.throwIfCancelled()));

export const tapeTasks = { inspectTape: inspectTapeTask, importTape: importTapeTask, removeTapes: removeTapesTask };
