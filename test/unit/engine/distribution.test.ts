import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { planCase } from "../../../main/engine/plan/case-plan.ts";
import { solveMaxBid } from "../../../main/engine/pool/price-measures.ts";
import { distributionOf, expectedShortfall, quantileOf, spreadOf } from "../../../main/engine/simulation/distribution.ts";
import { defaultAssumptionSet } from "../../../main/pricing/default-assumptions.ts";
import { noShifts } from "./engine-fixtures.ts";

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

  it("misses the hurdle on the paths whose highest bid is below the price", () => {
    expect(of((bids[250] ?? 0) + 0.01).missProbability).toBeCloseTo(0.251, 12);
    expect(of(0).missProbability).toBe(0);
    expect(of(1e9).missProbability).toBe(1);
    expect(of((bids[250] ?? 0) + 0.01).missError).toBeCloseTo(Math.sqrt((0.251 * 0.749) / 1000), 12);
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

  it("leaves out paths without a rate of return, and has none where no path has one", () => {
    const irr = Float64Array.of(0.1, Number.NaN, 0.3);
    const three = distributionOf({ results: { presentValue: evenly(3), irr }, plan, priceFen: 1, confidence: 0.8 });
    expect(three.withoutIrr).toBe(1);
    expect(three.irr?.mean).toBeCloseTo(0.2, 12);
    const none = distributionOf({ results: { presentValue: evenly(3), irr: irr.fill(Number.NaN) }, plan, priceFen: 1, confidence: 0.8 });
    expect(none.irr).toBeNull();
  });
});
