import { chmodSync, closeSync, existsSync, fsyncSync, mkdirSync, openSync, readdirSync, rmSync, statSync, writeSync } from "node:fs";
import { dirname, join } from "node:path";
import type { ErrorCode } from "../../shared/error-codes.ts";

const probeBytes = 64 * 1024;
const others = 0o077;

/** Makes the data folder and proves that it can be written; answers what is wrong with it. */
export function prepareDataFolder(folder: string): { readonly code: ErrorCode; readonly cause: unknown } | null {
  try {
    makeFolder(folder);
    writeProbe(join(folder, `.write-probe-${process.pid}`));
    return null;
  } catch (cause) {
    const isFull = cause instanceof Error && "code" in cause && (cause.code === "ENOSPC" || cause.code === "EDQUOT");
    return { code: isFull ? "db.full" : "db.readOnly", cause };
  }
}

/** Folder by folder: Node's recursive way tries for ever where a file system has no room for a folder and calls that "no such file". */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return;
  const parent = dirname(folder);
  if (parent !== folder) makeFolder(parent);
  mkdirSync(folder, { mode: 0o700 });
}

/** A permission says little on a network share, and nothing of the space that is left: only a write does. */
function writeProbe(file: string): void {
  const handle = openSync(file, "w", 0o600);
  try {
    writeSync(handle, Buffer.alloc(probeBytes));
    fsyncSync(handle);
  } finally {
    closeSync(handle);
    rmSync(file, { force: true });
  }
}

/** Where the log is written: in its own folder, or beside the database where a file has that folder's name. */
export function logFileIn(dataFolder: string): string {
  const folder = join(dataFolder, "logs");
  const found = statSync(folder, { throwIfNoEntry: false });
  return join(found === undefined || found.isDirectory() ? folder : dataFolder, "main.log");
}

/** Takes from everybody else what an older version, or a copy by hand, left readable to them: the desk's files, logs and backups. */
export function closeToOthers(dataFolder: string, databaseName: string): void {
  if (process.platform === "win32") return;
  const own = [databaseName, `${databaseName}-wal`, `${databaseName}-shm`, `${databaseName}-lock`, `${databaseName}-sums`, `${databaseName}-key`].map((name) =>
    join(dataFolder, name),
  );
  const folders = ["logs", "backups"].map((name) => join(dataFolder, name)).filter((folder) => statSync(folder, { throwIfNoEntry: false })?.isDirectory());
  const inside = folders.flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)));
  for (const path of [...own, ...folders, ...inside]) closePath(path);
}

function closePath(path: string): void {
  if (!existsSync(path)) return;
  const { mode, uid } = statSync(path);
  // What belongs to somebody else can't be changed, and a start is not the time to say so.
  if ((mode & others) !== 0 && uid === process.getuid?.()) chmodSync(path, mode & ~others & 0o777);
}
