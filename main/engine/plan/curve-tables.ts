import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import { segmentOf } from "../column-codes.ts";
import { clampShare, type SegmentedShifts } from "./case-shifts.ts";
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
  const share = new Float64Array(count * width);
  const firstMonthRate = new Float64Array(count);
  const total = new Float64Array(count);
  const discounted = new Float64Array(count);
  const weightedMonths = new Float64Array(count);
  const guarantorTotal = new Float64Array(count);
  const { closingMonth } = assumptions.closing;
  for (const [number, { segment, aged, ownDecay, ownRate, guarantors: guarantorCount }] of curveClasses.entries()) {
    const name = segmentOf(segment);
    const curve = aged === NOT_AGED ? assumptions.curves[name] : assumptions.agedCurves[name][aged];
    const shift = 1 + bySegment[name].cashRecoveryShift;
    const ownFirst = ownDecay === null ? curve.firstMonthRate : ownRate;
    const isScaled = ownFirst === null;
    const lagMonths = ownDecay === null ? curve.lagMonths : 0;
    const decay = ownDecay ?? curve.monthlyDecay;
    let rate = isScaled ? shift : clampShare(ownFirst * shift);
    firstMonthRate[number] = rate;
    const guaranteed = uncappedShare(guarantors.rate[segment], guarantorCount);
    guarantorTotal[number] = guaranteed;
    let collected = 0;
    let value = 0;
    let months = 0;
    const most = isScaled ? Number.POSITIVE_INFINITY : 1;
    const left = 1 - guaranteed;
    const shareAt = number * width;
    for (let month = lagMonths + 1; month < width; month++) {
      const rest = most - collected;
      const part = rate < rest ? rate : rest;
      collected += part;
      share[shareAt + month] = part * left;
      value += part * discountFactor[month];
      months += part * (month > closingMonth ? month : closingMonth);
      rate *= decay;
    }
    total[number] = (isScaled ? collected : Math.min(1, collected)) * (1 - guaranteed);
    discounted[number] = value * (1 - guaranteed);
    weightedMonths[number] = months * (1 - guaranteed);
  }
  return { share, firstMonthRate, total, discounted, weightedMonths, guarantorTotal };
}
