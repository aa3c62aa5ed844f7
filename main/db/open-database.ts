import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import { Kysely, SqliteDialect } from "kysely";
import { DeskError } from "../../shared/result.ts";
import { syncToDisk, writeBackup } from "./database-backup.ts";
import { applicationId, assertKnownVersion, checkDatabaseFile } from "./database-header.ts";
import { headVersionOf, migrateDatabase } from "./migrate-database.ts";
import type { Migration } from "./migrations/migration.ts";
import type { DeskSchema } from "./schema.ts";
import { deskErrorOfSqlite } from "./sqlite-errors.ts";

export interface DeskDatabase {
  readonly kysely: Kysely<DeskSchema>;
  /** For pragmas and for paging many rows; everything else goes through Kysely. */
  readonly raw: Database;
  readonly file: string;
  /** The backup that was written before this start's migration. */
  readonly migrationBackup: string | null;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly migrations: readonly Migration[];
  /** The time as ISO text. */
  readonly now: () => string;
  /** Path of SQLite's binding where the package's own place doesn't hold it. */
  readonly nativeBinding?: string | undefined;
}

/** Below this a second connection's checkpoint could lose commits (SECURITY §4.3). */
const leastSqliteVersion = [3, 51, 3] as const;
/** Another start may hold the file for a moment; a second app holds it for good. */
const busyTimeoutMs = 300;
const logLimitBytes = 64 * 1024 * 1024;

/** In the order in which they must be set; each is read back. */
const connectionPragmas: readonly (readonly [name: string, set: string | number, expected: string | number])[] = [
  ["locking_mode", "EXCLUSIVE", "exclusive"],
  ["journal_mode", "WAL", "wal"],
  ["synchronous", "FULL", 2],
  ["foreign_keys", "ON", 1],
  // Else INSERT OR REPLACE deletes a row past its delete trigger.
  ["recursive_triggers", "ON", 1],
  ["trusted_schema", "OFF", 0],
  ["cell_size_check", "ON", 1],
  ["secure_delete", "ON", 1],
  ["journal_size_limit", logLimitBytes, logLimitBytes],
  // macOS only: there a plain fsync does not reach the platter. Elsewhere both do nothing.
  ["fullfsync", "ON", 1],
  ["checkpoint_fullfsync", "ON", 1],
];

/** Opens the desk's database, makes it where there is none, and brings its schema up to date. */
export function openDatabase(file: string, options: OpenOptions): DeskDatabase {
  const headVersion = headVersionOf(options.migrations);
  if (!existsSync(dirname(file))) mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  let raw: Database | null = null;
  try {
    if (checkDatabaseFile(file, headVersion) === "absent") createEmpty(file, options);
    raw = connect(file, options);
    setPragmas(raw);
    if (Number(raw.pragma("application_id", { simple: true })) !== applicationId) throw new DeskError("db.foreign");
    const version = Number(raw.pragma("user_version", { simple: true }));
    assertKnownVersion(version, headVersion);
    assertSound(raw);
    const migrationBackup = version > 0 && version < headVersion ? writeBackup(raw, file, options.now, options.nativeBinding) : null;
    migrateDatabase(raw, options.migrations);
    assertPragmas(raw);
    const kysely = new Kysely<DeskSchema>({ dialect: new SqliteDialect({ database: raw }) });
    const connection = raw;
    const close = async () => {
      await kysely.destroy();
      // Kysely closes a connection only where a query ran.
      if (connection.open) connection.close();
    };
    return { kysely, raw, file, migrationBackup, close };
  } catch (error) {
    raw?.close();
    throw error instanceof DeskError ? error : (deskErrorOfSqlite(error) ?? error);
  }
}

function connect(file: string, { nativeBinding }: OpenOptions): Database {
  const raw = new Sqlite(file, { fileMustExist: true, timeout: busyTimeoutMs, ...(nativeBinding ? { nativeBinding } : {}) });
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
function createEmpty(file: string, { nativeBinding }: OpenOptions): void {
  const unfinished = `${file}.new`;
  rmSync(unfinished, { force: true });
  const raw = new Sqlite(unfinished, nativeBinding ? { nativeBinding } : {});
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
  // Takes the exclusive lock now and not with the first deal; a second app stops here.
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

function assertSound(raw: Database): void {
  if (raw.pragma("quick_check(1)", { simple: true }) !== "ok") throw new DeskError("db.damaged");
}
