import type { PoolFlows } from "../../shared/domain/pricing-results.ts";
import type { CasePlan } from "./case-plan.ts";
import type { LoanResults, PackageColumns } from "./engine-types.ts";
import { acceptanceFee, collateralCostRate, fileCost, preservationFee, servicerCashRate } from "./loan-costs.ts";
import { claimOf, type RecoveryScratch, recoverFromCollateral, recoveryScratch } from "./loan-recovery.ts";
import { type ClassSums, emptyClassSums, expandFlows } from "./pool-flows.ts";

/** Loans of a case and the pool's flows that they add up to. */
export interface PricedLoans {
  readonly loans: LoanResults;
  readonly flows: PoolFlows;
}

/** Results of no loan yet, to be filled. */
export function emptyLoanResults(loanCount: number): LoanResults {
  return {
    collateralRecovery: new Float64Array(loanCount),
    cashRecovery: new Float64Array(loanCount),
    costs: new Float64Array(loanCount),
    presentValue: new Float64Array(loanCount),
    monthsToCash: new Float64Array(loanCount),
  };
}

/**
 * Prices every loan of a case (METHOD §3) and adds up the pool's monthly flows (§4), yuan.
 *
 * Loan costs and present values leave out the package's overhead, which belongs to no loan:
 * Σ loan presentValue − PV(overhead) = PV(flows.net).
 */
export function priceLoans(columns: PackageColumns, plan: CasePlan): PricedLoans {
  const loans = emptyLoanResults(columns.loanCount);
  const sums = emptyClassSums(plan);
  const scratch = recoveryScratch(columns, plan);
  for (let loan = 0; loan < columns.loanCount; loan++) priceLoan(columns, loan, plan, scratch, loans, sums);
  return { loans, flows: expandFlows(plan, sums) };
}

function priceLoan(columns: PackageColumns, loan: number, plan: CasePlan, scratch: RecoveryScratch, loans: LoanResults, sums: ClassSums): void {
  const { classes, outcomeCount } = plan;
  const segment = columns.segment[loan] ?? 0;
  const loanClass = classes.loanClass[loan] ?? 0;
  const collateral = recoverFromCollateral(columns, loan, plan, scratch);
  const costRate = collateralCostRate(columns, loan, plan);
  let collateralValue = 0;
  let weightedMonths = 0;
  if (collateral > 0) {
    for (let outcome = 0; outcome < outcomeCount; outcome++) {
      const expected = scratch.expectedByOutcome[outcome] ?? 0;
      if (expected === 0) continue;
      const at = loanClass * outcomeCount + outcome;
      const month = plan.outcomeMonth[at] ?? 0;
      collateralValue += expected * (plan.discountFactor[month] ?? 0);
      weightedMonths += expected * Math.max(month, plan.closingMonth);
      sums.collateral.add(at, expected);
      sums.collateralCost.add(at, expected * costRate);
    }
  }
  const curveClass = classes.curveClass[loan] ?? 0;
  const remaining = Math.max(0, claimOf(columns, loan) - collateral);
  const scaled = remaining * (classes.curveScale[loan] ?? 1);
  const cash = scaled * (plan.curves.total[curveClass] ?? 0);
  const cashValue = scaled * (plan.curves.discounted[curveClass] ?? 0);
  weightedMonths += scaled * (plan.curves.weightedMonths[curveClass] ?? 0);
  sums.scaledRemaining.add(curveClass, scaled);
  const courtFees = acceptanceFee(columns, loan, plan) + preservationFee(columns, loan, plan);
  sums.courtFees.add(loanClass, courtFees);
  const collateralRate = costRate * (plan.costFactor[segment] ?? 1);
  const cashRate = servicerCashRate(plan, segment);
  const file = fileCost(plan, segment);
  const courtFactor = courtFees > 0 ? (plan.discountFactor[plan.courtFeesMonth[loanClass] ?? 0] ?? 0) : 0;
  const fileFactor = plan.discountFactor[plan.fileCostMonth] ?? 0;
  loans.collateralRecovery[loan] = collateral;
  loans.cashRecovery[loan] = cash;
  loans.costs[loan] = collateral * collateralRate + cash * cashRate + file + courtFees;
  loans.presentValue[loan] = collateralValue * (1 - collateralRate) + cashValue * (1 - cashRate) - file * fileFactor - courtFees * courtFactor;
  loans.monthsToCash[loan] = collateral + cash > 0 ? weightedMonths / (collateral + cash) : Number.NaN;
}
