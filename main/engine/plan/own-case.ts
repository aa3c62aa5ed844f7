import type { CaseShifts } from "../../../shared/domain/assumptions.ts";
import { type CaseName, type Segment, segments } from "../../../shared/domain/codes.ts";
import type { PackageColumns } from "../engine-types.ts";
import type { OwnEstimates } from "../package-columns.ts";
import type { SegmentedShifts } from "./case-shifts.ts";

/** What a case, a scenario or a sensitivity makes of own estimates. Factors are 1 and delays 0 in the case for which they are stated. */
export interface OwnPlan {
  readonly caseName: CaseName;
  /** [segment] factor on what a loan with collateral brings, and on what one without brings. */
  readonly securedFactor: Float64Array;
  readonly unsecuredFactor: Float64Array;
  /** [segment] factor on own costs. */
  readonly costFactor: Float64Array;
  /** [segment] months added. */
  readonly delayMonths: Float64Array;
}

/**
 * What shifts make of own estimates of a case. An own figure holds for its case as it is: only what goes beyond the case's
 * own shifts moves it. Collateral values move what a loan with collateral brings, cash recoveries what one without
 * brings; the cost shift moves its costs, the delay its month. Chances of rounds do not: an own figure says by itself
 * when and how much. A case whose shift leaves nothing (−100 %) has nothing to go beyond: the figure stands.
 */
export function planOwn(caseName: CaseName, shifts: SegmentedShifts, stated: SegmentedShifts): OwnPlan {
  const each = (of: (shifted: CaseShifts, own: CaseShifts) => number): Float64Array =>
    Float64Array.from(segments, (segment: Segment) => of(shifts[segment], stated[segment]));
  const factor = (key: "collateralValueShift" | "cashRecoveryShift" | "costsShift"): Float64Array =>
    each((shifted, own) => (own[key] === -1 ? 1 : (1 + shifted[key]) / (1 + own[key])));
  return {
    caseName,
    securedFactor: factor("collateralValueShift"),
    unsecuredFactor: factor("cashRecoveryShift"),
    costFactor: factor("costsShift"),
    delayMonths: each((shifted, own) => shifted.delayMonthsShift - own.delayMonthsShift),
  };
}

/** Whether a loan has an own estimate in any case. */
export function hasOwnEstimate({ ownEstimates }: PackageColumns, loan: number): boolean {
  return ownEstimates !== null && (isLowStated(ownEstimates, loan) || isHighStated(ownEstimates, loan));
}

/** Whether own figures take the place of a loan's routes in a case: for the base case both and their weight must be stated. */
export function isOwnIn({ ownEstimates: own }: PackageColumns, loan: number, caseName: CaseName): boolean {
  if (own === null) return false;
  if (caseName === "low") return isLowStated(own, loan);
  if (caseName === "high") return isHighStated(own, loan);
  return isLowStated(own, loan) && isHighStated(own, loan) && !Number.isNaN(own.lowWeight[loan]);
}

const isLowStated = (own: OwnEstimates, loan: number): boolean => !Number.isNaN(own.lowGross[loan]);
const isHighStated = (own: OwnEstimates, loan: number): boolean => !Number.isNaN(own.highGross[loan]);
