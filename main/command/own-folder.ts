import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { isDeskOpen } from "../db/desk-lock.ts";

const prefix = "dealdesk-";
const madeHere = /^dealdesk-[A-Za-z0-9]{6}$/;
/** A folder whose database is not open may be a call's that is only starting. */
const startMs = 60_000;

export interface OwnFolder {
  readonly path: string;
  readonly databaseFile: string;
  remove(): void;
}

const databaseIn = (folder: string) => join(folder, "desk.sqlite");

/** A folder of this call's own for its debtors' rows, which goes with it; and what killed calls left goes first. */
export function openOwnFolder(temporaryFolder: string, nowMs: number): OwnFolder {
  sweep(temporaryFolder, nowMs);
  const path = mkdtempSync(join(temporaryFolder, prefix));
  const remove = () => {
    rmSync(path, { recursive: true, force: true, maxRetries: 5 });
    process.off("exit", remove);
  };
  process.once("exit", remove);
  return { path, databaseFile: databaseIn(path), remove };
}

function sweep(temporaryFolder: string, nowMs: number): void {
  for (const name of readdirSync(temporaryFolder).filter((entry) => madeHere.test(entry))) {
    const folder = join(temporaryFolder, name);
    try {
      const { uid, mtimeMs } = statSync(folder);
      const isOwn = !process.getuid || uid === process.getuid();
      if (isOwn && nowMs - mtimeMs > startMs && !isDeskOpen(databaseIn(folder))) rmSync(folder, { recursive: true, force: true });
    } catch {
      // Gone meanwhile: no reason not to price.
    }
  }
}
