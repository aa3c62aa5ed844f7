import type { LoanResults, PackageColumns } from "../engine-types.ts";
import { ownFlowsOf } from "../own/own-flows.ts";
import { priceOwnLoan } from "../own/own-loan.ts";
import type { ClassSums } from "../plan/class-sums.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { costFactorOf, fileCost, servicerCashRate, servicerGuarantorRate } from "../plan/running-costs.ts";
import { isTakenForDebt, priceMonth } from "../plan/sale-rates.ts";
import { validClaimOf } from "../recovery/claim-validity.ts";
import { cappedRecovery } from "../recovery/guarantor-recovery.ts";
import { collateralCostRate } from "../recovery/loan-costs.ts";
import { courtFeesOf } from "../recovery/suits.ts";
import { expectedUseOf, recoverGroup } from "./expected-recovery.ts";
import { type GroupScratch, groupScratch } from "./group-scratch.ts";

/** What the collateral brings to a loan: expected cash, what it pays of the claim, present value, cash × month received, and what its costs take of cash and value, yuan. */
interface RouteCash {
  cash: number;
  use: number;
  value: number;
  weightedMonths: number;
  cost: number;
  costValue: number;
}

/**
 * Prices the loans that one row cannot express (METHOD §3), group by group, into `loans`, and adds them to the class sums.
 * Costs and present values leave out the package's overhead.
 * @param loans null: nothing is kept per loan
 * @param isDone [group] 1: a kernel priced it; null: none
 */
export function priceFullLoans(columns: PackageColumns, plan: CasePlan, loans: LoanResults | null, sums: ClassSums, isDone: Uint8Array | null): void {
  const scratch = groupScratch(columns, plan);
  const { groups } = scratch;
  for (let group = 0; group < groups.groupCount; group++) {
    if (isDone !== null && isDone[group] === 1) continue;
    recoverGroup(columns, group, plan, scratch);
    for (let slot = 0; slot < scratch.loanCount; slot++) {
      const loan = groups.loans[groups.loanStart[group] + slot];
      // The group pays with this loan in it: only what the loan itself gets is the desk's figure.
      const own = ownFlowsOf(columns, loan, plan);
      if (own !== null) {
        priceOwnLoan(loan, own, plan, loans, sums);
        continue;
      }
      const collateral = collateralCash(columns, loan, slot, plan, scratch, sums);
      priceLoan(columns, loan, collateral, plan, loans, sums);
    }
  }
}

/** Expected collateral cash of one loan of a group worked out by `recoverGroup`; dates and cost shift are those of each asset's class. */
function collateralCash(columns: PackageColumns, loan: number, slot: number, plan: CasePlan, scratch: GroupScratch, sums: ClassSums): RouteCash {
  const { outcomeCount } = plan;
  const route = { cash: 0, use: expectedUseOf(slot, scratch), value: 0, weightedMonths: 0, cost: 0, costValue: 0 };
  const costRate = collateralCostRate(columns, loan, plan);
  const items = columns.collateralStart[loan + 1] - columns.collateralStart[loan];
  const firstPlace = scratch.placeStart[slot];
  for (let place = firstPlace; place < firstPlace + items; place++) {
    const assetClass = scratch.assetClass[scratch.placeAsset[place]];
    const costFactor = costFactorOf(plan, assetClass);
    for (let outcome = 0; outcome < outcomeCount; outcome++) {
      const expected = scratch.expected[place * outcomeCount + outcome];
      if (expected === 0) continue;
      const at = assetClass * outcomeCount + outcome;
      const month = plan.outcomeMonth[at];
      const paid = isTakenForDebt(plan, assetClass, outcome) ? scratch.expectedPaid[place] : 0;
      receive(route, expected - paid, month, costRate * costFactor, plan);
      // What a take-over costs is paid before what it brings.
      if (paid !== 0) route.value += paid * (plan.discountFactor[month] - plan.discountFactor[priceMonth(plan, assetClass, outcome)]);
      sums.collateral.add(at, expected);
      sums.collateralCost.add(at, (expected - paid) * costRate);
      sums.takeOver.add(assetClass, paid);
    }
  }
  if (scratch.surplus.isExpected) surplusCash(columns, loan, slot, plan, scratch, route, sums);
  return route;
}

