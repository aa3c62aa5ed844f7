import { normalDensity, normalTail } from "../numbers/normal-tail.ts";

/** How likely a number of bidders is, ourselves among them; chances add up to 1. */
export interface BidderChance {
  readonly bidders: number;
  readonly chance: number;
}

/** What bidders who all know the same do, each per yuan of the own estimate. */
export interface CommonValueBids {
  /** Sealed bid where the winner pays his own price (Dutch sale alike). */
  readonly sealed: number;
  /** Where to stop in an ascending sale, or to bid where the winner pays the second price. */
  readonly ascending: number;
  /** Worth of the package to whoever wins under symmetric bids, on average. */
  readonly worthIfWon: number;
}

/** Beyond this many standard deviations a normal density counts for nothing in float64. */
const FAR = 12;
const STEP = 1 / 16;

/** ∫ f(z) dz over all z: the trapezoid rule, which for such integrands is exact to the last digits. */
function integral(f: (z: number) => number): number {
  let sum = 0;
  for (let z = -FAR; z <= FAR; z += STEP) sum += f(z);
  return sum * STEP;
}

const below = (z: number): number => normalTail(-z);

/**
 * Bids on a package whose true value is the same to all and known to none (共同价值), where an estimate errs by a log-normal
 * factor and nothing else is known of the value: X = V·e^(σZ) ÷ c, c = e^(−σ²/2), so that an estimate taken alone is right on
 * average, E[V | X = x] = x. All bid k·x (CAPABILITIES (a) 3).
 *
 * With A = ∫φ²Φ^(n−2)e^(−σz), B = ∫φ²Φ^(n−2): sealed k = c·A ÷ (B + σ/(n(n−1))); ascending k₂ = c·A ÷ B; worth to the winner
 * c·n·∫φΦ^(n−1)e^(−σz). Where the number of bidders n is uncertain each integral is taken over its chances π, weighted as it
 * stands in the first-order condition: A and B by π(n−1), the chance of winning 1/n by π. One bidder: k = 0, since any
 * price wins, and no second price, so that the own estimate stands for it. k does not rise with n throughout.
 * @param sigma standard deviation of the logarithm of the estimate's error; 0 or more
 * @returns multiples of the own estimate, to about 1e-11
 */
export function commonValueBids(chances: readonly BidderChance[], sigma: number): CommonValueBids {
  const certain = Math.exp((-sigma * sigma) / 2);
  let [tilted, tied, winning, worth] = [0, 0, 0, 0];
  for (const { bidders: n, chance } of chances) {
    if (chance === 0) continue;
    const rivals = n - 1;
    winning += chance / n;
    worth += chance * integral((z) => normalDensity(z) * below(z) ** rivals * Math.exp(-sigma * z));
    if (rivals === 0) continue;
    const density = (z: number) => normalDensity(z) ** 2 * below(z) ** (n - 2);
    tilted += chance * rivals * integral((z) => density(z) * Math.exp(-sigma * z));
    tied += chance * rivals * integral(density);
  }
  return {
    sealed: (certain * tilted) / (tied + sigma * winning) || 0,
    ascending: tied === 0 ? 1 : (certain * tilted) / tied,
    worthIfWon: (certain * worth) / winning,
  };
}

/** Who pays what: the winner his own bid, or what the last rival stopped at. */
export type PriceRule = "ownBid" | "runnerUp";

/** What rivals do: all bid `multiple` times their own estimates, which err as ours does. */
export interface SymmetricRivals {
  readonly multiple: number;
  readonly chances: readonly BidderChance[];
  /** Standard deviation of the logarithm of everybody's error, above 0. */
  readonly sigma: number;
}
