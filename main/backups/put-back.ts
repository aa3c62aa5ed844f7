import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import { backupFolderOf, syncToDisk } from "../db/database-backup.ts";
import { isPlainFile } from "../db/database-header.ts";
import { copyKeyFile, type DataKey, type FileKey, giveKey, keyFileOf, openSqlite } from "../db/sqlite-file.ts";
import { hashOfFile } from "../files/hash-of-file.ts";
import { checkBackup, freeBackupName, heldCounts, keyOfCopy, lastEventOf, readingCopy, writeNote } from "./backup-file.ts";
import { settleCopy } from "./write-backup.ts";

const stagedFileOf = (databaseFile: string): string => `${databaseFile}-restored`;

interface StageOptions extends FileKey {
  /** Of a backup under another key than the desk's. */
  readonly backupKey?: DataKey | undefined;
}

/**
 * Copies a checked backup beside the desk's file, where it waits for the desk to be closed. An encrypted desk has it under its
 * own key, whatever it was under; a desk in clear becomes one under the backup's.
 */
export function stageBackup(backup: string, databaseFile: string, { nativeBinding, key, backupKey = key }: StageOptions = {}): void {
  checkBackup(backup, { nativeBinding, key: backupKey });
  const staged = stagedFileOf(databaseFile);
  const unfinished = `${staged}.part`;
  try {
    copyFileSync(backup, unfinished);
    syncToDisk(unfinished, "file");
    if (hashOfFile(unfinished) !== hashOfFile(backup)) throw new Error("the copy of the backup differs from it");
    if (key && (isPlainFile(unfinished) || backupKey !== key)) changeKey(unfinished, key, { nativeBinding, key: keyOfCopy(unfinished, backupKey) });
    rmSync(keyFileOf(staged), { force: true });
    if (!isPlainFile(unfinished)) copyKeyFile(key ? databaseFile : backup, staged);
    renameSync(unfinished, staged);
    syncToDisk(dirname(staged), "folder");
  } finally {
    rmSync(unfinished, { force: true });
  }
}

function changeKey(file: string, key: Uint8Array, options: FileKey): void {
  const raw = openSqlite(file, { ...options, fileMustExist: true });
  try {
    giveKey(raw, key, "rekey");
  } finally {
    raw.close();
  }
  syncToDisk(file, "file");
}

/**
 * Puts the staged backup in the place of the desk's file, which must be closed, and keeps that aside; answers where. The log
 * goes first: one without its file would be played into the next that has its name.
 */
export function putBack(databaseFile: string, now: string, options: FileKey = {}): string | null {
  const folder = backupFolderOf(databaseFile);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const aside = freeBackupName(folder, databaseFile, versionOf(databaseFile, options), now);
  const isThere = existsSync(databaseFile);
  // A copy: until all is done, the desk's own is needed.
  if (isThere && !isPlainFile(databaseFile)) copyKeyFile(databaseFile, aside);
  for (const end of ["-wal", ""]) if (existsSync(`${databaseFile}${end}`)) renameSync(`${databaseFile}${end}`, `${aside}${end}`);
  for (const end of ["-shm", "-sums"]) rmSync(`${databaseFile}${end}`, { force: true });
  placeStaged(databaseFile);
  if (!isThere) return null;
  noteAside(aside, now, options);
  return aside;
}

function placeStaged(databaseFile: string): void {
  const staged = stagedFileOf(databaseFile);
  if (existsSync(keyFileOf(staged))) renameSync(keyFileOf(staged), keyFileOf(databaseFile));
  renameSync(staged, databaseFile);
  if (isPlainFile(databaseFile)) rmSync(keyFileOf(databaseFile), { force: true });
  syncToDisk(dirname(databaseFile), "folder");
}

/** Finishes a restore that was cut short between two renames, and takes away a copy that was never asked for again. */
export function finishPutBack(databaseFile: string): void {
  removeUnfinished(backupFolderOf(databaseFile));
  const staged = stagedFileOf(databaseFile);
  if (existsSync(staged) && !existsSync(databaseFile)) return placeStaged(databaseFile);
  for (const path of [staged, keyFileOf(staged)]) rmSync(path, { force: true });
}

/** What a killed app left of a backup that it was writing. */
function removeUnfinished(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) if (/\.part(-wal|-shm|-journal)?$/.test(name)) rmSync(join(folder, name), { force: true });
}

/** 0 for one that can't be read. */
function versionOf(file: string, options: FileKey): number {
  try {
    return readingCopy(file, options, (raw) => Number(raw.pragma("user_version", { simple: true })));
  } catch {
    return 0;
  }
}

/** A damaged file stays as it is, with its log. */
function noteAside(file: string, now: string, options: FileKey): void {
  try {
    settleCopy(file, options);
    const [held, lastEvent] = readingCopy(file, options, (raw) => [heldCounts(raw), lastEventOf(raw)] as const);
    writeNote(file, { kind: "aside", madeAt: now, bytes: statSync(file).size, sha256: hashOfFile(file), held, lastEvent });
  } catch {
    // What can't be read has nothing to be written down; it is listed as unreadable.
  }
}
