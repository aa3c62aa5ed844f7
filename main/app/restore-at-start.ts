import { app } from "electron";
import type { Language } from "../../shared/domain/codes.ts";
import { DeskError } from "../../shared/result.ts";
import { type FoundBackup, FoundBackups } from "../backups/backup-list.ts";
import { readPlan } from "../backups/backup-plan.ts";
import { putBack, stageBackup } from "../backups/put-back.ts";
import { backupFolderOf } from "../db/database-backup.ts";
import { headVersionOf } from "../db/migrate-database.ts";
import { migrations } from "../db/schema.ts";
import type { DataKey } from "../db/sqlite-file.ts";
import type { DeskLog } from "./desk-log.ts";
import { showStartFailure } from "./start-failure.ts";

interface FailedStart {
  readonly databaseFile: string;
  /** Of an encrypted desk. */
  readonly key: DataKey;
  readonly language: Language;
  readonly log: DeskLog;
  readonly isDriven: boolean;
  /** What a test chooses of the backups on offer. */
  readonly answer: () => number | null;
}

/**
 * Says why the desk can't be opened, and where it is damaged offers its backups. Answers the name of the one that now stands in
 * its place, what was there kept aside; null once the app is about to quit.
 */
export async function restoreAfter(cause: unknown, failed: FailedStart): Promise<string | null> {
  const { databaseFile, key, language, log, isDriven, answer } = failed;
  const code = cause instanceof DeskError ? cause.code : "internal";
  log.error("app.startFailed", { code, cause: cause instanceof DeskError ? (cause.cause ?? cause) : cause });
  const backupFolder = backupFolderOf(databaseFile);
  const folders = [readPlan(databaseFile).folder ?? backupFolder, backupFolder];
  const backups =
    code === "db.damaged" ? new FoundBackups(databaseFile, headVersionOf(migrations), { key }).in(folders).filter(({ needsCode }) => !needsCode) : [];
  const say = (said: typeof code, offered: readonly FoundBackup[]) =>
    showStartFailure({ code: said, language, place: databaseFile, isDriven, logFile: log.file, backupFolder, backups: offered, answer });
  const chosen = await say(code, backups);
  if (chosen === null) return null;
  try {
    stageBackup(chosen.file, databaseFile, { key });
    putBack(databaseFile, new Date().toISOString(), { key });
    log.info("db.restored");
    return chosen.fileName;
  } catch (failure) {
    // The damaged file is where it was; another backup may be whole.
    log.error("db.restoreFailed", { cause: failure });
    const others = backups.filter(({ id }) => id !== chosen.id);
    if (others.length > 0) return restoreAfter(cause, failed);
    await say("backup.damaged", []);
    app.exit();
    return null;
  }
}
