import { z } from "zod";
import { scenarioShiftsSchema } from "../domain/assumptions.ts";
import { scenarioComparisonSchema } from "../domain/scenario-results.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const scenarioId = z.object({ scenarioId: z.number().int().positive() });
const name = z.string().trim().min(1).max(60);

/** Most scenarios that a deal keeps, so that they still stand side by side. */
export const scenarioLimit = 12;

const scenarioSchema = z.object({
  id: z.number().int(),
  dealId: z.number().int(),
  name: z.string(),
  shifts: scenarioShiftsSchema,
});
export type Scenario = z.infer<typeof scenarioSchema>;

export const scenarioInputSchema = z.object({ name, shifts: scenarioShiftsSchema });
export type ScenarioInput = z.infer<typeof scenarioInputSchema>;

const channels = {
  "scenarios.list": read(dealId, z.array(scenarioSchema)),
  /** `scenarioId` null: a new one. Refused with scenario.nameTaken for a name that the deal has, scenario.tooMany beyond the limit. */
  "scenarios.save": write(dealId.extend({ scenarioId: z.number().int().positive().nullable(), scenario: scenarioInputSchema }), scenarioSchema, {
    changes: ["scenarios.list", "scenarios.compare"],
  }),
  "scenarios.copy": write(scenarioId.extend({ name }), scenarioSchema, { changes: ["scenarios.list", "scenarios.compare"] }),
  "scenarios.remove": write(scenarioId, z.void(), { changes: ["scenarios.list", "scenarios.compare"] }),
  /** At the deal's latest pricing; asked again, it ends the question before with job.cancelled. */
  "scenarios.compare": read(dealId, scenarioComparisonSchema),
} as const;

export const scenarioFeature = {
  channels,
  jobKinds: ["analyse"],
  errorCodes: ["scenario.notFound", "scenario.nameTaken", "scenario.tooMany"],
} as const satisfies FeatureContract;
