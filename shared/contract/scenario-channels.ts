import { z } from "zod";
import { scenarioShiftsSchema } from "../domain/assumptions.ts";
import { caseNames } from "../domain/codes.ts";
import {
  breakEvenSchema,
  breakEvenTargetSchema,
  gapPriceTagSchema,
  gapRangesSchema,
  gridAxesSchema,
  reverseStressSchema,
  scenarioComparisonSchema,
  scenarioGridSchema,
  sensitivityMeasures,
  shiftKeys,
  tornadoRangesSchema,
  tornadoSchema,
} from "../domain/scenario-results.ts";
import { read, write } from "./channel.ts";

const dealId = z.object({ dealId: z.number().int().positive() });
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

/** The deal's latest pricing, as the workbench shows it, in one case: what every analysis starts from. */
const startOf = dealId.extend({ caseName: z.enum(caseNames) });

/** Analyses answer for the deal's latest pricing; a newer question of the same kind ends the one before with job.cancelled. */
export const scenarioChannels = {
  "scenarios.list": read(dealId, z.array(scenarioSchema)),
  /** `scenarioId` null: a new one. Refused with scenario.nameTaken for a name that the deal has, scenario.tooMany beyond the limit. */
  "scenarios.save": write(dealId.extend({ scenarioId: z.number().int().positive().nullable(), scenario: scenarioInputSchema }), scenarioSchema),
  "scenarios.copy": write(scenarioId.extend({ name }), scenarioSchema),
  "scenarios.remove": write(scenarioId, z.void()),
  "scenarios.compare": read(dealId, scenarioComparisonSchema),
  "sensitivity.tornado": read(startOf.extend({ ranges: tornadoRangesSchema, measure: z.enum(sensitivityMeasures) }), tornadoSchema),
  "sensitivity.grid": read(startOf.extend({ axes: gridAxesSchema }), scenarioGridSchema),
  "sensitivity.breakEven": read(startOf.extend({ driver: z.enum(shiftKeys), target: breakEvenTargetSchema }), breakEvenSchema),
  "sensitivity.reverseStress": read(startOf.extend({ scenarioId: z.number().int().positive(), target: breakEvenTargetSchema }), reverseStressSchema),
  "sensitivity.gaps": read(startOf.extend({ ranges: gapRangesSchema }), gapPriceTagSchema),
} as const;
