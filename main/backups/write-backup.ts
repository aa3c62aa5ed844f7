import { mkdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Sqlite, { type Database } from "better-sqlite3";
import type { BackupKind, BackupNote } from "../../shared/domain/backup.ts";
import { DeskError } from "../../shared/result.ts";
import { syncToDisk } from "../db/database-backup.ts";
import { unmarkCopy } from "../db/page-sums.ts";
import { checkBackup, freeBackupName, hashOfFile, heldCounts, lastEventOf, removeBackup, writeNote } from "./backup-file.ts";

export interface BackupOrder {
  readonly databaseFile: string;
  readonly folder: string;
  readonly kind: BackupKind;
  readonly now: string;
  readonly nativeBinding: string | null;
}

/** All pages in one step: nobody waits for this connection, and no writer makes it begin anew. */
const allPages = 0x7fff_ffff;

/**
 * Copies an open desk by SQLite's own backup, from a connection that nobody else uses, while others write: what it holds is
 * what the desk held at one moment. It counts as made only once it was opened, looked over and counted; then it gets its name.
 */
export async function writeCheckedBackup(
  source: Database,
  { databaseFile, folder, kind, now, nativeBinding }: BackupOrder,
): Promise<{ file: string; note: BackupNote }> {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  source.exec("BEGIN");
  let unfinished = "";
  try {
    const [held, lastEvent] = [heldCounts(source), lastEventOf(source)];
    const file = freeBackupName(folder, databaseFile, held.schemaVersion, now);
    unfinished = `${file}.part`;
    removeBackup(unfinished);
    await source.backup(unfinished, { progress: () => allPages });
    settleCopy(unfinished, nativeBinding);
    const found = checkBackup(unfinished, { nativeBinding: nativeBinding ?? undefined });
    if (JSON.stringify(found) !== JSON.stringify(held)) throw new DeskError("backup.failed");
    const note = { kind, madeAt: now, bytes: statSync(unfinished).size, sha256: hashOfFile(unfinished), held, lastEvent };
    renameSync(unfinished, file);
    syncToDisk(dirname(file), "folder");
    writeNote(file, note);
    return { file, note };
  } finally {
    source.exec("COMMIT");
    if (unfinished !== "") removeBackup(unfinished);
  }
}

/** Takes the copy out of the mode in which a log belongs to it, so that it is one whole file, and brings it to the disk. */
export function settleCopy(file: string, nativeBinding: string | null): void {
  const raw = new Sqlite(file, { fileMustExist: true, ...(nativeBinding === null ? {} : { nativeBinding }) });
  try {
    unmarkCopy(raw);
    if (raw.pragma("journal_mode = DELETE", { simple: true }) !== "delete") throw new DeskError("backup.failed");
  } finally {
    raw.close();
  }
  for (const end of ["-wal", "-shm"]) rmSync(`${file}${end}`, { force: true });
  syncToDisk(file, "file");
}
