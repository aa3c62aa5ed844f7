import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type BidderChance, commonValueBids } from "../../../../main/engine/bidding/common-value.ts";
import { shadedBid } from "../../../../main/engine/bidding/shaded-bid.ts";
import { uniformErrorBid, uniformValueBids } from "../../../../main/engine/bidding/textbook-bids.ts";
import { winAgainst } from "../../../../main/engine/bidding/win-against.ts";

const certainly = (bidders: number): BidderChance[] => [{ bidders, chance: 1 }];
const sigmas = [0.1, 0.2, 0.3] as const;

/** CAPABILITIES (a), acceptance. */
const worthTable = [
  [1, 1, 1, 1],
  [2, 0.9436, 0.8875, 0.832],
  [3, 0.9168, 0.8368, 0.7603],
  [4, 0.8999, 0.8056, 0.7174],
  [8, 0.8646, 0.7428, 0.634],
] as const;
const bidTable = [
  [2, [0.8473, 0.7309, 0.6383], [0.9975, 0.99, 0.9778]],
  [3, [0.863, 0.7487, 0.6515], [0.965, 0.9256, 0.8824]],
  [4, [0.8611, 0.7423, 0.6399], [0.9447, 0.8866, 0.8264]],
  [6, [0.852, 0.7244, 0.6144], [0.9192, 0.8388, 0.7598]],
  [8, [0.8437, 0.7094, 0.5942], [0.9029, 0.8091, 0.7195]],
] as const;

describe("bids on a common value", () => {
  it.each(worthTable)("with %i bidders are worth to the winner what the table says", (bidders, ...worth) => {
    expect(sigmas.map((sigma) => commonValueBids(certainly(bidders), sigma).worthIfWon.toFixed(4))).toEqual(worth.map((one) => one.toFixed(4)));
  });

  it.each(bidTable)("with %i bidders are shaded as the table says, sealed and ascending", (bidders, sealed, ascending) => {
    const bids = sigmas.map((sigma) => commonValueBids(certainly(bidders), sigma));
    expect(bids.map((one) => one.sealed.toFixed(4))).toEqual(sealed.map((one) => one.toFixed(4)));
    expect(bids.map((one) => one.ascending.toFixed(4))).toEqual(ascending.map((one) => one.toFixed(4)));
  });

  it("are 136,224, 162,692 and worth 147,837 for an own value of 183,510.48, four bidders and an error of .20", () => {
    const { sealed, ascending, worthIfWon } = commonValueBids(certainly(4), 0.2);
    expect([sealed, ascending, worthIfWon].map((multiple) => Math.round(183_510.48 * multiple))).toEqual([136_224, 162_692, 147_837]);
  });

  it("answer each other best: no other multiple earns more against rivals who bid k", () => {
    for (const [bidders, sigma] of [
      [3, 0.2],
      [6, 0.3],
    ] as const) {
      const { sealed } = commonValueBids(certainly(bidders), sigma);
      const profit = (multiple: number) => {
        const { winChance, worthIfWon } = winAgainst(multiple, { multiple: sealed, chances: certainly(bidders), sigma }, "ownBid");
        return winChance * ((worthIfWon ?? 0) - multiple);
      };
      const best = Array.from({ length: 401 }, (_, at) => sealed * (0.8 + at / 1000)).reduce((top, one) => (profit(one) > profit(top) ? one : top));
      expect(Math.abs(best / sealed - 1)).toBeLessThan(2e-3);
    }
  });

  it("of a certain number of bidders are those of chances that are all on it", () => {
    const spread = commonValueBids([{ bidders: 3, chance: 0 }, ...certainly(4)], 0.2);
    expect(spread).toEqual(commonValueBids(certainly(4), 0.2));
    const between = commonValueBids(
      [
        { bidders: 4, chance: 0.5 },
        { bidders: 8, chance: 0.5 },
      ],
      0.2,
    );
    expect(between.sealed).toBeGreaterThan(0.7094);
    expect(between.sealed).toBeLessThan(0.7423);
    expect(between.worthIfWon).toBeLessThan(0.8056);
  });

  it("meet one who bids alone: any price wins, and the own estimate is right on average", () => {
    expect(commonValueBids(certainly(1), 0.2)).toEqual({ sealed: 0, ascending: 1, worthIfWon: expect.closeTo(1, 10) as number });
    const alone = { multiple: 0.9, chances: certainly(1), sigma: 0.2 };
    const one = expect.closeTo(1, 10) as number;
    expect(winAgainst(0.3, alone, "ownBid")).toEqual({ winChance: one, worthIfWon: one, paidIfWon: 0.3 });
    expect(winAgainst(0.3, alone, "runnerUp", 0.2)).toEqual({ winChance: one, worthIfWon: one, paidIfWon: expect.closeTo(0.2, 10) as number });
  });

  it("shade nothing without an error", () => {
    expect(commonValueBids(certainly(4), 0)).toEqual({ sealed: 1, ascending: 1, worthIfWon: expect.closeTo(1, 10) as number });
  });

  it("are a range where the own error is too large for a point", () => {
    expect(shadedBid("ownBid", certainly(4), 0.2)).toMatchObject({ multiple: commonValueBids(certainly(4), 0.2).sealed, isWide: false });
    const wide = shadedBid("ownBid", certainly(4), 0.5);
    expect(wide.isWide).toBe(true);
    expect(wide.least).toBeLessThan(wide.multiple);
    expect(wide.most).toBeGreaterThan(wide.multiple);
  });

  it("win less often the more rivals there are at the same bid", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.05, max: 0.5, noNaN: true }), fc.double({ min: 0.6, max: 1.1, noNaN: true }), (sigma, multiple) => {
        const chances = [1, 2, 3, 5, 9].map((bidders) => winAgainst(multiple, { multiple: 0.8, chances: certainly(bidders), sigma }, "ownBid").winChance);
        expect(chances).toEqual(chances.toSorted((one, other) => other - one));
      }),
      { numRuns: 40 },
    );
  });
});

