import { logNormalDensity, logNormalTail, normalHazard } from "../numbers/normal-tail.ts";
import type { PriceRule, SymmetricRivals } from "./common-value.ts";

/** What a bid meets, each per yuan of the own estimate where it is money. */
export interface WinAgainst {
  readonly winChance: number;
  /** Worth of the package once won, however rarely that is; null for a bid of nothing. */
  readonly worthIfWon: number | null;
  /** What is paid once won: no more than the bid. */
  readonly paidIfWon: number | null;
}

/** A sale won, perhaps against a certain number of rivals: ln of its chance, and what it then brings and takes. */
interface Won {
  readonly logWin: number;
  readonly worth: number;
  readonly paid: number;
}

interface Rule {
  readonly rule: PriceRule;
  readonly floor: number;
}

/** So many standard deviations from its peak a density whose logarithm bends by 1 or more counts for nothing in float64. */
const REACH = 9;
const STEP = 1 / 8;
/** A peak is found this closely, in standard deviations: it centres and scales, and nothing else hangs on it. */
const CLOSE = 1e-3;

/**
 * What a bid of `multiple` times the own estimate meets among {@link SymmetricRivals}, under the errors of `commonValueBids`:
 * win = ∫φ(z)Φ(z + δ)^(n−1), δ = ln(multiple ÷ rivals') ÷ σ; worth = c·∫φΦ(z + δ)^(n−1)e^(−σz) ÷ win. Against a certain number of rivals a
 * higher bid wins more often, and winning then says less against the package. Paid is the bid, or the highest rival's stop S. With
 * that rival's error y and t = y − δ, win is also ∫(n−1)φ(y)Φ(y)^(n−2)(1 − Φ(t)), and S, given y and that we won, is on average
 * multiple · M(t + σ) ÷ M(t), M(t) = (1 − Φ(t)) ÷ φ(t): a ratio below 1, since M falls. Nothing is sold below the floor:
 * E[max(S, floor)] = E[S] + win(floor) ÷ win · (floor − E[S at a bid of the floor]); who bids alone pays the floor.
 *
 * A bid far below the value wins so rarely that no float64 holds the chance. What is asked is what holds once it has won, so that
 * densities are taken by their logarithms, about and relative to their peaks; numbers of rivals are weighed by ln win.
 * @param multiple the floor or more, where there is one
 */
export function winAgainst(multiple: number, rivals: SymmetricRivals, rule: PriceRule, floor = 0): WinAgainst {
  if (!(multiple > 0)) return { winChance: 0, worthIfWon: null, paidIfWon: null };
  const won = mixedWin(multiple, rivals, { rule, floor });
  const winChance = Math.min(1, Math.exp(won.logWin));
  if (rule === "ownBid") return { winChance, worthIfWon: won.worth, paidIfWon: multiple };
  const least = Math.min(floor, multiple);
  const atFloor = least > 0 ? mixedWin(least, rivals, { rule, floor: least }) : null;
  const topUp = atFloor === null ? 0 : Math.exp(Math.min(0, atFloor.logWin - won.logWin)) * Math.max(0, least - atFloor.paid);
  return {
    winChance,
    worthIfWon: won.worth,
    paidIfWon: Math.min(multiple, won.paid + topUp),
  };
}

/** Over the chances of so many bidders; what who is alone pays isn't topped up, so that it is the floor in both. */
function mixedWin(multiple: number, { multiple: theirs, chances, sigma }: SymmetricRivals, rule: Rule): Won {
  const lead = Math.log(multiple / theirs) / sigma;
  const wins = chances
    .filter(({ chance }) => chance > 0)
    .map(({ bidders, chance }) => {
      const won = bidders === 1 ? { logWin: 0, worth: 1, paid: rule.floor } : certainWin(multiple, bidders, lead, sigma, rule.rule);
      return { ...won, logWin: won.logWin + Math.log(chance) };
    });
  const most = Math.max(...wins.map(({ logWin }) => logWin));
  const weights = wins.map(({ logWin }) => Math.exp(logWin - most));
  const all = weights.reduce((sum, weight) => sum + weight, 0);
  const mean = (of: (won: Won) => number) => wins.reduce((sum, won, at) => sum + weights[at] * of(won), 0) / all;
  return {
    logWin: most + Math.log(all),
    worth: mean(({ worth }) => worth),
    paid: mean(({ paid }) => paid),
  };
}

function certainWin(multiple: number, bidders: number, lead: number, sigma: number, rule: PriceRule): Won {
  const beaten = bidders - 1;
  // z: the own error. Rising: −z + (n−1)φ(z + δ) ÷ Φ(z + δ).
  const own = peakBetween(0, Math.max(0, -lead) + REACH, (z) => -z + beaten * normalHazard(-z - lead));
  const byOwn = moment(
    own,
    sigma,
    0,
    (z) => logNormalDensity(z) + beaten * logNormalTail(-z - lead),
    (z) => Math.exp(-sigma * (z + sigma / 2)),
  );
  if (rule === "ownBid") return { logWin: byOwn.log, worth: byOwn.mean, paid: multiple };
  // y: the highest rival's. Rising: −y + (n−2)φ(y) ÷ Φ(y) − φ(t) ÷ (1 − Φ(t)).
  const highest = peakBetween(Math.min(0, lead) - REACH, REACH, (y) => -y + (beaten - 1) * normalHazard(-y) - normalHazard(y - lead));
  const density = (y: number) => logNormalDensity(y) + (beaten - 1) * logNormalTail(-y) + logNormalTail(y - lead);
  const byHighest = moment(highest, 0, sigma, density, (y) => stopRatio(y - lead, sigma));
  return {
    logWin: byOwn.log,
    worth: byOwn.mean,
    paid: multiple * byHighest.mean,
  };
}

/** M(t + σ) ÷ M(t): of the two ways to it the one that loses no digits. */
function stopRatio(t: number, sigma: number): number {
  if (t > 0) return normalHazard(t) / normalHazard(t + sigma);
  return Math.exp(sigma * (t + sigma / 2) + logNormalTail(t + sigma) - logNormalTail(t));
}

/** Where a falling slope crosses 0, by halving. */
function peakBetween(from: number, to: number, slope: (at: number) => number): number {
  let [low, high] = [from, to];
  while (high - low > CLOSE) {
    const middle = (low + high) / 2;
    if (middle <= low || middle >= high) break;
    if (slope(middle) > 0) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

/**
 * ln ∫e^g and the mean of f under e^g, by the trapezoid rule, which for such densities is exact to the last digits; g bends by 1 or
 * more everywhere, and f moves its peak by no more than `left` or `right`.
 */
function moment(peak: number, left: number, right: number, g: (at: number) => number, f: (at: number) => number) {
  const top = g(peak);
  let [mass, tilted] = [0, 0];
  const count = Math.ceil((2 * REACH + left + right) / STEP);
  for (let step = 0; step <= count; step++) {
    const at = peak - left - REACH + step * STEP;
    const weight = Math.exp(g(at) - top);
    mass += weight;
    tilted += weight * f(at);
  }
  return { log: top + Math.log(mass * STEP), mean: tilted / mass };
}
