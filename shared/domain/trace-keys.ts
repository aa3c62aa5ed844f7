/**
 * Texts of the trace (测算依据), under `trace.` in shared/locales, with the values each line carries. Every placeholder
 * of a text is one of its values; how to print a value is in `traceValueFormats`.
 */
export const traceKeys = [
  "loanPresentValue",
  "collateralRoute",
  "collateralItem",
  "auctionRound",
  "debtForAsset",
  "roundBeyondHorizon",
  "salePrice",
  "sellerTax",
  "saleCost",
  "enforcementFee",
  "seniorClaimsStated",
  "seniorClaimsByRank",
  "aboveSecuredCap",
  "claimCap",
  "cashRoute",
  "cashYear",
  "costs",
  "servicerCollateral",
  "counselCollateral",
  "servicerCash",
  "fileCost",
  "acceptanceFee",
  "preservationFee",
] as const;
export type TraceKey = (typeof traceKeys)[number];

/**
 * How a screen prints a value of the trace. `yuan`: money in yuan; `percent`: decimal rate; `factor`: plain number,
 * four decimals; `count`: whole number; the others are codes of shared/domain/codes, or a group of assumptions.
 */
export type TraceValueFormat = "yuan" | "percent" | "factor" | "count" | "collateralKind" | "litigationStage" | "segment" | "assumptionGroup";

export const traceValueFormats: Readonly<Record<string, TraceValueFormat>> = {
  assumptionGroup: "assumptionGroup",
  appraisalYuan: "yuan",
  baseYuan: "yuan",
  capYuan: "yuan",
  cashYuan: "yuan",
  claimYuan: "yuan",
  deductionYuan: "yuan",
  feeYuan: "yuan",
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
  valueFactor: "factor",
  fromMonth: "count",
  itemCount: "count",
  lagMonths: "count",
  lienRank: "count",
  month: "count",
  number: "count",
  round: "count",
  toMonth: "count",
  kind: "collateralKind",
  stage: "litigationStage",
  segment: "segment",
};
