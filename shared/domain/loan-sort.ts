/** Columns by which the loans of a package can be ordered. */
export const loanSortKeys = [
  "contractNo",
  "debtorName",
  "region",
  "upbFen",
  "claimFen",
  "appraisalFen",
  "collateralRecoveryFen",
  "guarantorRecoveryFen",
  "cashRecoveryFen",
  "ownRecoveryFen",
  "costsFen",
  "presentValueFen",
  "monthsToCash",
  "allocatedFen",
] as const;
export type LoanSortKey = (typeof loanSortKeys)[number];
