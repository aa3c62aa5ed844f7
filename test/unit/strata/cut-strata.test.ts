import fc from "fast-check";
import { expect, it } from "vitest";
import { wholeFen } from "../../../main/strata/cut-strata.ts";
import { concentrationOf } from "../../../main/strata/strata-table.ts";
import { fenFromYuan } from "../../../shared/money.ts";

it("whole fen of any cells come to the whole fen of their sum, none of them further off than a fen", () => {
  const amount = fc.double({ min: -1e10, max: 1e10, noNaN: true });
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 40 }), (amounts) => {
      const total = amounts.reduce((sum, one) => sum + one, 0);
      const parts = wholeFen(Float64Array.from(amounts), fenFromYuan(total));
      expect(parts.reduce((sum, fen) => sum + fen, 0)).toBe(fenFromYuan(total));
      for (const [at, fen] of parts.entries()) expect(Math.abs(fen - (amounts[at] ?? 0) * 100)).toBeLessThanOrEqual(1.01);
    }),
    { numRuns: 2000 },
  );
});

it("concentration is one over the number of equal strata, and whole where one has all", () => {
  expect(concentrationOf(Float64Array.of(5, 5, 5, 5))).toBeCloseTo(2500, 9);
  expect(concentrationOf(Float64Array.of(0, 7, 0))).toBe(10_000);
  // .6, .3, .1: .36 + .09 + .01
  expect(concentrationOf(Float64Array.of(6, 3, 1))).toBeCloseTo(4600, 9);
});

it("what is worth nothing or less has no share, and where nothing is worth anything there is no concentration", () => {
  expect(concentrationOf(Float64Array.of(-5, 5))).toBe(10_000);
  expect(concentrationOf(Float64Array.of(0, -1))).toBeNull();
});
