import {
  type ConvergencePoint,
  type Distribution,
  type Histogram,
  percentiles,
  type RateSpread,
  type Spread,
} from "../../../shared/domain/simulation-results.ts";
import { yuanFromFen } from "../../../shared/money.ts";
import { EngineInputError } from "../engine-errors.ts";
import { paymentFactor } from "../funding/payment-schedule.ts";
import { resultFen } from "../numbers/engine-output.ts";
import { sumOf } from "../numbers/summation.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { solveMaxBid } from "../pool/price-measures.ts";
import { ABOVE_RANGE, type PathResults, TOTAL_LOSS } from "./draw-paths.ts";

/** Share of paths whose mean is the expected shortfall (预期短缺). */
const TAIL = 0.05;
/** Two-sided 95 % of the normal distribution. */
const BAND = 1.959963984540054;
const HISTOGRAM_BINS = 40;
const CONVERGENCE_POINTS = 24;

/** Quantile of rising numbers: linear between order statistics, h = (n − 1)·p, as numpy's default. */
export function quantileOf(sorted: Float64Array, share: number): number {
  const at = (sorted.length - 1) * share;
  const low = Math.floor(at);
  const below = sorted[low];
  return low + 1 === sorted.length ? below : below + (at - low) * (sorted[low + 1] - below);
}

/** Mean of the lowest ⌈5 % of n⌉ of rising numbers. */
export function expectedShortfall(sorted: Float64Array): number {
  const count = Math.ceil(TAIL * sorted.length);
  return sumOf(sorted.subarray(0, count)) / count;
}

/** Mean, spread and percentiles of numbers in any order; `shown` turns a figure into what leaves the engine. */
export function spreadOf(values: Float64Array, shown: (value: number) => number): Spread {
  const sorted = values.slice().sort();
  const count = sorted.length;
  const mean = sumOf(sorted) / count;
  const variance = count < 2 ? 0 : sumOfSquares(sorted, mean) / (count - 1);
  const deviation = Math.sqrt(variance);
  return {
    mean: shown(mean),
    standardDeviation: shown(deviation),
    standardError: shown(deviation / Math.sqrt(count)),
    percentiles: percentiles.map((percent) => shown(quantileOf(sorted, percent / 100))),
    expectedShortfall: shown(expectedShortfall(sorted)),
    least: shown(sorted[0]),
    most: shown(sorted[count - 1]),
  };
}

function sumOfSquares(values: Float64Array, mean: number): number {
  return sumOf(values.map((value) => (value - mean) * (value - mean)));
}

/**
 * Percentiles of the rates of return of paths, losses below −99 % and rates above 1000 % included in their order. Mean
 * and spread only where every path has a rate: those of a part would say nothing of the whole.
 */
function rateSpreadOf(rates: Float64Array, pathCount: number): RateSpread | null {
  if (rates.length === 0) return null;
  const sorted = rates.slice().sort();
  const isWhole = rates.length === pathCount && sorted[0] !== TOTAL_LOSS && sorted[sorted.length - 1] !== ABOVE_RANGE;
  const { mean, standardDeviation, expectedShortfall: shortfall } = spreadOf(rates, (rate) => rate + 0);
  return {
    mean: isWhole ? mean : null,
    standardDeviation: isWhole ? standardDeviation : null,
    expectedShortfall: isWhole ? shortfall : null,
    percentiles: percentiles.map((percent) => rateQuantile(sorted, percent / 100)),
  };
}

/** As `quantileOf`; beside a path outside the range there is nothing to interpolate, so the lower path counts. */
function rateQuantile(sorted: Float64Array, share: number): number {
  const low = Math.floor((sorted.length - 1) * share);
  const [below, above] = [sorted[low], sorted[low + 1]];
  return (below === TOTAL_LOSS || above === ABOVE_RANGE ? below : quantileOf(sorted, share)) + 0;
}

/** A shortfall up to this is the rounding of the price to whole fen, yuan. */
const ONE_FEN = 0.01;

