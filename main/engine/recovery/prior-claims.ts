import { type StatedDeduction, shareOfDeduction } from "../../../shared/domain/item-deductions.ts";
import { managedKinds } from "../../../shared/domain/prior-claims.ts";
import { collateralKindOf, stageOf } from "../column-codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { annualPower } from "../numbers/exact-power.ts";
import { cityIndexOf } from "../plan/city-rates.ts";
import { hasOwnRealisation } from "../plan/loan-estimates.ts";
import type { AssumptionsOf } from "../plan/plan-types.ts";

/** Annual change of values up to cut-off: of an item's city, else of its kind, else the set's growth. */
export function indexRateOf(columns: PackageColumns, item: number, plan: AssumptionsOf): number {
  const { collateral } = plan.assumptions;
  return cityIndexOf(columns, item, plan)?.annualChange ?? collateral.appraisalIndex[collateralKindOf(columns.collateralKind[item])] ?? collateral.annualGrowth;
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

/**
 * Property management fees in arrears (物业费) on an item that is managed, yuan: a share of the appraisal a year, from default
 * (from cut-off, where its day is not known) to the month planned for the first round, for so many months at most.
 */
export function propertyFeesOf(columns: PackageColumns, loan: number, item: number, { assumptions }: AssumptionsOf): number {
  const { propertyFeeRate, propertyFeeMonths } = assumptions.priorities;
  if (propertyFeeRate === 0 || !managedKinds.includes(collateralKindOf(columns.collateralKind[item]))) return 0;
  return propertyFeeRate * Math.min(propertyFeeMonths / 12, yearsUnpaid(columns, loan, assumptions)) * columns.appraisal[item];
}

function yearsUnpaid(columns: PackageColumns, loan: number, { timing }: AssumptionsOf["assumptions"]): number {
  const { estimates } = columns;
  const isOwn = estimates !== null && hasOwnRealisation(estimates, loan);
  const months = isOwn ? estimates.monthsToCash[loan] : timing[stageOf(columns.stage[loan])].monthsToFirstRound;
  const days = columns.daysPastDue[loan];
  return (Number.isNaN(days) ? 0 : days / 365) + months / 12;
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
