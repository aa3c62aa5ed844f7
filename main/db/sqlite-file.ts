import { copyFileSync, existsSync } from "node:fs";
import Sqlite, { type Database } from "better-sqlite3";

/** 32 bytes that encrypt a desk's file; null for one in clear. */
export type DataKey = Uint8Array | null;

export interface FileKey {
  /** Path of SQLite's binding where the package's own place doesn't hold it. */
  readonly nativeBinding?: string | null | undefined;
  readonly key?: DataKey | undefined;
}

/** Opens a file of SQLite; with a key, one whose pages are encrypted and carry a checksum that only the key can make. */
export function openSqlite(file: string, { nativeBinding, key, ...options }: FileKey & Omit<Sqlite.Options, "nativeBinding">): Database {
  const raw = new Sqlite(file, { ...options, ...(nativeBinding ? { nativeBinding } : {}) });
  if (key) giveKey(raw, key, "key");
  return raw;
}

/** `rekey` writes the whole file anew under the key. */
export function giveKey(raw: Database, key: Uint8Array, deed: "key" | "rekey"): void {
  raw.pragma("cipher = 'aegis'");
  // A large sort would lay rows into a file of the system's in clear.
  raw.pragma("temp_store = MEMORY");
  raw.pragma(`${deed} = "x'${Buffer.from(key).toString("hex")}'"`);
}

/** Beside an encrypted file: its key, under each of the ways by which it can be opened. */
export const keyFileOf = (file: string): string => `${file}-key`;

/** A copy of an encrypted file goes with its key. */
export function copyKeyFile(from: string, to: string): void {
  if (existsSync(keyFileOf(from))) copyFileSync(keyFileOf(from), keyFileOf(to));
}
