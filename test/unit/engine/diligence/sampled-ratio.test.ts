import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { extrapolate, type ValuedDebtor } from "../../../../main/engine/diligence/sampled-ratio.ts";
import { percentileOf } from "../../../../main/engine/diligence/stacked-percentile.ts";

const debtor = (key: number, stratum: string, modelYuan: number, ownYuan: number | null): ValuedDebtor => ({ key: String(key), stratum, modelYuan, ownYuan });

describe("own estimates extended to the rest", () => {
  it("are the model's value × one ratio where all underwritten debtors have the same, without error", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 1e6 }), { minLength: 10, maxLength: 40 }), fc.integer({ min: 1, max: 200 }), (values, percent) => {
        const debtors = values.map((value, at) => debtor(at, at % 2 === 0 ? "a" : "b", value, at < 6 ? (value * percent) / 100 : null));
        const found = extrapolate(debtors);
        const rest = values.slice(6).reduce((sum, value) => sum + value, 0);
        expect(found?.extrapolatedYuan).toBeCloseTo((rest * percent) / 100, 4);
        expect(found?.standardErrorYuan ?? Number.NaN).toBeLessThan(1e-3 * rest);
      }),
      { numRuns: 50 },
    );
  });

  it("work out by hand for one stratum: ratio of sums, its error by linearisation, scatter of the rest", () => {
    const sample = [debtor(1, "a", 100, 80), debtor(2, "a", 200, 190), debtor(3, "a", 300, 240), debtor(4, "a", 100, 120), debtor(5, "a", 300, 270)];
    const found = extrapolate([...sample, debtor(6, "a", 500, null), debtor(7, "a", 100, null), debtor(8, "a", -50, null)]);
    expect(found?.poolRatio).toBeCloseTo(0.9, 12);
    // e = (own − 0.9 model) ÷ 1000: −10, 10, −30, 30, 0; V = 5/4 Σ e².
    const error = Math.sqrt((5 / 4) * (100 + 100 + 900 + 900)) / 1000;
    expect(found?.poolError).toBeCloseTo(error, 12);
    expect(found?.extrapolatedYuan).toBeCloseTo(600 * 0.9 - 50, 9);
    expect(found?.totalYuan).toBeCloseTo(900 + 490, 9);
    const scatter = ((error * 1000) ** 2 / 240_000) * (250_000 + 10_000);
    expect(found?.standardErrorYuan).toBeCloseTo(Math.sqrt((600 * error) ** 2 + scatter), 9);
  });

  it("lean on all strata where a stratum is thin, and on the stratum where it differs beyond its scatter", () => {
    const many = (stratum: string, ratio: number, count: number, from: number) =>
      Array.from({ length: count }, (_, at) => debtor(from + at, stratum, 100 + at, (100 + at) * (ratio + (at % 2 === 0 ? 0.02 : -0.02))));
    const debtors = [...many("low", 0.5, 30, 0), ...many("high", 1.1, 30, 100), debtor(200, "thin", 100, 300), debtor(201, "none", 100, null)];
    const strata = new Map(extrapolate(debtors)?.strata.map((one) => [one.stratum, one]));
    expect(strata.get("low")?.weight).toBeGreaterThan(0.9);
    expect(strata.get("low")?.shrunkRatio).toBeCloseTo(0.5, 1);
    expect(strata.get("thin")).toMatchObject({ ratio: 3, weight: 0 });
    expect(strata.get("thin")?.shrunkRatio).toBe(extrapolate(debtors)?.poolRatio);
    expect(strata.get("none")).toMatchObject({ ratio: null, underwritten: 0, rest: 1 });
  });

  it("say nothing of fewer than five debtors", () => {
    expect(extrapolate([1, 2, 3, 4].map((at) => debtor(at, "a", 100, 90)))).toBeNull();
    expect(extrapolate([])).toBeNull();
  });
});

describe("the percentile that a stacked case equals", () => {
  it("is the share of paths at or below its bid", () => {
    const histogram = { fromFen: 1000, widthFen: 100, counts: [10, 30, 40, 20] };
    expect(percentileOf(histogram, 999)).toBe(0);
    expect(percentileOf(histogram, 1000)).toBe(0);
    expect(percentileOf(histogram, 1150)).toBeCloseTo(0.25, 12);
    expect(percentileOf(histogram, 5000)).toBe(1);
  });
});
