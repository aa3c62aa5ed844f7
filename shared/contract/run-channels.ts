import { z } from "zod";
import { pricingResultSchema } from "../domain/pricing-results.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const pricingRunSchema = z.object({
  id: z.number().int(),
  dealId: z.number().int(),
  name: z.string(),
  createdAt: z.string(),
  engineVersion: z.string(),
  inputsHash: z.string(),
  runHash: z.string(),
  result: pricingResultSchema,
});
export type PricingRun = z.infer<typeof pricingRunSchema>;

const channels = {
  /** Freezes the deal's latest pricing under a name. */
  "runs.save": write(dealId.extend({ name: z.string().trim().min(1).max(80) }), pricingRunSchema, { changes: ["runs.list"] }),
  "runs.list": read(dealId, z.array(pricingRunSchema)),
} as const;

export const runFeature = {
  channels,
  jobKinds: [],
  errorCodes: ["run.notFound", "run.nameTaken", "run.altered"],
} as const satisfies FeatureContract;
