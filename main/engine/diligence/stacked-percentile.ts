import type { Histogram } from "../../../shared/domain/simulation-results.ts";

/**
 * Share of simulated bids that lie at or below an amount, even within a bin (CAPABILITIES (g), traps): which percentile a
 * case equals that stacks the lowest recovery, the slowest month and the highest cost of every debtor.
 * @param fen the case's highest bid
 * @returns 0 where all paths are better, 1 where all are worse
 */
export function percentileOf({ fromFen, widthFen, counts }: Histogram, fen: number): number {
  const paths = counts.reduce((sum, count) => sum + count, 0);
  if (paths === 0 || fen < fromFen) return 0;
  const at = (fen - fromFen) / widthFen;
  const below = counts.reduce((sum, count, bin) => sum + count * Math.min(1, Math.max(0, at - bin)), 0);
  return below / paths;
}
