import { existsSync, mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import { Kysely } from "kysely";
import { DeskError } from "../../shared/result.ts";
import { CommitWatch } from "./commit-watch.ts";
import { syncToDisk, writeBackup } from "./database-backup.ts";
import { applicationId, assertKnownVersion, assertSound, checkDatabaseFile } from "./database-header.ts";
import { DeskDialect } from "./desk-dialect.ts";
import { lockDesk } from "./desk-lock.ts";
import { headVersionOf, migrateDatabase } from "./migrate-database.ts";
import type { Migration } from "./migrations/migration.ts";
import { dropSums, isOtherThanSummed, markDesk, writeSums } from "./page-sums.ts";
import type { DeskSchema } from "./schema.ts";
import { deskErrorOfSqlite } from "./sqlite-errors.ts";
import { type FileKey, openSqlite } from "./sqlite-file.ts";
import type { DeskFile } from "./worker-connection.ts";
import { takingTurns, WriteTurns } from "./write-turns.ts";

export interface DeskDatabase {
  readonly kysely: Kysely<DeskSchema>;
  /** For pragmas and for paging many rows; everything else goes through Kysely. */
  readonly raw: Database;
  readonly file: string;
  /** For workers that open a connection of their own. */
  readonly forWorkers: DeskFile;
  /** Of the main process's own connection. */
  readonly commits: CommitWatch;
  /** The backup that was written before this start's migration. */
  readonly migrationBackup: string | null;
  /** False for a large file, over which a worker looks once the window is there. */
  readonly isLookedOver: boolean;
  close(): Promise<void>;
}

export interface OpenOptions extends FileKey {
  readonly migrations: readonly Migration[];
  /** The time as ISO text. */
  readonly now: () => string;
  /** Whether the file gets sums of its pages at the end, by which the next start finds what was changed since. */
  readonly keepsSums?: boolean;
}

/** Below this a second connection's checkpoint could lose commits (docs/database.md). */
const leastSqliteVersion = [3, 51, 3] as const;
/** Another start may hold the file for a moment; a second app holds it for good. */
const startTimeoutMs = 300;
/** A worker's batch takes some milliseconds, more where the disk is slow. */
const writeTimeoutMs = 10_000;
/** Up to this size a file is looked over in less time than a window takes to open. */
const smallBytes = 8 * 1024 * 1024;
const logLimitBytes = 64 * 1024 * 1024;

/** In the order in which they must be set; each is read back. */
const connectionPragmas: readonly (readonly [name: string, set: string | number, expected: string | number])[] = [
  // Workers have connections of their own; a second app is kept away by the lock beside the file.
  ["locking_mode", "NORMAL", "normal"],
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", 2],
  ["foreign_keys", "ON", 1],
  // Else INSERT OR REPLACE deletes a row past its delete trigger.
  ["recursive_triggers", "ON", 1],
  ["trusted_schema", "OFF", 0],
  ["cell_size_check", "ON", 1],
  ["secure_delete", "ON", 1],
  ["journal_size_limit", logLimitBytes, logLimitBytes],
  // Workers fold the log into the file, so that no write of the main process waits for it.
  ["wal_autocheckpoint", 0, 0],
  // macOS only: there a plain fsync does not reach the platter. Elsewhere both do nothing.
  ["fullfsync", "ON", 1],
  ["checkpoint_fullfsync", "ON", 1],
];

/** Opens the desk's database, makes it where there is none, and brings its schema up to date. */
export function openDatabase(file: string, options: OpenOptions): DeskDatabase {
  const headVersion = headVersionOf(options.migrations);
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let raw: Database | null = null;
  let lock: Database | null = null;
  try {
    const isThere = checkDatabaseFile(file, headVersion, Boolean(options.key)) === "present";
    lock = lockDesk(file, { timeoutMs: startTimeoutMs, nativeBinding: options.nativeBinding });
    if (!isThere) createEmpty(file, options);
    raw = connect(file, options);
    setPragmas(raw);
    if (Number(raw.pragma("application_id", { simple: true })) !== applicationId) throw new DeskError("db.foreign");
    const version = Number(raw.pragma("user_version", { simple: true }));
    assertKnownVersion(version, headVersion);
    const isLookedOver = version < headVersion || statSync(file).size <= smallBytes;
    if (isLookedOver) {
      assertSound(raw);
      if (isOtherThanSummed(file, raw)) throw new DeskError("db.damaged");
    }
    const migrationBackup = version > 0 && version < headVersion ? writeBackup(raw, file, options.now, options) : null;
    migrateDatabase(raw, options.migrations);
    assertPragmas(raw);
    raw.pragma(`busy_timeout = ${writeTimeoutMs}`);
    return { ...openedDesk(raw, lock, file, options), file, migrationBackup, isLookedOver };
  } catch (error) {
    raw?.close();
    lock?.close();
    throw error instanceof DeskError ? error : (deskErrorOfSqlite(error) ?? error);
  }
}

function openedDesk(
  raw: Database,
  lock: Database,
  file: string,
  { nativeBinding, key, keepsSums = false }: OpenOptions,
): Pick<DeskDatabase, "kysely" | "raw" | "forWorkers" | "commits" | "close"> {
  const turns = new WriteTurns();
  const commits = new CommitWatch();
  const kysely = new Kysely<DeskSchema>({ dialect: new DeskDialect(raw, takingTurns(raw, turns, commits)) });
  const close = async () => {
    const mark = keepsSums ? newMark(raw) : null;
    dropSums(file);
    await kysely.destroy();
    // Kysely closes a connection only where a query ran.
    if (raw.open) raw.close();
    if (mark !== null) sumUp(file, mark);
    lock.close();
  };
  return { kysely, raw, commits, forWorkers: { path: file, nativeBinding: nativeBinding ?? null, key: key ?? null, turns: turns.shared }, close };
}

/** Null where nothing can be written: then there are no sums, and the next start looks the file over as it did without. */
function newMark(raw: Database): string | null {
  try {
    return markDesk(raw);
  } catch {
    return null;
  }
}

function sumUp(file: string, mark: string): void {
  // A log that is still there belongs to a connection that is still open.
  if ((statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) > 0) return;
  try {
    writeSums(file, mark);
  } catch {
    // A full disk: as without sums.
  }
}

function connect(file: string, { nativeBinding, key }: OpenOptions): Database {
  const raw = openSqlite(file, { fileMustExist: true, timeout: startTimeoutMs, nativeBinding, key });
  const found = String(raw.prepare("SELECT sqlite_version()").pluck().get());
  if (!isAtLeast(found, leastSqliteVersion)) {
    raw.close();
    throw new Error(`SQLite ${found} is too old`);
  }
  return raw;
}

function isAtLeast(version: string, least: readonly number[]): boolean {
  const parts = version.split(".").map(Number);
  for (const [index, wanted] of least.entries()) {
    const part = parts[index] ?? 0;
    if (part !== wanted) return part > wanted;
  }
  return true;
}

/** A new file gets its mark under another name first, so that a start cut short leaves no empty file behind. */
function createEmpty(file: string, { nativeBinding, key }: OpenOptions): void {
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  const raw = openSqlite(unfinished, { nativeBinding, key });
  try {
    raw.pragma(`application_id = ${applicationId}`);
  } finally {
    raw.close();
  }
  syncToDisk(unfinished, "file");
  renameSync(unfinished, file);
  syncToDisk(dirname(file), "folder");
}

function setPragmas(raw: Database): void {
  for (const [name, value] of connectionPragmas) raw.pragma(`${name} = ${value}`);
  // Takes the write lock now and not with the first deal; an app of an earlier release that has the file open stops this one here.
  raw.exec("BEGIN IMMEDIATE; COMMIT");
  assertPragmas(raw);
}

/** Read back after the writes too: right after WAL is set, `synchronous` answers FULL and later falls to the build's default. */
function assertPragmas(raw: Database): void {
  for (const [name, , expected] of connectionPragmas) {
    const found = raw.pragma(name, { simple: true });
    if (found !== expected) throw new Error(`PRAGMA ${name} is ${String(found)}, not ${expected}`);
  }
}
