import type { Irr } from "../../../shared/domain/pricing-results.ts";
import { EngineInputError } from "../engine-errors.ts";
import { type DatedFlow, yearFraction } from "../numbers/discounting.ts";
import { type ExponentialSum, exponentialSum, proveOn, valueAt } from "./exponential-sum.ts";
import { countSignChanges, datedLogRatio, monthlyLogRatio, solveLogRatio } from "./single-crossing.ts";

/** Rates looked at: all real roots strictly between −99 % and 1000 % (METHOD §4). */
const LOWEST_RATE = -0.99;
const HIGHEST_RATE = 10;

type Piece = [from: number, to: number];

/** Pieces narrower than this in ln(1 + rate) that still prove nothing lie at a root of order three or more. */
const NARROWEST = 1e-5;
/** Where to cut an interval: uneven, so that a neat rate never falls on a cut. */
const CUTS = [0.4871, 0.5313, 0.4127, 0.5891, 0.3463];

/**
 * Certified internal rate of return (内部收益率) of monthly flows, index = month, receipts positive, METHOD §4.
 *
 * Every real root in (−99 %, 1000 %) is found or none is claimed: one sign change has exactly one root (Descartes);
 * otherwise the range is cut until each piece is proved free of roots, monotone, or turning once. A root where the
 * value only touches zero counts once, within the rounding error of float64. Flows that are all zero have none.
 */
export function monthlyIrr(flowsYuan: ArrayLike<number>): Irr {
  assertFinite(flowsYuan);
  const { changes, changeAt } = countSignChanges(flowsYuan);
  if (changes === 0) return { kind: "none" };
  const fast = changes === 1 ? rateOfOneChange(flowsYuan, changeAt) : undefined;
  if (fast !== undefined) return fast;
  return irrOf(
    exponentialSum(
      Float64Array.from(flowsYuan, (_, month) => month / 12),
      flowsYuan,
    ),
  );
}

/** Monthly discount factors at the ends of the range, as logarithms. */
const LOWEST_LOG_FACTOR = -Math.log1p(HIGHEST_RATE) / 12;
const HIGHEST_LOG_FACTOR = -Math.log1p(LOWEST_RATE) / 12;

/** Undefined where the flows differ too much in size for the fast way. */
function rateOfOneChange(flowsYuan: ArrayLike<number>, changeAt: number): Irr | undefined {
  const logFactor = solveLogRatio(monthlyLogRatio(flowsYuan, changeAt), LOWEST_LOG_FACTOR, HIGHEST_LOG_FACTOR, 0);
  if (logFactor === undefined) return undefined;
  return logFactor === null ? { kind: "none" } : { kind: "one", rate: Math.expm1(-12 * logFactor) + 0 };
}

/** Certified internal rate of return of dated flows (XIRR), actual/365; see {@link monthlyIrr}. */
export function datedIrr(flows: readonly DatedFlow[]): Irr {
  const firstDay = flows.reduce((least, flow) => Math.min(least, flow.day), Number.POSITIVE_INFINITY);
  const amounts = flows.map((flow) => flow.amountYuan);
  const times = flows.map((flow) => yearFraction(firstDay, flow.day));
  assertFinite(amounts);
  assertFinite(times);
  return irrOf(exponentialSum(times, amounts));
}

function assertFinite(numbers: ArrayLike<number>): void {
  for (let index = 0; index < numbers.length; index++) {
    if (!Number.isFinite(numbers[index])) throw new EngineInputError("notFinite", "flows", index);
  }
}

function irrOf(sum: ExponentialSum): Irr {
  const rates = logRatesOf(sum)
    .map((x) => Math.expm1(x) + 0)
    .filter((rate) => rate > LOWEST_RATE && rate < HIGHEST_RATE)
    .sort((left, right) => left - right);
  if (rates.length === 0) return { kind: "none" };
  return rates.length === 1 ? { kind: "one", rate: rates[0] } : { kind: "several", rates };
}

function logRatesOf(sum: ExponentialSum): number[] {
  const { changes, changeAt } = countSignChanges(sum.amounts);
  if (changes === 0) return [];
  const low = Math.log1p(LOWEST_RATE);
  const high = Math.log1p(HIGHEST_RATE);
  if (changes === 1) {
    const logFactor = solveLogRatio(datedLogRatio(sum.times, sum.amounts, changeAt), -high, -low, 0);
    if (logFactor === undefined) return rootIfCrossing(sum, low, high);
    return logFactor === null ? [] : [-logFactor];
  }
  const roots: number[] = [];
  const flat: Piece[] = [];
  const open: Piece[] = [[low, high]];
  for (let piece = open.pop(); piece; piece = open.pop()) {
    const [from, to] = piece;
    const verdict = proveOn(sum, (from + to) / 2, (to - from) / 2);
    if (verdict === "noRoot") continue;
    if (verdict === "monotone") roots.push(...rootIfCrossing(sum, from, to));
    else if (verdict === "oneTurn") roots.push(...rootsAroundTurn(sum, from, to));
    else {
      const cut = to - from > NARROWEST ? findCut(sum, from, to) : null;
      if (cut === null) flat.push(piece);
      else open.push([from, cut], [cut, to]);
    }
  }
  return [...roots, ...rootsOfFlat(sum, flat)];
}

