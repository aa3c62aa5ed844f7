import { existsSync, statSync } from "node:fs";
import { dirname, join } from "node:path";
import type { BrowserWindow } from "electron";
import type { Handlers } from "../../shared/contract/contract.ts";
import type { JobEvent } from "../../shared/contract/job-events.ts";
import { dossierEnding } from "../../shared/domain/dossier.ts";
import { DeskError } from "../../shared/result.ts";
import type { TrailService } from "../audit/trail-service.ts";
import { type DatabaseGuard, guardDatabase } from "../db/database-guard.ts";
import { type DeskDatabase, openDatabase } from "../db/open-database.ts";
import { migrations } from "../db/schema.ts";
import type { DataKey } from "../db/sqlite-file.ts";
import { ENGINE_VERSION } from "../engine/price-package.ts";
import type { GivenFiles } from "../files/given-files.ts";
import { createJobRunner, type JobRunner } from "../jobs/job-runner.ts";
import type { MemoTokens } from "../page/memo-tokens.ts";
import { type ProgramPorts, programHandlers } from "../program/program-handlers.ts";
import { createLayoutService } from "../settings/layout-service.ts";
import { createSettingsService, type SettingsService } from "../settings/settings-service.ts";
import { createFileTokens } from "../tapes/file-tokens.ts";
import type { DeskTasks } from "../worker/desk-tasks.ts";
import { appHandlers, type WindowPorts } from "./app-handlers.ts";
import { createFeatures, type FeaturePorts, type Safekeeping } from "./desk-features.ts";
import type { DeskLog } from "./desk-log.ts";
import type { Dialogs } from "./dialogs.ts";
import { createMemoPrinter } from "./memo-printer.ts";
import { createPictures } from "./pictures.ts";

export type DeskServices = ReturnType<typeof createFeatures>["services"] & { readonly settings: SettingsService };

export interface Desk {
  readonly services: DeskServices;
  readonly handlers: Handlers;
  /** Writes what a call of the page does into the trail. */
  readonly within: TrailService["within"];
  /** False once the database's file was removed or replaced. */
  readonly canStore: () => boolean;
  /** What a start leaves until the window is there: looks a large file over, which may fail as db.damaged, and takes away what an earlier start left half done. */
  settle(): Promise<void>;
  /** Has the engine compiled, so that the first package is priced as fast as the next. */
  warm(): Promise<void>;
  /** Stops the jobs and closes the database. */
  close(): Promise<void>;
}

export interface DeskParts {
  readonly databaseFile: string;
  readonly key: DataKey;
  readonly workerFile: URL;
  readonly samplesFolder: string;
  readonly locale: string;
  readonly version: string;
  readonly log: DeskLog;
  /** The log for what the page causes. */
  readonly callLog: Pick<DeskLog, "error">;
  readonly memoTokens: MemoTokens;
  readonly dialogs: Dialogs;
  readonly window: WindowPorts;
  readonly showLog: () => void;
  /** Opens a file with the system's program for it; answers what went wrong, or nothing. */
  readonly openFile: (path: string) => Promise<string>;
  readonly showFile: (path: string) => void;
  readonly program: Pick<ProgramPorts, "noticesFile" | "openOther" | "moveTo">;
  readonly currentWindow: () => BrowserWindow | null;
  readonly givenFiles: Pick<GivenFiles, "next">;
  readonly onJobEvent: (event: JobEvent) => void;
  /** Opens a folder with the system's program for it. */
  readonly showFolder: (folder: string) => Promise<unknown>;
  readonly restore: Pick<Safekeeping, "reopen" | "restoredFrom" | "onKey">;
  readonly encryption: FeaturePorts["encryption"];
  /** Told once where the database's file is gone, with the copy that could be made of it. */
  readonly onDatabaseGone: (copy: string | null) => void;
}

const workbookFilters = [{ name: "Excel", extensions: ["xlsx"] }];
const dossierFilters = [{ name: "Deal dossier", extensions: [dossierEnding] }];
const tableFilters = [...workbookFilters, { name: "CSV", extensions: ["csv"] }];
const tapeFilters = [{ name: "Excel, CSV", extensions: ["xlsx", "xls", "ods", "csv", "txt"] }];
/** A saved file may have been moved since. */
function existing(path: string): string {
  if (!existsSync(path)) throw new DeskError("file.notFound");
  return path;
}

const foldLogEveryMs = 30_000;
const lookForBackupEveryMs = 600_000;

