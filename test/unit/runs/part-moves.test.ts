import { describe, expect, it } from "vitest";
import { movesInOrder, type PricesOf, roundToTotal, shapleyMoves } from "../../../main/runs/part-moves.ts";

const only = (bid: number) => ({ bid, low: 0, base: 0, high: 0 });
const has = (set: number, change: number) => (set >> change) & 1;
/** Three changes: the first adds 300, the second takes 100, the second and third together add 52. */
const together: PricesOf = (set) => only(1000 + 300 * has(set, 0) - 100 * has(set, 1) + 52 * has(set, 1) * has(set, 2));

describe("the parts of changes in a price's move", () => {
  it("are what each does alone where they do nothing together, and halves of what two do", () => {
    expect(shapleyMoves(3, together).map(({ bid }) => bid)).toEqual([300, -74, 26]);
  });

  it("add up to the whole move to the fen", () => {
    const prices: PricesOf = (set) => only(1000 + ((set * set * 7919) % 997));
    const parts = shapleyMoves(5, prices).map(({ bid }) => bid);
    expect(parts.every(Number.isInteger)).toBe(true);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(prices(31).bid - prices(0).bid);
  });

  it("stay the same whichever change is listed first", () => {
    const swapped: PricesOf = (set) => together(has(set, 2) | (has(set, 1) << 1) | (has(set, 0) << 2));
    expect(shapleyMoves(3, swapped).map(({ bid }) => bid)).toEqual([26, -74, 300]);
  });

  it("hang on the order where they are made in one", () => {
    expect(movesInOrder(3, together).map(({ bid }) => bid)).toEqual([300, -100, 52]);
  });

  it("are none where nothing changed", () => {
    expect(shapleyMoves(0, together)).toEqual([]);
    expect(movesInOrder(0, together)).toEqual([]);
  });
});

describe("rounding to a total", () => {
  it("gives the fen left over to the largest remainders", () => {
    expect(roundToTotal([1.5, 1.2, -0.7], 2)).toEqual([2, 1, -1]);
    expect(roundToTotal([-0.5, -0.5], -1)).toEqual([0, -1]);
  });
});
