import { z } from "zod";

/** Percentiles of a distribution over paths, in percent. */
export const percentiles = [5, 10, 25, 50, 75, 90, 95] as const;

/** A distribution over paths: money in fen, rates as decimals. */
const spreadSchema = z.object({
  mean: z.number(),
  standardDeviation: z.number(),
  /** Of the mean. */
  standardError: z.number(),
  /** Of `percentiles`, interpolated between order statistics. */
  percentiles: z.array(z.number()).length(percentiles.length),
  /** Mean of the lowest 5 % of paths. */
  expectedShortfall: z.number(),
  least: z.number(),
  most: z.number(),
});
export type Spread = z.infer<typeof spreadSchema>;

/** Rates of return stand for themselves between these; at the ends they mean "below −99 %" and "above 1000 %". */
export const rateEnds = { low: -0.99, high: 10 } as const;

/** Rates of return over paths; a percentile of −1 lies below −99 %, one of 10 above 1000 %. */
const rateSpreadSchema = z.object({
  /** Null unless every path has exactly one rate between −99 % and 1000 %. */
  mean: z.number().nullable(),
  standardDeviation: z.number().nullable(),
  expectedShortfall: z.number().nullable(),
  /** Of `percentiles`, over the paths that have a place in the order. */
  percentiles: z.array(z.number()).length(percentiles.length),
});
export type RateSpread = z.infer<typeof rateSpreadSchema>;

/** Running estimate after so many paths, with its 95 % band, fen. */
const bandSchema = z.object({ estimateFen: z.number().int(), lowFen: z.number().int(), highFen: z.number().int() });

const convergencePointSchema = z.object({ paths: z.number().int(), mean: bandSchema, p5: bandSchema });
export type ConvergencePoint = z.infer<typeof convergencePointSchema>;

/** Counts of paths whose bid lies in `fromFen + index × widthFen` and the next; the last bin holds its upper end. */
const histogramSchema = z.object({ fromFen: z.number(), widthFen: z.number(), counts: z.array(z.number().int()) });
export type Histogram = z.infer<typeof histogramSchema>;

/** What the paths of a simulation say (METHOD §6). */
const distributionSchema = z.object({
  paths: z.number().int(),
  presentValue: spreadSchema,
  /** Highest price that still earns the hurdle, by path; may be zero. */
  maxBid: spreadSchema,
  /** Rate of return at the desk's price; null where no path has a place in the order. */
  irr: rateSpreadSchema.nullable(),
  /** Paths below −99 %, those that bring nothing among them; paths above 1000 % or for nothing; paths with several rates or no flows. */
  totalLosses: z.number().int(),
  aboveRange: z.number().int(),
  withoutIrr: z.number().int(),
  /** Share of paths that earn less than the hurdle at the desk's price, and its standard error. */
  missProbability: z.number(),
  missError: z.number(),
  /** Price at which the chosen share of paths earns the hurdle. */
  confidence: z.number(),
  bidAtConfidenceFen: z.number().int(),
  histogram: histogramSchema,
  convergence: z.array(convergencePointSchema),
});
export type Distribution = z.infer<typeof distributionSchema>;

/** Why the mean of paths may be another than the plan's (METHOD §6): bounds on prices, on cash and on guarantors, drawn days, days tied to prices. */
const meanReasons = ["priceBounds", "cashBounds", "guarantorCaps", "delays", "slowInFallingMarkets"] as const;
export type MeanReason = (typeof meanReasons)[number];

const meanAgainstPlanSchema = z.object({
  /** Present value that the exact engine gives the case, fen. */
  plannedFen: z.number(),
  /** Mean of the paths less it, fen. */
  differenceFen: z.number(),
  /** The same as a share of the plan's; null where that is nothing. */
  differenceShare: z.number().nullable(),
  /** More than two standard errors. */
  isBeyondError: z.boolean(),
  /** What can part them under the terms of the run, whether it does or not. */
  reasons: z.array(z.enum(meanReasons)),
});
export type MeanAgainstPlan = z.infer<typeof meanAgainstPlanSchema>;

export const simulationResultSchema = z.object({
  engineVersion: z.string(),
  /** SHA-256 of package, assumptions, shifts and price. */
  inputsHash: z.string(),
  /** SHA-256 of what every path gave, to the last bit: the same on every machine and with any number of threads. */
  pathsHash: z.string(),
  seed: z.number().int(),
  priceFen: z.number().int(),
  hurdleRate: z.number(),
  durationMs: z.number(),
  finishedAt: z.string(),
  distribution: distributionSchema,
  meanAgainstPlan: meanAgainstPlanSchema,
});
export type SimulationResult = z.infer<typeof simulationResultSchema>;
