/**
 * Net present value as a function of the log rate: f(x) = Σ amount_i · e^(−t_i · x), x = ln(1 + annual rate), t in
 * years. Monthly and dated flows are both of this form, so one root finder serves both.
 */
export interface ExponentialSum {
  /** Ascending, all different, in years. */
  readonly times: Float64Array;
  /** None zero; scaled so that the largest is 1 in size. */
  readonly amounts: Float64Array;
}

/** Value of a sum at a point and a bound on its rounding error. */
interface SumValue {
  readonly value: number;
  readonly errorBound: number;
}

const EPSILON = Number.EPSILON;

/** Builds the sum from flows in any order: same times merged, zeros dropped, scaled. */
export function exponentialSum(times: ArrayLike<number>, amounts: ArrayLike<number>): ExponentialSum {
  const byTime = new Map<number, number>();
  for (let index = 0; index < times.length; index++) {
    const time = times[index];
    // The first flow of its time.
    byTime.set(time, (byTime.get(time) ?? 0) + amounts[index]);
  }
  const terms = [...byTime].filter(([, amount]) => amount !== 0).sort((left, right) => left[0] - right[0]);
  const largest = terms.reduce((most, [, amount]) => Math.max(most, Math.abs(amount)), 0);
  return { times: Float64Array.from(terms, ([time]) => time), amounts: Float64Array.from(terms, ([, amount]) => amount / largest) };
}

/** f(x) with compensated summation; the bound covers exp, its argument and the products. */
export function valueAt({ times, amounts }: ExponentialSum, x: number): SumValue {
  let sum = 0;
  let lost = 0;
  let error = 0;
  for (let index = 0; index < times.length; index++) {
    const exponent = times[index] * x;
    const term = amounts[index] * Math.exp(-exponent);
    const after = sum + term;
    lost += Math.abs(sum) >= Math.abs(term) ? sum - after + term : term - after + sum;
    sum = after;
    error += Math.abs(term) * (4 + Math.abs(exponent));
  }
  return { value: sum + lost, errorBound: 2 * EPSILON * error };
}

/** Number of Taylor coefficients used on an interval. */
const ORDER = 12;

/** What is proved about f on an interval. */
export type IntervalVerdict = "noRoot" | "monotone" | "oneTurn" | "unknown";

/**
 * Proves, if it can, that f has no root on [centre ± half], or that e^(σx)·f (same roots) is monotone or turns once.
 *
 * Taylor's form around the centre with Lagrange's remainder: a derivative is free of zeros if its value at the centre
 * outweighs the sum of everything that the higher terms can contribute. σ, the weighted mean time, keeps these small.
 */
export function proveOn(sum: ExponentialSum, centre: number, half: number): IntervalVerdict {
  const { coefficients, slack, remainder } = taylor(sum, centre, half);
  for (let derivative = 0; derivative < 3; derivative++) {
    let others = slack;
    let falling = 1;
    for (let k = derivative; k < ORDER; k++) {
      falling = 1;
      for (let j = 0; j < derivative; j++) falling *= k - j;
      if (k > derivative) others += falling * Math.abs(coefficients[k]);
    }
    falling = 1;
    for (let j = 0; j < derivative; j++) falling *= ORDER - j;
    others += falling * remainder + slack * ORDER ** derivative;
    const factorial = derivative === 2 ? 2 : 1;
    if (Math.abs(coefficients[derivative]) * factorial > others) return (["noRoot", "monotone", "oneTurn"] as const)[derivative];
  }
  return "unknown";
}

/** Coefficients c_k = g^(k)(centre)·half^k / k! of g = e^(σ(x − centre))·f, a bound on their rounding and on the remainder term. */
function taylor({ times, amounts }: ExponentialSum, centre: number, half: number): { coefficients: Float64Array; slack: number; remainder: number } {
  const count = times.length;
  const terms = new Float64Array(count);
  let size = 0;
  let sizeTimesTime = 0;
  let rounding = 0;
  for (let index = 0; index < count; index++) {
    const exponent = times[index] * centre;
    const term = amounts[index] * Math.exp(-exponent);
    terms[index] = term;
    size += Math.abs(term);
    sizeTimesTime += Math.abs(term) * times[index];
    rounding += Math.abs(term) * (4 + Math.abs(exponent));
  }
  const tilt = sizeTimesTime / size;
  const coefficients = new Float64Array(ORDER);
  let remainder = 0;
  let growth = 0;
  for (let index = 0; index < count; index++) {
    const reach = (tilt - times[index]) * half;
    let part = terms[index];
    for (let k = 0; k < ORDER; k++) {
      coefficients[k] += part;
      part *= reach / (k + 1);
    }
    remainder += Math.abs(part) * Math.exp(Math.abs(reach));
    growth = Math.max(growth, Math.abs(reach));
  }
  // Summing n terms plainly costs n more roundings; e^growth bounds what any coefficient can weigh.
  return { coefficients, slack: EPSILON * (rounding + (count + ORDER) * size) * Math.exp(growth), remainder };
}
