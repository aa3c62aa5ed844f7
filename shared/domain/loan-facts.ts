import { z } from "zod";
import { claimPartsSchema } from "./claim-parts.ts";
import { claimValidityChecks, debtorTypes } from "./codes.ts";
import { type FieldPlace, markedFields, storedFields } from "./field-values.ts";
import type { ParsedEstimate } from "./parsed-tape.ts";
import { repaymentsSchema } from "./repayments.ts";

/** Fields shown of a loan and of each of its items, in the order in which they are shown. */
export const shownLoanFields = markedFields("loan", "shown");
export const shownItemFields = markedFields("collateral", "shown");
export type ShownField = (typeof shownLoanFields | typeof shownItemFields)[number]["field"];

/** What the tape states, by field; what it doesn't state has no entry. */
const statedSchema = <F extends ShownField>(fields: readonly FieldPlace<F>[]) =>
  z.partialRecord(z.enum(fields.map(({ field }) => field)), z.union([z.string(), z.number()]));

/** A guarantor (保证人) with the terms of the guarantee. */
const guarantorFactsSchema = z.object({
  name: z.string(),
  capFen: z.number().int().nullable(),
  periodEnd: z.iso.date().nullable(),
  /** The guarantee period was over at the cut-off date and the debt, or the guarantor, not sued for. */
  isOver: z.boolean(),
});

const itemFactsSchema = z.object({
  stated: statedSchema(shownItemFields),
  /** Contracts of other loans that the same asset secures. */
  sharedWith: z.array(z.string()),
});

const estimateShape = Object.fromEntries(storedFields("loan_estimate").map(({ property }) => [property, z.number().nullable()]));
// Every estimate is a number or not stated.
const estimateSchema = z.object(estimateShape) as unknown as z.ZodType<ParsedEstimate>;

/** What the tape states of a loan beside its amounts, and how pricing reads it. */
export const loanFactsSchema = z.object({
  stated: statedSchema(shownLoanFields),
  debtorType: z.enum(debtorTypes),
  isDebtorTypeFilled: z.boolean(),
  /** The day on which validity is looked at; null: the deal has no cut-off date, so nothing fails. */
  cutOffDate: z.iso.date().nullable(),
  /** As stated, else two years from the day the judgment took effect. */
  enforcementEnd: z.string().nullable(),
  failedChecks: z.array(z.enum(claimValidityChecks)),
  guarantors: z.array(guarantorFactsSchema),
  estimate: estimateSchema.nullable(),
  items: z.array(itemFactsSchema),
  repayments: repaymentsSchema,
  parts: claimPartsSchema,
});
export type LoanFacts = z.infer<typeof loanFactsSchema>;
export type ItemFacts = LoanFacts["items"][number];
