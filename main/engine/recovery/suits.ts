import { segmentOf } from "../column-codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { debtorCashOf } from "../plan/debtor-cash.ts";
import { areExitsOn, collectedShareOf } from "../plan/exit-shares.ts";
import { unnamedGuarantors } from "../plan/guarantor-tables.ts";
import { hasOwnCurve } from "../plan/loan-estimates.ts";
import { agedCurveOf, classifyPackage, mayExit } from "../plan/package-classes.ts";
import { type AssumptionsOf, NOT_AGED, type PackageClasses, type RowAssumptions } from "../plan/plan-types.ts";
import { validClaimOf } from "./claim-validity.ts";
import { isBankrupt } from "./debtor.ts";
import { courtFeesDue } from "./loan-costs.ts";

/** What a suit costs a claim and what it brings, yuan. */
export interface SuitBalance {
  readonly feesYuan: number;
  readonly broughtYuan: number;
}

/**
 * Fees of a suit that is still to be brought, and what it brings; null where the rule does not choose: the desk leaves it
 * off, the fees are not due, the claim is void or its debtor bankrupt, there is collateral or a guarantor that only a suit
 * reaches, or the desk states the loan's own curve.
 *
 * A suit brings its share of the cash that the curve collects within the horizon, less the servicer's part of it. The
 * choice is made once, without a case's shifts and without discounting: who sues doesn't know which case comes true.
 */
export function suitBalance(columns: PackageColumns, loan: number, { assumptions }: AssumptionsOf): SuitBalance | null {
  const { suits, costs } = assumptions;
  if (!suits.onlyWhereWorthwhile || isBankrupt(columns, loan) || hasSecurity(columns, loan)) return null;
  if (unnamedGuarantors(columns, loan, { assumptions }) > 0) return null;
  if (columns.estimates !== null && hasOwnCurve(columns.estimates, loan)) return null;
  const feesYuan = courtFeesDue(columns, loan, { assumptions });
  if (feesYuan === 0) return null;
  const cash = validClaimOf(columns, loan, assumptions) * collectedShare(columns, loan, assumptions);
  return { feesYuan, broughtYuan: cash * suits.cashShare * (1 - costs.servicerRateCash) };
}

/** Whether a loan goes without the suit (放弃起诉) that its stage still owes: the fees would exceed what it brings. */
export function isSuitForgone(columns: PackageColumns, loan: number, plan: AssumptionsOf): boolean {
  const balance = suitBalance(columns, loan, plan);
  return balance !== null && balance.feesYuan > balance.broughtYuan;
}

/** Court fees that a loan pays, yuan: those due, or none where it goes without the suit. */
export function courtFeesOf(columns: PackageColumns, loan: number, plan: AssumptionsOf): number {
  return isSuitForgone(columns, loan, plan) ? 0 : courtFeesDue(columns, loan, plan);
}

/** Classes of a package; a loan that goes without its suit goes without the cash that only a suit brings. */
export function classesWithSuits(columns: PackageColumns, assumptions: RowAssumptions, cashHeadroom: number): PackageClasses {
  const classes = classifyPackage(columns, assumptions, cashHeadroom);
  if (!assumptions.suits.onlyWhereWorthwhile) return classes;
  const curveScale = classes.curveScale.slice();
  for (let loan = 0; loan < columns.loanCount; loan++) {
    if (isSuitForgone(columns, loan, { assumptions })) curveScale[loan] *= 1 - assumptions.suits.cashShare;
  }
  return { ...classes, curveScale };
}

function hasSecurity({ collateralStart, guarantorStart }: PackageColumns, loan: number): boolean {
  return collateralStart[loan + 1] > collateralStart[loan] || guarantorStart[loan + 1] > guarantorStart[loan];
}

/** Share of a claim that its curve and exits collect within the horizon after its debtor's condition, at most 1. */
function collectedShare(columns: PackageColumns, loan: number, assumptions: RowAssumptions): number {
  const aged = agedCurveOf(columns, loan, assumptions);
  const segment = segmentOf(columns.segment[loan]);
  const curve = aged === NOT_AGED ? assumptions.curves[segment] : assumptions.agedCurves[segment][aged];
  const cash = debtorCashOf(columns.debtorCondition[loan], columns.stage[loan], assumptions);
  return collectedShareOf(curve, cash, areExitsOn(assumptions) && mayExit(columns, loan, 0), assumptions);
}
