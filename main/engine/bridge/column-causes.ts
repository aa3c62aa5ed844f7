import { type BridgeCause, bridgeCauses } from "../../../shared/domain/bid-bridge.ts";
import { type ColumnName, columnNames, columnTable } from "../package-columns.ts";

/** Causes that change what a loan is made of. */
type ColumnCause = Exclude<BridgeCause, "dropped" | "added" | "edits" | "assumptions">;

/** The bit of a cause in a set of causes. */
export const bitOf = (cause: BridgeCause): number => 1 << bridgeCauses.indexOf(cause);
export const droppedBit = bitOf("dropped");
export const addedBit = bitOf("added");
export const editsBit = bitOf("edits");
export const assumptionsBit = bitOf("assumptions");

/**
 * The cause to which a difference in a column belongs. Starts count with what they count; the rules that filled a gap
 * (`fillMask`) move no price. What is counted in days and the doubts that follow from dates stand with the stage.
 */
export const causeOfColumn: Readonly<Record<ColumnName, ColumnCause | null>> = {
  upb: "balances",
  interest: "balances",
  fees: "balances",
  interestBasis: "balances",
  segment: "other",
  stage: "timing",
  fillMask: null,
  collateralStart: "collateral",
  appraisal: "collateral",
  collateralKind: "collateral",
  lienRank: "collateral",
  seniorClaims: "collateral",
  securedCap: "collateral",
  debtorIsCompany: "other",
  failedChecks: "timing",
  court: "timing",
  asset: "collateral",
  priorityClaims: "collateral",
  collateralHold: "collateral",
  rivalClaims: "collateral",
  guarantorStart: "guarantors",
  guarantorCap: "guarantors",
  guaranteeExpired: "guarantors",
  landPremium: "collateral",
  homebuyerClaims: "collateral",
  taxArrears: "collateral",
  waitingClaims: "collateral",
  seizureWaits: "collateral",
  appraisalAge: "collateral",
  daysPastDue: "timing",
  debtorCondition: "other",
  enforcementStayed: "timing",
  wageClaims: "collateral",
  guarantorUnnamed: "guarantors",
  delayDays: "timing",
  city: "collateral",
  debtor: "other",
};

/** Columns with an entry per loan, item or guarantor that are compared as they are: names of courts, assets and debtors are not. */
const plainColumns = (per: "loan" | "item" | "guarantor"): ColumnName[] =>
  columnNames.filter((name) => columnTable[name].per === per && name !== "court" && name !== "asset" && name !== "debtor");
export const comparedLoanColumns = plainColumns("loan");
export const comparedItemColumns = plainColumns("item");
export const comparedGuarantorColumns = plainColumns("guarantor");
