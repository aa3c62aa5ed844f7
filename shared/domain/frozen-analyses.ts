import { z } from "zod";
import { bidFiguresSchema } from "./bid-figures.ts";
import { bidBeliefsSchema, saleTermsSchema } from "./bid-plan.ts";
import { bidLadderSchema } from "./bid-rounds.ts";
import { caseNames } from "./codes.ts";
import { scenarioComparisonSchema, scenarioGridSchema, tornadoSchema } from "./scenario-results.ts";
import { simulationResultSchema } from "./simulation-results.ts";

/** A case or scenario as a run keeps it, without its flows by month. */
const frozenScenarioSchema = z.object({
  /** One of the two. */
  caseName: z.enum(caseNames).nullable(),
  name: z.string().nullable(),
  outcome: scenarioComparisonSchema.shape.columns.element.shape.outcome.omit({ flows: true, financing: true }),
});

/** A simulation without how long it took, when it ended, and the hash of inputs that names rows of the database. */
const frozenSimulationSchema = simulationResultSchema.omit({ inputsHash: true, durationMs: true, finishedAt: true });
export type FrozenSimulation = z.infer<typeof frozenSimulationSchema>;

/** What was worked out of a pricing beside its three cases, all of the same package, terms and price. */
export const frozenAnalysesSchema = z.object({
  /** Low, base, high and the deal's scenarios. */
  scenarios: z.array(frozenScenarioSchema),
  /** Of the base case's highest bid, in the ranges that every desk starts with. */
  tornado: tornadoSchema,
  grid: scenarioGridSchema,
  /** Null where this pricing was not simulated. */
  simulation: frozenSimulationSchema.nullable(),
});
export type FrozenAnalyses = z.infer<typeof frozenAnalysesSchema>;

/** What the desk believed of the sale, its prices in the room, and what they come to. */
export const frozenBidSchema = z.object({
  beliefs: bidBeliefsSchema,
  sale: saleTermsSchema,
  /** The desk stated them; else they are those that every deal starts with. */
  isStated: z.boolean(),
  /** Null where the package has no positive value. */
  figures: bidFiguresSchema.nullable(),
  /** From the list price to the planned limit; null where terms are missing. */
  ladder: bidLadderSchema.nullable(),
});
export type FrozenBid = z.infer<typeof frozenBidSchema>;
