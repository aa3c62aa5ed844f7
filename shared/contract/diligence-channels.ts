import { z } from "zod";
import { segments } from "../domain/codes.ts";
import { inspectionHoursSchema, inspectionSchema } from "../domain/diligence.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const fen = z.number().int();

/** A debtor's place in the plan; money is what it makes of the highest bid. */
const planLineSchema = z.object({
  /** The first of its loans, by which it is named on the channels. */
  loanId: z.number().int(),
  debtorName: z.string().nullable(),
  inspection: inspectionSchema.extend({ typedBy: z.string(), typedAt: z.string() }).nullable(),
  hours: z.number().int(),
  /** Standard deviation of the package's value due to it; what knowing all of it, and what an inspection, gains. */
  spreadFen: fen,
  perfectFen: fen,
  gainFen: fen,
  gainPerHourFen: fen,
  /** Whether the hours left reach for it. */
  isPlanned: z.boolean(),
  /** Whether its base case is the desk's own. */
  isUnderwritten: z.boolean(),
});
export type PlanLine = z.infer<typeof planLineSchema>;

const stratumSchema = z.object({
  segment: z.enum(segments),
  underwritten: z.number().int(),
  rest: z.number().int(),
  restFen: fen,
  ratio: z.number().nullable(),
  standardError: z.number().nullable(),
  weight: z.number(),
  shrunkRatio: z.number(),
  shrunkError: z.number(),
});

/** Own estimates extended to the debtors that nobody worked on. */
const sampleSchema = z.object({
  ownFen: fen,
  restFen: fen,
  extrapolatedFen: fen,
  standardErrorFen: fen,
  poolRatio: z.number(),
  poolError: z.number(),
  /** Highest bid of the base case with the rest extrapolated, and its standard error. */
  maxBidFen: fen,
  maxBidErrorFen: fen,
  strata: z.array(stratumSchema),
});
export type DiligenceSample = z.infer<typeof sampleSchema>;

const diligenceSchema = z.object({
  ...inspectionHoursSchema.shape,
  /** The bid price, and the base case's highest bid. */
  bidPriceFen: fen,
  maxBidFen: fen,
  hasSimulation: z.boolean(),
  plannedHours: z.number(),
  plannedGainFen: fen,
  jointGainFen: fen,
  mostGainFen: fen,
  debtors: z.number().int(),
  /** The first of the ranking, and all debtors of whom something is written down. */
  lines: z.array(planLineSchema),
  /** Share of simulated bids at or below the low case's; null without a simulation. */
  stackedShare: z.number().nullable(),
  underwritten: z.number().int(),
  /** Part of the bid price that rests on own work. */
  ownAllocatedFen: fen,
  /** Null where too few debtors are underwritten to say anything. */
  sample: sampleSchema.nullable(),
});
export type Diligence = z.infer<typeof diligenceSchema>;

const changes = ["diligence.get", "journal.next"] as const;

const channels = {
  /** Of the deal's latest pricing. */
  "diligence.get": read(dealId, diligenceSchema),
  /** Puts what is planned and found of a debtor in place of what was. */
  "diligence.saveInspection": write(dealId.extend({ loanId: z.number().int(), inspection: inspectionSchema }), inspectionSchema, { changes }),
  "diligence.saveHours": write(dealId.extend({ hours: inspectionHoursSchema }), inspectionHoursSchema, { changes }),
} as const;

export const diligenceFeature = { channels, jobKinds: [], errorCodes: [] } as const satisfies FeatureContract;
