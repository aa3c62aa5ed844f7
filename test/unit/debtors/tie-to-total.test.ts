import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tieToTotal } from "../../../main/debtors/tie-to-total.ts";

describe("amounts tied to their total", () => {
  it("give what is left to the largest remainders, and nothing to what is whole", () => {
    expect([...tieToTotal(Float64Array.of(1.004, 1.006, 1.005, 7), 1002)]).toEqual([100, 101, 101, 700]);
  });

  it("take a fen that another order of adding leaves from the largest", () => {
    expect([...tieToTotal(Float64Array.of(1, 5), 601)]).toEqual([100, 501]);
    expect([...tieToTotal(Float64Array.of(1, 5), 599)]).toEqual([100, 499]);
    expect(() => tieToTotal(Float64Array.of(1, 5), 700)).toThrow("parts of 600 fen");
  });

  it("add up to the fen, each within two fen of what it was", () => {
    const yuan = fc.oneof(
      fc.double({ min: -1e9, max: 1e9, noNaN: true }),
      fc.integer({ min: -1e8, max: 1e8 }).map((fen) => fen / 100),
    );
    fc.assert(
      fc.property(fc.array(yuan, { minLength: 1, maxLength: 60 }), (amounts) => {
        const totalFen = Math.round(amounts.reduce((sum, amount) => sum + amount, 0) * 100) + 0;
        const parts = tieToTotal(Float64Array.from(amounts), totalFen);
        expect(parts.reduce((sum, part) => sum + part, 0)).toBe(totalFen);
        amounts.forEach((amount, index) => expect(Math.abs((parts[index] ?? 0) - amount * 100)).toBeLessThan(2.01));
      }),
    );
  });
});
