import type { Assumptions, RecoveryCurve } from "../../../shared/domain/assumptions.ts";
import { segmentOf } from "../column-codes.ts";
import { clampShare, type SegmentedShifts } from "./case-shifts.ts";
import { type CurveSheet, collectCurve } from "./curve-months.ts";
import { exitsOf, mixExits } from "./exit-shares.ts";
import { uncappedShare } from "./guarantor-tables.ts";
import { type CurveClass, type CurveTables, type GuarantorTables, NOT_AGED } from "./plan-types.ts";

/** The curves of a case. Own curves start in month 1; one whose loans scale it stays linear and is not capped here. */
export function planCurves(
  assumptions: Assumptions,
  bySegment: SegmentedShifts,
  curveClasses: readonly CurveClass[],
  discountFactor: Float64Array,
  guarantors: GuarantorTables,
): CurveTables {
  const width = assumptions.horizonMonths + 1;
  const count = curveClasses.length;
  const tables: CurveTables = {
    share: new Float64Array(count * width),
    firstMonthRate: new Float64Array(count),
    total: new Float64Array(count),
    discounted: new Float64Array(count),
    weightedMonths: new Float64Array(count),
    guarantorTotal: new Float64Array(count),
  };
  const { closingMonth } = assumptions.closing;
  const sheet: CurveSheet = { share: tables.share, lastMonth: width - 1, discountFactor, closingMonth, collected: 0, value: 0, months: 0 };
  for (let number = 0; number < count; number++) {
    const curveClass = curveClasses[number];
    const { segment, ownDecay, ownRate, cash } = curveClass;
    const { cashRecoveryShift, delayMonthsShift } = bySegment[segmentOf(segment)];
    const isScaled = ownDecay !== null && ownRate === null;
    const factor = (1 + cashRecoveryShift) * cash.factor;
    const curve = curveOfClass(assumptions, curveClass, delayMonthsShift);
    tables.firstMonthRate[number] = isScaled ? factor : clampShare((curve.monthlyShares?.[0] ?? curve.firstMonthRate) * factor);
    const guaranteed = uncappedShare(guarantors.rate[segment], curveClass.guarantors);
    tables.guarantorTotal[number] = guaranteed;
    const left = 1 - guaranteed;
    collectCurve(curve, factor, isScaled ? Number.POSITIVE_INFINITY : 1, left, number * width, sheet);
    if (curveClass.hasExits) mixExits(exitsOf(curve, cash, assumptions), 1 + cashRecoveryShift, left, number * width, sheet);
    tables.total[number] = (isScaled ? sheet.collected : Math.min(1, sheet.collected)) * left;
    tables.discounted[number] = sheet.value * left;
    tables.weightedMonths[number] = sheet.months * left;
  }
  return tables;
}

/** The loan's own, the dividend of a bankruptcy, that of its age, that of its segment. */
function curveOfClass(assumptions: Assumptions, { segment, aged, cash, ownDecay, ownRate }: CurveClass, delayMonths: number): RecoveryCurve {
  if (ownDecay !== null) return { lagMonths: 0, firstMonthRate: ownRate ?? 1, monthlyDecay: ownDecay };
  if (cash.isDividend) return dividendCurve(assumptions, delayMonths);
  const name = segmentOf(segment);
  return aged === NOT_AGED ? assumptions.curves[name] : assumptions.agedCurves[name][aged];
}

/** A dividend as a curve that pays once; a court pays it out, so the delay of a case moves it. */
function dividendCurve({ conditions }: Pick<Assumptions, "conditions">, delayMonths: number): RecoveryCurve {
  const { dividendShare, dividendMonth } = conditions;
  const month = Math.max(0, dividendMonth + delayMonths);
  return { lagMonths: month - 1, firstMonthRate: dividendShare ?? 0, monthlyDecay: 0 };
}
