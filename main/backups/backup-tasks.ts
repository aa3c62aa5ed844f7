import { DeskError } from "../../shared/result.ts";
import { deskErrorOfSqlite } from "../db/sqlite-errors.ts";
import { type DeskFile, WorkerConnection } from "../db/worker-connection.ts";
import { stageBackup } from "./put-back.ts";
import { type BackupOrder, writeCheckedBackup } from "./write-backup.ts";

const noSpace = new Set(["ENOSPC", "EDQUOT"]);

/** Failures of the disk by a code that has a sentence. */
function told(error: unknown): unknown {
  if (error instanceof DeskError) return error;
  if (error instanceof Error && "code" in error && noSpace.has(String(error.code))) return new DeskError("db.full", {}, { cause: error });
  return deskErrorOfSqlite(error) ?? new DeskError("backup.failed", {}, { cause: error });
}

async function backUp({ desk, order }: { readonly desk: DeskFile; readonly order: Omit<BackupOrder, "databaseFile" | "nativeBinding"> }) {
  try {
    const connection = new WorkerConnection(desk);
    try {
      return await writeCheckedBackup(connection.raw, { ...order, databaseFile: desk.path, nativeBinding: desk.nativeBinding });
    } finally {
      connection.close();
    }
  } catch (error) {
    throw told(error);
  }
}

function stageRestore({ desk, backup }: { readonly desk: DeskFile; readonly backup: string }): void {
  try {
    stageBackup(backup, desk.path, { nativeBinding: desk.nativeBinding ?? undefined });
  } catch (error) {
    throw told(error);
  }
}

export const backupTasks = { backUp, stageRestore };
export type BackupTasks = typeof backupTasks;
