import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { planCase } from "../../../../main/engine/plan/case-plan.ts";
import { solveMaxBid } from "../../../../main/engine/pool/price-measures.ts";
import { distributionOf, expectedShortfall, quantileOf, spreadOf } from "../../../../main/engine/simulation/distribution.ts";
import { ABOVE_RANGE, TOTAL_LOSS } from "../../../../main/engine/simulation/draw-paths.ts";
import { noShifts } from "../engine-fixtures.ts";

const plan = planCase({ assumptions: defaultAssumptionSet.assumptions, shifts: noShifts });
const same = (value: number) => value;

/** Present values of paths around 100 million yuan, drawn evenly. */
const evenly = (count: number) => new Float64Array(count).map((_, index) => 1e8 + 1e5 * ((index * 7919) % count));

describe("a quantile", () => {
  it("is what numpy's default gives", () => {
    // numpy.quantile([1, 2, 4, 8, 16], [0.05, 0.5, 0.9])
    const sorted = Float64Array.of(1, 2, 4, 8, 16);
    expect(quantileOf(sorted, 0.05)).toBeCloseTo(1.2, 12);
    expect(quantileOf(sorted, 0.5)).toBe(4);
    expect(quantileOf(sorted, 0.9)).toBeCloseTo(12.8, 12);
    expect(quantileOf(sorted, 1)).toBe(16);
  });
});

describe("the expected shortfall", () => {
  it("is the mean of the lowest ⌈5 %⌉ of paths", () => {
    expect(expectedShortfall(new Float64Array(200).map((_, index) => index))).toBe(4.5);
    expect(expectedShortfall(Float64Array.of(3, 4, 5))).toBe(3);
    expect(expectedShortfall(new Float64Array(21).map((_, index) => index))).toBe(0.5);
  });

  it("never exceeds P5 by more than rounding, nor falls below the least path", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -1e6, max: 1e6 }), { minLength: 20, maxLength: 300 }), (values) => {
        const spread = spreadOf(Float64Array.from(values), same);
        expect(spread.expectedShortfall).toBeLessThanOrEqual((spread.percentiles[0] ?? 0) + 1e-6);
        expect(spread.expectedShortfall).toBeGreaterThanOrEqual(spread.least - 1e-6);
      }),
    );
  });
});

describe("a distribution", () => {
  const presentValue = evenly(1000);
  const results = { presentValue, irr: new Float64Array(1000).fill(0.1) };
  const bids = presentValue.map((value) => solveMaxBid(value, plan)).sort();
  const of = (priceYuan: number, confidence = 0.8) => distributionOf({ results, plan, priceFen: Math.round(priceYuan * 100), confidence });

  it("misses the hurdle on the paths whose highest bid is below the price by more than a fen", () => {
    expect(of((bids[250] ?? 0) + 0.02).missProbability).toBeCloseTo(0.251, 12);
    expect(of(bids[250] ?? 0).missProbability).toBeCloseTo(0.25, 12);
    expect(of(0).missProbability).toBe(0);
    expect(of(1e9).missProbability).toBe(1);
    expect(of((bids[250] ?? 0) + 0.02).missError).toBeCloseTo(Math.sqrt((0.251 * 0.749) / 1000), 12);
  });

  it("misses nowhere at its own highest bid where nothing is drawn, rounded to whole fen either way", () => {
    for (let yuan = 5e7; yuan < 5e7 + 50; yuan += 0.77) {
      const alike = { presentValue: new Float64Array(10).fill(yuan), irr: new Float64Array(10).fill(0.1) };
      const priceFen = Math.round(solveMaxBid(yuan, plan) * 100);
      expect(distributionOf({ results: alike, plan, priceFen, confidence: 0.8 }).missProbability).toBe(0);
    }
  });

  it("misses at a price of zero on the paths that lose money", () => {
    const losing = { presentValue: Float64Array.of(-5e6, -1, 9e6, 9e6), irr: new Float64Array(4).fill(-1) };
    expect(distributionOf({ results: losing, plan, priceFen: 0, confidence: 0.8 }).missProbability).toBe(0.5);
  });

  it("bids so that the chosen share of paths earns the hurdle", () => {
    const { bidAtConfidenceFen } = of(1e8);
    const earning = bids.filter((bid) => bid * 100 >= bidAtConfidenceFen).length / bids.length;
    expect(earning).toBeCloseTo(0.8, 2);
    expect(of(1e8, 0.95).bidAtConfidenceFen).toBeLessThan(bidAtConfidenceFen);
  });

  it("counts every path in its histogram, and converges to the figures of all paths", () => {
    const { histogram, convergence, maxBid } = of(1e8);
    expect(histogram.counts.reduce((sum, count) => sum + count, 0)).toBe(1000);
    expect(histogram.fromFen).toBe(maxBid.least);
    const last = convergence.at(-1);
    expect(last?.paths).toBe(1000);
    expect(last?.mean.estimateFen).toBe(maxBid.mean);
    expect(last?.p5.estimateFen).toBe(maxBid.percentiles[0]);
    expect((last?.mean.highFen ?? 0) - (last?.mean.lowFen ?? 0)).toBeCloseTo(2 * 1.959963984540054 * maxBid.standardError, -1);
    for (const { mean, p5 } of convergence) {
      expect(mean.lowFen).toBeLessThanOrEqual(mean.estimateFen);
      expect(p5.lowFen).toBeLessThanOrEqual(p5.estimateFen);
      expect(p5.estimateFen).toBeLessThanOrEqual(p5.highFen);
    }
  });

  const ofRates = (...rates: number[]) =>
    distributionOf({ results: { presentValue: evenly(rates.length), irr: Float64Array.from(rates) }, plan, priceFen: 1, confidence: 0.8 });

  it("has a mean rate of return where every path has one", () => {
    expect(ofRates(0.1, 0.2, 0.3).irr?.mean).toBeCloseTo(0.2, 12);
    expect(ofRates(0.1, 0.2, 0.3).irr?.percentiles[3]).toBeCloseTo(0.2, 12);
  });

  it("counts total losses as the lowest rates of return, and then has no mean", () => {
    const { irr, totalLosses, withoutIrr } = ofRates(0.3, TOTAL_LOSS, 0.1, TOTAL_LOSS, 0.2);
    expect({ totalLosses, withoutIrr }).toEqual({ totalLosses: 2, withoutIrr: 0 });
    expect(irr).toMatchObject({ mean: null, standardDeviation: null, expectedShortfall: null });
    // P5, P10, P25 are losses; nothing lies between a loss and a rate.
    expect(irr?.percentiles.slice(0, 4)).toEqual([-1, -1, -1, 0.1]);
    expect(irr?.percentiles[4]).toBeCloseTo(0.2, 12);
  });

  it("counts rates above 1000 % as the highest, and paths with several rates apart", () => {
    const above = ofRates(0.1, ABOVE_RANGE, ABOVE_RANGE);
    expect(above).toMatchObject({ aboveRange: 2, totalLosses: 0, irr: { mean: null } });
    expect(above.irr?.percentiles).toEqual([0.1, 0.1, 0.1, 10, 10, 10, 10]);
    const several = ofRates(0.1, Number.NaN, 0.3);
    expect(several).toMatchObject({ withoutIrr: 1, irr: { mean: null } });
    expect(several.irr?.percentiles[3]).toBeCloseTo(0.2, 12);
    expect(ofRates(Number.NaN, Number.NaN)).toMatchObject({ withoutIrr: 2, irr: null });
  });
});
