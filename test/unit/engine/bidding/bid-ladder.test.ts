import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { retailBulkSet } from "../../../../main/assumptions/retail-bulk.ts";
import type { BidBasis } from "../../../../main/engine/bidding/bid-figures.ts";
import { auctionEnd, type LadderTerms, nextPrice, oneBidderPrice, priceOfStep, stepsWithin } from "../../../../main/engine/bidding/bid-ladder.ts";
import { pricedLadder } from "../../../../main/engine/bidding/priced-ladder.ts";

/** CAPABILITIES (a): list 22,725.2353 万, step 50 万, limit 24,000 万. */
const terms = { listFen: 227_252_353_00, stepFen: 500_000_00, limitFen: 240_000_000_00 };
const minutes = (count: number) => count * 60_000;

describe("the ladder to the limit", () => {
  it("has 25 steps, ends at 23,975.2353 万, and refuses the 26th", () => {
    expect(stepsWithin(terms)).toBe(25);
    expect(priceOfStep(terms, 25)).toBe(239_752_353_00);
    expect(priceOfStep(terms, 26)).toBeNull();
  });

  it("refuses a price one fen above the limit, and has none where the list price lies above it", () => {
    expect(priceOfStep({ ...terms, limitFen: 239_752_353_00 }, 25)).toBe(239_752_353_00);
    expect(priceOfStep({ ...terms, limitFen: 239_752_352_99 }, 25)).toBeNull();
    expect(stepsWithin({ ...terms, limitFen: terms.listFen - 1 })).toBe(-1);
  });

  it("goes on from what stands to the next price that lies on it", () => {
    expect(nextPrice(terms, null)).toBe(terms.listFen);
    expect(nextPrice(terms, terms.listFen)).toBe(227_752_353_00);
    expect(nextPrice(terms, terms.listFen + 1)).toBe(227_752_353_00);
    fc.assert(
      fc.property(fc.nat(10 ** 9), fc.integer({ min: 1, max: 10 ** 7 }), fc.nat(10 ** 9), (listFen, stepFen, above) => {
        const next = nextPrice({ listFen, stepFen }, listFen + above);
        expect(next).toBeGreaterThan(listFen + above);
        expect(next - (listFen + above)).toBeLessThanOrEqual(stepFen);
        expect((next - listFen) % stepFen).toBe(0);
      }),
    );
  });

  it("has a single bidder pay the higher of list price and bid", () => {
    expect(oneBidderPrice(terms.listFen, terms.listFen - 1)).toBe(terms.listFen);
    expect(oneBidderPrice(terms.listFen, 240_000_000_00)).toBe(240_000_000_00);
  });
});

describe("the end of a sale with extension", () => {
  it("moves to five minutes after a bid that came 4 min 59 s before it", () => {
    const endsAt = minutes(60);
    const bidAt = endsAt - minutes(5) + 1000;
    expect(auctionEnd(endsAt, minutes(5), [bidAt])).toEqual({ endsAt: bidAt + minutes(5), extensions: 1 });
  });

  it("stays for a bid five minutes before it or earlier, and counts every extension", () => {
    const endsAt = minutes(60);
    expect(auctionEnd(endsAt, minutes(5), [minutes(10), minutes(55)])).toEqual({ endsAt, extensions: 0 });
    expect(auctionEnd(endsAt, minutes(5), [minutes(56), minutes(60)])).toEqual({ endsAt: minutes(65), extensions: 2 });
    expect(auctionEnd(endsAt, minutes(5), [minutes(61)])).toEqual({ endsAt, extensions: 0 });
    expect(auctionEnd(endsAt, 0, [minutes(60)])).toEqual({ endsAt, extensions: 0 });
  });
});

const basis: BidBasis = {
  netYuan: Array.from({ length: 61 }, (_, month) => (month < 3 || month > 51 ? 0 : 9_000_000)),
  assumptions: retailBulkSet.assumptions,
  valueFen: 260_000_000_00,
  least: 1,
  likely: 2,
  most: 4,
  rivalMedian: 0.9,
  rivalSpread: 0.25,
  modelError: 0.1,
  ownError: null,
  histogram: null,
  rule: "runnerUp",
  isShaded: true,
  listFen: terms.listFen,
  marksFen: [],
};

describe("the priced ladder", () => {
  const rungs = (ladder: LadderTerms) => pricedLadder(basis, ladder);
  it("shows every step of a short way, and the first, the last and every so many of a long one", () => {
    expect(rungs(terms).rungs.map(({ step }) => step)).toEqual(Array.from({ length: 26 }, (_, step) => step));
    const long = rungs({ ...terms, stepFen: 10_000_00 });
    expect(long.steps).toBe(1274);
    expect(long.rungs.map(({ step }) => step)).toEqual([...Array.from({ length: 39 }, (_, at) => at * 33), 1274]);
    expect(rungs({ ...terms, limitFen: terms.listFen - 1 })).toEqual({ steps: -1, rungs: [] });
  });

  it.each([
    ["a fen", 1, terms.limitFen],
    ["a yuan to a limit of 1,000,000 万", 100, 1_000_000_000_000],
  ])("counts the steps of an increment of %s without building them", (_what, stepFen, limitFen) => {
    const { steps, rungs: shown } = rungs({ ...terms, stepFen, limitFen });
    expect(steps).toBe((limitFen - terms.listFen) / stepFen);
    expect(shown.length).toBeLessThanOrEqual(41);
    expect(shown.at(-1)).toMatchObject({ step: steps, priceFen: limitFen });
  });
});
