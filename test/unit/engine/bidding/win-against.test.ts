import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commonValueBids } from "../../../../main/engine/bidding/common-value.ts";
import { rivalChances } from "../../../../main/engine/bidding/rival-bids.ts";
import { winAgainst } from "../../../../main/engine/bidding/win-against.ts";

const certainly = (bidders: number) => [{ bidders, chance: 1 }];
const alike = (bidders: number, sigma: number) => ({
  multiple: commonValueBids(certainly(bidders), sigma).ascending,
  chances: certainly(bidders),
  sigma,
});

/** Bid, bidders, error; chance to win, worth and paid once won, by a quadrature of 40 digits. */
const quadrature = [
  [18 / 134.28, 4, 0.1, 2.0539310982e-66, 0.22695291443, 0.13315116578],
  [22.725 / 134.28, 4, 0.1, 2.5812280437e-52, 0.26981331797, 0.16795568016],
  [26 / 134.28, 4, 0.1, 5.7314252268e-45, 0.29810047095, 0.1920416052],
  [40 / 134.28, 4, 0.1, 2.2871760369e-25, 0.40945001767, 0.29460176022],
  [1, 4, 0.1, 0.41476919861, 0.92506241279, 0.91666649951],
  [0.5, 2, 0.05, 5.9889191341e-23, 0.70439335813, 0.49648626211],
  [0.02, 2, 0.5, 2.6041639918e-8, 0.12915902074, 0.017814624882],
  [0.1, 21, 0.3, 1.9195427769e-13, 0.11998572582, 0.095920405592],
  [0.7, 21, 0.1, 0.00021847205809, 0.70389440135, 0.68147559972],
  [3, 9, 1, 0.83046518502, 0.65437884717, 0.96654255646],
  [0.9, 3, 0.01, 6.0701457411e-18, 0.93248417505, 0.89873021631],
  [0.001, 6, 2, 0.0047142016994, 0.0015812374964, 0.00057015114715],
] as const;

const near = (figure: number) => expect.closeTo(figure, 8 - Math.ceil(Math.log10(figure))) as number;

describe("a bid among rivals who think as we do", () => {
  it.each(quadrature)(
    "of %d against %i bidders in all at an error of %d has what a quadrature of 40 digits has",
    (multiple, bidders, sigma, win, worth, paid) => {
      const won = winAgainst(multiple, alike(bidders, sigma), "runnerUp");
      expect({ ...won, winChance: won.winChance / win }).toEqual({
        winChance: expect.closeTo(1, 8) as number,
        worthIfWon: near(worth),
        paidIfWon: near(paid),
      });
    },
  );

  it("takes no more than it bids and no less than the floor, and is worth more the more is bid, at any price, number and error", () => {
    fc.assert(
      fc.property(
        fc.double({ min: -20, max: 5, noNaN: true }),
        fc.integer({ min: 2, max: 21 }),
        fc.double({ min: Math.log(1e-6), max: Math.log(3), noNaN: true }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (logMultiple, bidders, logSigma, floorShare) => {
          const [multiple, rivals] = [Math.exp(logMultiple), alike(bidders, Math.exp(logSigma))];
          const won = winAgainst(multiple, rivals, "runnerUp", floorShare * multiple);
          const dearer = winAgainst(multiple * 1.1, rivals, "runnerUp", floorShare * multiple);
          expect(won.paidIfWon).toBeLessThanOrEqual(multiple);
          expect(won.paidIfWon).toBeGreaterThanOrEqual(floorShare * multiple * (1 - 1e-9));
          expect(won.paidIfWon ?? 0).toBeLessThanOrEqual((dearer.paidIfWon ?? 0) * (1 + 1e-9));
          expect(won.worthIfWon ?? 0).toBeLessThanOrEqual((dearer.worthIfWon ?? 0) * (1 + 1e-9));
          expect(dearer.worthIfWon).toBeLessThanOrEqual(1 + 1e-9);
          expect(won.winChance).toBeLessThanOrEqual(dearer.winChance * (1 + 1e-9));
        },
      ),
      { numRuns: 300 },
    );
  });

  it("pays what the chance to win says on the way to it: bid − ∫win ÷ win, from the floor up, however many rivals there may be", () => {
    const chances = rivalChances(0, 2, 5).map(({ rivals, chance }) => ({
      bidders: rivals + 1,
      chance,
    }));
    const rivals = {
      multiple: commonValueBids(chances, 0.2).ascending,
      chances,
      sigma: 0.2,
    };
    const [bid, slices] = [0.8, 2000];
    for (const floor of [0.3, 0.6, 0.79]) {
      let area = 0;
      for (let at = 0; at <= slices; at++) {
        const weight = at === 0 || at === slices ? 1 : at % 2 === 1 ? 4 : 2;
        area += (weight * winAgainst(floor + ((bid - floor) * at) / slices, rivals, "ownBid").winChance * (bid - floor)) / (3 * slices);
      }
      const { winChance, paidIfWon } = winAgainst(bid, rivals, "runnerUp", floor);
      expect(paidIfWon).toBeCloseTo(bid - area / winChance, 9);
    }
  });

  it("wins nothing for nothing", () => {
    expect(winAgainst(0, alike(4, 0.1), "runnerUp")).toEqual({
      winChance: 0,
      worthIfWon: null,
      paidIfWon: null,
    });
  });
});
