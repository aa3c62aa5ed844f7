import { z } from "zod";
import { byKey } from "./by-key.ts";
import { collateralKinds, segments } from "./codes.ts";

/** A loading of 1 would leave a loan nothing of its own. */
const loading = z.number().min(0).max(0.99);
const same = <K extends readonly [string, ...string[]], V>(keys: K, value: V) => Object.fromEntries(keys.map((key) => [key, value])) as { [P in K[number]]: V };

/** The one-factor model (单因子模型) of METHOD §6. A loading (载荷) is the share of the variance that the common factor explains. */
export const simulationSchema = z.object({
  paths: z.number().int().min(200).max(100_000),
  /** First word of the random numbers' key; the same seed gives the same bytes. */
  seed: z.number().int().min(0).max(4_294_967_295),
  /** Share of the paths that shall earn the hurdle at the bid shown beside the price. */
  confidence: z.number().min(0.5).max(0.99),
  /** Loading of the sale of collateral, and of its price level, by segment. */
  eventLoading: byKey(segments, loading),
  priceLoading: byKey(segments, loading),
  /** Volatility of the price level at sale by kind: standard deviation of its logarithm. */
  valueVolatility: byKey(collateralKinds, z.number().min(0).max(1)),
  /** Volatility of cash recoveries with the common factor, by segment; 0: as the curves say. */
  cashVolatility: byKey(segments, z.number().min(0).max(1)),
  /**
   * Months by which a sale comes later than planned: mean and standard deviation, rounded to whole months, −60 … 60; and the
   * share of the variance that the common factor explains: late where prices fall.
   */
  delay: z.object({ meanMonths: z.number().min(-24).max(24), spreadMonths: z.number().min(0).max(24), loading: loading.prefault(0) }),
});
export type SimulationAssumptions = z.infer<typeof simulationSchema>;

/** Judgement of the desk, without a source: moderate common risk, 20 % on prices, half a year on dates. */
export const plainSimulation: SimulationAssumptions = {
  paths: 5000,
  seed: 20_251_130,
  confidence: 0.8,
  eventLoading: same(segments, 0.15),
  priceLoading: same(segments, 0.3),
  valueVolatility: { ...same(collateralKinds, 0.25), residential: 0.2, equipment: 0.35, inventory: 0.4, equity: 0.4, receivables: 0.4 },
  cashVolatility: same(segments, 0.15),
  delay: { meanMonths: 0, spreadMonths: 6, loading: 0 },
};
