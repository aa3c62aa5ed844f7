import type { backupFeature } from "../../shared/contract/backup-channels.ts";
import type { HandlersOf } from "../../shared/contract/contract.ts";
import type { BackupService } from "./backup-service.ts";

interface BackupPorts {
  /** Asks for a folder; null where the user cancels. */
  readonly chooseFolder: () => Promise<string | null>;
  readonly showFolder: (folder: string) => Promise<void>;
  /** Throws where whoever is at the desk may not change or restore it. */
  readonly assertMayRestore: () => Promise<unknown>;
}

export const backupHandlers = (backups: BackupService, { chooseFolder, showFolder, assertMayRestore }: BackupPorts): HandlersOf<typeof backupFeature> => ({
  "backups.list": () => backups.list(),
  "backups.make": async () => ({ fileName: (await backups.make("now")).fileName }),
  "backups.setPlan": (plan) => backups.setPlan(plan),
  "backups.chooseFolder": async ({ isOwn }) => {
    const folder = isOwn ? null : await chooseFolder();
    if (!isOwn && folder === null) return false;
    await backups.setFolder(folder);
    return true;
  },
  "backups.restore": async ({ backupId, recoveryCode }) => {
    await assertMayRestore();
    await backups.restore(backupId, recoveryCode ?? null);
  },
  "backups.remove": async ({ backupId }) => {
    await assertMayRestore();
    backups.remove(backupId);
  },
  "backups.showFolder": () => showFolder(backups.folder()),
});