/** Builds everything behind the contract: database, workers, services, handlers. */
export function composeDesk(parts: DeskParts): Desk {
  const { databaseFile, dialogs, log } = parts;
  const now = () => new Date().toISOString();
  const db = openDatabase(databaseFile, { migrations, now, keepsSums: true, key: parts.key });
  if (db.migrationBackup) log.info("db.migrated");
  const guard = guardDatabase(db, now, (copy, cause) => {
    log.error("db.gone", { code: "db.gone", cause });
    parts.onDatabaseGone(copy);
  });
  const jobs = createJobRunner<DeskTasks>({ workerFile: parts.workerFile, onEvent: parts.onJobEvent });
  const housekeeping = createJobRunner<DeskTasks>({ workerFile: parts.workerFile, onEvent: parts.onJobEvent, maxWorkers: 1 });
  const files = createFileTokens();
  // Apart from the tapes' files: nothing that was chosen for reading may be opened by the system, and nothing saved be read.
  const saved = createFileTokens();
  const settings = createSettingsService({ db, locale: parts.locale });
  const features = createFeatures({
    db,
    jobs,
    housekeeping,
    now,
    author: async () => (await settings.get()).ownName,
    idleMinutes: async () => Number((await settings.get()).lockMinutes),
    files,
    chooser: {
      chooseFile: async () => {
        const [path] = await dialogs.chooseOpen(tapeFilters, "one");
        return path === undefined ? null : files.admit(path);
      },
      chooseFiles: async (addTo) => {
        const known = addTo === null ? [] : files.pathsOf(addTo);
        const paths = await dialogs.chooseOpen(tapeFilters, "several");
        return paths.length === 0 ? null : files.admitAll([...known, ...paths]);
      },
      chooseSample: () => files.admit(join(parts.samplesFolder, "corporate-package.xlsx")),
      nextGiven: () => parts.givenFiles.next(),
    },
    printer: createMemoPrinter({ dialogs, memoTokens: parts.memoTokens, log }),
    chooseWorkbook: (suggestedName) => dialogs.chooseSave(suggestedName, workbookFilters),
    chooseTable: (suggestedName) => dialogs.chooseSave(suggestedName, tableFilters),
    dossierFiles: {
      chooseSave: (suggestedName) => dialogs.chooseSave(suggestedName, dossierFilters),
      chooseOpen: async () => {
        const [path] = await dialogs.chooseOpen(dossierFilters, "one");
        return path === undefined ? null : files.admit(path);
      },
      pathOf: files.pathOf,
    },
    admitSaved: saved.admit,
    savedPath: saved.findPath,
    chooseAny: async () => (await dialogs.chooseOpen([], "one"))[0] ?? null,
    onJobEvent: parts.onJobEvent,
    onFailure: (cause) => log.error("desk.housekeepingFailed", { cause }),
    encryption: parts.encryption,
    safekeeping: {
      ...parts.restore,
      chooseFolder: dialogs.chooseFolder,
      showFolder: async (folder) => {
        if (!existsSync(folder)) throw new DeskError("backup.folderUnusable");
        await parts.showFolder(folder);
      },
    },
  });
  const handlers: Handlers = {
    ...features.handlers,
    ...programHandlers({ ...parts.program, desk: db.forWorkers, jobs, chooseFolder: dialogs.chooseFolder, dataFolder: dirname(databaseFile) }),
    ...appHandlers({
      info: {
        version: parts.version,
        engineVersion: ENGINE_VERSION,
        electronVersion: process.versions.electron ?? "",
        databaseFile,
        logFile: log.file,
        isEncrypted: parts.key !== null,
      },
      settings,
      layout: createLayoutService(db),
      window: parts.window,
      showLog: parts.showLog,
      showData: () => parts.showFile(databaseFile),
      openSaved: async (fileToken) => {
        if ((await parts.openFile(existing(saved.pathOf(fileToken)))) !== "") throw new DeskError("file.unreadable");
      },
      showSaved: (fileToken) => parts.showFile(existing(saved.pathOf(fileToken))),
      reportError: (message) => parts.callLog.error("page.reported", { cause: message }),
      pictures: createPictures({ currentWindow: parts.currentWindow, dialogs, admitSaved: saved.admit }),
      cancelJob: (jobId) => {
        features.services.simulations.cancel(jobId);
        features.services.memos.cancel(jobId);
        jobs.cancel(jobId);
      },
    }),
  };

  const { backups } = features.services;
  const backingUp = setInterval(() => void backups.makeIfDue(), lookForBackupEveryMs).unref();
  const folding = startFolding(db, { guard, housekeeping, log });
  return {
    services: { ...features.services, settings },
    handlers,
    within: features.services.trail.within,
    canStore: guard.isThere,
    settle: async () => {
      if (!db.isLookedOver) await housekeeping.run("lookOver", db.forWorkers, { kind: null });
      await features.services.tapes.sweep();
      await backups.encryptPlain();
      await backups.makeIfDue();
    },
    warm: () =>
      features.services.pricing.warm().catch((cause: unknown) => {
        // An app that is closed meanwhile stops it like any job.
        if (!(cause instanceof DeskError && cause.code === "job.cancelled")) log.error("desk.warmingFailed", { cause });
      }),
    close: async () => {
      clearInterval(folding);
      clearInterval(backingUp);
      await Promise.all([jobs.close(), housekeeping.close()]);
      await db.close();
    },
  };
}

interface FoldingParts {
  readonly guard: DatabaseGuard;
  readonly housekeeping: JobRunner<DeskTasks>;
  readonly log: DeskLog;
}

/** Every 30 seconds: what was deleted stays readable in the log until it is folded in (docs/database.md). */
function startFolding({ file, forWorkers }: DeskDatabase, { guard, housekeeping, log }: FoldingParts): NodeJS.Timeout {
  let isFolding = false;
  const fold = async () => {
    if (!guard.isThere()) return;
    const size = statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0;
    if (size === 0 || isFolding) return;
    isFolding = true;
    try {
      await housekeeping.run("foldLog", forWorkers, { kind: null });
    } catch (cause) {
      log.error("db.checkpointFailed", { cause });
    } finally {
      isFolding = false;
    }
  };
  return setInterval(() => void fold(), foldLogEveryMs).unref();
}
