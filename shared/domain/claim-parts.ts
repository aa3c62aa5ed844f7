import { z } from "zod";
import { fieldProperty } from "./field-values.ts";
import { fieldRecord, type LoanField } from "./tape-fields.ts";

/** What is kept of each drawdown (借据) that is a part of one claim. */
const partFields = [
  "drawdownNo",
  "principal",
  "interest",
  "fees",
  "claimTotal",
  "fiveTierClass",
  "drawdownDate",
  "maturityDate",
  "overdueDate",
  "daysPastDue",
  "lastPaymentDate",
  "remark",
] as const satisfies readonly LoanField[];
export type PartField = (typeof partFields)[number];

/** The same with the property of a row and the column of the database. */
export const partPlaces = partFields.map((field) => ({ field, property: fieldProperty(field), column: fieldRecord(field).column ?? "" }));

/**
 * What decides a field of a claim whose parts state different values. `sum` adds; `worst` is the last of the field's codes;
 * `weightiest` the value behind which most principal stands, which holds for every field that isn't named.
 */
export type PartRule = "sum" | "earliest" | "latest" | "largest" | "worst" | "weightiest";
export const partRules: Partial<Record<LoanField, PartRule>> = {
  principal: "sum",
  interest: "sum",
  fees: "sum",
  claimTotal: "sum",
  fiveTierClass: "worst",
  drawdownDate: "earliest",
  maturityDate: "latest",
  overdueDate: "earliest",
  daysPastDue: "largest",
  lastPaymentDate: "latest",
  limitationDate: "earliest",
  judgmentDate: "earliest",
  enforcementDeadline: "earliest",
  age: "largest",
};

/** Parts that are shown of a claim. */
const mostParts = 50;

/** The drawdowns that make a claim, as the seller listed them. */
export const claimPartsSchema = z.object({
  count: z.number().int(),
  principalFen: z.number().int(),
  interestFen: z.number().int(),
  feesFen: z.number().int(),
  first: z
    .array(
      z.object({
        drawdownNo: z.string().nullable(),
        principalFen: z.number().int().nullable(),
        interestFen: z.number().int().nullable(),
        feesFen: z.number().int().nullable(),
        overdueDate: z.string().nullable(),
        maturityDate: z.string().nullable(),
        sheet: z.string(),
        rowNumber: z.number().int(),
      }),
    )
    .max(mostParts),
});
export type ClaimParts = z.infer<typeof claimPartsSchema>;

/** Parts as they are shown, in the order of the file; the sums are of all. */
export function shownParts(parts: ClaimParts["first"]): ClaimParts {
  const sum = (amount: "principalFen" | "interestFen" | "feesFen") => parts.reduce((total, part) => total + (part[amount] ?? 0), 0);
  return { count: parts.length, principalFen: sum("principalFen"), interestFen: sum("interestFen"), feesFen: sum("feesFen"), first: parts.slice(0, mostParts) };
}
