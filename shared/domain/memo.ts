import { z } from "zod";
import { assumptionSourcesSchema, assumptionsSchema, casesSchema } from "./assumptions.ts";
import { caseNames, languages, moneyUnits } from "./codes.ts";
import { tapeReportSchema } from "./import-report.ts";
import { pricingResultSchema } from "./pricing-results.ts";

/** One line of a stratum of the package; `key` is a code (or a region's name), null: not stated. */
const stratumSchema = z.object({
  key: z.string().nullable(),
  loans: z.number().int(),
  upbFen: z.number().int(),
  claimFen: z.number().int(),
  upbShare: z.number(),
  /** Base-case recovery over claim, and the part of the bid allocated to the stratum. */
  recoveryRate: z.number().nullable(),
  allocatedFen: z.number().int(),
});
export type Stratum = z.infer<typeof stratumSchema>;

/** Everything that a memo prints, computed in main; the page only lays it out. */
export const memoSchema = z.object({
  language: z.enum(languages),
  moneyUnit: z.enum(moneyUnits),
  printedAt: z.string(),
  deal: z.object({
    name: z.string(),
    seller: z.string(),
    kind: z.string(),
    process: z.string(),
    cutOffDate: z.string().nullable(),
    bidDeadline: z.string().nullable(),
    stage: z.string(),
    status: z.string(),
    owner: z.string(),
    notes: z.string(),
  }),
  run: z.object({
    id: z.number().int(),
    name: z.string(),
    /** Differs from the name where the run was renamed; the hash covers this one. */
    savedAs: z.string().prefault(""),
    createdAt: z.string(),
    engineVersion: z.string(),
    inputsHash: z.string(),
    runHash: z.string(),
  }),
  result: pricingResultSchema,
  /** The set that the assumptions came from, and whether they were edited since; null in a run that was saved before sets were named. */
  assumptionSet: z.object({ nameZh: z.string(), nameEn: z.string(), asOf: z.iso.date(), isEdited: z.boolean() }).nullable().default(null),
  assumptions: assumptionsSchema,
  sources: assumptionSourcesSchema,
  cases: casesSchema,
  strata: z.object({
    fiveTierClass: z.array(stratumSchema),
    securityKind: z.array(stratumSchema),
    litigationStage: z.array(stratumSchema),
    region: z.array(stratumSchema),
  }),
  tape: z.object({ fileName: z.string(), fileSha256: z.string(), report: tapeReportSchema }),
  market: z.object({
    averages: z.array(
      z.object({
        dealKind: z.string(),
        period: z.string(),
        ratio: z.number(),
        isUpperBound: z.boolean(),
        base: z.string(),
        source: z.string(),
        asOf: z.string(),
      }),
    ),
    deals: z.array(
      z.object({
        buyer: z.string(),
        seller: z.string(),
        reportedOn: z.string(),
        priceFen: z.number().nullable(),
        kind: z.string(),
        source: z.string(),
        priceToPrincipal: z.number().nullable(),
      }),
    ),
  }),
});
export type Memo = z.infer<typeof memoSchema>;

/**
 * What of the desk's own tables a memo prints; a run keeps it as it was when the run was saved, and beside it the deal's
 * scenarios, the case that was on screen and who saved it. Runs of earlier versions have none of the latter.
 */
export const runRecordSchema = memoSchema.pick({ deal: true, market: true, assumptionSet: true }).extend({
  /** As the table of scenarios stores them. */
  scenarios: z.array(z.object({ name: z.string(), shifts: z.unknown() })).prefault([]),
  caseName: z.enum(caseNames).prefault("base"),
  savedBy: z.string().prefault(""),
});
export type RunRecord = z.infer<typeof runRecordSchema>;
