import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findCrossings, findWholeCrossings } from "../../../../main/engine/sensitivity/find-crossings.ts";

const evenly = (from: number, to: number, pieces: number) => Array.from({ length: pieces + 1 }, (_, index) => from + ((to - from) * index) / pieces);
const each = (margin: (place: number) => number) => (places: readonly number[]) => places.map(margin);

describe("findCrossings", () => {
  it("finds the root of any straight line, on the side that holds", () => {
    fc.assert(
      fc.property(fc.double({ min: -0.99, max: 0.99, noNaN: true }), fc.double({ min: 0.001, max: 1e9, noNaN: true }), fc.boolean(), (root, slope, falls) => {
        const margin = (place: number) => (falls ? root - place : place - root) * slope;
        const found = findCrossings(evenly(-1, 1, 7), each(margin), 1e-9);
        expect(found).toHaveLength(1);
        expect(Math.abs((found[0]?.at ?? Number.NaN) - root)).toBeLessThan(1e-9);
        expect(margin(found[0]?.at ?? Number.NaN)).toBeGreaterThanOrEqual(0);
        expect(found[0]?.failsAbove).toBe(falls);
      }),
    );
  });

  it("finds a jump as well as a steep or flat curve, with few trials", () => {
    for (const margin of [
      (place: number) => (place < 0.3 ? 5 : -5),
      (place: number) => (place < 0.3 ? 1e-12 : -1e12),
      (place: number) => 0.3 ** 9 - place ** 9,
      (place: number) => Math.exp(-40 * (place - 0.3)) - 1,
    ]) {
      let trials = 0;
      const counted = (places: readonly number[]) => places.map((place) => ((trials += 1), margin(place)));
      const [crossing] = findCrossings([0, 1], counted, 1e-9);
      expect(crossing?.at).toBeCloseTo(0.3, 8);
      expect(margin(crossing?.at ?? Number.NaN)).toBeGreaterThanOrEqual(0);
      expect(trials).toBeLessThan(100);
    }
  });

  it("finds every change of a margin that comes and goes, and none where there is none", () => {
    const wave = each((place) => Math.cos(place * Math.PI));
    expect(findCrossings(evenly(-2, 2, 40), wave, 1e-9).map(({ at, failsAbove }) => [Number(at.toFixed(6)), failsAbove])).toEqual([
      [-1.5, true],
      [-0.5, false],
      [0.5, true],
      [1.5, false],
    ]);
    expect(
      findCrossings(
        evenly(0, 1, 10),
        each(() => 1),
        1e-9,
      ),
    ).toEqual([]);
    expect(
      findCrossings(
        evenly(0, 1, 10),
        each(() => -1),
        1e-9,
      ),
    ).toEqual([]);
  });
});

describe("findWholeCrossings", () => {
  it("answers by the last whole number that holds", () => {
    const places = evenly(-5, 10, 15);
    expect(
      findWholeCrossings(
        places,
        each((month) => 6.5 - month),
      ),
    ).toEqual([{ at: 6, failsAbove: true }]);
    expect(
      findWholeCrossings(
        places,
        each((month) => month + 2),
      ),
    ).toEqual([{ at: -2, failsAbove: false }]);
  });
});
