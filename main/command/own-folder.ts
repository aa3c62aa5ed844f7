import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import Sqlite from "better-sqlite3";

const prefix = "dealdesk-";
const madeHere = /^dealdesk-[A-Za-z0-9]{6}$/;
const holdName = "in-use.sqlite";
/** A folder that nobody holds may be a call's that is only starting. */
const startMs = 60_000;

export interface OwnFolder {
  readonly path: string;
  remove(): void;
}

/** A folder of this call's own for its debtors' rows, which goes with it; and what killed calls left goes first. */
export function openOwnFolder(temporaryFolder: string, nowMs: number): OwnFolder {
  sweep(temporaryFolder, nowMs);
  const path = mkdtempSync(join(temporaryFolder, prefix));
  const hold = new Sqlite(join(path, holdName));
  hold.exec("BEGIN EXCLUSIVE");
  const remove = () => {
    hold.close();
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    process.off("exit", remove);
  };
  process.once("exit", remove);
  return { path, remove };
}

function sweep(temporaryFolder: string, nowMs: number): void {
  for (const name of readdirSync(temporaryFolder).filter((entry) => madeHere.test(entry))) {
    const folder = join(temporaryFolder, name);
    try {
      if (isLeft(folder, nowMs)) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Another user's, or gone meanwhile: no reason not to price.
    }
  }
}

/** Nobody holds it. A process id would not tell: it may be another process's by now. */
function isLeft(folder: string, nowMs: number): boolean {
  const { uid, mtimeMs } = statSync(folder);
  if ((process.getuid && uid !== process.getuid()) || nowMs - mtimeMs < startMs) return false;
  const hold = new Sqlite(join(folder, holdName), { timeout: 0 });
  try {
    hold.exec("BEGIN EXCLUSIVE; ROLLBACK");
    return true;
  } catch (error) {
    return !(error instanceof Sqlite.SqliteError && error.code.startsWith("SQLITE_BUSY"));
  } finally {
    hold.close();
  }
}
