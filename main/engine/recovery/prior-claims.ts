import { type StatedDeduction, shareOfDeduction } from "../../../shared/domain/item-deductions.ts";
import { collateralKindOf } from "../column-codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { annualPower } from "../numbers/exact-power.ts";
import { cityRateOf } from "../plan/city-rates.ts";
import { hasOwnRealisation } from "../plan/loan-estimates.ts";
import type { AssumptionsOf } from "../plan/plan-types.ts";

/** Annual change of values up to cut-off: of an item's city, else of its kind, else the set's growth. */
export function indexRateOf(columns: PackageColumns, item: number, plan: AssumptionsOf): number {
  const { collateral } = plan.assumptions;
  return cityRateOf(columns, item, plan) ?? collateral.appraisalIndex[collateralKindOf(columns.collateralKind[item])] ?? collateral.annualGrowth;
}

/**
 * An item's appraisal carried from its own day to cut-off (评估值调整), yuan; as stated where its day is not known. The
 * desk's own haircut is on the appraisal that the tape states.
 */
export function carriedAppraisal(columns: PackageColumns, loan: number, item: number, plan: AssumptionsOf): number {
  const [appraisal, age] = [columns.appraisal[item], columns.appraisalAge[item]];
  if (!(age > 0) || (columns.estimates !== null && hasOwnRealisation(columns.estimates, loan))) return appraisal;
  return appraisal * annualPower(1 + indexRateOf(columns, item, plan), age);
}

/** An amount paid before us, as stated or, where it applies and nobody states it, a share of the appraisal, yuan. */
export function statedAmount(columns: PackageColumns, name: StatedDeduction, item: number, { assumptions: { priorities } }: AssumptionsOf): number {
  const stated = columns[name][item];
  const share = shareOfDeduction(name);
  return Number.isNaN(stated) && share !== null ? priorities[share] * columns.appraisal[item] : stated;
}

/** Unsecured creditors who seized an item before us, yuan. */
export function rivalsBefore(columns: PackageColumns, item: number, { assumptions: { priorities } }: AssumptionsOf): number {
  const stated = columns.rivalClaims[item];
  return Number.isNaN(stated) ? priorities.seizureRivalShare * columns.appraisal[item] : stated;
}

/** Unsecured creditors beside us where all share pro rata: those before us and those who wait behind, yuan. */
export function rivalsBeside(columns: PackageColumns, item: number, plan: AssumptionsOf): number {
  return rivalsBefore(columns, item, plan) + columns.waitingClaims[item];
}
