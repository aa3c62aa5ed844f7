import type { TapeField } from "./tape-fields.ts";

/**
 * Names by which the engine refuses what is no field of a tape: columns that are worked out, arguments, and figures that
 * grow too large. Each has a word under `engineField` in shared/locales.
 */
export const engineFields = [
  "annualRate",
  "appraisalAge",
  "asset",
  "bidPriceFen",
  "cases",
  "cashRecovery",
  "city",
  "claim",
  "collateralHold",
  "collateralRecovery",
  "collateralStart",
  "collectedBeforeClosing",
  "costs",
  "cutOffDate",
  "debt",
  "debtFees",
  "debtor",
  "debtorCount",
  "debtorIsCompany",
  "delayDays",
  "distribution",
  "driver",
  "dueAtClosing",
  "enforcementStayed",
  "equityCalls",
  "estimates",
  "failedChecks",
  "fillMask",
  "flow",
  "flows",
  "gridAxis",
  "guaranteeExpired",
  "guarantorCap",
  "guarantorRecovery",
  "guarantorStart",
  "guarantorUnnamed",
  "hurdleRate",
  "isoDate",
  "keptBySeller",
  "leveredPrice",
  "leveredProfit",
  "loan",
  "loanCount",
  "maturityFromEquity",
  "maxBid",
  "modelledBeforeClosing",
  "months",
  "outlay",
  "ownEstimates",
  "ownRecovery",
  "path",
  "paths",
  "peakCapital",
  "peakEquity",
  "presentValue",
  "priceAtFunding",
  "priceAtHurdle",
  "profit",
  "reimbursed",
  "rights",
  "rightsValue",
  "segment",
  "seizureWaits",
  "stage",
  "totalFen",
  "trace",
  "transitionChange",
  "upb",
  "weights",
] as const;
/** A field of a tape has the word that it has everywhere. */
export type EngineField = (typeof engineFields)[number] | TapeField;

/** What a refusal names: a field by its word, or the path of an assumption or of a shift of a case. */
export type RefusedField = EngineField | `${"assumptions" | "cases"}.${string}`;

/** Why the engine refuses an input, each reason with a word under `engineReason`. */
export const engineReasons = ["notANumber", "negative", "notFinite", "outOfRange", "tooLarge", "wrongLength", "notWhole"] as const;
export type EngineReason = (typeof engineReasons)[number];
