import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { type BackupPlan, type BackupSchedule, backupPlanSchema, usualBackupPlan } from "../../shared/domain/backup.ts";
import { writeAtomically } from "../files/write-atomically.ts";

const hourMs = 3_600_000;
const everyMs: Readonly<Record<Exclude<BackupSchedule, "off">, number>> = { fourHours: 4 * hourMs, daily: 24 * hourMs, weekly: 7 * 24 * hourMs };

/** Beside the database and not in it: where the backups are must be known when the database can't be read, and a restore must not change it. */
const planFileOf = (databaseFile: string): string => join(dirname(databaseFile), "backup-plan.json");

/** The usual plan where none is stored, or none that can be read. */
export function readPlan(databaseFile: string): BackupPlan {
  try {
    const found = backupPlanSchema.safeParse(JSON.parse(readFileSync(planFileOf(databaseFile), "utf8")));
    return found.success ? found.data : usualBackupPlan;
  } catch {
    return usualBackupPlan;
  }
}

export const writePlan = (databaseFile: string, plan: BackupPlan): Promise<void> =>
  writeAtomically(planFileOf(databaseFile), new TextEncoder().encode(`${JSON.stringify(plan, null, 1)}\n`));

/** Whether a backup is due. One of a time to come, after the clock was set back, counts as none. */
export function isDue({ schedule }: BackupPlan, lastMadeAt: string | null, now: string): boolean {
  if (schedule === "off") return false;
  if (lastMadeAt === null) return true;
  const age = Date.parse(now) - Date.parse(lastMadeAt);
  return !(age >= 0 && age < everyMs[schedule]);
}
