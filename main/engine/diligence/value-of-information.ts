import { normalDensity, normalTail } from "../numbers/normal-tail.ts";

/** Beyond so many standard deviations float64 has no density left. */
const FARTHEST = 38;

/**
 * Value of knowing a debtor's part of the package exactly before deciding to bid or to pass at a price (期望完全信息价值):
 * EVPI = s · (φ(u) − u · (1 − Φ(u))), u = |μ − p| ÷ s, for a package value that is normal around μ (CAPABILITIES (g); unit
 * normal loss, Raiffa and Schlaifer 1961).
 *
 * @param spread s: standard deviation of the package's value due to the debtor, not negative
 * @param distance |μ − p|: how far the value lies from the price, in the same money
 * @returns the same money; 0 where nothing is uncertain
 */
export function valueOfPerfectInformation(spread: number, distance: number): number {
  if (spread === 0) return 0;
  const u = Math.abs(distance) / spread;
  if (u > FARTHEST) return 0;
  return Math.max(0, spread * (normalDensity(u) - u * normalTail(u)));
}

/**
 * Value of what an inspection tells (期望样本信息价值): as if only the part that it settles were uncertain, with the
 * variance s² − residual². Never below 0, never above `valueOfPerfectInformation`.
 *
 * @param residual standard deviation that is left after the inspection, 0 … spread
 */
export function valueOfInspection(spread: number, residual: number, distance: number): number {
  return valueOfPerfectInformation(Math.sqrt(Math.max(0, spread * spread - residual * residual)), distance);
}
