import { randomBytes } from "node:crypto";
import { existsSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { Database } from "better-sqlite3";
import { type BackupNote, backupNoteSchema, type HeldCounts } from "../../shared/domain/backup.ts";
import { DeskError } from "../../shared/result.ts";
import { syncToDisk } from "../db/database-backup.ts";
import { applicationId, isPlainFile } from "../db/database-header.ts";
import { deskErrorOfSqlite } from "../db/sqlite-errors.ts";
import { type DataKey, type FileKey, keyFileOf, openSqlite } from "../db/sqlite-file.ts";
import { hashOfFile } from "../files/hash-of-file.ts";

/** A table that an earlier schema lacks holds nothing. */
function countRows(raw: Database, table: string): number {
  const isThere = raw.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = ?").get(table) !== undefined;
  return isThere ? Number(raw.prepare(`SELECT count(*) FROM ${table}`).pluck().get()) : 0;
}

/** What an open desk holds. */
export const heldCounts = (raw: Database): HeldCounts => ({
  schemaVersion: Number(raw.pragma("user_version", { simple: true })),
  deals: countRows(raw, "deal"),
  tapes: countRows(raw, "tape"),
  loans: countRows(raw, "loan"),
  runs: countRows(raw, "pricing_run"),
  events: countRows(raw, "audit_event"),
});

/** Hash of the trail's last event, empty before the first. */
export const lastEventOf = (raw: Database): string =>
  countRows(raw, "audit_event") === 0 ? "" : String(raw.prepare("SELECT hash FROM audit_event ORDER BY id DESC LIMIT 1").pluck().get());

const noteFileOf = (file: string): string => `${file}.json`;

/** What was written down of a backup; null where nothing was, or it can't be read. */
export function readNote(file: string): BackupNote | null {
  try {
    const found = backupNoteSchema.safeParse(JSON.parse(readFileSync(noteFileOf(file), "utf8")));
    return found.success ? found.data : null;
  } catch {
    return null;
  }
}

export function writeNote(file: string, note: BackupNote): void {
  const unfinished = `${noteFileOf(file)}.${randomBytes(4).toString("hex")}.part`;
  writeFileSync(unfinished, `${JSON.stringify(note, null, 1)}\n`, { mode: 0o600 });
  syncToDisk(unfinished, "file");
  renameSync(unfinished, noteFileOf(file));
  syncToDisk(dirname(file), "folder");
}

export const removeNote = (file: string): void => rmSync(noteFileOf(file), { force: true });

/** The key of an encrypted copy; one in clear needs none. */
export const keyOfCopy = (file: string, key: DataKey | undefined): DataKey => (key && !isPlainFile(file) ? key : null);

/** Opens a copy for reading and closes it again; what SQLite says of it is told by its code. */
export function readingCopy<T>(file: string, { nativeBinding, key }: FileKey, read: (raw: Database) => T): T {
  let raw: Database | null = null;
  try {
    raw = openSqlite(file, { readonly: true, fileMustExist: true, nativeBinding, key: keyOfCopy(file, key) });
    if (raw.pragma("application_id", { simple: true }) !== applicationId) throw new DeskError("backup.damaged");
    return read(raw);
  } catch (error) {
    throw deskErrorOfSqlite(error)?.code === "db.damaged" ? new DeskError("backup.damaged", {}, { cause: error }) : error;
  } finally {
    raw?.close();
  }
}

const sameCounts = (one: HeldCounts, other: HeldCounts): boolean => (Object.keys(one) as (keyof HeldCounts)[]).every((name) => one[name] === other[name]);

/**
 * Looks a backup over: its bytes against the hash that was written down, every page, and how many rows it holds. Fails as
 * `backup.damaged`. One of which nothing was written down can only be looked over.
 */
export function checkBackup(file: string, options: FileKey = {}): HeldCounts {
  if (!existsSync(file)) throw new DeskError("backup.notFound");
  const note = readNote(file);
  if (note !== null && (statSync(file).size !== note.bytes || hashOfFile(file) !== note.sha256)) throw new DeskError("backup.damaged");
  return readingCopy(file, options, (raw) => {
    if (raw.pragma("quick_check(1)", { simple: true }) !== "ok") throw new DeskError("backup.damaged");
    const held = heldCounts(raw);
    if (note !== null && !sameCounts(held, note.held)) throw new DeskError("backup.damaged");
    return held;
  });
}

/** A name that no file has yet: the schema's version and the time tell backups apart. */
export function freeBackupName(folder: string, databaseFile: string, version: number, now: string): string {
  const stamp = now.replaceAll(/[-:]/g, "").replace(/\.\d+Z$/, "Z");
  const extension = extname(databaseFile);
  const stem = `${basename(databaseFile, extension)}-v${version}-${stamp}`;
  let file = join(folder, `${stem}${extension}`);
  for (let copy = 2; existsSync(file); copy += 1) file = join(folder, `${stem}-${copy}${extension}`);
  return file;
}

/** Takes a backup away with what was written of it. */
export function removeBackup(file: string): void {
  for (const path of [file, noteFileOf(file), keyFileOf(file), `${file}-wal`, `${file}-shm`]) rmSync(path, { force: true });
}
