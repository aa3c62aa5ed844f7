import { describe, expect, it } from "vitest";
import { labelHeights } from "../../../../renderer/bids/bid-options.ts";
import { likelyClosing } from "../../../../renderer/bids/CloseDialog.tsx";
import { isOffLadder, steppedPrice } from "../../../../renderer/bids/ladder-step.ts";

/** CAPABILITIES (a): list 22,725.2353 万, step 50 万. */
const sale = { listFen: 227_252_353_00, stepFen: 500_000_00 };
const wan = 1_000_000;

describe("steps of the bid day", () => {
  it("lead to the next rung from between two of them, and along the ladder from there", () => {
    expect(steppedPrice(22_800 * wan, 1, sale, 1)).toBe(228_252_353_00);
    expect(steppedPrice(22_800 * wan, -1, sale, 1)).toBe(227_752_353_00);
    expect(steppedPrice(228_252_353_00, 1, sale, 1)).toBe(228_752_353_00);
    expect(steppedPrice(228_252_353_00, -2, sale, 1)).toBe(sale.listFen);
  });

  it("stay at the list price, and never lift a price that is stepped down", () => {
    expect(steppedPrice(sale.listFen, -1, sale, 1)).toBe(sale.listFen);
    expect(steppedPrice(20_000 * wan, 1, sale, 1)).toBe(sale.listFen);
    expect(steppedPrice(20_000 * wan, -1, sale, 1)).toBe(20_000 * wan);
  });

  it("go by the increment, or as usual, where there is no ladder", () => {
    expect(steppedPrice(100, 2, { listFen: null, stepFen: 30 }, 7)).toBe(160);
    expect(steppedPrice(100, 2, { listFen: 50, stepFen: null }, 7)).toBe(114);
    expect(steppedPrice(10, -2, { listFen: null, stepFen: null }, 7)).toBe(0);
  });
});

describe("a bid that was heard", () => {
  it("is off the ladder by a fen where bids climb, and nowhere else", () => {
    expect(isOffLadder({ ...sale, saleForm: "ascending" }, sale.listFen + 1)).toBe(true);
    expect(isOffLadder({ ...sale, saleForm: "ascending" }, sale.listFen + 3 * sale.stepFen)).toBe(false);
    expect(isOffLadder({ ...sale, saleForm: "sealed" }, sale.listFen + 1)).toBe(false);
  });

  it("closes the sale as above our limit only where our next bid would have been", () => {
    const standing = { amountFen: 23_000 * wan + 1, isOwn: false };
    expect(likelyClosing({ standing, stepsLeft: 18 })).toMatchObject({ result: "lost", reason: null });
    expect(likelyClosing({ standing, stepsLeft: -1 })).toMatchObject({ result: "lost", reason: "aboveLimit" });
  });
});

describe("the names of close prices on a chart", () => {
  it("never stand over each other: those of the first rank choose first, and what finds no room is left out", () => {
    const prices = [100, 101, 102, 103, 200].map((priceFen, rank) => ({ priceFen, rank: 4 - rank }));
    const heights = labelHeights(prices, 10);
    expect([...heights.keys()].toSorted((one, other) => one - other)).toEqual([101, 102, 103, 200]);
    expect(new Set([101, 102, 103].map((priceFen) => heights.get(priceFen))).size).toBe(3);
    expect(heights.get(200)).toBe(0);
  });
});
