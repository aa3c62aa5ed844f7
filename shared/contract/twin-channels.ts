import { z } from "zod";
import { languages } from "../domain/codes.ts";
import { type FeatureContract, write } from "./channel.ts";

const savedTwinSchema = z.object({
  fileName: z.string(),
  fileToken: z.string(),
  /** Whether every loan has its formulas; else flows by segment are values. */
  isLive: z.boolean(),
  /** Share of the base case's highest bid that formulas carry. */
  bidShare: z.number(),
  /** Largest relative difference between the app's headline figures and those of the formulas. */
  largestDifference: z.number(),
});
export type SavedTwin = z.infer<typeof savedTwinSchema>;

const request = z.object({ fileName: z.array(z.string().max(200)).max(4), language: z.enum(languages) });

const channels = {
  /** Asks for a file and writes the deal's latest pricing as a workbook of formulas; null where the user cancels. */
  "twins.saveDeal": write(request.extend({ dealId: z.number().int().positive() }), savedTwinSchema.nullable(), { changes: [] }),
  /** The same of a saved run. Refused with run.altered where the run no longer has its hash. */
  "twins.saveRun": write(request.extend({ runId: z.number().int().positive() }), savedTwinSchema.nullable(), { changes: [] }),
} as const;

export const twinFeature = { channels, jobKinds: ["writeTwin"], errorCodes: [] } as const satisfies FeatureContract;
