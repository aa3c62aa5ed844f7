import { DeskError } from "../../shared/result.ts";
import { deskErrorOfSqlite } from "../db/sqlite-errors.ts";

/** What was stored of a run could be read when it was written: where it can't be any more, something altered it. */
export async function orAltered<T>(runId: number | null, read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (cause) {
    if (cause instanceof DeskError || deskErrorOfSqlite(cause) !== null) throw cause;
    throw new DeskError("run.altered", runId === null ? {} : { runId }, { cause });
  }
}
