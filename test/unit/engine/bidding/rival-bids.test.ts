import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bidAtShare, jointError, simulatedError } from "../../../../main/engine/bidding/own-error.ts";
import { bestBid, expectedProfitOf, profitOfStopping, rivalChances, winChanceOf } from "../../../../main/engine/bidding/rival-bids.ts";
import { percentileOf } from "../../../../main/engine/diligence/stacked-percentile.ts";

const against = (rivals: number) => ({ rivals: [{ rivals, chance: 1 }], logMedian: -0.1, spread: 0.25 });
const counts = [1, 2, 3, 5];

describe("bids against rivals as the desk believes them to be", () => {
  it("win .4914, .2415, .1187 and .0287 at 0.90 against 1, 2, 3 and 5", () => {
    expect(counts.map((rivals) => winChanceOf(0.9, against(rivals)).toFixed(4))).toEqual(["0.4914", "0.2415", "0.1187", "0.0287"]);
  });

  it("earn most at .8132, .8759, .9053 and .9348, which win .3346, .2010, .1256 and .0512", () => {
    const best = counts.map((rivals) => bestBid(against(rivals)));
    expect(best.map(({ multiple }) => multiple.toFixed(4))).toEqual(["0.8132", "0.8759", "0.9053", "0.9348"]);
    expect(best.map(({ winChance }) => winChance.toFixed(4))).toEqual(["0.3346", "0.2010", "0.1256", "0.0512"]);
    expect(best.every(({ isOnlyPeak }) => isOnlyPeak)).toBe(true);
  });

  it("win by the mixture where the number of rivals is uncertain", () => {
    const mixed = { ...against(1), rivals: [1, 2, 3, 5].map((rivals) => ({ rivals, chance: 0.25 })) };
    expect(winChanceOf(0.9, mixed)).toBeCloseTo((0.4914 + 0.2415 + 0.1187 + 0.0287) / 4, 4);
  });

  it("win for any price where nobody else comes, and say that there are two peaks where somebody may", () => {
    expect(bestBid(against(0))).toMatchObject({ multiple: 0, winChance: 1 });
    const maybe = { rivals: [0, 1].map((rivals) => ({ rivals, chance: 0.5 })), logMedian: -0.5, spread: 0.02 };
    expect(bestBid(maybe).isOnlyPeak).toBe(false);
  });

  it("earn most in an ascending sale by stopping at the own value, and nothing below the list price", () => {
    const stops = [0.6, 0.8, 0.95, 1, 1.05, 1.3].map((multiple) => profitOfStopping(multiple, against(3), 0));
    expect(Math.max(...stops)).toBe(stops[3]);
    expect(profitOfStopping(0.5, against(3), 0.6)).toBe(0);
    // One rival who is sure to stop at 0.5: 1 − 0.5 is earned.
    expect(profitOfStopping(1, { rivals: [{ rivals: 1, chance: 1 }], logMedian: Math.log(0.5), spread: 0.004 }, 0)).toBeCloseTo(0.5, 3);
  });

  it("win less often the more rivals there are, and more often the more is bid", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.1, max: 2, noNaN: true }),
        fc.double({ min: -0.5, max: 0.5, noNaN: true }),
        fc.double({ min: 0.02, max: 1, noNaN: true }),
        (multiple, logMedian, spread) => {
          const chances = [0, 1, 2, 3, 5, 8].map((rivals) => winChanceOf(multiple, { rivals: [{ rivals, chance: 1 }], logMedian, spread }));
          expect(chances).toEqual(chances.toSorted((one, other) => other - one));
          const beliefs = { rivals: rivalChances(0, 2, 6), logMedian, spread };
          expect(winChanceOf(multiple * 1.05, beliefs)).toBeGreaterThanOrEqual(winChanceOf(multiple, beliefs));
          const best = bestBid(beliefs);
          expect(best.expectedProfit).toBeGreaterThanOrEqual(expectedProfitOf(Math.min(1, multiple), beliefs) - 1e-9);
        },
      ),
      { numRuns: 60 },
    );
  });
});

describe("the number of rivals", () => {
  it("has chances that rise to the likeliest and fall from it", () => {
    expect(rivalChances(3, 3, 3)).toEqual([{ rivals: 3, chance: 1 }]);
    expect(rivalChances(1, 2, 4).map(({ chance }) => Number(chance.toFixed(6)))).toEqual([0.2, 0.4, 0.266667, 0.133333]);
  });

  it("has chances that add up to 1, none outside", () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(8), fc.nat(8), fc.nat(8)), (three) => {
        const [least = 0, likely = 0, most = 0] = three.toSorted((one, other) => one - other);
        const chances = rivalChances(least, likely, most);
        expect(chances.reduce((sum, { chance }) => sum + chance, 0)).toBeCloseTo(1, 12);
        expect(chances.map(({ rivals }) => rivals)).toEqual(Array.from({ length: most - least + 1 }, (_, at) => least + at));
        const top = Math.max(...chances.map(({ chance }) => chance));
        expect(chances.find(({ rivals }) => rivals === likely)?.chance).toBe(top);
      }),
    );
  });
});

describe("the error of the own value", () => {
  const bins = 400;
  /** ln bid ~ N(12, 0.2²), in even bins. */
  const counted = Array.from({ length: bins }, () => 0);
  const [fromFen, toFen] = [Math.exp(11), Math.exp(13)];
  const widthFen = (toFen - fromFen) / bins;
  for (let draw = 0; draw < 200_000; draw++) {
    const z = -5 + (10 * (draw + 0.5)) / 200_000;
    const bin = Math.floor((Math.exp(12 + 0.2 * z) - fromFen) / widthFen);
    counted[bin] = (counted[bin] ?? 0) + Math.exp((-z * z) / 2);
  }
  const histogram = { fromFen, widthFen, counts: counted.map((count) => Math.round(count)) };

  it("is the deviation of the logarithms of simulated bids, and of the model beside it", () => {
    expect(simulatedError(histogram).logDeviation).toBeCloseTo(0.2, 3);
    expect(simulatedError(histogram).worthlessShare).toBe(0);
    expect(jointError(0.3, 0.4)).toBeCloseTo(0.5, 12);
  });

  it("leaves out and counts paths that bring nothing", () => {
    expect(simulatedError({ fromFen: 0, widthFen: 100, counts: [25, 0, 75] })).toEqual({ logDeviation: 0, worthlessShare: 0.25 });
    expect(simulatedError({ fromFen: 0, widthFen: 100, counts: [10] }).logDeviation).toBeNull();
  });

  it("finds the bid of a share as percentileOf finds the share of a bid", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 0.99, noNaN: true }), (share) => {
        const fen = bidAtShare(histogram, share);
        expect(percentileOf(histogram, fen ?? 0)).toBeCloseTo(share, 9);
      }),
    );
    expect(bidAtShare({ fromFen: 1, widthFen: 1, counts: [0, 0] }, 0.5)).toBeNull();
  });
});
