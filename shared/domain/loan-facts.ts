import { z } from "zod";
import { claimValidityChecks, collateralHolds, collateralKinds, debtorTypes, litigationStages } from "./codes.ts";

const fen = z.number().int();

/** A guarantor (保证人) with the terms of the guarantee. */
const guarantorFactsSchema = z.object({
  name: z.string(),
  capFen: fen.nullable(),
  periodEnd: z.iso.date().nullable(),
  /** The guarantee period was over at the cut-off date and the debt not sued for. */
  isOver: z.boolean(),
});

const itemFactsSchema = z.object({
  collateralKind: z.enum(collateralKinds).nullable(),
  address: z.string().nullable(),
  assetNo: z.string().nullable(),
  hold: z.enum(collateralHolds),
  appraisalFen: fen.nullable(),
  seniorClaimsFen: fen.nullable(),
  priorityFen: fen.nullable(),
  rivalFen: fen.nullable(),
  securedCapFen: fen.nullable(),
  /** Contracts of other loans that the same asset secures. */
  sharedWith: z.array(z.string()),
});

const estimateFactsSchema = z.object({
  months: z.number().nullable(),
  probability: z.number().nullable(),
  haircut: z.number().nullable(),
  costRate: z.number().nullable(),
  firstMonthRate: z.number().nullable(),
  monthlyDecay: z.number().nullable(),
});

/** What the tape states of a loan beside its amounts, as pricing reads it. */
export const loanFactsSchema = z.object({
  debtorType: z.enum(debtorTypes),
  isDebtorTypeFilled: z.boolean(),
  litigationStage: z.enum(litigationStages).nullable(),
  court: z.string().nullable(),
  /** The day on which validity is looked at; null: the deal has no cut-off date, so nothing fails. */
  cutOffDate: z.iso.date().nullable(),
  limitationDate: z.iso.date().nullable(),
  judgmentDate: z.iso.date().nullable(),
  /** As stated, else two years from the day the judgment took effect. */
  enforcementEnd: z.string().nullable(),
  failedChecks: z.array(z.enum(claimValidityChecks)),
  guarantors: z.array(guarantorFactsSchema),
  estimate: estimateFactsSchema.nullable(),
  items: z.array(itemFactsSchema),
});
export type LoanFacts = z.infer<typeof loanFactsSchema>;
export type ItemFacts = LoanFacts["items"][number];
