/** What a column of a loan list may hold. `interest`, `fees` and `guarantors` may come from several columns. */
export const loanFields = [
  "contractNo",
  "debtorName",
  "debtorId",
  "debtorType",
  "branch",
  "industry",
  "region",
  "product",
  "principal",
  "interest",
  "fees",
  "claimTotal",
  "fiveTierClass",
  "securityKind",
  "guarantors",
  "guaranteeCap",
  "guaranteeEnd",
  "drawdownDate",
  "maturityDate",
  "overdueDate",
  "daysPastDue",
  "litigationStage",
  "court",
  "limitationDate",
  "judgmentDate",
  "enforcementDeadline",
  "estimateMonths",
  "estimateProbability",
  "estimateSaleShare",
  "estimateHaircut",
  "estimateCostRate",
  "estimateFirstMonthRate",
  "estimateMonthlyDecay",
  "age",
  "remark",
] as const;
export type LoanField = (typeof loanFields)[number];

/** What a column of a collateral list may hold; `contractNo` joins it to the loan. */
export const collateralFields = [
  "contractNo",
  "collateralKind",
  "address",
  "appraisal",
  "area",
  "lienRank",
  "seniorClaims",
  "securedCap",
  "seizure",
  "appraisalDate",
  "assetNo",
  "hold",
  "priorityClaims",
  "rivalClaims",
] as const;
export type CollateralField = (typeof collateralFields)[number];

export const tapeFields = [
  ...loanFields,
  "collateralKind",
  "address",
  "appraisal",
  "area",
  "lienRank",
  "seniorClaims",
  "securedCap",
  "seizure",
  "appraisalDate",
  "assetNo",
  "hold",
  "priorityClaims",
  "rivalClaims",
] as const satisfies readonly (LoanField | CollateralField)[];
export type TapeField = (typeof tapeFields)[number];

/** Fields that hold money and so need a unit. */
export const amountFields = [
  "principal",
  "interest",
  "fees",
  "claimTotal",
  "guaranteeCap",
  "appraisal",
  "seniorClaims",
  "securedCap",
  "priorityClaims",
  "rivalClaims",
] as const satisfies readonly TapeField[];
export type AmountField = (typeof amountFields)[number];

/** Fields that hold a share: 0.7 or 70 %. */
export const shareFields = [
  "estimateProbability",
  "estimateSaleShare",
  "estimateHaircut",
  "estimateCostRate",
  "estimateFirstMonthRate",
  "estimateMonthlyDecay",
] as const satisfies readonly TapeField[];
export type ShareField = (typeof shareFields)[number];

/** Fields to which several columns may be mapped: amounts are added, names are joined. */
export const additiveFields = ["interest", "fees", "guarantors"] as const satisfies readonly TapeField[];
