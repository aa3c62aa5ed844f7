import { collateralHolds } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine-types.ts";

const SEIZURE = collateralHolds.indexOf("seizure");

/** Whether we hold an item by seizure (查封) alone, as an unsecured creditor. */
export function isHeldBySeizure(columns: PackageColumns, item: number): boolean {
  return columns.collateralHold[item] === SEIZURE;
}
