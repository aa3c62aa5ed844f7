import { existsSync, readdirSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { app, dialog, shell } from "electron";
import type { Language } from "../../shared/domain/codes.ts";
import type { ErrorCode } from "../../shared/error-codes.ts";
import { formatDateTime } from "../../shared/format.ts";
import type { FoundBackup } from "../backups/backup-list.ts";
import { startTexts } from "./start-texts.ts";

export interface StartFailure {
  readonly code: ErrorCode;
  readonly language: Language;
  /** The file or folder that can't be used. */
  readonly place: string;
  /** A test answers: no dialog that it could not click. */
  readonly isDriven: boolean;
  /** Where there is one already. */
  readonly logFile?: string;
  readonly backupFolder?: string;
  /** Backups that may be restored instead, the latest first. */
  readonly backups?: readonly FoundBackup[];
  /** What a test chooses of them. */
  readonly answer?: () => number | null;
}

/** What tests of the real app look for, since nothing can click a native dialog. */
const failedExitCode = 3;
/** More would not be read in a dialog; the folder has them all. */
const mostOffered = 3;

const hasBackups = (folder: string) => existsSync(folder) && readdirSync(folder).length > 0;

/** Says why the app can't start and offers the way out: a backup that the user chose to restore, or null once the app is about to quit. */
export async function showStartFailure(failure: StartFailure): Promise<FoundBackup | null> {
  const { code, language, place, isDriven, logFile, backupFolder, answer } = failure;
  const texts = startTexts[language];
  const text = texts.failures[code] ?? texts.failures.internal;
  const offered = code === "db.damaged" ? (failure.backups ?? []).filter(({ state }) => state === "usable").slice(0, mostOffered) : [];
  if (isDriven) {
    process.stderr.write(`${JSON.stringify({ dialog: code, text, offered: offered.map((backup) => offerOf(backup, language)) })}\n`);
    const chosen = offered.length === 0 ? undefined : offered[answer?.() ?? -1];
    if (chosen !== undefined) return chosen;
    // A person takes longer to read the dialog: an exit while the graphics process still starts can hang in Electron 33.
    await setTimeout(1000);
    app.exit(failedExitCode);
    return null;
  }
  const choices = [
    ...offered.map((backup) => ({ label: offerOf(backup, language), backup, open: null })),
    { label: texts.quit, backup: null, open: null },
    ...(logFile === undefined ? [] : [{ label: texts.openLog, backup: null, open: () => shell.showItemInFolder(logFile) }]),
    ...(backupFolder !== undefined && hasBackups(backupFolder) && (code === "db.damaged" || code === "db.migrationFailed")
      ? [{ label: texts.openBackups, backup: null, open: () => void shell.openPath(backupFolder) }]
      : []),
  ];
  const { response } = await dialog.showMessageBox({
    type: "error",
    title: texts.title,
    message: texts.title,
    detail: `${text}${offered.length > 0 ? `\n\n${texts.restoreOffered}` : ""}\n\n${place}`,
    buttons: choices.map(({ label }) => label),
    defaultId: offered.length,
    cancelId: offered.length,
    noLink: true,
  });
  const chosen = choices[response];
  if (chosen?.backup) return chosen.backup;
  chosen?.open?.();
  app.exit(failedExitCode);
  return null;
}

function offerOf({ madeAt, held }: FoundBackup, language: Language): string {
  const { restoreOne } = startTexts[language];
  return restoreOne(formatDateTime(madeAt), held?.deals ?? null, held?.runs ?? null);
}
