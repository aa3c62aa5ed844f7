import { z } from "zod";
import { scenarioShiftsSchema } from "./assumptions.ts";
import { caseNames, fillRules, segments } from "./codes.ts";
import { pricingResultSchema } from "./pricing-results.ts";
import { eachShift, type ShiftKey, shiftKeys, shiftSchemas } from "./shifts.ts";

/** Measures that a sensitivity can show. IRR is null unless it is the only root (METHOD §4). */
export const sensitivityMeasures = ["maxBid", "irr", "moic", "wal", "profit"] as const;
export type SensitivityMeasure = (typeof sensitivityMeasures)[number];

const sensitivityCellSchema = z.object({
  maxBidFen: z.number().int().min(0),
  irr: z.number().nullable(),
  moic: z.number().nullable(),
  walYears: z.number().nullable(),
  profitFen: z.number().int(),
});
/** What one set of shifts gives: highest bid at the hurdle, the other measures at the bid price. */
export type SensitivityCell = z.infer<typeof sensitivityCellSchema>;

/** A scenario priced: what a case gives, without its name. */
const scenarioOutcomeSchema = pricingResultSchema.shape.cases.element.omit({ caseName: true });
export type ScenarioOutcome = z.infer<typeof scenarioOutcomeSchema>;

/** Low, base, high and the deal's scenarios, all at one bid price. */
export const scenarioComparisonSchema = z.object({
  bidPriceFen: z.number().int(),
  /** Segments that occur in the package, in the order of their codes. */
  segments: z.array(z.enum(segments)),
  columns: z.array(z.object({ scenarioId: z.number().int().nullable(), caseName: z.enum(caseNames).nullable(), outcome: scenarioOutcomeSchema })),
});
export type ScenarioComparison = z.infer<typeof scenarioComparisonSchema>;

const isWithin = (driver: ShiftKey, shift: number): boolean => shiftSchemas[driver].safeParse(shift).success;

const rangeOf = (driver: ShiftKey) =>
  z
    .object({ low: z.number(), high: z.number() })
    .refine(({ low, high }) => low <= high && isWithin(driver, low) && isWithin(driver, high), "a range runs from low to high within the limits of its driver");

/** Shifts between which the tornado moves each driver. */
export const tornadoRangesSchema = z.object(eachShift(rangeOf));
export type TornadoRanges = z.infer<typeof tornadoRangesSchema>;

const tornadoEndSchema = z.object({ shift: z.number(), cell: sensitivityCellSchema });
export const tornadoSchema = z.object({
  startShifts: scenarioShiftsSchema.shape.all,
  start: sensitivityCellSchema,
  bars: z.array(z.object({ driver: z.enum(shiftKeys), low: tornadoEndSchema, high: tornadoEndSchema })),
});
export type Tornado = z.infer<typeof tornadoSchema>;

/** Most values on one axis of a grid. */
export const gridAxisLimit = 21;
const gridAxisSchema = z
  .object({ driver: z.enum(shiftKeys), from: z.number(), to: z.number(), count: z.number().int().min(2).max(gridAxisLimit) })
  .refine(({ driver, from, to }) => from < to && isWithin(driver, from) && isWithin(driver, to), "an axis rises within the limits of its driver");
export type GridAxis = z.infer<typeof gridAxisSchema>;
export const gridAxesSchema = z
  .object({ across: gridAxisSchema, down: gridAxisSchema })
  .refine(({ across, down }) => across.driver !== down.driver, "a grid has two different drivers");
export type GridAxes = z.infer<typeof gridAxesSchema>;

const pricedAxisSchema = z.object({ driver: z.enum(shiftKeys), shifts: z.array(z.number()), startIndex: z.number().int().nullable() });
export const scenarioGridSchema = z.object({
  across: pricedAxisSchema,
  down: pricedAxisSchema,
  /** Row by row: the cell of `down.shifts[r]` and `across.shifts[c]` is number r × across.shifts.length + c. */
  cells: z.array(sensitivityCellSchema),
});
export type ScenarioGrid = z.infer<typeof scenarioGridSchema>;

/** What must hold: IRR at the bid price, profit at the bid price, or the highest bid, at least so much. */
export const breakEvenTargetSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("irr"), rate: z.number().gt(-0.99).max(10) }),
  z.object({ kind: z.literal("profit"), profitFen: z.number().int() }),
  z.object({ kind: z.literal("maxBid"), priceFen: z.number().int().min(0) }),
]);
export type BreakEvenTarget = z.infer<typeof breakEvenTargetSchema>;

const crossingSchema = z.object({
  /** Shift of the driver, or multiple of the scenario, on the side where the target still holds. */
  at: z.number(),
  /** True where the target fails for more than `at`, false where it fails for less. */
  failsAbove: z.boolean(),
  cell: sensitivityCellSchema,
});
export const breakEvenSchema = z.object({
  start: z.number(),
  holdsAtStart: z.boolean(),
  from: z.number(),
  to: z.number(),
  /** By distance from the start; empty where the target holds, or fails, all the way. */
  crossings: z.array(crossingSchema),
});
export type BreakEven = z.infer<typeof breakEvenSchema>;
/** Break-even of a multiple of a scenario, with the shifts at each crossing. */
export const reverseStressSchema = breakEvenSchema.extend({ shifts: z.array(scenarioShiftsSchema) });
export type ReverseStress = z.infer<typeof reverseStressSchema>;

const shareOrMedian = z.number().min(0).max(20).nullable();
/** Between what the missing fields are taken to lie (desk judgement); null: the package's own median. */
export const gapRangesSchema = z.object({
  interestOfPrincipal: shareOrMedian,
  feesOfPrincipal: shareOrMedian,
  appraisalOfClaim: shareOrMedian,
  seniorFactorLow: z.number().min(0).max(10),
  seniorFactorHigh: z.number().min(0).max(10),
});
export type GapRanges = z.infer<typeof gapRangesSchema>;

const gapTagSchema = z.object({
  rule: z.enum(fillRules),
  loans: z.number().int(),
  claimFen: z.number().int(),
  /** Highest bid with the least and with the greatest value of the gap; the spread also spans the bid as filled. */
  lowFen: z.number().int().min(0),
  highFen: z.number().int().min(0),
  spreadFen: z.number().int().min(0),
});
export type GapTag = z.infer<typeof gapTagSchema>;
export const gapPriceTagSchema = z.object({
  maxBidFen: z.number().int().min(0),
  /** What the package itself says of missing fields; null where none of its loans states the field. */
  medians: z.object({ interestOfPrincipal: z.number().nullable(), feesOfPrincipal: z.number().nullable(), appraisalOfClaim: z.number().nullable() }),
  /** Dearest gap first. */
  tags: z.array(gapTagSchema),
  /** Gaps that no price depends on, and gaps for whose range the package gives no basis. */
  unpriced: z.array(z.object({ rule: z.enum(fillRules), loans: z.number().int() })),
});
export type GapPriceTag = z.infer<typeof gapPriceTagSchema>;
