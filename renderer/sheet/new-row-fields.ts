import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";

/** What a new row is asked for; all else is typed into its cells afterwards. */
export const newRowFields: Readonly<Record<SheetList, readonly TapeField[]>> = {
  loan: ["contractNo", "debtorName", "principal", "interest", "debtorType", "fiveTierClass", "securityKind", "overdueDate", "region"],
  collateral: ["collateralKind", "address", "appraisal", "area", "lienRank"],
  guarantor: ["guarantors", "guaranteeCap", "guaranteeEnd"],
};
