import type { PackageColumns } from "../engine-types.ts";
import { collateralPaymentsIn } from "../groups/collateral-payments.ts";
import { ownFlowsOf } from "../own/own-flows.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { fileCost, servicerCashRate, servicerGuarantorRate } from "../plan/running-costs.ts";
import { validClaimOf } from "../recovery/claim-validity.ts";
import { cappedRecovery } from "../recovery/guarantor-recovery.ts";
import { courtFeesOf } from "../recovery/suits.ts";

/** Routes by which money comes in, and costs, as in `PoolFlows`. */
export const flowRoutes = ["collateral", "guarantor", "cash", "own", "costs"] as const;
export type FlowRoute = (typeof flowRoutes)[number];

/** One loan's flows by month received, yuan; costs positive. Flows of months before closing stand in the closing month. */
export type LoanFlows = Readonly<Record<FlowRoute, Float64Array>>;

/**
 * Flows of single loans, worked out by the functions that price, on the same tables. Over all loans, with the package's
 * overhead, they add up to the pool's flows. The answer for one loan is written over by the next.
 */
export function loanFlowsIn(columns: PackageColumns, plan: CasePlan): (loan: number) => LoanFlows {
  const paymentsOf = collateralPaymentsIn(columns, plan);
  const months = (): Float64Array => new Float64Array(plan.monthCount);
  const flows = { collateral: months(), guarantor: months(), cash: months(), own: months(), costs: months() };
  const receive = (route: FlowRoute, month: number, yuan: number, costYuan: number): void => {
    const received = Math.max(month, plan.closingMonth);
    flows[route][received] += yuan;
    flows.costs[received] += costYuan;
  };
  return (loan) => {
    for (const route of flowRoutes) flows[route].fill(0);
    const own = ownFlowsOf(columns, loan, plan);
    if (own !== null) {
      for (const { month, grossYuan, costsYuan } of own) if (month <= plan.horizonMonths) receive("own", month, grossYuan, costsYuan);
      return flows;
    }
    const { payments, useYuan } = paymentsOf(loan);
    for (const { month, expectedYuan, costYuan } of payments) receive("collateral", month, expectedYuan, costYuan);
    addRemaining(columns, loan, useYuan, plan, receive);
    const courtFees = courtFeesOf(columns, loan, plan);
    if (courtFees > 0) receive("costs", plan.courtFeesMonth[plan.classes.loanClass[loan]], courtFees, 0);
    receive("costs", plan.fileCostMonth, fileCost(plan, loan), 0);
    return flows;
  };
}

type Receive = (route: FlowRoute, month: number, yuan: number, costYuan: number) => void;

/** What the claim that the collateral leaves unpaid brings: guarantors over their window, cash by its curve. */
function addRemaining(columns: PackageColumns, loan: number, useYuan: number, plan: CasePlan, receive: Receive): void {
  const { classes, curves, horizonMonths } = plan;
  const segment = columns.segment[loan];
  const curveClass = classes.curveClass[loan];
  const remaining = Math.max(0, validClaimOf(columns, loan, plan.assumptions) - useYuan);
  const capped = cappedRecovery(columns, loan, remaining, plan);
  const scaled = (remaining - capped) * classes.curveScale[loan];
  const guarantor = capped + scaled * curves.guarantorTotal[curveClass];
  const [first, last] = [plan.guarantors.firstMonth[segment], plan.guarantors.lastMonth[segment]];
  const paid = guarantor / Math.max(1, last - first + 1);
  if (guarantor > 0) for (let month = first; month <= last; month++) receive("guarantor", month, paid, paid * servicerGuarantorRate(plan, segment));
  for (let month = 0; month <= horizonMonths; month++) {
    const flow = scaled * curves.share[curveClass * (horizonMonths + 1) + month];
    if (flow > 0) receive("cash", month, flow, flow * servicerCashRate(plan, segment));
  }
}
