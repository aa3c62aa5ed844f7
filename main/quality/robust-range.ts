import type { RatioRange } from "../../shared/domain/quality.ts";
import { ratioRule } from "../../shared/domain/quality.ts";

/** Turns a median distance into the standard deviation of a normal spread. */
const normalFactor = 1.4826;

function medianOf(sorted: Float64Array): number {
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] ?? Number.NaN) : ((sorted[middle - 1] ?? Number.NaN) + (sorted[middle] ?? Number.NaN)) / 2;
}

/** Between which ratios a group's are usual (`ratioRule`); null where too few rows state one. Ratios are above zero; NaN: none. */
export function robustRange(ratios: Float64Array): Pick<RatioRange, "rows" | "median" | "low" | "high"> {
  const logs = ratios.filter((ratio) => ratio > 0).map(Math.log);
  const rows = logs.length;
  if (rows < ratioRule.leastRows) return { rows, median: null, low: null, high: null };
  logs.sort();
  const middle = medianOf(logs);
  const distances = logs.map((log) => Math.abs(log - middle)).sort();
  const spread = Math.max(normalFactor * medianOf(distances), Math.log(ratioRule.leastFactor));
  return { rows, median: Math.exp(middle), low: Math.exp(middle - ratioRule.spreads * spread), high: Math.exp(middle + ratioRule.spreads * spread) };
}