/** Where to cut a piece: a point at which the sign of f is certain; null where f is flat at zero within rounding. */
function findCut(sum: ExponentialSum, from: number, to: number): number | null {
  for (const share of CUTS) {
    const cut = from + share * (to - from);
    const { value, errorBound } = valueAt(sum, cut);
    if (Math.abs(value) > errorBound) return cut;
  }
  return null;
}

/** Flat pieces that touch are one cluster, and a cluster is one root of order three or more, or none. */
function rootsOfFlat(sum: ExponentialSum, flat: Piece[]): number[] {
  const clusters: Piece[] = [];
  for (const piece of flat.sort((left, right) => left[0] - right[0])) {
    const last = clusters.at(-1);
    if (last && last[1] === piece[0]) last[1] = piece[1];
    else clusters.push([...piece]);
  }
  return clusters.flatMap(([from, to]) => {
    const crossing = rootIfCrossing(sum, from, to);
    if (crossing.length > 0) return crossing;
    const { value, errorBound } = valueAt(sum, (from + to) / 2);
    return Math.abs(value) <= errorBound ? [(from + to) / 2] : [];
  });
}

function isPositive(sum: ExponentialSum, x: number): boolean {
  return valueAt(sum, x).value >= 0;
}

function rootIfCrossing(sum: ExponentialSum, from: number, to: number): number[] {
  return isPositive(sum, from) === isPositive(sum, to) ? [] : [solveCrossing(sum, from, to)];
}

/** Where f and its turn are known to have at most two roots: none, one (crossing or touching) or two. */
function rootsAroundTurn(sum: ExponentialSum, from: number, to: number): number[] {
  const crossing = rootIfCrossing(sum, from, to);
  if (crossing.length > 0) return crossing;
  const turn = closestToZero(sum, from, to);
  const { value, errorBound } = valueAt(sum, turn);
  if (Math.abs(value) <= errorBound) return turn > from && turn < to ? [turn] : [];
  if (value > 0 === isPositive(sum, from)) return [];
  return [solveCrossing(sum, from, turn), solveCrossing(sum, turn, to)];
}

/**
 * Point of [from, to] where f, of one sign at both ends, comes closest to zero or reaches furthest beyond: the zero of
 * the slope of e^(σ(x − centre))·f, the form that `proveOn` showed to turn once.
 */
function closestToZero(sum: ExponentialSum, from: number, to: number): number {
  const centre = (from + to) / 2;
  const tilt = tiltAt(sum, centre);
  const slope = (x: number): number => slopeAt(sum, x, tilt, centre);
  let [left, right] = [from, to];
  const rises = slope(left) >= 0;
  if (rises === slope(right) >= 0) return isPositive(sum, from) === rises ? from : to;
  while (right - left > 1e-15 * Math.max(1, Math.abs(left))) {
    const middle = (left + right) / 2;
    if (middle <= left || middle >= right) break;
    if (slope(middle) >= 0 === rises) left = middle;
    else right = middle;
  }
  return (left + right) / 2;
}

function tiltAt({ times, amounts }: ExponentialSum, x: number): number {
  let size = 0;
  let sizeTimesTime = 0;
  for (let index = 0; index < times.length; index++) {
    const term = Math.abs(amounts[index] * Math.exp(-times[index] * x));
    size += term;
    sizeTimesTime += term * times[index];
  }
  return sizeTimesTime / size;
}

function slopeAt({ times, amounts }: ExponentialSum, x: number, tilt: number, centre: number): number {
  let slope = 0;
  for (let index = 0; index < times.length; index++) {
    const time = times[index];
    slope += amounts[index] * (tilt - time) * Math.exp(-time * x + tilt * (x - centre));
  }
  return slope;
}

/** Halvings before Newton's steps: f changes by many orders of size over the whole range, and little over a 4096th of it. */
const HALVINGS = 12;

/**
 * The sign change in [from, to] to the last bits of ln(1 + rate); the signs at the ends differ. Halving, then Newton's
 * steps kept inside the bracket, which never stops holding the sign change.
 */
function solveCrossing(sum: ExponentialSum, from: number, to: number): number {
  let [left, right] = [from, to];
  const isLeftPositive = isPositive(sum, left);
  let x = (left + right) / 2;
  for (let step = 0; step < 200; step++) {
    const tolerance = 1e-15 * Math.max(1, Math.abs(x));
    const { value } = valueAt(sum, x);
    if (value >= 0 === isLeftPositive) left = x;
    else right = x;
    if (value === 0 || right - left <= tolerance) return x;
    const newton = x - value / slopeAt(sum, x, 0, 0);
    const isNewton = step >= HALVINGS && step % 4 !== 0 && newton >= left && newton <= right;
    const next = isNewton ? newton : (left + right) / 2;
    if (next === x || (isNewton && Math.abs(next - x) <= tolerance)) return next;
    x = next;
  }
  return x;
}
