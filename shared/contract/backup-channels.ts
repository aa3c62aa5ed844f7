import { z } from "zod";
import { backupListSchema, backupPlanSchema } from "../domain/backup.ts";
import { type FeatureContract, read, write } from "./channel.ts";

const backupId = z.object({ backupId: z.string().regex(/^[0-9a-f]{16}$/) });
const changes = ["backups.list"] as const;

const channels = {
  "backups.list": read(z.void(), backupListSchema),
  /** Writes and checks one now. */
  "backups.make": write(z.void(), z.object({ fileName: z.string() }), { changes }),
  "backups.setPlan": write(backupPlanSchema.pick({ schedule: true, keep: true }), z.void(), { changes }),
  /** Asks for the folder of later backups, or goes back to the one beside the database; false where the user cancels. */
  "backups.chooseFolder": write(z.object({ isOwn: z.boolean() }), z.boolean(), { changes }),
  /** Checks a backup against what was written down of it; then everything closes, and opens again with it. What was there is kept aside. One of another desk needs the recovery code of that. */
  "backups.restore": write(backupId.extend({ recoveryCode: z.string().min(1).max(200).optional() }), z.void(), { changes }),
  "backups.remove": write(backupId, z.void(), { changes }),
  "backups.showFolder": write(z.void(), z.void(), { changes: [] }),
} as const;

export const backupFeature = {
  channels,
  jobKinds: ["backUp", "checkBackup"],
  errorCodes: ["backup.notFound", "backup.damaged", "backup.newer", "backup.failed", "backup.folderUnusable", "backup.needsCode"],
} as const satisfies FeatureContract;
