import type { DatabaseCheck } from "../../shared/domain/database-check.ts";
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

const mostFaults = 50;

/** Reads the whole file and follows every reference: what is wrong, in SQLite's words, and how much there is. */
function checkDatabase(desk: DeskFile): DatabaseCheck {
  const connection = new WorkerConnection(desk);
  try {
    const { raw } = connection;
    const found = raw.prepare(`PRAGMA integrity_check(${mostFaults})`).pluck().all().map(String);
    const lost = (raw.pragma("foreign_key_check") as readonly { table: string; rowid: number | null; parent: string }[])
      .slice(0, mostFaults)
      .map(({ table, rowid, parent }) => `${table} ${rowid ?? ""} → ${parent}`);
    const numberOf = (name: string) => Number(raw.pragma(name, { simple: true }));
    const loans = Number(raw.prepare("SELECT count(*) FROM loan").pluck().get());
    return { faults: [...found.filter((line) => line !== "ok"), ...lost], bytes: numberOf("page_count") * numberOf("page_size"), loans };
  } catch (error) {
    throw error instanceof DeskError ? error : (deskErrorOfSqlite(error) ?? error);
  } finally {
    connection.close();
  }
}

/** What workers do to the database as such. */
export const databaseTasks = { foldLog, lookOver, checkDatabase };
