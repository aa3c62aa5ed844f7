import type { ErrorCode } from "../../shared/error-codes.ts";
import { DeskError } from "../../shared/result.ts";

/** SQLite's result codes that have a sentence for the user, by prefix: SQLITE_BUSY_RECOVERY counts as SQLITE_BUSY. */
const codesByPrefix: readonly (readonly [prefix: string, code: ErrorCode])[] = [
  ["SQLITE_FULL", "db.full"],
  // The index of the log could not be made as long as it must be.
  ["SQLITE_IOERR_SHMSIZE", "db.full"],
  ["SQLITE_IOERR", "db.ioFailed"],
  ["SQLITE_BUSY", "db.busy"],
  ["SQLITE_READONLY", "db.readOnly"],
  ["SQLITE_CORRUPT", "db.damaged"],
  ["SQLITE_NOTADB", "db.damaged"],
  // A WAL database in a folder that can't be written fails to open at all.
  ["SQLITE_CANTOPEN", "db.readOnly"],
];

/** The desk's error of an error of SQLite, null for anything else. */
export function deskErrorOfSqlite(error: unknown): DeskError | null {
  if (!(error instanceof Error) || !("code" in error) || typeof error.code !== "string") return null;
  const sqliteCode = error.code;
  const found = codesByPrefix.find(([prefix]) => sqliteCode === prefix || sqliteCode.startsWith(`${prefix}_`));
  return found ? new DeskError(found[1], {}, { cause: error }) : null;
}
