import { statSync } from "node:fs";
import { writeBackup } from "./database-backup.ts";
import type { DeskDatabase } from "./open-database.ts";

export interface DatabaseGuard {
  /** Whether the file is still the one that was opened. The first time that it is not, the work up to now is copied and `onGone` told. */
  isThere(): boolean;
}

/**
 * Notices that the file was removed, renamed or replaced under the running app: on Linux and macOS writes would go on
 * without an error, and be gone with the process.
 */
export function guardDatabase(
  { raw, file, forWorkers }: Pick<DeskDatabase, "raw" | "file" | "forWorkers">,
  now: () => string,
  onGone: (copy: string | null, cause: unknown) => void,
): DatabaseGuard {
  const opened = statSync(file);
  let isGone = false;
  const copyAway = () => {
    try {
      onGone(writeBackup(raw, file, now, forWorkers), undefined);
    } catch (cause) {
      onGone(null, cause);
    }
  };
  return {
    isThere: () => {
      if (isGone) return false;
      const found = statSync(file, { throwIfNoEntry: false });
      isGone = found === undefined || found.ino !== opened.ino || found.dev !== opened.dev;
      if (isGone) copyAway();
      return !isGone;
    },
  };
}
