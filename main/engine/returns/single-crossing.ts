/**
 * The one rate of flows that change sign once, solved fast. With u = ln v, v the discount factor of one step, and the
 * flows parted by sign into those of the first sign and those after the change, f = 0 exactly where
 * φ(u) = ln Σ later |aₜ| e^(ut) − ln Σ earlier |aₜ| e^(ut) = 0. φ rises strictly, its slope is the mean time of the later
 * flows less that of the earlier ones, so it is almost a line and Newton's steps take few turns.
 */

/** Value and slope of φ at u. */
export interface LogRatio {
  readonly value: number;
  readonly slope: number;
}

/** Steps after which halving would have used up the bits of a float64. */
const MOST_STEPS = 100;

/**
 * The zero of φ strictly between `from` and `to`, to the last bits, or null where it lies outside. Newton's steps are kept
 * inside a bracket that never stops holding the zero; the ends are looked at only where a step would leave them.
 * Undefined where φ leaves the range of a float64.
 */
export function solveLogRatio(phi: (u: number) => LogRatio, from: number, to: number, start: number): number | null | undefined {
  let [left, right] = [from, to];
  let [isLeftTried, isRightTried] = [false, false];
  let u = Math.min(to, Math.max(from, start));
  for (let step = 0; step < MOST_STEPS; step++) {
    const { value, slope } = phi(u);
    if (!Number.isFinite(value) || !(slope > 0)) return undefined;
    if (value === 0) return u > from && u < to ? u : null;
    if (value < 0) {
      if (u >= to) return null;
      [left, isLeftTried] = [u, true];
    } else {
      if (u <= from) return null;
      [right, isRightTried] = [u, true];
    }
    let next = u - value / slope;
    if (!(next > left)) next = isLeftTried ? (left + right) / 2 : from;
    else if (!(next < right)) next = isRightTried ? (left + right) / 2 : to;
    // Below this φ's own rounding decides: more steps would only wander among neighbours.
    if (Math.abs(next - u) <= 4e-16 * Math.max(0.25, Math.abs(u))) return next > from && next < to ? next : null;
    u = next;
  }
  return u;
}

/** Sign changes of flows in time order, zeros left out, and the place of the first change; counted up to two. */
export function countSignChanges(flowsYuan: ArrayLike<number>): { readonly changes: number; readonly changeAt: number } {
  let changes = 0;
  let changeAt = 0;
  let isPositive: boolean | null = null;
  for (let month = 0; month < flowsYuan.length && changes < 2; month++) {
    const flow = flowsYuan[month];
    if (flow === 0) continue;
    if (isPositive !== null && flow > 0 !== isPositive) {
      if (changes === 0) changeAt = month;
      changes += 1;
    }
    isPositive = flow > 0;
  }
  return { changes, changeAt };
}

/** φ of monthly flows that change sign once, at month `changeAt`: two polynomials in v = e^u by Horner's rule. */
export function monthlyLogRatio(flowsYuan: ArrayLike<number>, changeAt: number): (u: number) => LogRatio {
  const last = flowsYuan.length - 1;
  return (u) => {
    const v = Math.exp(u);
    // Later flows from the change on: sum and Σ t·aₜ·v^t, t counted from the change.
    let later = 0;
    let laterSlope = 0;
    for (let month = last; month >= changeAt; month--) {
      laterSlope = laterSlope * v + later;
      later = later * v + flowsYuan[month];
    }
    let earlier = 0;
    let earlierSlope = 0;
    for (let month = changeAt - 1; month >= 0; month--) {
      earlierSlope = earlierSlope * v + earlier;
      earlier = earlier * v + flowsYuan[month];
    }
    return {
      value: changeAt * u + Math.log(later / -earlier),
      slope: changeAt + (v * laterSlope) / later - (v * earlierSlope) / earlier,
    };
  };
}

/** φ of flows at any times, ascending, that change sign once, at index `changeAt`; u = −ln(1 + annual rate). */
export function datedLogRatio(times: ArrayLike<number>, amounts: ArrayLike<number>, changeAt: number): (u: number) => LogRatio {
  return (u) => {
    const sums = [0, 0];
    const slopes = [0, 0];
    for (let index = 0; index < times.length; index++) {
      const side = index < changeAt ? 0 : 1;
      const time = times[index];
      const term = amounts[index] * Math.exp(time * u);
      sums[side] += term;
      slopes[side] += time * term;
    }
    const [earlier, later] = sums;
    const [earlierSlope, laterSlope] = slopes;
    return { value: Math.log(later / -earlier), slope: laterSlope / later - earlierSlope / earlier };
  };
}
