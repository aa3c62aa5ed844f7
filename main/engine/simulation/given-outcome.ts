import { normalDensity, normalTail } from "../numbers/normal-tail.ts";

/*
 * What the common factor does to a sale that has taken place (METHOD §6). A sale ends as it does because its latent number y lies
 * between two limits, and the same factor moves its price and its day. Draws are conditioned on that, so that an outcome brings
 * on average what the plan says of it, when it says; else early sales, which come in good markets, would bring more.
 */

/** Below this probability of an outcome the difference of two Φ loses too many digits; the middle of the slice stands for it. */
const THIN_OUTCOME = 1e-6;

/** An outcome as limits c₀ < c₁ of the latent number; −∞ and ∞ for none. */
export interface OutcomeLimits {
  readonly from: number;
  readonly to: number;
}

/**
 * Mean of the price level exp(σx − σ²/2) given the outcome, where x and y have the covariance −r:
 * (Φ(c₁ + σr) − Φ(c₀ + σr)) ÷ (Φ(c₁) − Φ(c₀)), the moment of a lognormal variable over a slice of a normal one.
 *
 * @param tie σr: volatility × √(event loading × price loading)
 */
export function levelGivenOutcome({ from, to }: OutcomeLimits, tie: number): number {
  if (tie === 0) return 1;
  const probability = between(from, to);
  if (probability < THIN_OUTCOME) return Math.exp(-tie * middleOf(from, to) - 0.5 * tie * tie);
  return between(from + tie, to + tie) / probability;
}

/** Mean of the latent number given the outcome: (φ(c₀) − φ(c₁)) ÷ (Φ(c₁) − Φ(c₀)). */
export function latentGivenOutcome({ from, to }: OutcomeLimits): number {
  const probability = between(from, to);
  return probability < THIN_OUTCOME ? middleOf(from, to) : (normalDensity(from) - normalDensity(to)) / probability;
}

/** A thin slice has its middle, or where a side is endless its other end; an outcome that can't be has none. */
function middleOf(from: number, to: number): number {
  const ends = [from, to].filter(Number.isFinite);
  return ends.reduce((sum, end) => sum + end, 0) / Math.max(1, ends.length);
}

/** Φ(to) − Φ(from), from the side of the nearer tail. */
function between(from: number, to: number): number {
  return from > 0 ? normalTail(from) - normalTail(to) : normalTail(-to) - normalTail(-from);
}
