import type { LoanResults } from "../engine-types.ts";
import type { ClassSums } from "../plan/class-sums.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { fileBandCount } from "../plan/running-costs.ts";
import type { OwnFlow } from "./own-flows.ts";

/**
 * Prices a loan by its own estimate, and adds it to the sums of own estimates: no route, no servicer, file or court fee
 * of the loan counts beside it.
 * @param loans null: nothing is kept per loan
 */
export function priceOwnLoan(loan: number, flows: readonly OwnFlow[], plan: CasePlan, loans: LoanResults | null, { own }: ClassSums): void {
  if (own === null) throw new Error(`loan ${loan} has an own estimate that nothing adds up`);
  const { segment, fileBand } = plan.classes.priceClasses[plan.classes.loanClass[loan]];
  own.files[segment * fileBandCount(plan) + fileBand] += 1;
  const sum = { gross: 0, costs: 0, value: 0, weightedMonths: 0 };
  for (const { grossYuan, costsYuan, month } of flows) {
    if (grossYuan === 0 && costsYuan === 0) continue;
    own.gross.add(month, grossYuan);
    own.costs.add(month, costsYuan);
    sum.gross += grossYuan;
    sum.costs += costsYuan;
    sum.value += (grossYuan - costsYuan) * plan.discountFactor[month];
    sum.weightedMonths += grossYuan * Math.max(month, plan.closingMonth);
  }
  if (loans === null) return;
  loans.collateralRecovery[loan] = 0;
  loans.guarantorRecovery[loan] = 0;
  loans.cashRecovery[loan] = 0;
  loans.costs[loan] = sum.costs;
  loans.presentValue[loan] = sum.value;
  loans.monthsToCash[loan] = sum.gross > 0 ? sum.weightedMonths / sum.gross : Number.NaN;
  if (loans.ownRecovery !== null) loans.ownRecovery[loan] = sum.gross;
}
