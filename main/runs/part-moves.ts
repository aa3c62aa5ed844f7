import { type MovedPrice, type Moves, movedPrices } from "../../shared/domain/run-comparison.ts";

/** The prices where the changes of a set are made and the others are not; bit i of the set stands for change i. */
export type PricesOf = (set: number) => Moves;

const eachPrice = (of: (price: MovedPrice) => number): Moves => ({ bid: of("bid"), low: of("low"), base: of("base"), high: of("high") });
const factorial = (n: number): number => (n <= 1 ? 1 : n * factorial(n - 1));
const sizeOf = (set: number): number => (set === 0 ? 0 : (set & 1) + sizeOf(set >> 1));

/** Whole numbers nearest to the parts that add up to a whole total: largest remainder. */
export function roundToTotal(parts: readonly number[], total: number): number[] {
  const floors = parts.map(Math.floor);
  const left = total - floors.reduce((sum, part) => sum + part, 0);
  const order = parts.map((part, index) => ({ index, rest: part - Math.floor(part) })).toSorted((a, b) => b.rest - a.rest || a.index - b.index);
  const raised = new Set(order.slice(0, left).map(({ index }) => index));
  return floors.map((floor, index) => floor + (raised.has(index) ? 1 : 0));
}

/**
 * The part of each change in the move of a price: the mean of its effect over all orders in which the changes can be made
 * (Shapley value), which gives every change the same share of what it does together with others.
 */
export function shapleyMoves(count: number, pricesOf: PricesOf): Moves[] {
  const all = 2 ** count - 1;
  const prices = Array.from({ length: all + 1 }, (_, set) => pricesOf(set));
  const priceAt = (set: number, price: MovedPrice) => prices[set]?.[price] ?? 0;
  const meanOf = (change: number, price: MovedPrice): number => {
    let sum = 0;
    for (let set = 0; set <= all; set++) {
      if ((set >> change) & 1) continue;
      const orders = factorial(sizeOf(set)) * factorial(count - sizeOf(set) - 1);
      sum += orders * (priceAt(set | (1 << change), price) - priceAt(set, price));
    }
    return sum / factorial(count);
  };
  const whole = Object.fromEntries(
    movedPrices.map((price) => [
      price,
      roundToTotal(
        Array.from({ length: count }, (_, change) => meanOf(change, price)),
        priceAt(all, price) - priceAt(0, price),
      ),
    ]),
  ) as Record<MovedPrice, number[]>; // one list for each price
  return Array.from({ length: count }, (_, change) => eachPrice((price) => whole[price][change] ?? 0));
}

/** The effect of each change made after those before it. */
export function movesInOrder(count: number, pricesOf: PricesOf): Moves[] {
  let before = pricesOf(0);
  return Array.from({ length: count }, (_, change) => {
    const after = pricesOf(2 ** (change + 1) - 1);
    const moves = eachPrice((price) => after[price] - before[price]);
    before = after;
    return moves;
  });
}

/** Pricings that each way takes. */
export const pricingsOf = { shapley: (count: number) => 2 ** count, order: (count: number) => count + 1 };
