import { normalTail } from "../numbers/normal-tail.ts";

/** How likely a number of rivals is; chances add up to 1. */
export interface RivalChance {
  readonly rivals: number;
  readonly chance: number;
}

/** What the desk believes of rivals' bids, as multiples of its own value: ln(bid ÷ value) ~ N(median, spread²), each on its own. */
export interface RivalBeliefs {
  readonly rivals: readonly RivalChance[];
  /** ln of the middle rival bid ÷ own value. */
  readonly logMedian: number;
  /** Standard deviation of that logarithm, above 0. */
  readonly spread: number;
}

/**
 * Chance that a bid beats all rivals (中标概率), CAPABILITIES (a) 1: Σ πₙ·Φ((ln multiple − m) ÷ s)ⁿ; 1 where nobody else bids.
 * @param multiple the bid per yuan of the own value, 0 or more
 */
export function winChanceOf(multiple: number, { rivals, logMedian, spread }: RivalBeliefs): number {
  const beaten = normalTail(-(Math.log(multiple) - logMedian) / spread);
  return Math.min(
    1,
    rivals.reduce((sum, { rivals: n, chance }) => sum + chance * (n === 0 ? 1 : beaten ** n), 0),
  );
}

/** Expected profit (期望利润) per yuan of the own value, where the winner pays his bid: win(b)·(1 − b). */
export function expectedProfitOf(multiple: number, beliefs: RivalBeliefs): number {
  return winChanceOf(multiple, beliefs) * (1 - multiple);
}

const SLICES = 400;

/**
 * The same where the winner pays what the last rival stopped at, and no less than a floor: (1 − b)·win(b) + ∫win(p)dp from the
 * floor to b, by Simpson's rule. Rises until the own value is bid; 0 below the floor.
 * @param floor list price per yuan of the own value, 0 or more
 */
export function profitOfStopping(multiple: number, beliefs: RivalBeliefs, floor: number): number {
  if (multiple < floor) return 0;
  const width = (multiple - floor) / SLICES;
  let area = 0;
  for (let at = 0; at <= SLICES; at++) {
    const weight = at === 0 || at === SLICES ? 1 : at % 2 === 1 ? 4 : 2;
    area += weight * winChanceOf(floor + at * width, beliefs);
  }
  return (1 - multiple) * winChanceOf(multiple, beliefs) + (area * width) / 3;
}

export interface BestBid {
  /** Per yuan of the own value. */
  readonly multiple: number;
  readonly winChance: number;
  readonly expectedProfit: number;
  /** Whether expected profit rises to this bid and falls from it; several kinds of sale at once (few rivals or many) may have more than one peak. */
  readonly isOnlyPeak: boolean;
}

const GRID = 2000;
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * The bid below the own value that has the greatest expected profit (CAPABILITIES (a) 1): the best of a grid of 1/2000,
 * whose turns are counted, then golden section between its neighbours, to 1e-9. Where nobody may bid, the lowest price wins
 * and the answer can be 0.
 */
export function bestBid(beliefs: RivalBeliefs): BestBid {
  const profits = Array.from({ length: GRID + 1 }, (_, at) => expectedProfitOf(at / GRID, beliefs));
  const best = profits.reduce((top, profit, at) => (profit > (profits[top] ?? 0) ? at : top), 0);
  let [from, to] = [Math.max(0, best - 1) / GRID, Math.min(GRID, best + 1) / GRID];
  while (to - from > 1e-9) {
    const [left, right] = [to - GOLDEN * (to - from), from + GOLDEN * (to - from)];
    if (expectedProfitOf(left, beliefs) < expectedProfitOf(right, beliefs)) from = left;
    else to = right;
  }
  const multiple = best === 0 ? 0 : (from + to) / 2;
  return { multiple, winChance: winChanceOf(multiple, beliefs), expectedProfit: expectedProfitOf(multiple, beliefs), isOnlyPeak: peaksOf(profits) === 1 };
}

/** How often figures turn from rising, or from their start, to falling; what does not move counts for neither. */
function peaksOf(figures: readonly number[]): number {
  let [peaks, isRising] = [0, true];
  for (let at = 1; at < figures.length; at++) {
    const move = figures[at] - figures[at - 1];
    if (move < 0 && isRising) peaks += 1;
    if (move !== 0) isRising = move > 0;
  }
  return peaks;
}

/**
 * Chances of a number of rivals of which the desk states the least, the likeliest and the most: rising evenly to the likeliest
 * and falling evenly from it, none outside.
 * @param least whole, 0 or more; `likely` and `most` not below it, in this order
 */
export function rivalChances(least: number, likely: number, most: number): RivalChance[] {
  const weights = Array.from({ length: most - least + 1 }, (_, at) => {
    const rivals = least + at;
    const weight = rivals <= likely ? (at + 1) / (likely - least + 1) : (most - rivals + 1) / (most - likely + 1);
    return { rivals, weight };
  });
  const sum = weights.reduce((total, { weight }) => total + weight, 0);
  return weights.map(({ rivals, weight }) => ({ rivals, chance: weight / sum }));
}
