import { existsSync, readdirSync } from "node:fs";
import { setTimeout } from "node:timers/promises";
import { app, dialog, shell } from "electron";
import type { Language } from "../../shared/domain/codes.ts";
import type { ErrorCode } from "../../shared/error-codes.ts";
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
}

/** What tests of the real app look for, since nothing can click a native dialog. */
const failedExitCode = 3;

const hasBackups = (folder: string) => existsSync(folder) && readdirSync(folder).length > 0;

/** Says why the app can't start, offers the way out, and quits. */
export async function showStartFailure({ code, language, place, isDriven, logFile, backupFolder }: StartFailure): Promise<void> {
  const texts = startTexts[language];
  const text = texts.failures[code] ?? texts.failures.internal;
  if (isDriven) {
    process.stderr.write(`${JSON.stringify({ dialog: code, text })}\n`);
    // A person takes longer to read the dialog: an exit while the graphics process still starts can hang in Electron 33.
    await setTimeout(1000);
    app.exit(failedExitCode);
    return;
  }
  const choices = [
    { label: texts.quit, open: null },
    ...(logFile === undefined ? [] : [{ label: texts.openLog, open: () => shell.showItemInFolder(logFile) }]),
    ...(backupFolder !== undefined && hasBackups(backupFolder) && (code === "db.damaged" || code === "db.migrationFailed")
      ? [{ label: texts.openBackups, open: () => void shell.openPath(backupFolder) }]
      : []),
  ];
  const { response } = await dialog.showMessageBox({
    type: "error",
    title: texts.title,
    message: texts.title,
    detail: `${text}\n\n${place}`,
    buttons: choices.map(({ label }) => label),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  choices[response]?.open?.();
  app.exit(failedExitCode);
}
