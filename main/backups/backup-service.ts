import { existsSync } from "node:fs";
import { basename } from "node:path";
import type { BackupKind, BackupList, BackupPlan } from "../../shared/domain/backup.ts";
import { DeskError } from "../../shared/result.ts";
import { backupFolderOf } from "../db/database-backup.ts";
import type { DeskDatabase } from "../db/open-database.ts";
import { copyKeyFile } from "../db/sqlite-file.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { keyFromSecret, readKeyFile } from "../keys/key-file.ts";
import { lastEventOf, removeBackup } from "./backup-file.ts";
import { type FoundBackup, FoundBackups } from "./backup-list.ts";
import { isDue, readPlan, writePlan } from "./backup-plan.ts";
import type { BackupTasks } from "./backup-tasks.ts";
import { finishBackupsIn } from "./encrypt-file.ts";

export interface BackupService {
  list(): BackupList;
  /** Writes and checks a backup; those of its kind beyond the plan's number go, save those made by hand. */
  make(kind: BackupKind): Promise<{ readonly fileName: string; readonly id: string }>;
  /** One by schedule, where it is due and the desk has changed since the last. */
  makeIfDue(): Promise<void>;
  setPlan(change: Pick<BackupPlan, "schedule" | "keep">): Promise<void>;
  /** Null in `folder`: the one beside the database. */
  setFolder(folder: string | null): Promise<void>;
  /** Checks a backup, lays it beside the desk's file, and has the app open again with it. */
  restore(id: string, recoveryCode?: string | null): Promise<void>;
  remove(id: string): void;
  /** Takes away all backups but one. */
  removeAllBut(id: string): number;
  /** Where the next one is written. */
  folder(): string;
  /** Backups in clear beside an encrypted desk. */
  plainCount(): number;
  /** Encrypts them, one after another. */
  encryptPlain(): Promise<void>;
  /** The desk's key file was changed: its backups get it too. */
  bringKeys(): void;
}

interface BackupServiceParts {
  readonly db: Pick<DeskDatabase, "file" | "forWorkers" | "raw">;
  readonly headVersion: number;
  readonly jobs: Pick<JobRunner<BackupTasks>, "run">;
  /** For those that nobody waits for. */
  readonly housekeeping: Pick<JobRunner<BackupTasks>, "run">;
  readonly now: () => string;
  /** Closes everything, puts the staged backup in place and opens again. */
  readonly reopen: (restoredFrom: string) => void;
  /** The backup that the desk was restored from since the app began. */
  readonly restoredFrom: string | null;
  readonly onFailure: (cause: unknown) => void;
  /** A desk in clear becomes one under this key. */
  readonly onKey: (key: Uint8Array) => void;
}

export function createBackupService({ db, headVersion, jobs, housekeeping, now, reopen, restoredFrom, onFailure, onKey }: BackupServiceParts): BackupService {
  let opened: { readonly known: FoundBackups; plan: BackupPlan } | undefined;
  let hasFailed = false;

  /** Read once it is asked for. */
  const own = () => {
    opened ??= { known: new FoundBackups(db.file, headVersion, db.forWorkers), plan: readPlan(db.file) };
    return opened;
  };
  const folder = () => own().plan.folder ?? backupFolderOf(db.file);
  const found = () => own().known.in([folder(), backupFolderOf(db.file)]);
  const plain = () => found().filter(({ isEncrypted, state }) => !isEncrypted && state !== "unreadable");
  const existing = (id: string): FoundBackup => {
    const backup = found().find((one) => one.id === id);
    if (backup === undefined) throw new DeskError("backup.notFound");
    return backup;
  };
  const keepTo = async (next: BackupPlan) => {
    await writePlan(db.file, next);
    own().plan = next;
  };
  const rotate = (kind: BackupKind) => {
    if (kind === "now" || kind === "upgrade") return;
    for (const { file } of found()
      .filter((one) => one.kind === kind)
      .slice(own().plan.keep))
      removeBackup(file);
  };

  async function make(kind: BackupKind) {
    // A chosen folder on a drive that isn't there must not be made anew where the drive was.
    const chosen = own().plan.folder;
    if (chosen !== null && !existsSync(chosen)) throw new DeskError("backup.folderUnusable");
    const order = { folder: folder(), kind, now: now() };
    const isWaitedFor = kind !== "scheduled";
    const { file } = await (isWaitedFor ? jobs : housekeeping).run("backUp", { desk: db.forWorkers, order }, { kind: isWaitedFor ? "backUp" : null });
    rotate(kind);
    const fileName = basename(file);
    const id = found().find((one) => one.file === file)?.id;
    if (id === undefined) throw new DeskError("backup.failed");
    return { fileName, id };
  }

  return {
    list: () => ({
      plan: own().plan,
      folder: folder(),
      backups: found().map(({ file: _file, lastEvent: _lastEvent, ...backup }) => backup),
      restoredFrom,
      hasFailed,
    }),
    make,
    makeIfDue: async () => {
      const [last] = found().filter(({ state }) => state === "usable");
      const isEmpty = db.raw.prepare("SELECT 1 FROM deal LIMIT 1").get() === undefined;
      if (isEmpty || !isDue(own().plan, last?.madeAt ?? null, now())) return;
      if (last !== undefined && last.lastEvent === lastEventOf(db.raw)) return;
      try {
        await make("scheduled");
        hasFailed = false;
      } catch (cause) {
        if (cause instanceof DeskError && cause.code === "job.cancelled") return;
        hasFailed = true;
        onFailure(cause);
      }
    },
    setPlan: (change) => keepTo({ ...own().plan, ...change }),
    setFolder: (chosen) => keepTo({ ...own().plan, folder: chosen }),
    restore: async (id, recoveryCode = null) => {
      const backup = existing(id);
      if (backup.state === "newer") throw new DeskError("backup.newer");
      const backupKey = backup.needsCode ? await keyByCode(backup.file, recoveryCode) : undefined;
      await jobs.run("stageRestore", { desk: db.forWorkers, backup: backup.file, backupKey }, { kind: "checkBackup" });
      if (backupKey !== undefined && db.forWorkers.key === null) onKey(backupKey);
      reopen(backup.fileName);
    },
    remove: (id) => removeBackup(existing(id).file),
    removeAllBut: (id) => {
      const others = found().filter((one) => one.id !== id);
      for (const { file } of others) removeBackup(file);
      return others.length;
    },
    folder,
    plainCount: () => (db.forWorkers.key === null ? 0 : plain().length),
    encryptPlain: async () => {
      const { key, nativeBinding } = db.forWorkers;
      if (key === null) return;
      for (const place of new Set([folder(), backupFolderOf(db.file)])) finishBackupsIn(place);
      for (const { file } of plain()) {
        try {
          await housekeeping.run("encryptBackup", { file, key, nativeBinding, databaseFile: db.file }, { kind: "encryptBackup" });
        } catch (cause) {
          if (cause instanceof DeskError && cause.code === "job.cancelled") return;
          onFailure(cause);
        }
      }
    },
    bringKeys: () => {
      const { key } = db.forWorkers;
      for (const { file, isEncrypted, needsCode } of found()) if (key !== null && isEncrypted && !needsCode) copyKeyFile(db.file, file);
    },
  };
}

/** The key of a backup from another desk. */
async function keyByCode(file: string, recoveryCode: string | null): Promise<Uint8Array> {
  const keyFile = readKeyFile(file);
  if (keyFile === null || recoveryCode === null) throw new DeskError("backup.needsCode");
  return keyFromSecret(keyFile, "recovery", recoveryCode);
}
