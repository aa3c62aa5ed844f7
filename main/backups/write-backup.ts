import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import type { Database } from "better-sqlite3";
import type { BackupKind, BackupNote, HeldCounts } from "../../shared/domain/backup.ts";
import { DeskError } from "../../shared/result.ts";
import { syncToDisk } from "../db/database-backup.ts";
import { unmarkCopy } from "../db/page-sums.ts";
import { copyKeyFile, type DataKey, type FileKey, openSqlite } from "../db/sqlite-file.ts";
import { hashOfFile } from "../files/hash-of-file.ts";
import { checkBackup, freeBackupName, heldCounts, keyOfCopy, lastEventOf, readingCopy, removeBackup, writeNote } from "./backup-file.ts";

export interface BackupOrder {
  readonly databaseFile: string;
  readonly folder: string;
  readonly kind: BackupKind;
  readonly now: string;
  readonly nativeBinding: string | null;
  readonly key: DataKey;
}

/** All pages in one step: nobody waits for this connection, and no writer makes it begin anew. */
const allPages = 0x7fff_ffff;

/**
 * Copies an open desk, from a connection that nobody else uses, while others write: what it holds is what the desk held at one
 * moment. It counts as made only once it was opened, looked over and counted; then it gets its name.
 */
export async function writeCheckedBackup(
  source: Database,
  { databaseFile, folder, kind, now, nativeBinding, key }: BackupOrder,
): Promise<{ file: string; note: BackupNote }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const file = freeBackupName(folder, databaseFile, heldCounts(source).schemaVersion, now);
  const unfinished = `${file}.part`;
  removeBackup(unfinished);
  try {
    const expected = key === null ? await copyPlain(source, unfinished) : copyEncrypted(source, unfinished);
    settleCopy(unfinished, { nativeBinding, key });
    const held = checkBackup(unfinished, { nativeBinding, key });
    if (expected !== null && JSON.stringify(held) !== JSON.stringify(expected)) throw new DeskError("backup.failed");
    const lastEvent = readingCopy(unfinished, { nativeBinding, key }, lastEventOf);
    const note = { kind, madeAt: now, bytes: statSync(unfinished).size, sha256: hashOfFile(unfinished), held, lastEvent };
    if (key !== null) copyKeyFile(databaseFile, file);
    renameSync(unfinished, file);
    syncToDisk(dirname(file), "folder");
    writeNote(file, note);
    return { file, note };
  } finally {
    removeBackup(unfinished);
  }
}

/** By SQLite's own backup, in a transaction that holds the moment; answers what the copy must hold. */
async function copyPlain(source: Database, target: string): Promise<HeldCounts> {
  source.exec("BEGIN");
  try {
    const held = heldCounts(source);
    await source.backup(target, { progress: () => allPages });
    return held;
  } finally {
    source.exec("COMMIT");
  }
}

/** SQLite's backup can't give its copy a key, and this can't run in a transaction: what it must hold is known only where nobody wrote meanwhile. */
function copyEncrypted(source: Database, target: string): HeldCounts | null {
  const stateOf = () => [Number(source.pragma("data_version", { simple: true })), heldCounts(source)] as const;
  const [before] = stateOf();
  source.prepare("VACUUM INTO ?").run(target);
  const [after, held] = stateOf();
  return before === after ? held : null;
}

/** Takes the copy out of the mode in which a log belongs to it, so that it is one whole file, and brings it to the disk. */
export function settleCopy(file: string, { nativeBinding, key }: FileKey): void {
  const raw = openSqlite(file, { fileMustExist: true, nativeBinding, key: keyOfCopy(file, key) });
  try {
    unmarkCopy(raw);
    if (raw.pragma("journal_mode = DELETE", { simple: true }) !== "delete") throw new DeskError("backup.failed");
  } finally {
    raw.close();
  }
  for (const end of ["-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  syncToDisk(file, "file");
}
