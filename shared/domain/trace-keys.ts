import { statedDeductions } from "./item-deductions.ts";
import { saleTaxes, takeOverCosts } from "./sale-taxes.ts";

/**
 * Texts of the trace (测算依据), under `trace.` in shared/locales, with the values each line carries. Every placeholder
 * of a text is one of its values; how to print a value is in `traceValueFormats`.
 */
export const traceKeys = [
  "loanPresentValue",
  "collateralRoute",
  "collateralItem",
  "seizedItem",
  "sharedItem",
  "courtDelay",
  "appraisalCarried",
  "waitingSeizure",
  "enforcementStayed",
  "auctionRound",
  "debtForAsset",
  "ownRealisation",
  "roundBeyondHorizon",
  "salePrice",
  "sellerTax",
  ...saleTaxes,
  ...takeOverCosts,
  "saleCost",
  "auctionCommission",
  "enforcementFee",
  ...statedDeductions,
  "seniorClaimsStated",
  "seniorClaimsByRank",
  "rivalsBefore",
  "rivalsProRata",
  "rivalsInBankruptcy",
  "aboveSecuredCap",
  "sharedAhead",
  "otherLoans",
  "otherCreditors",
  "claimCap",
  "jointOrder",
  "guarantorRoute",
  "guarantorCapped",
  "guarantorUncapped",
  "guaranteesExpired",
  "guarantorNotNamed",
  "cashRoute",
  "cashRouteOwn",
  "cashRouteAged",
  "cashRouteByShares",
  "dividendRoute",
  "cashByCondition",
  "cashAfterTermination",
  "exitBySettlement",
  "exitByResale",
  "cashYear",
  "costs",
  "servicerCollateral",
  "counselCollateral",
  "ownCollateralCost",
  "servicerGuarantor",
  "servicerCash",
  "fileCost",
  "acceptanceFee",
  "petitionFee",
  "preservationFee",
  "suitForgone",
  "limitationExpired",
  "limitationExpiredIgnored",
  "enforcementPeriodExpired",
  "enforcementPeriodExpiredIgnored",
  "limitationDoubtful",
  "limitationDoubtfulIgnored",
  "interestNotAdmitted",
  "delayInterest",
] as const;
export type TraceKey = (typeof traceKeys)[number];

/**
 * How a screen prints a value of the trace. `yuan`: money in yuan; `percent`: decimal rate; `factor`: plain number,
 * four decimals; `count`: whole number; `text`: as it stands; the others are codes of shared/domain/codes, or a group of assumptions.
 */
export type TraceValueFormat =
  | "yuan"
  | "percent"
  | "factor"
  | "count"
  | "collateralKind"
  | "litigationStage"
  | "segment"
  | "debtorCondition"
  | "assumptionGroup"
  | "text";

export const traceValueFormats: Readonly<Record<string, TraceValueFormat>> = {
  assumptionGroup: "assumptionGroup",
  appraisalYuan: "yuan",
  carriedYuan: "yuan",
  baseYuan: "yuan",
  broughtYuan: "yuan",
  capYuan: "yuan",
  cashYuan: "yuan",
  claimYuan: "yuan",
  deductionYuan: "yuan",
  dueYuan: "yuan",
  feeYuan: "yuan",
  interestYuan: "yuan",
  openingYuan: "yuan",
  priceYuan: "yuan",
  remainingYuan: "yuan",
  toUsYuan: "yuan",
  decayRate: "percent",
  hurdleRate: "percent",
  probability: "percent",
  rate: "percent",
  share: "percent",
  discountFactor: "factor",
  factor: "factor",
  flowYuan: "yuan",
  valueFactor: "factor",
  count: "count",
  days: "count",
  daysPastDue: "count",
  fromDaysPastDue: "count",
  fromMonth: "count",
  loan: "count",
  loans: "count",
  itemCount: "count",
  lagMonths: "count",
  lienRank: "count",
  month: "count",
  months: "count",
  number: "count",
  round: "count",
  rowCount: "count",
  toMonth: "count",
  windowMonths: "count",
  court: "text",
  kind: "collateralKind",
  condition: "debtorCondition",
  stage: "litigationStage",
  segment: "segment",
};
