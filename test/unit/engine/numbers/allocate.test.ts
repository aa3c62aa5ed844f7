import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allocate } from "../../../../main/engine/numbers/allocate.ts";
import { sumOf } from "../../../../main/engine/numbers/summation.ts";

const weights = fc.array(fc.double({ min: -10, max: 1e9, noNaN: true }), { minLength: 1, maxLength: 60 }).map((list) => Float64Array.from(list));

describe("allocate", () => {
  it("adds up to the fen, within one fen of the exact share", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 9e14 }), weights, (totalFen, list) => {
        const parts = allocate(
          totalFen,
          list,
          list.map(() => 1),
        );
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(totalFen);
        const positive = list.map((weight) => Math.max(0, weight));
        const sum = positive.reduce((left, right) => left + right, 0);
        parts.forEach((part, index) => {
          expect(Number.isInteger(part) && part >= 0).toBe(true);
          const share = sum > 0 ? (positive[index] ?? 0) / sum : 1 / list.length;
          expect(Math.abs(part - totalFen * share)).toBeLessThan(1.6);
        });
      }),
    );
  });

  it("gives the odd fen to the larger remainder, then to the smaller index", () => {
    expect([...allocate(100, Float64Array.of(1, 1, 1), new Float64Array(3))]).toEqual([34, 33, 33]);
    expect([...allocate(10, Float64Array.of(1, 2, 4), new Float64Array(3))]).toEqual([1, 3, 6]);
  });

  it("gives as a full sort of the remainders does, also where thousands are equal", () => {
    const draws = fc.record({
      totalFen: fc.integer({ min: 1, max: 1e12 }),
      kinds: fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 40 }),
      count: fc.integer({ min: 1, max: 9000 }),
    });
    fc.assert(
      fc.property(draws, ({ totalFen, kinds, count }) => {
        const list = Float64Array.from({ length: count }, (_, index) => kinds[index % kinds.length] ?? 0);
        const sum = sumOf(list);
        const exact = Array.from(list, (weight) => totalFen * (sum > 0 ? weight / sum : 1 / count));
        const parts = exact.map(Math.floor);
        const order = exact.map((_, index) => index).sort((one, other) => remainder(other) - remainder(one) || one - other);
        function remainder(index: number): number {
          return (exact[index] ?? 0) % 1;
        }
        const left = totalFen - parts.reduce((all, part) => all + part, 0);
        fc.pre(left >= 0 && left <= count);
        for (const index of order.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
        expect([...allocate(totalFen, list, new Float64Array(count))]).toEqual(parts);
      }),
      { numRuns: 60 },
    );
  });

  it("falls back on the second weights, then on equal parts", () => {
    expect([...allocate(9, Float64Array.of(0, -1), Float64Array.of(1, 2))]).toEqual([3, 6]);
    expect([...allocate(4, new Float64Array(2), new Float64Array(2))]).toEqual([2, 2]);
  });

  it.each([
    [-1, "negative"],
    [0.5, "notWhole"],
    [Number.NaN, "notWhole"],
  ])("refuses to split %d fen", (totalFen, code) => {
    expect(() => allocate(totalFen, Float64Array.of(1), Float64Array.of(1))).toThrow(expect.objectContaining({ code }));
  });

  it("refuses a weight that is no number: the part would be no money at all", () => {
    expect(() => allocate(4, Float64Array.of(1, Number.NaN), Float64Array.of(1, 1))).toThrow(expect.objectContaining({ code: "notANumber", index: 1 }));
  });
});
