import type { RecoveryCurve } from "../../../shared/domain/assumptions.ts";

/** Where receipts fall in time, whatever their sum. */
export type CurveTiming = Pick<RecoveryCurve, "lagMonths" | "monthlyDecay">;

/** Σ d^k over the months from the lag to the last one. */
function annuity({ lagMonths, monthlyDecay }: CurveTiming, months: number): number {
  const count = Math.max(0, months - lagMonths);
  return monthlyDecay === 1 ? count : (1 - monthlyDecay ** count) / (1 - monthlyDecay);
}

/** Share of the claim that a curve brings within some months, at most 1. */
export function totalWithin(curve: RecoveryCurve, months: number): number {
  const { firstMonthRate, monthlyShares, lagMonths } = curve;
  if (monthlyShares === undefined) return Math.min(1, firstMonthRate * annuity(curve, months));
  return monthlyShares.slice(0, Math.max(0, months - lagMonths)).reduce((sum, share) => sum + share, 0);
}

/**
 * A curve of the same timing that brings `rate` of the claim within `months`: its first month's rate, or each of its stated
 * shares, changes by one factor.
 * @returns null where the curve has nothing to change within `months`
 */
export function curveRescaled(rate: number, curve: RecoveryCurve, months: number): RecoveryCurve | null {
  const { monthlyShares } = curve;
  if (monthlyShares === undefined) return curveWithTotal(rate, curve, months);
  const before = totalWithin(curve, months);
  const all = monthlyShares.reduce((sum, share) => sum + share, 0);
  if (before === 0) return null;
  // What lies beyond the months moves along, as far as the whole claim.
  const factor = Math.min(Math.max(0, rate) / before, 1 / all);
  return { ...curve, monthlyShares: monthlyShares.map((share) => rounded(share * factor)) };
}

/**
 * The curve of a timing that brings `rate` of the claim within `months`: first month's rate = rate ÷ Σ d^k. A rate above 1 counts
 * as 1, since a curve never collects more than the claim.
 * @returns null where the timing has no month within `months`
 */
export function curveWithTotal(rate: number, { lagMonths, monthlyDecay }: CurveTiming, months: number): RecoveryCurve | null {
  const sum = annuity({ lagMonths, monthlyDecay }, months);
  if (sum === 0) return null;
  return { lagMonths, firstMonthRate: rounded(Math.min(1, Math.max(0, rate)) / sum), monthlyDecay };
}

/** Ten decimals: a hundredth of a fen on a claim of a million, and a number that a person can still read. */
const rounded = (rate: number): number => Math.round(rate * 1e10) / 1e10;

/** What a timing brings within `horizon` months once it brings `rate` within `months`, were a claim without end. */
export function runOn(rate: number, timing: CurveTiming, months: number, horizon: number): number {
  const within = annuity(timing, months);
  return within === 0 ? 0 : (rate * annuity(timing, horizon)) / within;
}

/**
 * The curve that states its months as they were measured, and runs on behind the last known one to the horizon by the decay of
 * its timing, at the level that the timing has there once it brings what the known months bring; never more than the claim.
 * @param shares entry 0 unused; months 1 … of age
 * @returns null where nothing came in, or more than the claim within the known months: then no months can be stated
 */
export function curveOfShares(shares: Float64Array, timing: CurveTiming, horizon: number): RecoveryCurve | null {
  const known = shares.length - 1;
  const rate = shares.reduce((sum, share) => sum + share, 0);
  const fitted = curveWithTotal(rate, timing, known);
  if (fitted === null || rate > 1) return null;
  const { lagMonths, firstMonthRate, monthlyDecay } = fitted;
  let left = 1;
  const monthlyShares = Array.from({ length: Math.max(0, horizon - lagMonths) }, (_, at) => {
    const month = lagMonths + 1 + at;
    const wanted = month <= known ? shares[month] : firstMonthRate * monthlyDecay ** at;
    const share = Math.min(rounded(wanted), Math.max(0, left));
    left -= share;
    return share;
  });
  const last = monthlyShares.findLastIndex((share) => share > 0);
  return last < 0 ? null : { ...fitted, monthlyShares: monthlyShares.slice(0, last + 1) };
}

const STEPS = 60;
/** As many decimals of a decay as its field shows. */
const decimals = 1e4;

/**
 * The timing of monthly shares: the lag is the number of months before the first one that brings anything, and the decay is the one
 * whose curve, cut off after the same months, has the same mean month. For shares that fall geometrically it is the estimate of
 * greatest likelihood. Found by halving; d = 1 where receipts do not fall with age.
 * @param shares entry 0 unused; months 1 … of age
 * @returns null where nothing came in, or all of it in the last month
 */
export function fitTiming(shares: Float64Array): CurveTiming | null {
  const first = shares.findIndex((share, month) => month > 0 && share > 0);
  const count = shares.length - first;
  if (first < 1 || count < 2) return null;
  let [total, weighted] = [0, 0];
  for (let month = first; month < shares.length; month++) {
    total += shares[month];
    weighted += shares[month] * (month - first + 1);
  }
  const mean = weighted / total;
  let [low, high] = [0, 1];
  for (let step = 0; step < STEPS; step++) {
    const middle = (low + high) / 2;
    if (meanMonth(middle, count) < mean) low = middle;
    else high = middle;
  }
  return { lagMonths: first - 1, monthlyDecay: Math.round(((low + high) / 2) * decimals) / decimals };
}

/** Mean month (1 … count) of a decay that is cut off; rises with it. */
function meanMonth(decay: number, count: number): number {
  let [sum, weighted, power] = [0, 0, 1];
  for (let month = 1; month <= count; month++) {
    sum += power;
    weighted += power * month;
    power *= decay;
  }
  return weighted / sum;
}