function receive(route: RouteCash, yuan: number, month: number, costRate: number, plan: CasePlan): void {
  const discountFactor = plan.discountFactor[month];
  route.cash += yuan;
  route.value += yuan * discountFactor;
  route.weightedMonths += yuan * Math.max(month, plan.closingMonth);
  route.cost += yuan * costRate;
  route.costValue += yuan * costRate * discountFactor;
}

/** What sales of its debtor's other collateral bring a loan, under the cost shift of its own segment. */
function surplusCash(columns: PackageColumns, loan: number, slot: number, plan: CasePlan, scratch: GroupScratch, route: RouteCash, sums: ClassSums): void {
  const width = plan.horizonMonths + 1;
  const segment = columns.segment[loan];
  const costRate = collateralCostRate(columns, loan, plan);
  for (let month = 0; month < width; month++) {
    const yuan = scratch.surplus.expected[slot * width + month];
    if (yuan === 0) continue;
    receive(route, yuan, month, costRate * plan.costFactor[segment], plan);
    sums.surplus?.cash.add(segment * width + month, yuan);
    sums.surplus?.cost.add(segment * width + month, yuan * costRate);
  }
}

function priceLoan(columns: PackageColumns, loan: number, collateral: RouteCash, plan: CasePlan, loans: LoanResults | null, sums: ClassSums): void {
  const { classes, curves } = plan;
  const segment = columns.segment[loan];
  const loanClass = classes.loanClass[loan];
  const curveClass = classes.curveClass[loan];
  const remaining = Math.max(0, validClaimOf(columns, loan, plan.assumptions) - collateral.use);
  const capped = cappedRecovery(columns, loan, remaining, plan);
  const scaled = (remaining - capped) * classes.curveScale[loan];
  const cash = scaled * curves.total[curveClass];
  const guarantor = capped + scaled * curves.guarantorTotal[curveClass];
  const guarantorValue = guarantor * plan.guarantors.discounted[segment];
  const cashValue = scaled * curves.discounted[curveClass];
  sums.scaledRemaining.add(curveClass, scaled);
  sums.cappedGuarantor.add(segment, capped);
  const courtFees = courtFeesOf(columns, loan, plan);
  sums.courtFees.add(loanClass, courtFees);
  if (loans === null) return;
  const [cashRate, guarantorRate] = [servicerCashRate(plan, segment), servicerGuarantorRate(plan, segment)];
  const file = fileCost(plan, loan);
  const courtFactor = courtFees > 0 ? plan.discountFactor[plan.courtFeesMonth[loanClass]] : 0;
  const received = collateral.cash + guarantor + cash;
  const weightedMonths = collateral.weightedMonths + guarantor * plan.guarantors.weightedMonths[segment] + scaled * curves.weightedMonths[curveClass];
  loans.collateralRecovery[loan] = collateral.cash;
  loans.guarantorRecovery[loan] = guarantor;
  loans.cashRecovery[loan] = cash;
  loans.costs[loan] = collateral.cost + guarantor * guarantorRate + cash * cashRate + file + courtFees;
  loans.presentValue[loan] =
    collateral.value -
    collateral.costValue +
    guarantorValue * (1 - guarantorRate) +
    cashValue * (1 - cashRate) -
    file * plan.discountFactor[plan.fileCostMonth] -
    courtFees * courtFactor;
  loans.monthsToCash[loan] = received > 0 ? weightedMonths / received : Number.NaN;
  if (loans.ownRecovery !== null) loans.ownRecovery[loan] = 0;
}
