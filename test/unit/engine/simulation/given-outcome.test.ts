import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalTail } from "../../../../main/engine/numbers/normal-tail.ts";
import { latentGivenOutcome, levelGivenOutcome } from "../../../../main/engine/simulation/given-outcome.ts";
import { inverseNormal, meanBetween } from "../reference/reference-simulation.ts";

const { NEGATIVE_INFINITY, POSITIVE_INFINITY } = Number;
const some = (min: number, max: number) => fc.double({ min, max, noNaN: true });

describe("the normal distribution's tail", () => {
  it("is what tables print", () => {
    expect(normalTail(0)).toBe(0.5);
    expect(normalTail(1.959963984540054)).toBeCloseTo(0.025, 14);
    expect(normalTail(-1)).toBeCloseTo(0.8413447460685429, 14);
    expect(normalTail(5) / 2.866515718791939e-7).toBeCloseTo(1, 12);
    expect(normalTail(10) / 7.61985302416052e-24).toBeCloseTo(1, 12);
    expect([normalTail(POSITIVE_INFINITY), normalTail(NEGATIVE_INFINITY)]).toEqual([0, 1]);
  });

  it("is undone by its inverse", () => {
    fc.assert(
      fc.property(some(1e-9, 1 - 1e-9), (p) => {
        expect(Math.abs(normalTail(-inverseNormal(p)) / p - 1)).toBeLessThan(1e-10);
      }),
    );
  });
});

describe("given how a sale ends", () => {
  it("level and latent number have the means that an integral gives", () => {
    fc.assert(
      fc.property(some(-4, 3.5), some(0.01, 3), some(0, 0.9), (from, width, tie) => {
        const ends = { from, to: from + width };
        const level = meanBetween(ends.from, ends.to, (y) => Math.exp(-tie * y - 0.5 * tie * tie));
        expect(Math.abs(levelGivenOutcome(ends, tie) / level - 1)).toBeLessThan(1e-8);
        expect(latentGivenOutcome(ends)).toBeCloseTo(
          meanBetween(ends.from, ends.to, (y) => y),
          8,
        );
      }),
    );
  });

  it("all outcomes together have a level of 1 and a latent number of 0", () => {
    expect(levelGivenOutcome({ from: NEGATIVE_INFINITY, to: POSITIVE_INFINITY }, 0.4)).toBe(1);
    expect(latentGivenOutcome({ from: NEGATIVE_INFINITY, to: POSITIVE_INFINITY })).toBe(0);
    const ends = [NEGATIVE_INFINITY, -1.3, 0.2, POSITIVE_INFINITY];
    const shares = [1, 2, 3].map((at) => normalTail(ends[at - 1] ?? 0) - normalTail(ends[at] ?? 0));
    const meanOf = (of: (limits: { from: number; to: number }) => number) =>
      shares.reduce((sum, share, at) => sum + share * of({ from: ends[at] ?? 0, to: ends[at + 1] ?? 0 }), 0);
    expect(meanOf((limits) => levelGivenOutcome(limits, 0.4))).toBeCloseTo(1, 13);
    expect(meanOf(latentGivenOutcome)).toBeCloseTo(0, 13);
  });

  it("an early sale comes in a good market: half of the loans sell, σ = 0.3, loadings 0.15 and 0.3", () => {
    // r = √(0.15 · 0.3) = 0.2121; Φ(0.3 · 0.2121) ÷ ½ = Φ(0.06364) × 2 = 0.525371 × 2.
    expect(levelGivenOutcome({ from: NEGATIVE_INFINITY, to: 0 }, 0.3 * Math.sqrt(0.15 * 0.3))).toBeCloseTo(1.050742, 5);
    // −φ(0) ÷ ½ = −0.797885.
    expect(latentGivenOutcome({ from: NEGATIVE_INFINITY, to: 0 })).toBeCloseTo(-0.797885, 6);
  });

  it("stay finite where an outcome can hardly be", () => {
    for (const [from, to] of [
      [6, 6.0000001],
      [NEGATIVE_INFINITY, -7],
      [7, POSITIVE_INFINITY],
      [NEGATIVE_INFINITY, NEGATIVE_INFINITY],
      [POSITIVE_INFINITY, POSITIVE_INFINITY],
      [1, 1],
    ] as const) {
      expect(levelGivenOutcome({ from, to }, 0.5)).toBeGreaterThan(0);
      expect(Number.isFinite(levelGivenOutcome({ from, to }, 0.5))).toBe(true);
      expect(Number.isFinite(latentGivenOutcome({ from, to }))).toBe(true);
    }
  });
});
