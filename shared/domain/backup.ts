import { z } from "zod";

/** Why a backup was made. `upgrade`: before a step of the schema, or saved from a file that was taken away. `aside`: what a restored one took the place of. */
const backupKinds = ["now", "scheduled", "erase", "aside", "upgrade"] as const;
export type BackupKind = (typeof backupKinds)[number];

/** How often the desk is backed up by itself. */
export const backupSchedules = ["off", "fourHours", "daily", "weekly"] as const;
export type BackupSchedule = (typeof backupSchedules)[number];

const count = z.number().int().min(0);

/** What a desk's file holds. */
const heldCountsSchema = z.object({ schemaVersion: count, deals: count, tapes: count, loans: count, runs: count, events: count });
export type HeldCounts = z.infer<typeof heldCountsSchema>;

/** What is written of a backup beside it, and held against it before it is restored. */
export const backupNoteSchema = z.object({
  kind: z.enum(backupKinds),
  madeAt: z.string(),
  bytes: count,
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  held: heldCountsSchema,
  /** Hash of the trail's last event; empty before the first. */
  lastEvent: z.string(),
});
export type BackupNote = z.infer<typeof backupNoteSchema>;

const backupSchema = z.object({
  /** Stands for the file, whose path the page needn't know to name it. */
  id: z.string().regex(/^[0-9a-f]{16}$/),
  fileName: z.string(),
  kind: z.enum(backupKinds),
  madeAt: z.string(),
  bytes: count,
  /** Null: it can't be read. */
  held: heldCountsSchema.nullable(),
  /** Hash and counts were written down when it was made, so that a restore can be held against them. */
  isNoted: z.boolean(),
  isEncrypted: z.boolean(),
  /** It is of another desk, whose recovery code opens it. */
  needsCode: z.boolean(),
  /** `newer`: by a later version of the app. */
  state: z.enum(["usable", "newer", "unreadable"]),
});
export type Backup = z.infer<typeof backupSchema>;

export const backupPlanSchema = z.object({
  schedule: z.enum(backupSchedules),
  /** Backups of one kind that are kept; those that the user made by hand are never removed by the desk. */
  keep: z.number().int().min(1).max(99),
  /** Null: the folder beside the database. */
  folder: z.string().nullable(),
});
export type BackupPlan = z.infer<typeof backupPlanSchema>;

export const usualBackupPlan: BackupPlan = { schedule: "daily", keep: 7, folder: null };

export const backupListSchema = z.object({
  plan: backupPlanSchema,
  /** Where the next one is written. */
  folder: z.string(),
  /** The latest first. */
  backups: z.array(backupSchema),
  /** The backup that this desk was restored from, where that was since the app began. */
  restoredFrom: z.string().nullable(),
  /** The last one by schedule failed. */
  hasFailed: z.boolean(),
});
export type BackupList = z.infer<typeof backupListSchema>;
