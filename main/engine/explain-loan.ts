import type { AssumptionGroup, Assumptions, CaseShifts, ScenarioShifts } from "../../shared/domain/assumptions.ts";
import { litigationStages, segments } from "../../shared/domain/codes.ts";
import type { TraceNode } from "../../shared/domain/pricing-results.ts";
import { type CasePlan, cashHeadroomOf, planCase } from "./case-plan.ts";
import { EngineInputError } from "./engine-errors.ts";
import type { PackageColumns } from "./engine-types.ts";
import { explainItem } from "./explain-item.ts";
import { acceptanceFee, counselCollateralRate, fileCost, preservationFee, servicerCashRate, servicerCollateralRate } from "./loan-costs.ts";
import { claimOf, itemCountOf, recoverFromCollateral, recoveryScratch } from "./loan-recovery.ts";
import { classifyPackage } from "./package-classes.ts";
import { sumOf } from "./summation.ts";
import { traceLine } from "./trace-line.ts";

const group = (assumptionGroup: AssumptionGroup): { assumptionGroup: AssumptionGroup } => ({ assumptionGroup });

/**
 * Trace (测算依据) of one loan's present value in one case, METHOD §8: collateral by item and round, cash by year, costs.
 *
 * It runs the functions that price, on the same tables. Amounts are present values at the hurdle, yuan, weighted by
 * probability; unweighted money is in the values. Children that add sum to their parent. The loan's root is its
 * `LoanResults.presentValue`.
 * @param columns checked by `assertColumns`
 * @throws EngineInputError outOfRange for an index that is no loan
 */
export function explainLoan(columns: PackageColumns, loan: number, assumptions: Assumptions, shifts: CaseShifts | ScenarioShifts): TraceNode {
  if (!Number.isInteger(loan) || loan < 0 || loan >= columns.loanCount) throw new EngineInputError("outOfRange", "loan", loan);
  const plan = planCase({ assumptions, shifts }, classifyPackage(columns, assumptions.horizonMonths, cashHeadroomOf([shifts])));
  const scratch = recoveryScratch(columns, plan);
  const collateral = recoverFromCollateral(columns, loan, plan, scratch);
  const monthsAt = (plan.classes.loanClass[loan] ?? 0) * plan.outcomeCount;
  const discounted = Float64Array.from(scratch.expectedByOutcome, (expected, outcome) =>
    expected === 0 ? 0 : expected * (plan.discountFactor[plan.outcomeMonth[monthsAt + outcome] ?? 0] ?? 0),
  );
  const collateralValue = sumOf(discounted);
  const remaining = Math.max(0, claimOf(columns, loan) - collateral);
  const cash = explainCash(columns, loan, remaining, plan);
  const children = [
    explainCollateral(columns, loan, plan, collateralValue),
    cash,
    explainCosts(columns, loan, plan, { collateralValue, cashValue: cash.amountYuan ?? 0 }),
  ];
  const value = sumOf(children.map((child) => child.amountYuan ?? 0));
  return traceLine("loanPresentValue", value, { claimYuan: claimOf(columns, loan), hurdleRate: plan.hurdleRate, ...group("hurdleRate") }, children);
}

function explainCollateral(columns: PackageColumns, loan: number, plan: CasePlan, valueYuan: number): TraceNode {
  const first = columns.collateralStart[loan] ?? 0;
  const count = itemCountOf(columns, loan);
  const claimYuan = claimOf(columns, loan);
  const children = Array.from({ length: count }, (_, index) => explainItem({ columns, loan, item: first + index, number: index + 1, plan }));
  const beforeCap = sumOf(children.map((child) => child.amountYuan ?? 0));
  // Half a fen: below it the difference is rounding, not a cap.
  if (beforeCap - valueYuan > 0.005) children.push(traceLine("claimCap", valueYuan - beforeCap, { claimYuan }));
  const stage = litigationStages[columns.stage[loan] ?? 0] ?? "notSued";
  return traceLine("collateralRoute", valueYuan, { itemCount: count, stage, ...group("timing") }, children);
}

function explainCash(columns: PackageColumns, loan: number, remainingYuan: number, plan: CasePlan): TraceNode {
  const segment = segments[columns.segment[loan] ?? 0] ?? "corporateSecured";
  const curve = plan.assumptions.curves[segment];
  const curveClass = plan.classes.curveClass[loan] ?? 0;
  const scale = plan.classes.curveScale[loan] ?? 1;
  const ownDecay = plan.classes.curveClasses[curveClass]?.ownDecay ?? null;
  const width = plan.horizonMonths + 1;
  const children: TraceNode[] = [];
  for (let fromMonth = 1; fromMonth <= plan.horizonMonths; fromMonth += 12) {
    const toMonth = Math.min(plan.horizonMonths, fromMonth + 11);
    let cashYuan = 0;
    let value = 0;
    for (let month = fromMonth; month <= toMonth; month++) {
      const flow = remainingYuan * scale * (plan.curves.share[curveClass * width + month] ?? 0);
      cashYuan += flow;
      value += flow * (plan.discountFactor[month] ?? 0);
    }
    if (cashYuan > 0) children.push(traceLine("cashYear", value, { fromMonth, toMonth, cashYuan }));
  }
  const values = {
    remainingYuan,
    segment,
    rate: scale * (plan.curves.firstMonthRate[curveClass] ?? 0),
    decayRate: ownDecay ?? curve.monthlyDecay,
    lagMonths: ownDecay === null ? curve.lagMonths : 0,
    share: scale * (plan.curves.total[curveClass] ?? 0),
    ...group("curves"),
  };
  return traceLine("cashRoute", remainingYuan * scale * (plan.curves.discounted[curveClass] ?? 0), values, children);
}

function explainCosts(columns: PackageColumns, loan: number, plan: CasePlan, received: { collateralValue: number; cashValue: number }): TraceNode {
  const segment = columns.segment[loan] ?? 0;
  const month = plan.courtFeesMonth[plan.classes.loanClass[loan] ?? 0] ?? -1;
  const courtFactor = month < 0 ? 0 : (plan.discountFactor[month] ?? 0);
  const baseYuan = claimOf(columns, loan);
  const acceptance = acceptanceFee(columns, loan, plan);
  const preservation = preservationFee(columns, loan, plan);
  const [servicer, counsel, onCash] = [servicerCollateralRate(plan, segment), counselCollateralRate(plan, segment), servicerCashRate(plan, segment)];
  const children = [
    traceLine("servicerCollateral", -received.collateralValue * servicer, { rate: servicer, ...group("costs") }),
    traceLine("counselCollateral", -received.collateralValue * counsel, { rate: counsel, ...group("costs") }),
    traceLine("servicerCash", -received.cashValue * onCash, { rate: onCash, ...group("costs") }),
    traceLine("fileCost", -fileCost(plan, segment) * (plan.discountFactor[plan.fileCostMonth] ?? 0), {
      feeYuan: fileCost(plan, segment),
      month: plan.fileCostMonth,
      ...group("costs"),
    }),
  ];
  if (month >= 0) {
    children.push(
      traceLine("acceptanceFee", -acceptance * courtFactor, { feeYuan: acceptance, baseYuan, month, ...group("courtFees") }),
      traceLine("preservationFee", -preservation * courtFactor, { feeYuan: preservation, baseYuan, month, ...group("courtFees") }),
    );
  }
  return traceLine("costs", sumOf(children.map((child) => child.amountYuan ?? 0)), group("costs"), children);
}
