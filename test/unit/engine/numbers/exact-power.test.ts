import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { annualPower, wholePower } from "../../../../main/engine/numbers/exact-power.ts";

describe("powers that round in one way everywhere", () => {
  it("agree with the language's own to the last digits", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.02, max: 11, noNaN: true }), fc.integer({ min: -180, max: 180 }), (base, months) => {
        expect(Math.abs(annualPower(base, months) / base ** (months / 12) - 1)).toBeLessThan(2e-14);
      }),
    );
    expect(wholePower(0.9, 5)).toBeCloseTo(0.59049, 15);
    expect(wholePower(7, 0)).toBe(1);
  });

  it("are exact in whole years", () => {
    expect(annualPower(1.12, -12)).toBe(1 / 1.12);
    expect(annualPower(1.12, 24)).toBe(1.12 * 1.12);
    expect(annualPower(1.12, 0)).toBe(1);
  });
});
