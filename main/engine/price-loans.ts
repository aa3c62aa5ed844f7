import { litigationStages, segments } from "../../shared/domain/codes.ts";
import type { PoolFlows } from "../../shared/domain/pricing-results.ts";
import type { CasePlan } from "./case-plan.ts";
import type { LoanResults, PackageColumns } from "./engine-types.ts";
import { acceptanceFee, counselCollateralRate, fileCost, overheadInMonth, preservationFee, servicerCashRate, servicerCollateralRate } from "./loan-costs.ts";
import { claimOf, type RecoveryScratch, recoverFromCollateral, recoveryScratch } from "./loan-recovery.ts";
import { CompensatedSums } from "./summation.ts";

/** Loans of a case and the pool's flows that they add up to. */
export interface PricedLoans {
  readonly loans: LoanResults;
  readonly flows: PoolFlows;
}

/** Sums over loans that share their months: collateral by stage and outcome, remaining claims by segment, court fees by stage. */
interface PoolSums {
  readonly collateral: CompensatedSums;
  readonly remainingClaim: CompensatedSums;
  readonly courtFees: CompensatedSums;
}

/**
 * Prices every loan of a case (METHOD §3) and adds up the pool's monthly flows (§4), yuan.
 *
 * Loan costs and present values leave out the package's overhead, which belongs to no loan:
 * Σ loan presentValue − PV(overhead) = PV(flows.net).
 * Flows of months before closing stand in the closing month: the seller hands them over then.
 */
export function priceLoans(columns: PackageColumns, plan: CasePlan): PricedLoans {
  const { loanCount } = columns;
  const loans = {
    collateralRecovery: new Float64Array(loanCount),
    cashRecovery: new Float64Array(loanCount),
    costs: new Float64Array(loanCount),
    presentValue: new Float64Array(loanCount),
    monthsToCash: new Float64Array(loanCount),
  };
  const sums = {
    collateral: new CompensatedSums(litigationStages.length * plan.outcomeCount),
    remainingClaim: new CompensatedSums(segments.length),
    courtFees: new CompensatedSums(litigationStages.length),
  };
  const scratch = recoveryScratch(columns, plan);
  for (let loan = 0; loan < loanCount; loan++) priceLoan(columns, loan, plan, scratch, loans, sums);
  return { loans, flows: addUpFlows(loanCount, plan, sums) };
}

function priceLoan(columns: PackageColumns, loan: number, plan: CasePlan, scratch: RecoveryScratch, loans: LoanResults, sums: PoolSums): void {
  const stage = columns.stage[loan] ?? 0;
  const segment = columns.segment[loan] ?? 0;
  const collateral = recoverFromCollateral(columns, loan, plan, scratch);
  let collateralValue = 0;
  let weightedMonths = 0;
  if (collateral > 0) {
    for (let outcome = 0; outcome < plan.outcomeCount; outcome++) {
      const expected = scratch.expectedByOutcome[outcome] ?? 0;
      const month = plan.outcomeMonth[stage * plan.outcomeCount + outcome] ?? 0;
      if (expected === 0) continue;
      collateralValue += expected * (plan.discountFactor[month] ?? 0);
      weightedMonths += expected * Math.max(month, plan.closingMonth);
      sums.collateral.add(stage * plan.outcomeCount + outcome, expected);
    }
  }
  const remaining = Math.max(0, claimOf(columns, loan) - collateral);
  const cash = remaining * (plan.curves.total[segment] ?? 0);
  const cashValue = remaining * (plan.curves.discounted[segment] ?? 0);
  weightedMonths += remaining * (plan.curves.weightedMonths[segment] ?? 0);
  sums.remainingClaim.add(segment, remaining);
  const courtFees = acceptanceFee(columns, loan, plan) + preservationFee(columns, loan, plan);
  sums.courtFees.add(stage, courtFees);
  const collateralRate = servicerCollateralRate(plan) + counselCollateralRate(plan);
  const cashRate = servicerCashRate(plan);
  const file = fileCost(plan);
  const courtFactor = courtFees > 0 ? (plan.discountFactor[plan.courtFeesMonth[stage] ?? 0] ?? 0) : 0;
  const fileFactor = plan.discountFactor[plan.fileCostMonth] ?? 0;
  loans.collateralRecovery[loan] = collateral;
  loans.cashRecovery[loan] = cash;
  loans.costs[loan] = collateral * collateralRate + cash * cashRate + file + courtFees;
  loans.presentValue[loan] = collateralValue * (1 - collateralRate) + cashValue * (1 - cashRate) - file * fileFactor - courtFees * courtFactor;
  loans.monthsToCash[loan] = collateral + cash > 0 ? weightedMonths / (collateral + cash) : Number.NaN;
}

function addUpFlows(loanCount: number, plan: CasePlan, sums: PoolSums): PoolFlows {
  const { monthCount, closingMonth, outcomeCount } = plan;
  const collateral = new CompensatedSums(monthCount);
  const cash = new CompensatedSums(monthCount);
  const costs = new CompensatedSums(monthCount);
  const received = (month: number): number => Math.max(month, closingMonth);
  const collateralRate = servicerCollateralRate(plan) + counselCollateralRate(plan);
  const cashRate = servicerCashRate(plan);
  litigationStages.forEach((_, stage) => {
    for (let at = stage * outcomeCount; at < (stage + 1) * outcomeCount; at++) {
      const month = plan.outcomeMonth[at] ?? 0;
      if (month > plan.horizonMonths) continue;
      collateral.add(received(month), sums.collateral.total(at));
      costs.add(received(month), sums.collateral.total(at) * collateralRate);
    }
    const feesMonth = plan.courtFeesMonth[stage] ?? -1;
    if (feesMonth >= 0) costs.add(received(feesMonth), sums.courtFees.total(stage));
  });
  segments.forEach((_, segment) => {
    for (let month = 0; month <= plan.horizonMonths; month++) {
      const flow = sums.remainingClaim.total(segment) * (plan.curves.share[segment * (plan.horizonMonths + 1) + month] ?? 0);
      cash.add(received(month), flow);
      costs.add(received(month), flow * cashRate);
    }
  });
  costs.add(received(plan.fileCostMonth), loanCount * fileCost(plan));
  for (let month = 1; month <= plan.horizonMonths; month++) costs.add(received(month), overheadInMonth(plan, month));
  const list = (flow: CompensatedSums): number[] => Array.from({ length: monthCount }, (_, month) => flow.total(month) + 0);
  const flows = { collateral: list(collateral), cash: list(cash), costs: list(costs) };
  const net = flows.collateral.map((flow, month) => flow + (flows.cash[month] ?? 0) - (flows.costs[month] ?? 0));
  return { ...flows, net };
}
