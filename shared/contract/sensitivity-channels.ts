import { z } from "zod";
import { priceCurveSchema } from "../domain/bid-charts.ts";
import { caseNames } from "../domain/codes.ts";
import {
  breakEvenSchema,
  breakEvenTargetSchema,
  gapPriceTagSchema,
  gapRangesSchema,
  gridAxesSchema,
  reverseStressSchema,
  scenarioGridSchema,
  sensitivityMeasures,
  tornadoRangesSchema,
  tornadoSchema,
} from "../domain/scenario-results.ts";
import { shiftKeys } from "../domain/shifts.ts";
import { type FeatureContract, read } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

/** The deal's latest pricing, as the workbench shows it, in one case: what every analysis starts from. */
const startOf = dealId.extend({ caseName: z.enum(caseNames) });

/** Analyses answer for the deal's latest pricing; a newer question of the same kind ends the one before with job.cancelled. */
const channels = {
  "sensitivity.tornado": read(startOf.extend({ ranges: tornadoRangesSchema, measure: z.enum(sensitivityMeasures) }), tornadoSchema),
  "sensitivity.grid": read(startOf.extend({ axes: gridAxesSchema }), scenarioGridSchema),
  "sensitivity.breakEven": read(startOf.extend({ driver: z.enum(shiftKeys), target: breakEvenTargetSchema }), breakEvenSchema),
  "sensitivity.reverseStress": read(startOf.extend({ scenarioId: z.number().int().positive(), target: breakEvenTargetSchema }), reverseStressSchema),
  "sensitivity.priceCurve": read(startOf, priceCurveSchema),
  "sensitivity.gaps": read(startOf.extend({ ranges: gapRangesSchema }), gapPriceTagSchema),
} as const;

export const sensitivityFeature = {
  channels,
  jobKinds: [],
  errorCodes: [],
} as const satisfies FeatureContract;
