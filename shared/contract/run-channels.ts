import { z } from "zod";
import { assumptionSourcesSchema, assumptionsSchema, casesSchema } from "../domain/assumptions.ts";
import { caseNames } from "../domain/codes.ts";
import { pricingResultSchema } from "../domain/pricing-results.ts";
import { runComparisonSchema } from "../domain/run-comparison.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const name = z.string().trim().min(1).max(80);
const runId = z.object({ runId: z.number().int().positive() });

const pricingRunSchema = z.object({
  id: z.number().int(),
  dealId: z.number().int(),
  name: z.string(),
  /** The name under which it was saved, which the hash covers. */
  savedAs: z.string(),
  note: z.string(),
  isStarred: z.boolean(),
  /** The run from which a bridge leads to it in its memo; null: none is wanted. */
  predecessorId: z.number().int().nullable(),
  /** The case that was on screen. */
  caseName: z.enum(caseNames),
  /** Empty where it is not stated. */
  savedBy: z.string(),
  createdAt: z.string(),
  engineVersion: z.string(),
  inputsHash: z.string(),
  /** Of all that the run holds, without its name, its time and who saved it: the same for the same content. Null in a run that was saved before there was one. */
  contentHash: z.string().nullable(),
  runHash: z.string(),
  result: pricingResultSchema,
});
export type PricingRun = z.infer<typeof pricingRunSchema>;

export const runMarkSchema = z.object({ name, note: z.string().trim().max(2000), isStarred: z.boolean() });

/** A run with all that went into it. */
const openRunSchema = z.object({
  run: pricingRunSchema,
  assumptions: assumptionsSchema,
  sources: assumptionSourcesSchema,
  cases: casesSchema,
  /** Null: the base case's highest bid. */
  bidPriceFen: z.number().int().nullable(),
  cutOffDate: z.string().nullable(),
  /** Names of the scenarios that the deal had. */
  scenarios: z.array(z.string()),
});
export type OpenRun = z.infer<typeof openRunSchema>;

const channels = {
  /** Freezes the deal's latest pricing under a name, with the case that is on screen. */
  "runs.save": write(dealId.extend({ name, caseName: z.enum(caseNames) }), pricingRunSchema, { changes: ["runs.list"] }),
  "runs.list": read(dealId, z.array(pricingRunSchema)),
  /** Names, notes or stars a run, or says from which other its memo leads a bridge. Refused with run.nameTaken for a name that another run of the deal has or was saved under. */
  "runs.mark": write(runId.extend({ mark: runMarkSchema.extend({ predecessorId: z.number().int().positive().nullable() }).partial() }), pricingRunSchema, {
    changes: ["runs.list", "runs.open", "memos.preview"],
  }),
  /** Refused with run.altered where the run no longer has its hash. */
  "runs.open": read(runId, openRunSchema),
  /** Makes the run's terms the deal's model again, and its scenarios those of their names. */
  "runs.restore": write(runId, z.void(), {
    changes: ["debtors.get", "diligence.get", "bids.get", "bids.at", "assumptions.model", "scenarios.list", "scenarios.compare"],
  }),
  /** What changed from one run to another, and the part of each change in the bid's move; asked again, it ends the question before. */
  "runs.compare": read(z.object({ fromId: z.number().int().positive(), toId: z.number().int().positive() }), runComparisonSchema),
} as const;

export const runFeature = {
  channels,
  jobKinds: ["compareRuns"],
  errorCodes: ["run.notFound", "run.nameTaken", "run.altered"],
} as const satisfies FeatureContract;
