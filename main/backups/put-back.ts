import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { backupFolderOf, syncToDisk } from "../db/database-backup.ts";
import { checkBackup, freeBackupName, hashOfFile, heldCounts, lastEventOf, type ReadOptions, readingCopy, writeNote } from "./backup-file.ts";
import { settleCopy } from "./write-backup.ts";

const stagedFileOf = (databaseFile: string): string => `${databaseFile}-restored`;

/** Copies a checked backup beside the desk's file, where it waits for the desk to be closed. */
export function stageBackup(backup: string, databaseFile: string, options: ReadOptions = {}): void {
  checkBackup(backup, options);
  const staged = stagedFileOf(databaseFile);
  const unfinished = `${staged}.part`;
  try {
    copyFileSync(backup, unfinished);
    syncToDisk(unfinished, "file");
    if (hashOfFile(unfinished) !== hashOfFile(backup)) throw new Error("the copy of the backup differs from it");
    renameSync(unfinished, staged);
    syncToDisk(dirname(staged), "folder");
  } finally {
    rmSync(unfinished, { force: true });
  }
}

/**
 * Puts the staged backup in the place of the desk's file, which must be closed, and keeps that aside; answers where. The log
 * goes first: one without its file would be played into the next that has its name.
 */
export function putBack(databaseFile: string, now: string, options: ReadOptions = {}): string | null {
  const folder = backupFolderOf(databaseFile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = freeBackupName(folder, databaseFile, versionOf(databaseFile, options), now);
  const isThere = existsSync(databaseFile);
  for (const end of ["-wal", ""]) if (existsSync(`${databaseFile}${end}`)) renameSync(`${databaseFile}${end}`, `${aside}${end}`);
  for (const end of ["-shm", "-sums"]) rmSync(`${databaseFile}${end}`, { force: true });
  renameSync(stagedFileOf(databaseFile), databaseFile);
  syncToDisk(dirname(databaseFile), "folder");
  if (!isThere) return null;
  noteAside(aside, now, options);
  return aside;
}

/** Finishes a restore that was cut short between two renames, and takes away a copy that was never asked for again. */
export function finishPutBack(databaseFile: string): void {
  removeUnfinished(backupFolderOf(databaseFile));
  const staged = stagedFileOf(databaseFile);
  if (!existsSync(staged)) return;
  if (existsSync(databaseFile)) rmSync(staged);
  else renameSync(staged, databaseFile);
  syncToDisk(dirname(databaseFile), "folder");
}

/** What a killed app left of a backup that it was writing. */
function removeUnfinished(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (/\.part(-wal|-shm|-journal)?$/.test(name)) rmSync(join(folder, name), { force: true });
}

/** 0 for one that can't be read. */
function versionOf(file: string, options: ReadOptions): number {
  try {
    return readingCopy(file, options, (raw) => Number(raw.pragma("user_version", { simple: true })));
  } catch {
    return 0;
  }
}

/** A damaged file stays as it is, with its log. */
function noteAside(file: string, now: string, options: ReadOptions): void {
  try {
    settleCopy(file, options.nativeBinding ?? null);
    const [held, lastEvent] = readingCopy(file, options, (raw) => [heldCounts(raw), lastEventOf(raw)] as const);
    writeNote(file, { kind: "aside", madeAt: now, bytes: statSync(file).size, sha256: hashOfFile(file), held, lastEvent });
  } catch {
    // What can't be read has nothing to be written down; it is listed as unreadable.
  }
}
