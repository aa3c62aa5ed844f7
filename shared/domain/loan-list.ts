/** Columns in which the loans of a package are listed. */
export const loanListKeys = [
  "contractNo",
  "debtorName",
  "litigationStage",
  "upbFen",
  "collateralRecoveryFen",
  "cashRecoveryFen",
  "presentValueFen",
  "monthsToCash",
  "allocatedFen",
  "region",
  "fiveTierClass",
  "claimFen",
  "appraisalFen",
  "guarantorRecoveryFen",
  "ownRecoveryFen",
  "costsFen",
  "validity",
  "fills",
] as const;
export type LoanListKey = (typeof loanListKeys)[number];
