import type { Assumptions, CaseShifts, ScenarioShifts } from "../../../shared/domain/assumptions.ts";
import { shiftTable } from "../../../shared/domain/shifts.ts";
import type { LoanResults, PackageColumns } from "../engine-types.ts";
import { pricingFunctions } from "../kernel/pricing-kernel.ts";
import { cashHeadroomOf, planCase } from "../plan/case-plan.ts";
import { type PackageClasses, type RowAssumptions, rowGroups } from "../plan/plan-types.ts";
import { classesWithSuits } from "../recovery/suits.ts";
import { type LoweredItems, lowerItems } from "./lower-items.ts";
import { type LoweredPackage, lowerPackage } from "./lower-package.ts";

/** A package with everything done that is the same in every case of a set of assumptions. */
export interface PreparedPackage {
  readonly columns: PackageColumns;
  readonly assumptions: Assumptions;
  readonly classes: PackageClasses;
  readonly lowered: LoweredPackage;
  /** Loans with several assets of their own; null where there is none. */
  readonly items: LoweredItems | null;
  /** Results per loan in the kernels' memory, one slot more than loans; the next case overwrites them. */
  readonly loans: LoanResults;
}

/** What items are worked out by is the same in every case. */
const unshifted = Object.fromEntries(Object.keys(shiftTable).map((shift) => [shift, 0])) as Record<keyof typeof shiftTable, number>;

const prepared = new WeakMap<PackageColumns, PreparedPackage>();

/**
 * Prepares a package for pricing, or answers the preparation that the same columns had last, if the assumptions that
 * rows hang on are the same: a desk prices one package many times, and changes its hurdle, price or cases meanwhile.
 * @param columns checked by `assertColumns`, and never changed afterwards
 * @param cases shifts that will be priced: own curves that those may push past the claim are kept apart
 */
export function preparePackage(columns: PackageColumns, assumptions: Assumptions, cases: readonly (CaseShifts | ScenarioShifts)[]): PreparedPackage {
  const headroom = cashHeadroomOf(cases);
  const last = prepared.get(columns);
  const hasOwnCurves = columns.estimates !== null;
  if (last && areRowsSame(last.assumptions, assumptions) && (!hasOwnCurves || last.classes.cashHeadroom >= headroom)) {
    return last.assumptions === assumptions ? last : { ...last, assumptions };
  }
  const next = prepareAside(columns, assumptions, cases);
  prepared.set(columns, next);
  return next;
}

/** Prepares a package without forgetting its last preparation: for a look at it under other assumptions. */
export function prepareAside(columns: PackageColumns, assumptions: Assumptions, cases: readonly (CaseShifts | ScenarioShifts)[]): PreparedPackage {
  const classes = classesWithSuits(columns, assumptions, cashHeadroomOf(cases));
  const lowered = lowerPackage(columns, assumptions, classes);
  // Compiles the kernels now, not in the first case that someone waits for.
  pricingFunctions(lowered.heap.memory);
  const items =
    lowered.fullLoans.length === 0 ? null : lowerItems(columns, planCase({ assumptions, shifts: unshifted, own: undefined }, classes), lowered.heap);
  return { columns, assumptions, classes, lowered, items, loans: reserveLoans(lowered, columns) };
}

/** Whether rows and classes worked out under one set of assumptions hold under another. */
function areRowsSame(left: Assumptions, right: Assumptions): boolean {
  const isSame = (group: keyof RowAssumptions): boolean => left[group] === right[group] || JSON.stringify(left[group]) === JSON.stringify(right[group]);
  return left === right || (rowGroups.every(isSame) && (!left.suits.onlyWhereWorthwhile || (isSame("curves") && isSame("hurdleRate"))));
}

function reserveLoans({ heap }: LoweredPackage, { loanCount, ownEstimates }: PackageColumns): LoanResults {
  const slots = loanCount + 1;
  const floats = (): Float64Array => heap.floats(heap.reserve(8 * slots), slots);
  return {
    collateralRecovery: floats(),
    guarantorRecovery: floats(),
    cashRecovery: floats(),
    costs: floats(),
    presentValue: floats(),
    monthsToCash: floats(),
    // No kernel writes it.
    ownRecovery: ownEstimates === null ? null : new Float64Array(slots),
  };
}
