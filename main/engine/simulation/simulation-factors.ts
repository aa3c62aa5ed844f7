import { collateralKinds, segments } from "../../../shared/domain/codes.ts";
import type { SimulationAssumptions } from "../../../shared/domain/simulation-assumptions.ts";

/** Lists over the paths of a block that hold functions of the common factor Z. List 0 is Z itself. */
export interface FactorLists {
  /** [segment] list of √ρ·Z ÷ √(1 − ρ): what the limit of a loan's own draw moves by; and that factor on Z. */
  readonly latent: readonly number[];
  readonly latentFactor: readonly number[];
  /** Lists of exp(a·Z − a²/2), with a: of price levels and of cash recoveries. */
  readonly exponential: readonly { readonly list: number; readonly loading: number }[];
  /** [segment] list of the factor on cash recoveries; 0: none. */
  readonly cash: readonly number[];
  /** List of the months by which the factor delays sales; 0: none. */
  readonly delay: number;
  readonly listCount: number;
}

/** Level of a price at sale: the table of a row's own draw, counted from 1, and the list of the common part; 0: none. */
interface PriceLevel {
  readonly table: number;
  readonly list: number;
}

/** What draws share, and how a row names it. */
export interface Factors {
  readonly lists: FactorLists;
  /** Spread of the loan's own part of each table of levels. */
  readonly levelSpreads: readonly number[];
  readonly levelOf: (segment: number, kind: number) => PriceLevel;
  /** How far a price's exponent goes with the event that sells it: σ·√(ρ·ρₚ), ρ of the segment whose loading the event has. */
  readonly tieOf: (eventSegment: number, segment: number, kind: number) => number;
}

/** Numbers distinct figures in order of first appearance; zero has no number. */
class Distinct {
  readonly figures: number[] = [];

  numberOf(figure: number): number {
    if (figure === 0) return 0;
    const known = this.figures.indexOf(figure);
    return known >= 0 ? known + 1 : this.figures.push(figure);
  }
}

/**
 * Lists and tables of the one-factor model (METHOD §6): latent number y = √(1 − ρ)·e − √ρ·Z, an early sale where it is
 * low; price level exp(σx − σ²/2), x = √ρp·Z + √(1 − ρp)·own draw; cash factor exp(κZ − κ²/2).
 */
export function planFactors(simulation: SimulationAssumptions): Factors {
  const { eventLoading, priceLoading, cashVolatility, valueVolatility, delay } = simulation;
  const loadings = new Distinct();
  const spreads = new Distinct();
  const first = 1 + segments.length;
  const cash = segments.map((segment) => listNumber(loadings.numberOf(cashVolatility[segment]), first));
  const levels = segments.map((segment) =>
    collateralKinds.map((kind) => ({
      table: spreads.numberOf(valueVolatility[kind] * Math.sqrt(1 - priceLoading[segment])),
      list: listNumber(loadings.numberOf(valueVolatility[kind] * Math.sqrt(priceLoading[segment])), first),
    })),
  );
  const afterExponentials = first + loadings.figures.length;
  const isDelayed = delay.loading * delay.spreadMonths > 0;
  return {
    lists: {
      latent: segments.map((_, index) => 1 + index),
      latentFactor: segments.map((segment) => Math.sqrt(eventLoading[segment] / (1 - eventLoading[segment]))),
      exponential: loadings.figures.map((loading, index) => ({ list: first + index, loading })),
      cash,
      delay: isDelayed ? afterExponentials : 0,
      listCount: afterExponentials + (isDelayed ? 1 : 0),
    },
    levelSpreads: spreads.figures,
    levelOf: (segment, kind) => levels[segment][kind],
    tieOf: (eventSegment, segment, kind) =>
      valueVolatility[collateralKinds[kind]] * Math.sqrt(eventLoading[segments[eventSegment]] * priceLoading[segments[segment]]),
  };
}

function listNumber(number: number, first: number): number {
  return number === 0 ? 0 : first + number - 1;
}
