import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { alignedAxes } from "../../../../../renderer/ui/charts/aligned-axes.ts";

/** Amounts, whole fen as yuan. */
const figures = fc.array(
  fc.integer({ min: -1e15, max: 1e15 }).map((fen) => fen / 100),
  { minLength: 1, maxLength: 6 },
);

describe("axes over one another", () => {
  it("have zero at one height, hold their figures and share their grid lines", () => {
    fc.assert(
      fc.property(figures, figures, (left, right) => {
        const [a, b] = alignedAxes([left, right]);
        if (a === undefined || b === undefined) throw new Error("no axes");
        for (const [axis, shown] of [[a, left] as const, [b, right] as const]) {
          expect(axis.min).toBeLessThanOrEqual(Math.min(0, ...shown) * (1 - 1e-12));
          expect(axis.max).toBeGreaterThanOrEqual(Math.max(0, ...shown) * (1 - 1e-12));
        }
        expect(-a.min / (a.max - a.min)).toBeCloseTo(-b.min / (b.max - b.min), 12);
        expect((a.max - a.min) / a.interval).toBeCloseTo((b.max - b.min) / b.interval, 9);
      }),
      { numRuns: 2000 },
    );
  });
  it("take the sample deal's flows in round steps", () => {
    expect(
      alignedAxes([
        [45_600, -3800],
        [49_000, -185_000],
      ]),
    ).toEqual([
      { min: -50_000, max: 50_000, interval: 25_000 },
      { min: -200_000, max: 200_000, interval: 100_000 },
    ]);
  });
  it("stand where nothing is", () => {
    expect(alignedAxes([[0], []])).toEqual([
      { min: 0, max: 3, interval: 1 },
      { min: 0, max: 3, interval: 1 },
    ]);
  });
});
