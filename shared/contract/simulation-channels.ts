import { z } from "zod";
import { simulationResultSchema } from "../domain/simulation-results.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

/** Id of the job that simulates a deal: its progress comes by job events, and `jobs.cancel` stops it. */
export const simulationJobId = (deal: number): string => `simulation-${deal}`;

const simulationStateSchema = z.object({
  /** The last simulation of the inputs as they are, else the deal's latest; null where there is none. */
  result: simulationResultSchema.nullable(),
  /** Whether package, assumptions, base case and price are still those of the result. */
  isCurrent: z.boolean(),
  isRunning: z.boolean(),
});

const channels = {
  /** Simulates the base case of the latest pricing. One at a time per deal: asked again, it answers with the one under way. */
  "simulation.run": write(dealId, simulationResultSchema, { changes: ["simulation.state", "diligence.get", "bids.get", "bids.at"] }),
  "simulation.state": read(dealId, simulationStateSchema),
} as const;

export const simulationFeature = {
  channels,
  jobKinds: ["simulate"],
  errorCodes: [],
} as const satisfies FeatureContract;
