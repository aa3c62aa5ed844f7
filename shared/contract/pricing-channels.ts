import { z } from "zod";
import { debtorSharesSchema } from "../domain/bid-charts.ts";
import { caseNames, claimValidityChecks, fillRules, fiveTierClasses, litigationStages, securityKinds, segments } from "../domain/codes.ts";
import { figurePathSchema, figureSchema, figureTraceSchema } from "../domain/figure-trace.ts";
import { loanSortKeys } from "../domain/loan-sort.ts";
import { pricingResultSchema, traceNodeSchema } from "../domain/pricing-results.ts";
import { modelEditSchema } from "./assumption-channels.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";
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
  costsFen: z.number().int(),
  presentValueFen: z.number().int(),
  monthsToCash: z.number().nullable(),
  allocatedFen: z.number().int(),
  /** Whether a failed check counts is an assumption. */
  failedChecks: z.array(z.enum(claimValidityChecks)),
  fills: z.array(z.enum(fillRules)),
});
export type LoanRow = z.infer<typeof loanRowSchema>;

const channels = {
  /** Saves the edit as the deal's working model and prices it. */
  "pricing.price": write(dealId.extend({ edit: modelEditSchema, typing: typingSchema }), pricingResultSchema, {
    changes: [
      "assumptions.model",
      "pricing.loans",
      "pricing.debtorShares",
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
    ],
  }),
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
