import { describe, expect, it } from "vitest";
import { alignedAxes } from "../../../../../renderer/ui/charts/aligned-axes.ts";

/** mulberry32. */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

describe("axes over one another", () => {
  it("have zero at one height, hold their figures and share their grid lines", () => {
    const next = random(7);
    const figures = () => Array.from({ length: 5 }, () => (next() - next()) * 10 ** Math.floor(next() * 9));
    for (let round = 0; round < 2000; round++) {
      const [left, right] = [figures(), figures()];
      const [a, b] = alignedAxes([left, right]);
      if (a === undefined || b === undefined) throw new Error("no axes");
      for (const [axis, shown] of [[a, left] as const, [b, right] as const]) {
        expect(axis.min).toBeLessThanOrEqual(Math.min(0, ...shown));
        expect(axis.max).toBeGreaterThanOrEqual(Math.max(0, ...shown) * (1 - 1e-12));
      }
      expect(-a.min / (a.max - a.min)).toBeCloseTo(-b.min / (b.max - b.min), 12);
      expect((a.max - a.min) / a.interval).toBeCloseTo((b.max - b.min) / b.interval, 9);
    }
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
