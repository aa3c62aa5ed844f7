import { createHash } from "node:crypto";
import { closeSync, existsSync, fstatSync, fsyncSync, openSync, readdirSync, renameSync, rmSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Database } from "better-sqlite3";
import { DeskError } from "../../shared/result.ts";
import { syncToDisk } from "../db/database-backup.ts";
import { isPlainFile } from "../db/database-header.ts";
import { giveKey, keyFileOf, openSqlite } from "../db/sqlite-file.ts";
import { type KeyFile, writeKeyFile } from "../keys/key-file.ts";

/** Takes the place of the file once that is laid aside. */
const encryptedOf = (file: string): string => `${file}-encrypted`;
/** The file as it was, until the encrypted one was opened. */
const plainOf = (file: string): string => `${file}-plain`;
const ends = ["", "-wal", "-shm", "-journal"] as const;
const chunkBytes = 1024 * 1024;

const remove = (file: string): void => {
  for (const end of ends) rmSync(`${file}${end}`, { force: true });
};

/** Every value of every table in the order in which they are stored, and the schema. */
function contentOf(raw: Database): string {
  const hash = createHash("sha256");
  const add = (value: unknown) => {
    if (value instanceof Uint8Array) hash.update(`b${value.byteLength} `).update(value);
    else hash.update(`${typeof value} ${String(value).length} ${String(value)}`);
  };
  const schema = raw.prepare("SELECT type, name, sql FROM sqlite_schema WHERE name NOT LIKE 'sqlite_%' ORDER BY name, type").raw().all() as unknown[][];
  for (const row of schema) row.forEach(add);
  for (const [type, name] of schema)
    if (type === "table")
      for (const row of raw
        .prepare(`SELECT * FROM "${String(name)}"`)
        .raw()
        .iterate() as Iterable<unknown[]>)
        row.forEach(add);
  return hash.update(`${String(raw.pragma("user_version", { simple: true }))}`).digest("hex");
}

/** Writes an open file's content beside it, encrypted, and compares the two value by value; answers where. */
export async function writeEncrypted(source: Database, file: string, key: Uint8Array, nativeBinding: string | null): Promise<void> {
  const unfinished = `${encryptedOf(file)}.part`;
  remove(unfinished);
  try {
    await source.backup(unfinished);
    const copy = openSqlite(unfinished, { fileMustExist: true, nativeBinding });
    try {
      // No journal beside it: that would hold pages in clear, and a copy that is cut short is thrown away.
      for (const mode of ["DELETE", "MEMORY"]) copy.pragma(`journal_mode = ${mode}`);
      giveKey(copy, key, "rekey");
    } finally {
      copy.close();
    }
    syncToDisk(unfinished, "file");
    const written = openSqlite(unfinished, { readonly: true, fileMustExist: true, nativeBinding, key });
    try {
      if (written.pragma("quick_check(1)", { simple: true }) !== "ok" || contentOf(written) !== contentOf(source)) throw new DeskError("backup.failed");
    } finally {
      written.close();
    }
    renameSync(unfinished, encryptedOf(file));
    syncToDisk(dirname(file), "folder");
  } finally {
    remove(unfinished);
  }
}

/** Lays a closed file in clear aside and puts the encrypted one, which was compared with it, in its place. The key goes first. */
export function swapIn(file: string, keyFile: KeyFile): void {
  writeKeyFile(file, keyFile);
  rmSync(`${file}-sums`, { force: true });
  renameSync(file, plainOf(file));
  renameSync(encryptedOf(file), file);
  syncToDisk(dirname(file), "folder");
}

/** Ends what a killed app left half done: either the file in clear is there as it was, or the encrypted one is. */
export function finishEncrypting(file: string): void {
  remove(`${encryptedOf(file)}.part`);
  if (existsSync(encryptedOf(file))) {
    if (existsSync(file)) rmSync(encryptedOf(file));
    else renameSync(encryptedOf(file), file);
  }
  if (!existsSync(file) && existsSync(plainOf(file))) renameSync(plainOf(file), file);
  if (existsSync(file) && isPlainFile(file)) rmSync(keyFileOf(file), { force: true });
}

/** The same for the backups of a folder. */
export function finishBackupsIn(folder: string): void {
  if (!existsSync(folder)) return;
  for (const name of readdirSync(folder)) {
    const file = /^(.+\.sqlite)-(?:plain|encrypted)$/.exec(name)?.[1];
    if (file === undefined) continue;
    const path = join(folder, file);
    finishEncrypting(path);
    if (existsSync(path) && !isPlainFile(path)) removePlain(path);
  }
}

/** Once the encrypted file was opened: overwrites the one in clear and takes it away. */
export function removePlain(file: string): void {
  const path = plainOf(file);
  if (!existsSync(path)) return;
  const handle = openSync(path, "r+");
  try {
    const zeros = Buffer.alloc(chunkBytes);
    const { size } = fstatSync(handle);
    for (let at = 0; at < size; at += chunkBytes) writeSync(handle, zeros, 0, Math.min(chunkBytes, size - at), at);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  remove(path);
  syncToDisk(dirname(file), "folder");
}
