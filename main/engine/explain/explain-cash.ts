import type { AssumptionGroup } from "../../../shared/domain/assumptions.ts";
import { conditionOf, segmentOf, stageOf } from "../column-codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import { exitsOf } from "../plan/exit-shares.ts";
import { type CasePlan, NOT_AGED } from "../plan/plan-types.ts";
import { type TraceLine, traceLine } from "./trace-line.ts";

const group = (assumptionGroup: AssumptionGroup): { assumptionGroup: AssumptionGroup } => ({ assumptionGroup });

/**
 * Trace of the cash route of one loan, by year: the curve that counts (the loan's own, of its age, of its segment, the
 * dividend of a bankruptcy) and what the debtor's condition makes of it.
 */
export function explainCash(columns: PackageColumns, loan: number, remainingYuan: number, plan: CasePlan): TraceLine {
  const curveClass = plan.classes.curveClass[loan];
  const scale = plan.classes.curveScale[loan];
  const guaranteed = plan.curves.guarantorTotal[curveClass];
  const common = {
    remainingYuan: remainingYuan * (1 - guaranteed),
    share: guaranteed === 1 ? 0 : (scale * plan.curves.total[curveClass]) / (1 - guaranteed),
  };
  const children = [...explainYears(remainingYuan * scale, curveClass, plan), ...explainCondition(columns, loan, plan), ...explainExits(loan, plan)];
  const { key, values } = curveLine(columns, loan, plan);
  return traceLine(key, remainingYuan * scale * plan.curves.discounted[curveClass], { ...common, ...values }, children);
}

/** Which curve counts, with what a reader needs to work it out again. */
function curveLine(columns: PackageColumns, loan: number, plan: CasePlan): Pick<TraceLine, "key" | "values"> {
  const { assumptions, classes, curves } = plan;
  const segment = segmentOf(columns.segment[loan]);
  const number = classes.curveClass[loan];
  const { ownDecay, aged, cash } = classes.curveClasses[number];
  const rate = classes.curveScale[loan] * curves.firstMonthRate[number];
  if (ownDecay !== null) return { key: "cashRouteOwn", values: { segment, rate, decayRate: ownDecay, lagMonths: 0, ...group("curves") } };
  if (cash.isDividend) return { key: "dividendRoute", values: { month: monthOfDividend(number, plan), ...group("conditions") } };
  if (aged !== NOT_AGED) {
    const { monthlyDecay, lagMonths, fromDaysPastDue } = assumptions.agedCurves[segment][aged];
    const days = { daysPastDue: columns.daysPastDue[loan], fromDaysPastDue };
    return { key: "cashRouteAged", values: { segment, rate, decayRate: monthlyDecay, lagMonths, ...days, ...group("agedCurves") } };
  }
  const { monthlyDecay, lagMonths, monthlyShares } = assumptions.curves[segment];
  if (monthlyShares !== undefined) return { key: "cashRouteByShares", values: { segment, count: monthlyShares.length, lagMonths, ...group("curves") } };
  return { key: "cashRoute", values: { segment, rate, decayRate: monthlyDecay, lagMonths, ...group("curves") } };
}

/** The month in which a class is paid; as assumed where the horizon cuts it off. */
function monthOfDividend(curveClass: number, { curves, horizonMonths, assumptions }: CasePlan): number {
  const width = horizonMonths + 1;
  const month = curves.share.subarray(curveClass * width, (curveClass + 1) * width).findIndex((share) => share > 0);
  return month < 0 ? assumptions.conditions.dividendMonth : month;
}

/** Years of receipts, of a claim that is left × the loan's scale. */
function explainYears(scaledYuan: number, curveClass: number, plan: CasePlan): TraceLine[] {
  const width = plan.horizonMonths + 1;
  const lines: TraceLine[] = [];
  for (let fromMonth = 0; fromMonth <= plan.horizonMonths; fromMonth = fromMonth === 0 ? 13 : fromMonth + 12) {
    const toMonth = Math.min(plan.horizonMonths, fromMonth === 0 ? 12 : fromMonth + 11);
    let cashYuan = 0;
    let value = 0;
    for (let month = fromMonth; month <= toMonth; month++) {
      const flow = scaledYuan * plan.curves.share[curveClass * width + month];
      cashYuan += flow;
      value += flow * plan.discountFactor[month];
    }
    if (cashYuan > 0) lines.push(traceLine("cashYear", value, { fromMonth: Math.max(1, fromMonth), toMonth, cashYuan }));
  }
  return lines;
}

/** A line of nothing for each exit that stands beside the curve, with what it takes of the claim. */
function explainExits(loan: number, { assumptions, classes }: CasePlan): TraceLine[] {
  const { hasExits, segment, aged, cash } = classes.curveClasses[classes.curveClass[loan]];
  if (!hasExits) return [];
  const name = segmentOf(segment);
  const curve = aged === NOT_AGED ? assumptions.curves[name] : assumptions.agedCurves[name][aged];
  return exitsOf(curve, cash, assumptions).map(({ kind, probability, share, month }) =>
    traceLine(kind === "settlement" ? "exitBySettlement" : "exitByResale", 0, { probability, share, month, ...group("exits") }),
  );
}

/** A line of nothing that says what the debtor's condition, or a terminated enforcement, makes of the curve. */
function explainCondition(columns: PackageColumns, loan: number, { assumptions, classes }: CasePlan): TraceLine[] {
  const { cash } = classes.curveClasses[classes.curveClass[loan]];
  if (cash.factor === 1) return [];
  const condition = conditionOf(columns.debtorCondition[loan]);
  const { factor } = cash;
  const byCondition = condition !== "unknown" && assumptions.conditions.cashFactor[condition] === factor;
  if (!byCondition && stageOf(columns.stage[loan]) === "executionTerminated") return [traceLine("cashAfterTermination", 0, { factor, ...group("conditions") })];
  return [traceLine("cashByCondition", 0, { condition, factor, ...group("conditions") })];
}
