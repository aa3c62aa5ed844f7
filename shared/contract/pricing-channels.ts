import { z } from "zod";
import { debtorSharesSchema } from "../domain/bid-charts.ts";
import {
  caseNames,
  claimValidityChecks,
  fillRules,
  fiveTierClasses,
  languages,
  litigationStages,
  moneyUnits,
  securityKinds,
  segments,
} from "../domain/codes.ts";
import { fileNameSchema } from "../domain/export-tables.ts";
import { figurePathSchema, figureSchema, figureTraceSchema } from "../domain/figure-trace.ts";
import { loanListKeys } from "../domain/loan-list.ts";
import { loanSortKeys } from "../domain/loan-sort.ts";
import { pricingResultSchema, traceNodeSchema } from "../domain/pricing-results.ts";
import { strataFilterSchema } from "../domain/strata.ts";
import { modelEditSchema } from "./assumption-channels.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";
import { savedListSchema } from "./export-channels.ts";
import { typingSchema } from "./journal-channels.ts";

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
  /** By the desk's own estimate; null where the package has none at all. */
  ownRecoveryFen: z.number().int().nullable(),
  costsFen: z.number().int(),
  presentValueFen: z.number().int(),
  monthsToCash: z.number().nullable(),
  allocatedFen: z.number().int(),
  /** Whether a failed check counts is an assumption. */
  failedChecks: z.array(z.enum(claimValidityChecks)),
  fills: z.array(z.enum(fillRules)),
});
export type LoanRow = z.infer<typeof loanRowSchema>;

/** Which loans, in what order and as priced in which case. */
const loanQuerySchema = z.object({
  caseName: z.enum(caseNames),
  sortBy: z.enum(loanSortKeys),
  descending: z.boolean(),
  search: z.string().max(100),
  /** Only the loans that are in all of them. */
  strata: z.array(strataFilterSchema).max(4).optional(),
});

/** The same as a file: with the columns in their order, and the words of a language. */
const loanListRequestSchema = loanQuerySchema.extend({
  keys: z.array(z.enum(loanListKeys)).min(1).max(loanListKeys.length),
  language: z.enum(languages),
  unit: z.enum(moneyUnits),
  fileName: fileNameSchema,
});
export type LoanListRequest = z.infer<typeof loanListRequestSchema>;

const channels = {
  /** Saves the edit as the deal's working model and prices it. */
  "pricing.price": write(dealId.extend({ edit: modelEditSchema, typing: typingSchema }), pricingResultSchema, {
    changes: [
      "assumptions.model",
      "pricing.whole",
      "pricing.loans",
      "pricing.debtorShares",
      "strata.cut",
      "pricing.explainLoan",
      "pricing.explain",
      "scenarios.compare",
      "sensitivity.tornado",
      "sensitivity.grid",
      "sensitivity.breakEven",
      "sensitivity.reverseStress",
      "sensitivity.gaps",
      "sensitivity.priceCurve",
      "simulation.state",
      "debtors.get",
      "diligence.get",
      "bids.get",
      "bids.at",
      "bids.card",
      "bids.structures",
      "approvals.differences",
    ],
  }),
  /** The latest pricing with what lies beyond the horizon in every case; `pricing.price` leaves out what would cost it a second pricing. */
  "pricing.whole": read(dealId, pricingResultSchema),
  "pricing.loans": read(
    dealId.extend({ ...loanQuerySchema.shape, offset: z.number().int().min(0), limit: z.number().int().min(1).max(500) }),
    z.object({ total: z.number().int(), rows: z.array(loanRowSchema) }),
  ),
  /** Asks for a file and writes the loans to it, as a workbook or as a list (.csv); null where the user cancels. */
  "pricing.exportLoans": write(dealId.extend(loanListRequestSchema.shape), savedListSchema.nullable(), { changes: [] }),
  "pricing.debtorShares": read(dealId.extend({ caseName: z.enum(caseNames) }), debtorSharesSchema),
  "pricing.explainLoan": read(
    dealId.extend({ caseName: z.enum(caseNames), loanId: z.number().int() }),
    z.object({ loan: loanRowSchema, trace: traceNodeSchema }),
  ),
  /** Opens one line of the trace of a figure: the path names the lines opened before it. */
  "pricing.explain": read(dealId.extend({ caseName: z.enum(caseNames), figure: figureSchema, path: figurePathSchema }), figureTraceSchema),
} as const;

export const pricingFeature = {
  channels,
  jobKinds: ["price"],
  errorCodes: ["pricing.badAssumptions", "pricing.notPriced"],
} as const satisfies FeatureContract;
