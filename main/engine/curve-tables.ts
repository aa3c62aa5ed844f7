import type { Assumptions, CaseShifts } from "../../shared/domain/assumptions.ts";
import { type Segment, segments } from "../../shared/domain/codes.ts";
import type { CurveClass } from "./package-classes.ts";

/** Shifts by segment; the hurdle's is the same for all. */
export type SegmentedShifts = Readonly<Record<Segment, CaseShifts>>;

export const clampShare = (share: number): number => Math.min(1, Math.max(0, share));

/**
 * Cash recovery curves (回收曲线) by curve class; shares are of the claim that remains after the collateral route, per
 * unit of the loan's `curveScale`.
 */
export interface CurveTables {
  /** [curve class × month 0 … horizon] share collected in the month; its sum times the scale never exceeds 1. */
  readonly share: Float64Array;
  /** [curve class] rate of the first month after the cash shift, and the month-on-month factor. */
  readonly firstMonthRate: Float64Array;
  /** [curve class] sums of the share, of the share × discount factor, of the share × month received. */
  readonly total: Float64Array;
  readonly discounted: Float64Array;
  readonly weightedMonths: Float64Array;
}

/** The curves of a case. Own curves start in month 1; one whose loans scale it stays linear and is not capped here. */
export function planCurves(
  assumptions: Assumptions,
  bySegment: SegmentedShifts,
  curveClasses: readonly CurveClass[],
  discountFactor: Float64Array,
): CurveTables {
  const width = assumptions.horizonMonths + 1;
  const count = curveClasses.length;
  const share = new Float64Array(count * width);
  const firstMonthRate = new Float64Array(count);
  const total = new Float64Array(count);
  const discounted = new Float64Array(count);
  const weightedMonths = new Float64Array(count);
  const { closingMonth } = assumptions.closing;
  for (const [number, { segment, ownDecay, ownRate }] of curveClasses.entries()) {
    const name = segments[segment] ?? "corporateSecured";
    const curve = assumptions.curves[name];
    const shift = 1 + bySegment[name].cashRecovery;
    const isScaled = ownDecay !== null && ownRate === null;
    const lagMonths = ownDecay === null ? curve.lagMonths : 0;
    const decay = ownDecay ?? curve.monthlyDecay;
    let rate = isScaled ? shift : clampShare((ownDecay === null ? curve.firstMonthRate : (ownRate ?? 0)) * shift);
    firstMonthRate[number] = rate;
    let collected = 0;
    let value = 0;
    let months = 0;
    for (let month = lagMonths + 1; month < width; month++) {
      const part = isScaled ? rate : Math.min(rate, 1 - collected);
      collected += part;
      share[number * width + month] = part;
      value += part * (discountFactor[month] ?? 0);
      months += part * Math.max(month, closingMonth);
      rate *= decay;
    }
    total[number] = isScaled ? collected : Math.min(1, collected);
    discounted[number] = value;
    weightedMonths[number] = months;
  }
  return { share, firstMonthRate, total, discounted, weightedMonths };
}
