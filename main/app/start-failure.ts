import { setTimeout } from "node:timers/promises";
import { app, dialog, shell } from "electron";
import type { Language } from "../../shared/domain/codes.ts";
import type { ErrorCode } from "../../shared/error-codes.ts";
import { startTexts } from "./start-texts.ts";

export interface StartFailure {
  readonly code: ErrorCode;
  readonly language: Language;
  readonly logFile: string;
  readonly backupFolder: string;
}

/** What tests of the real app look for, since nothing can click a native dialog. */
const failedExitCode = 3;

/** Says why the app can't start, offers the way out, and quits. */
export async function showStartFailure({ code, language, logFile, backupFolder }: StartFailure): Promise<void> {
  const texts = startTexts[language];
  const text = texts.failures[code] ?? texts.failures.internal;
  if (process.env.AMC_E2E === "1") {
    process.stderr.write(`${JSON.stringify({ dialog: code, text })}\n`);
    // A person takes longer to read the dialog: an exit while the graphics process still starts can hang in Electron 33.
    await setTimeout(1000);
    app.exit(failedExitCode);
    return;
  }
  const choices = [
    { label: texts.quit, open: null },
    { label: texts.openLog, open: () => shell.showItemInFolder(logFile) },
    ...(code === "db.damaged" || code === "db.migrationFailed" ? [{ label: texts.openBackups, open: () => void shell.openPath(backupFolder) }] : []),
  ];
  const { response } = await dialog.showMessageBox({
    type: "error",
    title: texts.title,
    message: texts.title,
    detail: text,
    buttons: choices.map(({ label }) => label),
    defaultId: 0,
    cancelId: 0,
    noLink: true,
  });
  choices[response]?.open?.();
  app.exit(failedExitCode);
}
