import type { SimulationAssumptions } from "../../../shared/domain/simulation-assumptions.ts";
import { kernelSizes } from "../kernel/kernel-layout.ts";
import { annualPower } from "../numbers/exact-power.ts";

const QUANTILES = 2 ** kernelSizes.DELAY_BITS;
/** Furthest that a drawn delay goes either way, months. */
const MOST_MONTHS = 60;
const { NO_DELAY_AT } = kernelSizes;

/** Drawn delays of sales, months. */
export interface DelayTables {
  /** [quantile] months; index = the first DELAY_BITS bits of a random word. */
  readonly months: Int8Array;
  /** [months of delay + NO_DELAY_AT] growth of the price. */
  readonly growth: Float64Array;
}

/**
 * Delays (推迟月数) by quantile: normal with the stated mean and spread, rounded to whole months, within ±60; null where
 * neither mean nor spread is set. A month never falls below 0, and what passes the horizon is lost.
 */
export function planDelays({ delay }: SimulationAssumptions, annualGrowth: number, invertNormal: (list: Float64Array) => void): DelayTables | null {
  if (delay.meanMonths === 0 && delay.spreadMonths === 0) return null;
  const quantiles = new Float64Array(QUANTILES).map((_, index) => (index + 0.5) / QUANTILES);
  invertNormal(quantiles);
  return {
    months: Int8Array.from(quantiles, (normal) => Math.min(MOST_MONTHS, Math.max(-MOST_MONTHS, Math.round(delay.meanMonths + delay.spreadMonths * normal)))),
    growth: new Float64Array(2 * NO_DELAY_AT).map((_, index) => annualPower(1 + annualGrowth, index - NO_DELAY_AT)),
  };
}
