import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import { DeskError } from "../../shared/result.ts";
import { backupFolderOf, syncToDisk } from "../db/database-backup.ts";
import { keyFileOf } from "../db/sqlite-file.ts";
import type { KeyStore } from "./key-store.ts";
import { readRecoveryCode } from "./recovery-code.ts";
import { openSealed, sealBytes, sealedBoxSchema } from "./sealed-box.ts";

/** Beside an encrypted file, nothing of it in clear: the file's key under each way by which it can be opened. */
const keyFileSchema = z.object({
  format: z.literal(1),
  /** Tells the keys of two desks apart. */
  id: z.string().regex(/^[0-9a-f]{32}$/),
  recovery: sealedBoxSchema,
  passphrase: sealedBoxSchema.nullable(),
  store: z.object({ name: z.string(), sealed: z.string() }).nullable(),
});
export type KeyFile = z.infer<typeof keyFileSchema>;

/** How the page says by what a desk is to be opened. */
export type SecretKind = "passphrase" | "recovery";

export const newDataKey = (): Uint8Array => randomBytes(32);

/** Says nothing of the key itself. */
export const idOfKey = (key: Uint8Array): string => createHash("sha256").update("AMC desk key\0").update(key).digest("hex").slice(0, 32);

/** Null where there is none, or none that can be read. */
export function readKeyFile(file: string): KeyFile | null {
  try {
    return keyFileSchema.parse(JSON.parse(readFileSync(keyFileOf(file), "utf8")));
  } catch {
    return null;
  }
}

/** The desk's own, or where that is lost the latest that a backup has: backups are encrypted by the same key. */
export function findKeyFile(databaseFile: string): KeyFile | null {
  const own = readKeyFile(databaseFile);
  const folder = backupFolderOf(databaseFile);
  if (own !== null || !existsSync(folder)) return own;
  const others = readdirSync(folder)
    .filter((name) => name.endsWith("-key"))
    .map((name) => join(folder, name.slice(0, -"-key".length)))
    .toSorted((one, other) => statSync(keyFileOf(other)).mtimeMs - statSync(keyFileOf(one)).mtimeMs);
  return others.map(readKeyFile).find((found) => found !== null) ?? null;
}

export function writeKeyFile(file: string, content: KeyFile): void {
  const unfinished = `${keyFileOf(file)}.part`;
  writeFileSync(unfinished, `${JSON.stringify(content, null, 1)}\n`, { mode: 0o600 });
  syncToDisk(unfinished, "file");
  renameSync(unfinished, keyFileOf(file));
  syncToDisk(dirname(file), "folder");
}

/** A key under a recovery code, and a passphrase and the system's key store where there are. */
export async function sealKeyFile(key: Uint8Array, recoveryCode: string, passphrase: string | null, store: KeyStore | null): Promise<KeyFile> {
  return {
    format: 1,
    id: idOfKey(key),
    recovery: await sealBytes(key, recoveryCode),
    passphrase: passphrase === null ? null : await sealBytes(key, passphrase),
    store: store === null ? null : { name: store.name, sealed: store.seal(key) },
  };
}

/** The key as the system's key store gives it; null where there is none, or it is that of another user or computer. */
export function keyFromStore({ id, store: sealed }: KeyFile, store: KeyStore | null): Uint8Array | null {
  if (sealed === null || store === null) return null;
  const key = store.open(sealed.sealed);
  return key !== null && idOfKey(key) === id ? key : null;
}

/** The key by what somebody typed; fails by a code that says what is wrong with that. */
export async function keyFromSecret({ passphrase, recovery }: KeyFile, kind: SecretKind, typed: string): Promise<Uint8Array> {
  if (kind === "passphrase") {
    const key = passphrase === null ? null : await openSealed(passphrase, typed);
    if (key === null) throw new DeskError("lock.wrongPassphrase");
    return key;
  }
  const key = await openSealed(recovery, codeAsTyped(typed));
  if (key === null) throw new DeskError("lock.wrongCode");
  return key;
}

/** The code as it is written; fails where it can't be one. */
export function codeAsTyped(typed: string): string {
  const read = readRecoveryCode(typed);
  if ("code" in read) return read.code;
  throw read.wrongGroup === 0 ? new DeskError("lock.codeLength") : new DeskError("lock.codeMistyped", { group: read.wrongGroup });
}
