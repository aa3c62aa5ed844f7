import type { SimulationAssumptions } from "../../../shared/domain/simulation-assumptions.ts";
import { kernelSizes } from "../kernel/kernel-layout.ts";
import { annualPower } from "../numbers/exact-power.ts";

const QUANTILES = 2 ** kernelSizes.DELAY_BITS;
const { MOST_DELAY_MONTHS, NO_DELAY_AT } = kernelSizes;

/** Drawn delays of sales, months. */
export interface DelayTables {
  /** [quantile] months of a loan's own draw, with the mean; index = the first DELAY_BITS bits of a random word. */
  readonly own: Float64Array;
  /** Months per unit of the common factor Z, at most 0: slow where prices fall. */
  readonly perFactor: number;
  /** List of the common factor's months; 0: none. */
  readonly commonList: number;
  /** [months of delay + NO_DELAY_AT] growth of the price. */
  readonly growth: Float64Array;
}

/**
 * Delays (推迟月数): normal with the stated mean and spread, of which the common factor explains a share, −√λ·Z, and the loan's
 * own draw the rest, by quantile; null where neither mean nor spread is set. Rounded to whole months within ±60
 * (`wholeMonths`). A month never falls below 0, and what passes the horizon is lost.
 *
 * @param commonList list that takes the common factor's months; 0: it explains none
 */
export function planDelays(
  { delay }: SimulationAssumptions,
  annualGrowth: number,
  commonList: number,
  invertNormal: (list: Float64Array) => void,
): DelayTables | null {
  const { meanMonths, spreadMonths, loading } = delay;
  if (meanMonths === 0 && spreadMonths === 0) return null;
  const quantiles = new Float64Array(QUANTILES).map((_, index) => (index + 0.5) / QUANTILES);
  invertNormal(quantiles);
  const perFactor = -spreadMonths * Math.sqrt(loading);
  return {
    own: quantiles.map((normal) => meanMonths + spreadMonths * Math.sqrt(1 - loading) * normal),
    perFactor,
    commonList,
    growth: new Float64Array(2 * NO_DELAY_AT).map((_, index) => annualPower(1 + annualGrowth, index - NO_DELAY_AT)),
  };
}

/** Months that take the common factor's delay back to the plan's month where a sale ends so: −(months per Z) × E[Z | outcome]. */
export function delayGivenOutcome(delays: DelayTables | null, meanLatent: () => number, eventLoading: number): number {
  // E[Z | y] = −√ρ·y.
  return delays === null || delays.commonList === 0 ? 0 : delays.perFactor * Math.sqrt(eventLoading) * meanLatent();
}

/** A drawn delay in whole months, as the kernel rounds it. */
export function wholeMonths(late: number): number {
  return Math.floor(Math.min(Math.max(late, -MOST_DELAY_MONTHS), MOST_DELAY_MONTHS) + 0.5);
}
