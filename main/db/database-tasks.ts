import { DeskError } from "../../shared/result.ts";
import { assertSound } from "./database-header.ts";
import { isOtherThanSummed } from "./page-sums.ts";
import { deskErrorOfSqlite } from "./sqlite-errors.ts";
import { type DeskFile, WorkerConnection } from "./worker-connection.ts";

/** Folds the log into the database's file, where it takes no time of the main process. */
function foldLog(desk: DeskFile): void {
  const connection = new WorkerConnection(desk);
  try {
    connection.foldLog();
  } finally {
    connection.close();
  }
}

/** Looks over the whole file; fails as db.damaged. */
function lookOver(desk: DeskFile): void {
  const connection = new WorkerConnection(desk);
  try {
    assertSound(connection.raw);
    if (isOtherThanSummed(desk.path, connection.raw)) throw new DeskError("db.damaged");
  } catch (error) {
    throw error instanceof DeskError ? error : (deskErrorOfSqlite(error) ?? error);
  } finally {
    connection.close();
  }
}

/** What workers do to the database as such. */
export const databaseTasks = { foldLog, lookOver };
