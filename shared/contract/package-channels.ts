import { z } from "zod";
import { loanFactsSchema } from "../domain/loan-facts.ts";
import { type FeatureContract, read } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

/** More names of debtors than a box to search in can look through with every key are not listed. */
export const mostDebtorsListed = 5000;

const channels = {
  /** What the tape states of a loan of the deal's package beside its amounts. */
  "packages.loanFacts": read(dealId.extend({ loanId: z.number().int() }), loanFactsSchema),
  /** Names of the deal's debtors, those who owe most first; at most `mostDebtorsListed`. */
  "packages.debtors": read(dealId, z.array(z.string())),
} as const;

export const packageFeature = {
  channels,
  jobKinds: [],
  errorCodes: ["pricing.loanNotFound", "pricing.badInput"],
} as const satisfies FeatureContract;