/** Share of paths whose value at closing, less deal costs and the price as it is paid, falls short of zero at the hurdle. */
function missShare(presentValue: Float64Array, plan: CasePlan, priceYuan: number): number {
  const { closingMonth, dealCostRate, dealCostYuan } = plan.assumptions.closing;
  const closingFactor = plan.discountFactor[closingMonth];
  const due = dealCostYuan + priceYuan * (paymentFactor(plan) + dealCostRate);
  return presentValue.reduce((count, value) => count + Number(value / closingFactor - due < -ONE_FEN), 0) / presentValue.length;
}

export interface DistributionInput {
  readonly results: PathResults;
  readonly plan: CasePlan;
  readonly priceFen: number;
  readonly confidence: number;
}

/**
 * What the paths say (METHOD §6): present value at the hurdle, highest price, rate of return at the desk's price. A path
 * misses the hurdle where price and deal costs exceed what it brings at the hurdle by more than a fen.
 * @throws EngineInputError notFinite where a path has no number
 */
export function distributionOf({ results, plan, priceFen, confidence }: DistributionInput): Distribution {
  const { presentValue } = results;
  const paths = presentValue.length;
  for (let path = 0; path < paths; path++) if (!Number.isFinite(presentValue[path])) throw new EngineInputError("notFinite", "paths", path);
  const bids = presentValue.map((value) => solveMaxBid(value, plan));
  const rates = results.irr.filter((rate) => !Number.isNaN(rate));
  const countOf = (outside: number): number => rates.reduce((count, rate) => count + Number(rate === outside), 0);
  const missed = missShare(presentValue, plan, yuanFromFen(priceFen));
  const fen = (yuan: number): number => resultFen(yuan, "distribution");
  const sorted = bids.slice().sort();
  return {
    paths,
    presentValue: spreadOf(presentValue, fen),
    maxBid: spreadOf(bids, fen),
    irr: rateSpreadOf(rates, paths),
    totalLosses: countOf(TOTAL_LOSS),
    aboveRange: countOf(ABOVE_RANGE),
    withoutIrr: paths - rates.length,
    missProbability: missed,
    missError: Math.sqrt((missed * (1 - missed)) / paths),
    confidence,
    bidAtConfidenceFen: fen(quantileOf(sorted, 1 - confidence)),
    histogram: histogramOf(sorted, fen),
    convergence: convergenceOf(bids, fen),
  };
}

function histogramOf(sorted: Float64Array, fen: (yuan: number) => number): Histogram {
  const fromFen = fen(sorted[0]);
  const toFen = fen(sorted[sorted.length - 1]);
  const widthFen = Math.max(1, Math.ceil((toFen - fromFen) / HISTOGRAM_BINS));
  const counts = Array.from({ length: HISTOGRAM_BINS }, () => 0);
  for (const bid of sorted) {
    const bin = Math.min(HISTOGRAM_BINS - 1, Math.floor((fen(bid) - fromFen) / widthFen));
    counts[bin] += 1;
  }
  return { fromFen, widthFen, counts };
}

/**
 * Running mean and P5 of the first n paths with 95 % bands, n rising evenly. The band of the mean is ±1.96 standard
 * errors; that of P5 lies between the order statistics that the binomial distribution of n draws allows.
 */
function convergenceOf(bids: Float64Array, fen: (yuan: number) => number): ConvergencePoint[] {
  const points: ConvergencePoint[] = [];
  for (let point = 1; point <= CONVERGENCE_POINTS; point++) {
    const paths = Math.round((bids.length * point) / CONVERGENCE_POINTS);
    if (paths < 2) continue;
    const sorted = bids.slice(0, paths).sort();
    const mean = sumOf(sorted) / paths;
    const error = Math.sqrt(sumOfSquares(sorted, mean) / (paths - 1) / paths);
    const reach = BAND * Math.sqrt((TAIL * (1 - TAIL)) / paths);
    points.push({
      paths,
      mean: { estimateFen: fen(mean), lowFen: fen(mean - BAND * error), highFen: fen(mean + BAND * error) },
      p5: {
        estimateFen: fen(quantileOf(sorted, TAIL)),
        lowFen: fen(quantileOf(sorted, Math.max(0, TAIL - reach))),
        highFen: fen(quantileOf(sorted, Math.min(1, TAIL + reach))),
      },
    });
  }
  return points;
}
