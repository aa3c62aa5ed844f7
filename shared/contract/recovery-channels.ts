import { z } from "zod";
import { agedCurveSchema, recoveryCurveSchema } from "../domain/assumptions.ts";
import { byKey } from "../domain/by-key.ts";
import { segments } from "../domain/codes.ts";
import { recoveryChoiceSchema, recoveryReadingSchema } from "../domain/recoveries.ts";
import { type FeatureContract, read, write } from "./channel.ts";

/** Whose curves are calibrated: those of a deal's own assumptions, or of a set that the desk may edit. */
const targetSchema = z.union([
  z.object({ kind: z.literal("deal"), dealId: z.number().int().positive() }),
  z.object({ kind: z.literal("set"), setId: z.number().int().positive() }),
]);
export type CalibrationTarget = z.infer<typeof targetSchema>;

const useSchema = z.object({
  fileToken: z.string(),
  /** Segments of the file with the model's; null: left out. */
  mapping: z.array(z.object({ name: z.string().max(200), segment: z.enum(segments).nullable() })).max(2000),
  target: targetSchema,
});
export type CalibrationUse = z.infer<typeof useSchema>;

const calibratedCurveSchema = z.object({
  segment: z.enum(segments),
  loans: z.number().int(),
  balanceYuan: z.number(),
  rate: z.number(),
  before: recoveryCurveSchema,
  after: recoveryCurveSchema,
  agedCurves: z.array(agedCurveSchema),
  agedFactor: z.number(),
  /** By how much what the file says passes the whole claim, at which the curve ends. */
  cut: z.number(),
});

const proposalSchema = z.object({
  /** What the target's curves bring within its horizon today, by segment of the model. */
  ratesToday: byKey(segments, z.number()),
  horizonMonths: z.number().int(),
  curves: z.array(calibratedCurveSchema),
  /** The source that the curves get. */
  sourceZh: z.string(),
  sourceEn: z.string(),
});
export type CalibrationProposal = z.infer<typeof proposalSchema>;

const channels = {
  /** Reads a file that was chosen by `tapes.chooseFile` and calibrates rates on it; its last reading is what the others use. */
  "recoveries.read": read(z.object({ fileToken: z.string(), choice: recoveryChoiceSchema }), recoveryReadingSchema),
  /** What the curves of a target would become. */
  "recoveries.propose": read(useSchema, proposalSchema),
  /** Writes them, one step to undo. */
  "recoveries.use": write(useSchema, z.object({ curves: z.number().int() }), { changes: ["assumptions.list", "assumptions.model", "journal.next"] }),
} as const;

export const recoveryFeature = {
  channels,
  jobKinds: ["calibrateRecoveries"],
  errorCodes: ["recoveries.notRead", "recoveries.nothingMapped", "recoveries.tooFew"],
} as const satisfies FeatureContract;
