import type { AgedCurve, Assumptions, RecoveryCurve } from "../../../shared/domain/assumptions.ts";
import { type Segment, segments } from "../../../shared/domain/codes.ts";
import type { RateCalibration, SegmentRates } from "./calibrate-rates.ts";
import { type CurveTiming, curveOfShares, curveRescaled, curveWithTotal, fitTiming, runOn, totalWithin } from "./fit-curve.ts";

/** The model's segment of each segment of the file; null or missing: its curve is left out. */
export type SegmentMapping = ReadonlyMap<string, Segment | null>;

/** A curve of the set before and after. */
export interface CalibratedCurve {
  readonly segment: Segment;
  readonly loans: number;
  readonly balanceYuan: number;
  /** Shrunk rate of its segments of the file, by balance. */
  readonly rate: number;
  readonly before: RecoveryCurve;
  readonly after: RecoveryCurve;
  /** Its curves by days past due, all by one factor. */
  readonly agedCurves: readonly AgedCurve[];
  /** By which factor: the total within the horizon, after ÷ before. */
  readonly agedFactor: number;
  /** By how much what was found passes what the curve brings within the horizon, which is at most the claim; 0 where it doesn't. */
  readonly cut: number;
}

/** Receipts for each known month, on average, from which a segment's months are told by themselves: a month's share then scatters by a third. */
const RECEIPTS_A_MONTH = 10;

/** Ten decimals of a first month's rate over the longest horizon leave less than this. */
const NOISE = 1e-6;

/**
 * Curves of a set from own recoveries. A segment of the model has the shares of its segments of the file, shrunk, by balance.
 *
 * Where the file has totals only, all that came in is placed within the set's horizon and the set's own timing stays, lag and
 * decay or stated months (`curveRescaled`): the level is calibrated, the timing remains an assumption. Where it has dates, lag and decay are fitted to the
 * months that it tells of and the curve brings the rate within those; where enough receipts are dated the curve states its months as
 * measured (`curveOfShares`). Beyond the known months it runs on by its decay. No curve brings more
 * than the claim within the horizon: `cut` says how much more was found.
 *
 * Curves by days past due keep their relation to their segment's: their first months' rates change by the factor by which the
 * segment's total within the horizon changes, at most to 1; a segment whose curve brought nothing before leaves them as they are.
 * @returns one entry for each segment of the model that has loans, in the model's order
 */
export function calibratedCurves(
  { segments: rates, months }: RateCalibration,
  mapping: SegmentMapping,
  { curves, agedCurves, horizonMonths }: Pick<Assumptions, "curves" | "agedCurves" | "horizonMonths">,
  isDated: boolean,
): CalibratedCurve[] {
  return segments.flatMap((segment) => {
    const own = rates.filter((one) => mapping.get(one.segment) === segment);
    if (own.length === 0) return [];
    const { shares, rate, balanceYuan, receiptCount } = joined(own);
    const before = curves[segment];
    const fitted = isDated ? fitTiming(shares) : null;
    const stated = fitted !== null && receiptCount >= RECEIPTS_A_MONTH * months ? curveOfShares(shares, fitted, horizonMonths) : null;
    const after = stated ?? (fitted === null ? curveRescaled(rate, before, horizonMonths) : curveOfMonths(rate, fitted, months, horizonMonths));
    if (after === null) return [];
    const [wasTotal, isTotal] = [totalWithin(before, horizonMonths), totalWithin(after, horizonMonths)];
    const passed = (fitted === null ? rate : runOn(rate, fitted, months, horizonMonths)) - isTotal;
    const factor = wasTotal === 0 ? 1 : isTotal / wasTotal;
    const aged = agedCurves[segment].map((curve) => ({ ...curve, firstMonthRate: Math.min(1, Math.round(curve.firstMonthRate * factor * 1e10) / 1e10) }));
    const loans = own.reduce((sum, one) => sum + one.loans, 0);
    return [{ segment, loans, balanceYuan, rate, before, after, agedCurves: aged, agedFactor: factor, cut: passed > NOISE ? passed : 0 }];
  });
}

/** The curve that brings a rate within the known months and runs on; where that is more than the claim, the claim within the horizon. */
function curveOfMonths(rate: number, timing: CurveTiming, months: number, horizon: number): RecoveryCurve | null {
  return runOn(rate, timing, months, horizon) > 1 ? curveWithTotal(1, timing, horizon) : curveWithTotal(rate, timing, months);
}

function joined(own: readonly SegmentRates[]): { shares: Float64Array; rate: number; balanceYuan: number; receiptCount: number } {
  const receiptCount = own.reduce((sum, one) => sum + one.receiptCount, 0);
  const balanceYuan = own.reduce((sum, one) => sum + one.balanceYuan, 0);
  const shares = new Float64Array(own[0].shrunkShares.length);
  for (const { shrunkShares, balanceYuan: balance } of own)
    for (let month = 1; month < shares.length; month++) shares[month] += (shrunkShares[month] * balance) / balanceYuan;
  return { shares, rate: shares.reduce((sum, share) => sum + share, 0), balanceYuan, receiptCount };
}
