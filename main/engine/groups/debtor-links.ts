import { shiftTable } from "../../../shared/domain/shifts.ts";
import { collateralKindOf } from "../column-codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { annualPower } from "../numbers/exact-power.ts";
import { hasOwnRealisation, keptOfAppraisal } from "../plan/loan-estimates.ts";
import type { AssumptionsOf } from "../plan/plan-types.ts";
import { validClaimOf } from "../recovery/claim-validity.ts";
import { isBankrupt } from "../recovery/debtor.ts";
import { mortgageCapOf } from "../recovery/maximum-mortgage.ts";
import { carriedAppraisal } from "../recovery/prior-claims.ts";

/** Claims that are worked out together because what one's collateral leaves the debtor may pay the others (同户债权). */
export interface DebtorLinks {
  /** [loan] 1: its debtor's claims net. */
  readonly nets: Uint8Array;
}

/**
 * Which loans net within their debtor: those of a debtor one of whose items could, in any scenario, bring more than its own
 * claim or cap, where another claim of that debtor, or the part of its own above the cap, could take it. Null where none
 * does. All others need nobody beside them, and stay rows of the kernels.
 */
export function debtorLinks(columns: PackageColumns, plan: AssumptionsOf): DebtorLinks | null {
  if (plan.assumptions.priorities.surplusShare === 0) return null;
  const { loanCount, debtor } = columns;
  const leaves = new Uint8Array(loanCount);
  let areAny = false;
  for (let loan = 0; loan < loanCount; loan++) {
    leaves[loan] = Number(mayLeaveSurplus(columns, loan, plan));
    areAny ||= leaves[loan] === 1;
  }
  if (!areAny) return null;
  const ofDebtor = new Map<number, { loans: number; leaves: boolean }>();
  for (let loan = 0; loan < loanCount; loan++) {
    const known = ofDebtor.get(debtor[loan]);
    if (known === undefined) ofDebtor.set(debtor[loan], { loans: 1, leaves: leaves[loan] === 1 });
    else {
      known.loans += 1;
      known.leaves ||= leaves[loan] === 1;
    }
  }
  const nets = new Uint8Array(loanCount);
  for (let loan = 0; loan < loanCount; loan++) {
    const known = ofDebtor.get(debtor[loan]);
    nets[loan] = Number(known?.leaves === true && (known.loans > 1 || isCapBound(columns, loan, plan)));
  }
  return { nets };
}

/** Whether one of a loan's items could bring more than the loan may take of it. */
function mayLeaveSurplus(columns: PackageColumns, loan: number, plan: AssumptionsOf): boolean {
  const [first, end] = [columns.collateralStart[loan], columns.collateralStart[loan + 1]];
  if (first === end || isBankrupt(columns, loan)) return false;
  const claim = validClaimOf(columns, loan, plan.assumptions);
  if (claim === 0) return false;
  for (let item = first; item < end; item++) {
    if (mostPrice(columns, loan, item, plan) > Math.min(claim, mortgageCapOf(columns, loan, item, plan))) return true;
  }
  return false;
}

/** Whether a part of a loan's claim lies above what one of its items secures. */
function isCapBound(columns: PackageColumns, loan: number, plan: AssumptionsOf): boolean {
  const claim = validClaimOf(columns, loan, plan.assumptions);
  const end = columns.collateralStart[loan + 1];
  for (let item = columns.collateralStart[loan]; item < end; item++) if (mortgageCapOf(columns, loan, item, plan) < claim) return true;
  return false;
}

/** The highest price that an item could bring in any scenario that a desk may state, before taxes, costs and all that ranks before us, yuan. */
function mostPrice(columns: PackageColumns, loan: number, item: number, plan: AssumptionsOf): number {
  const { collateral, horizonMonths } = plan.assumptions;
  const growth = Math.max(1, annualPower(1 + collateral.annualGrowth, horizonMonths));
  const value = carriedAppraisal(columns, loan, item, plan) * growth * (1 + shiftTable.collateralValueShift.most);
  if (columns.estimates !== null && hasOwnRealisation(columns.estimates, loan)) return value * keptOfAppraisal(columns, loan);
  const { rounds, appraisalFactor } = collateral;
  const shares = rounds.map(({ openingShare, priceMultiple }) => openingShare * Math.max(1, priceMultiple));
  return value * appraisalFactor[collateralKindOf(columns.collateralKind[item])] * Math.max(...shares);
}
