import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayNumber } from "../../../../main/engine/numbers/discounting.ts";
import { datedIrr, monthlyIrr } from "../../../../main/engine/returns/certified-irr.ts";
import type { Irr } from "../../../../shared/domain/pricing-results.ts";

const zeros = (length: number): number[] => Array.from({ length }, () => 0);
const ratesOf = (irr: Irr): number[] => (irr.kind === "none" ? [] : irr.kind === "one" ? [irr.rate] : irr.rates);

/** Coefficients in v, ascending, of a product of polynomials. */
function product(factors: readonly (readonly number[])[]): number[] {
  return factors.reduce<number[]>(
    (left, right) => {
      const result = zeros(left.length + right.length - 1);
      left.forEach((a, i) => right.forEach((b, j) => (result[i + j] = (result[i + j] ?? 0) + a * b)));
      return result;
    },
    [1],
  );
}

/** Flows every `step` months whose only rates of return are the given ones; the padding has no positive root in v. */
function flowsWithRates(rates: readonly number[], step: number, padding: readonly (readonly number[])[]): number[] {
  const real = rates.map((rate) => [1, -((1 + rate) ** (step / 12))]);
  return product([...real, ...padding]).flatMap((flow, index) => (index === 0 ? [flow] : [...zeros(step - 1), flow]));
}

const someRates = fc
  .array(fc.double({ min: -2, max: 2.2, noNaN: true }), { maxLength: 4 })
  .map((logs) => logs.sort((left, right) => left - right).filter((log, index, all) => index === 0 || log - (all[index - 1] ?? 0) > 0.25))
  .map((logs) => logs.map((log) => Math.expm1(log)));
const somePadding = fc.array(
  fc.oneof(
    fc.double({ min: 0.1, max: 3, noNaN: true }).map((root) => [1, root]),
    fc
      .record({ size: fc.double({ min: 0.6, max: 1.5, noNaN: true }), angle: fc.double({ min: 0.8, max: 3, noNaN: true }) })
      .map(({ size, angle }) => [1, -2 * size * Math.cos(angle), size * size]),
  ),
  { maxLength: 5 },
);

describe("certified internal rate of return", () => {
  it("gives Microsoft's XIRR example (W2)", () => {
    const flows = [
      ["2008-01-01", -10_000],
      ["2008-03-01", 2_750],
      ["2008-10-30", 4_250],
      ["2009-02-15", 3_250],
      ["2009-04-01", 2_750],
    ] as const;
    const irr = datedIrr(flows.map(([date, amountYuan]) => ({ day: dayNumber(date), amountYuan })));
    expect(irr.kind).toBe("one");
    expect(ratesOf(irr)[0]).toBeCloseTo(0.3733625335, 9);
  });

  it("finds every rate that flows were built from, and no other", () => {
    fc.assert(
      fc.property(someRates, fc.constantFrom(1, 3, 6, 12), somePadding, (rates, step, padding) => {
        const found = ratesOf(monthlyIrr(flowsWithRates(rates, step, padding)));
        expect(found.length).toBe(rates.length);
        rates.forEach((rate, index) => expect(Math.abs((found[index] ?? 9) - rate)).toBeLessThan(1e-8));
      }),
      { numRuns: 300 },
    );
  });

  it("counts a rate at which the value only touches zero once", () => {
    for (const rate of [-0.3, 0, 0.1, 0.12, 1.5]) {
      const flows = flowsWithRates([rate, rate], 12, [[1, 0.4]]);
      const found = ratesOf(monthlyIrr(flows));
      expect(found.length).toBe(1);
      expect(found[0]).toBeCloseTo(rate, 6);
    }
  });

  it("reports a root of order three or four as one, without grinding", () => {
    for (const order of [3, 4]) {
      for (const step of [1, 12]) {
        const found = ratesOf(
          monthlyIrr(
            flowsWithRates(
              Array.from({ length: order }, () => 0.1),
              step,
              [],
            ),
          ),
        );
        expect(found.length).toBe(1);
        expect(found[0]).toBeCloseTo(0.1, 2);
      }
    }
  });

  it("tells a near miss from a touch and from two rates", () => {
    // v² − 2.2v + 1.21 ± d at v = 1.1 steps of a year: d > 0 lifts the flows off zero, d < 0 gives two rates.
    expect(monthlyIrr([1.21, ...zeros(11), -2.2, ...zeros(11), 1 + 1e-9]).kind).toBe("none");
    expect(ratesOf(monthlyIrr([1.21, ...zeros(11), -2.2, ...zeros(11), 1 - 1e-9])).length).toBe(2);
  });

  it("has none for flows of one sign, for no flows and for zeros", () => {
    for (const flows of [[], [0, 0], [1, 2], [-1, -5, 0]]) expect(monthlyIrr(flows)).toEqual({ kind: "none" });
  });

  it("has none outside (−99 %, 1000 %)", () => {
    const yearApart = (first: number, second: number): number[] => [first, ...zeros(11), second];
    expect(monthlyIrr(yearApart(-1, 12)).kind).toBe("none");
    expect(monthlyIrr(yearApart(-1, 0.005)).kind).toBe("none");
    expect(ratesOf(monthlyIrr(yearApart(-1, 0.02)))[0]).toBeCloseTo(-0.98, 10);
    expect(ratesOf(monthlyIrr(yearApart(-1, 10.9)))[0]).toBeCloseTo(9.9, 9);
  });

  it("gives a loss its negative rate and stays exact over 121 months with several sign changes", () => {
    const flows = Array.from({ length: 121 }, (_, month) => (month === 0 ? -100 : month < 110 ? 0.8 : -0.1));
    const irr = monthlyIrr(flows);
    const value = (rate: number): number => flows.reduce((sum, flow, month) => sum + flow * (1 + rate) ** (-month / 12), 0);
    for (const rate of ratesOf(irr)) expect(Math.abs(value(rate)) / value(-0.98)).toBeLessThan(1e-9);
    expect(ratesOf(irr).some((rate) => rate > -0.1 && rate < 0)).toBe(true);
  });

  it("agrees with itself on monthly and dated flows when the days are twelfths of 365", () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: -100, max: 100, noNaN: true }), { minLength: 2, maxLength: 40 }), (flows) => {
        const dated = datedIrr(flows.map((amountYuan, month) => ({ day: (365 * month) / 12, amountYuan })));
        expect(dated.kind).toBe(monthlyIrr(flows).kind);
      }),
      { numRuns: 100 },
    );
  });
});
