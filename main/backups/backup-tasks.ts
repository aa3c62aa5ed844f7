import { statSync } from "node:fs";
import type { Database } from "better-sqlite3";
import { DeskError } from "../../shared/result.ts";
import { deskErrorOfSqlite } from "../db/sqlite-errors.ts";
import { openSqlite } from "../db/sqlite-file.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import { hashOfFile } from "../files/hash-of-file.ts";
import { readKeyFile } from "../keys/key-file.ts";
import { checkBackup, readNote, removeNote, writeNote } from "./backup-file.ts";
import { removePlain, swapIn, writeEncrypted } from "./encrypt-file.ts";
import { stageBackup } from "./put-back.ts";
import { type BackupOrder, writeCheckedBackup } from "./write-backup.ts";

const noSpace = new Set(["ENOSPC", "EDQUOT"]);

/** Failures of the disk by a code that has a sentence. */
function told(error: unknown): unknown {
  if (error instanceof DeskError) return error;
  if (error instanceof Error && "code" in error && noSpace.has(String(error.code))) return new DeskError("db.full", {}, { cause: error });
  return deskErrorOfSqlite(error) ?? new DeskError("backup.failed", {}, { cause: error });
}

async function backUp({ desk, order }: { readonly desk: DeskFile; readonly order: Omit<BackupOrder, "databaseFile" | "nativeBinding" | "key"> }) {
  try {
    const connection = new WorkerConnection(desk);
    try {
      return await writeCheckedBackup(connection.raw, { ...order, databaseFile: desk.path, nativeBinding: desk.nativeBinding, key: desk.key });
    } finally {
      connection.close();
    }
  } catch (error) {
    throw told(error);
  }
}

function stageRestore({ desk, backup, backupKey }: { readonly desk: DeskFile; readonly backup: string; readonly backupKey?: Uint8Array | undefined }): void {
  try {
    stageBackup(backup, desk.path, { ...desk, backupKey });
  } catch (error) {
    throw told(error);
  }
}

/** Writes a closed desk in clear, encrypted, beside it. */
async function encryptDesk({
  file,
  key,
  nativeBinding,
}: {
  readonly file: string;
  readonly key: Uint8Array;
  readonly nativeBinding: string | null;
}): Promise<void> {
  let raw: Database | null = null;
  try {
    raw = openSqlite(file, { fileMustExist: true, nativeBinding });
    await writeEncrypted(raw, file, key, nativeBinding);
  } catch (error) {
    throw told(error);
  } finally {
    raw?.close();
  }
}

/** The same for a backup, which then takes its own place with what is written down of it. */
async function encryptBackup({ file, key, nativeBinding, databaseFile }: Parameters<typeof encryptDesk>[0] & { readonly databaseFile: string }): Promise<void> {
  const held = checkBackup(file, { nativeBinding });
  const note = readNote(file);
  await encryptDesk({ file, key, nativeBinding });
  const keyFile = readKeyFile(databaseFile);
  if (keyFile === null) throw new DeskError("db.keyMissing");
  // Between the two a backup has no note rather than a wrong one.
  removeNote(file);
  swapIn(file, keyFile);
  if (note !== null) writeNote(file, { ...note, held, bytes: statSync(file).size, sha256: hashOfFile(file) });
  removePlain(file);
}

export const backupTasks = { backUp, stageRestore, encryptDesk, encryptBackup };
export type BackupTasks = typeof backupTasks;
