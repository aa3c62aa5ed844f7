import type { Histogram } from "../../../shared/domain/simulation-results.ts";

/** What the simulated bids say of the error of the own value. */
export interface SimulatedError {
  /** Standard deviation of ln(bid) over the paths that bring a positive bid; null below two of them. */
  readonly logDeviation: number | null;
  /** Share of paths that bring nothing, which have no logarithm. */
  readonly worthlessShare: number;
}

/**
 * Standard deviation of the logarithm of the simulated highest bids (CAPABILITIES (a) 5). A path counts at the middle of its
 * bin, so the answer errs by about a twelfth of the squared width of a bin: below 1 % of itself where 40 bins span the
 * distribution. Bins that reach down to nothing count as worthless.
 */
export function simulatedError({ fromFen, widthFen, counts }: Histogram): SimulatedError {
  const all = counts.reduce((sum, count) => sum + count, 0);
  const middles = counts.map((count, bin) => ({ count, middle: fromFen + (bin + 0.5) * widthFen, isPositive: fromFen + bin * widthFen > 0 }));
  const worth = middles.filter(({ count, isPositive }) => isPositive && count > 0);
  const paths = worth.reduce((sum, { count }) => sum + count, 0);
  const mean = worth.reduce((sum, { count, middle }) => sum + count * Math.log(middle), 0) / paths;
  const squares = worth.reduce((sum, { count, middle }) => sum + count * (Math.log(middle) - mean) ** 2, 0);
  return { logDeviation: paths < 2 ? null : Math.sqrt(squares / (paths - 1)), worthlessShare: all === 0 ? 0 : 1 - paths / all };
}

/** Error of the own value σ: what chance brings and what the model may be wrong by, independent of each other: √(a² + b²). */
export function jointError(simulated: number, model: number): number {
  return Math.hypot(simulated, model);
}

/**
 * The amount at or below which a share of the simulated bids lies, even within a bin: the other way round of `percentileOf`.
 * @param share between 0 and 1
 * @returns fen; null for no paths
 */
export function bidAtShare({ fromFen, widthFen, counts }: Histogram, share: number): number | null {
  const paths = counts.reduce((sum, count) => sum + count, 0);
  if (paths === 0) return null;
  let below = 0;
  for (const [bin, count] of counts.entries()) {
    if (count > 0 && below + count >= share * paths) return fromFen + widthFen * (bin + (share * paths - below) / count);
    below += count;
  }
  return fromFen + widthFen * counts.length;
}
