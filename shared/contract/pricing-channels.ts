import { z } from "zod";
import { assumptionSourcesSchema, assumptionsSchema, casesSchema } from "../domain/assumptions.ts";
import { caseNames, claimValidityChecks, fillRules, fiveTierClasses, litigationStages, securityKinds, segments } from "../domain/codes.ts";
import { figurePathSchema, figureSchema, figureTraceSchema } from "../domain/figure-trace.ts";
import { loanFactsSchema } from "../domain/loan-facts.ts";
import { pricingResultSchema, traceNodeSchema } from "../domain/pricing-results.ts";
import { read, write } from "./channel.ts";

const dealId = z.object({ dealId: z.number().int().positive() });

/** A named, dated record of assumptions. The seeded one is read-only; copies are the desk's. */
export const assumptionSetSchema = z.object({
  id: z.number().int(),
  nameZh: z.string().min(1).max(120),
  nameEn: z.string().min(1).max(120),
  asOf: z.iso.date(),
  seeded: z.boolean(),
  assumptions: assumptionsSchema,
  sources: assumptionSourcesSchema,
  cases: casesSchema,
});
export type AssumptionSet = z.infer<typeof assumptionSetSchema>;

/** The working model of a deal: assumptions in use, shifts of the cases, bid price (null: the base case's highest bid). */
const dealModelSchema = z.object({
  assumptionSetId: z.number().int(),
  assumptions: assumptionsSchema,
  sources: assumptionSourcesSchema,
  cases: casesSchema,
  bidPriceFen: z.number().int().positive().nullable(),
});
export type DealModel = z.infer<typeof dealModelSchema>;

export const modelEditSchema = z.object({ assumptions: assumptionsSchema, cases: casesSchema, bidPriceFen: z.number().int().positive().nullable() });
export type ModelEdit = z.infer<typeof modelEditSchema>;

const loanRowSchema = z.object({
  loanId: z.number().int(),
  contractNo: z.string(),
  debtorName: z.string(),
  region: z.string().nullable(),
  fiveTierClass: z.enum(fiveTierClasses).nullable(),
  securityKind: z.enum(securityKinds).nullable(),
  litigationStage: z.enum(litigationStages).nullable(),
  segment: z.enum(segments),
  upbFen: z.number().int(),
  claimFen: z.number().int(),
  appraisalFen: z.number().int(),
  collateralRecoveryFen: z.number().int(),
  guarantorRecoveryFen: z.number().int(),
  cashRecoveryFen: z.number().int(),
  costsFen: z.number().int(),
  presentValueFen: z.number().int(),
  monthsToCash: z.number().nullable(),
  allocatedFen: z.number().int(),
  /** Whether a failed check counts is an assumption. */
  failedChecks: z.array(z.enum(claimValidityChecks)),
  fills: z.array(z.enum(fillRules)),
});
export type LoanRow = z.infer<typeof loanRowSchema>;
const loanSortKeys = [
  "contractNo",
  "debtorName",
  "region",
  "upbFen",
  "claimFen",
  "appraisalFen",
  "collateralRecoveryFen",
  "guarantorRecoveryFen",
  "cashRecoveryFen",
  "costsFen",
  "presentValueFen",
  "monthsToCash",
  "allocatedFen",
] as const;
export type LoanSortKey = (typeof loanSortKeys)[number];

const pricingRunSchema = z.object({
  id: z.number().int(),
  dealId: z.number().int(),
  name: z.string(),
  createdAt: z.string(),
  engineVersion: z.string(),
  inputsHash: z.string(),
  runHash: z.string(),
  result: pricingResultSchema,
});
export type PricingRun = z.infer<typeof pricingRunSchema>;

export const pricingChannels = {
  "pricing.model": read(dealId, dealModelSchema),
  /** Saves the edit as the deal's working model and prices it. */
  "pricing.price": write(dealId.extend({ edit: modelEditSchema }), pricingResultSchema),
  "pricing.loans": read(
    dealId.extend({
      caseName: z.enum(caseNames),
      offset: z.number().int().min(0),
      limit: z.number().int().min(1).max(500),
      sortBy: z.enum(loanSortKeys),
      descending: z.boolean(),
      search: z.string().max(100),
    }),
    z.object({ total: z.number().int(), rows: z.array(loanRowSchema) }),
  ),
  "pricing.explainLoan": read(
    dealId.extend({ caseName: z.enum(caseNames), loanId: z.number().int() }),
    z.object({ loan: loanRowSchema, trace: traceNodeSchema }),
  ),
  /** What the tape states of a loan of the deal's package beside its amounts. */
  "pricing.loanFacts": read(dealId.extend({ loanId: z.number().int() }), loanFactsSchema),
  /** Opens one line of the trace of a figure: the path names the lines opened before it. */
  "pricing.explain": read(dealId.extend({ caseName: z.enum(caseNames), figure: figureSchema, path: figurePathSchema }), figureTraceSchema),
  "pricing.saveRun": write(dealId.extend({ name: z.string().trim().min(1).max(80) }), pricingRunSchema),
  "pricing.runs": read(dealId, z.array(pricingRunSchema)),
  "assumptions.list": read(z.void(), z.array(assumptionSetSchema)),
  "assumptions.copy": write(
    z.object({ id: z.number().int(), nameZh: z.string().trim().min(1).max(120), nameEn: z.string().trim().min(1).max(120) }),
    assumptionSetSchema,
  ),
  "assumptions.update": write(assumptionSetSchema.omit({ seeded: true }), assumptionSetSchema),
  "assumptions.remove": write(z.object({ id: z.number().int() }), z.void()),
  /** Replaces the deal's working assumptions and cases by those of a set. */
  "assumptions.apply": write(dealId.extend({ assumptionSetId: z.number().int() }), dealModelSchema),
} as const;