describe("an ascending sale of a common value", () => {
  it("leaves the winner something though he stops above what it is worth to him, since he pays the runner-up's stop", () => {
    const { ascending, worthIfWon } = commonValueBids(certainly(4), 0.2);
    const rivals = { multiple: ascending, chances: certainly(4), sigma: 0.2 };
    const won = winAgainst(ascending, rivals, "runnerUp");
    expect(ascending).toBeGreaterThan(worthIfWon);
    expect(won.winChance).toBeCloseTo(0.25, 9);
    expect(won.worthIfWon).toBeCloseTo(worthIfWon, 9);
    expect(won.paidIfWon ?? Number.NaN).toBeLessThan(worthIfWon);
    // Drawn: of four errors the greatest wins and pays what the second greatest says.
    const draw = normalDraws(7);
    let sum = 0;
    const sales = 200_000;
    for (let sale = 0; sale < sales; sale++) {
      const errors = [draw(), draw(), draw(), draw()].toSorted((one, other) => other - one);
      sum += ascending * Math.exp(0.2 * ((errors[1] ?? 0) - (errors[0] ?? 0)));
    }
    expect(Math.abs(sum / sales - (won.paidIfWon ?? 0))).toBeLessThan(2e-3);
  });
});

/** xorshift32 and Box–Muller: the same draws in every run. */
function normalDraws(seed: number): () => number {
  let state = seed;
  const uniform = () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return ((state >>> 0) + 0.5) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

/** Mean margin of the winner, per yuan of price, and its standard error, over sales in which all bid `multiple` times their estimates. */
function simulatedMargin(multiple: number, bidders: number, sigma: number, sales: number) {
  const draw = normalDraws(20_251_130);
  const scale = Math.exp((sigma * sigma) / 2);
  let [sum, squares] = [0, 0];
  for (let sale = 0; sale < sales; sale++) {
    let most = Number.NEGATIVE_INFINITY;
    for (let bidder = 0; bidder < bidders; bidder++) most = Math.max(most, draw());
    // The value is 1; whoever errs upwards most wins and pays his own bid.
    const margin = 1 / (multiple * scale * Math.exp(sigma * most)) - 1;
    sum += margin;
    squares += margin * margin;
  }
  const mean = sum / sales;
  return { mean, error: Math.sqrt((squares / sales - mean * mean) / sales) };
}

describe("simulated sales of a common value", () => {
  it("are lost when won by bidding what one believes", () => {
    const { mean, error } = simulatedMargin(1, 4, 0.2, 100_000);
    expect(mean).toBeLessThan(-0.1);
    expect(error).toBeLessThan(0.002);
  });

  it.each([
    [3, 0.2],
    [4, 0.2],
    [6, 0.3],
  ])("earn the winner of %i at error %d the margin E ÷ k − 1 within the sampling error", (bidders, sigma) => {
    const { sealed, worthIfWon } = commonValueBids(certainly(bidders), sigma);
    const { mean, error } = simulatedMargin(sealed, bidders, sigma, 200_000);
    expect(Math.abs(mean - (worthIfWon / sealed - 1))).toBeLessThan(4 * error);
    expect(mean).toBeGreaterThan(0);
  });
});

describe("sales known in closed form", () => {
  it("are bid (n − 1)/n of an even private value sealed, and all of it ascending", () => {
    expect([2, 3, 4].map((bidders) => uniformValueBids(bidders).sealed)).toEqual([1 / 2, 2 / 3, 3 / 4]);
    expect(uniformValueBids(4).ascending).toBe(1);
  });

  it("earn 4.8 at an even error of 12 among four, and lose 7.2 by bidding the estimate", () => {
    const estimate = 1000;
    const { bid, worthIfWon } = uniformErrorBid({ estimate, error: 12, leastValue: 0, bidders: 4 });
    expect(worthIfWon).toBeCloseTo(estimate - 7.2, 9);
    expect(worthIfWon - bid).toBeCloseTo(4.8, 9);
    expect(worthIfWon - estimate).toBeCloseTo(-7.2, 9);
    // Near the least value there may be, the bid is less shaded.
    const edge = uniformErrorBid({ estimate: 12, error: 12, leastValue: 0, bidders: 4 });
    expect(edge.bid).toBeCloseTo(4.8, 9);
  });
});
