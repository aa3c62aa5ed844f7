import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import { basename, dirname, extname, join } from "node:path";
import type { Database } from "better-sqlite3";
import { applicationId } from "./database-header.ts";
import { copyKeyFile, type FileKey, openSqlite } from "./sqlite-file.ts";

export const backupFolderOf = (file: string): string => join(dirname(file), "backups");

/** Forces a file's, or on POSIX a folder's, content onto the disk. */
export function syncToDisk(path: string, kind: "file" | "folder"): void {
  // Windows can't open a folder for this, and keeps renames by itself.
  if (kind === "folder" && process.platform === "win32") return;
  const handle = openSync(path, kind === "file" ? "r+" : "r");
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}

function assertGoodCopy(copy: string, version: number, { nativeBinding, key }: FileKey): void {
  const check = openSqlite(copy, { readonly: true, fileMustExist: true, nativeBinding, key });
  try {
    const isGood =
      check.pragma("quick_check", { simple: true }) === "ok" &&
      check.pragma("application_id", { simple: true }) === applicationId &&
      check.pragma("user_version", { simple: true }) === version;
    if (!isGood) throw new Error("the backup failed its check");
  } finally {
    check.close();
  }
}

/**
 * Writes a checked copy of the open database to `backups/` and answers its path.
 * The name carries the schema's version and the time, so that no backup overwrites another.
 */
export function writeBackup(raw: Database, file: string, now: () => string, { nativeBinding, key }: FileKey = {}): string {
  const folder = backupFolderOf(file);
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const version = Number(raw.pragma("user_version", { simple: true }));
  const stamp = now()
    .replaceAll(/[-:]/g, "")
    .replace(/\.\d+Z$/, "Z");
  const extension = extname(file);
  const stem = `${basename(file, extension)}-v${version}-${stamp}`;
  let target = join(folder, `${stem}${extension}`);
  for (let copy = 2; existsSync(target); copy += 1) target = join(folder, `${stem}-${copy}${extension}`);
  const unfinished = `${target}.part`;
  rmSync(unfinished, { force: true });
  try {
    raw.prepare("VACUUM INTO ?").run(unfinished);
    syncToDisk(unfinished, "file");
    assertGoodCopy(unfinished, version, { nativeBinding, key });
    if (key) copyKeyFile(file, target);
    renameSync(unfinished, target);
    syncToDisk(folder, "folder");
  } finally {
    rmSync(unfinished, { force: true });
  }
  return target;
}
