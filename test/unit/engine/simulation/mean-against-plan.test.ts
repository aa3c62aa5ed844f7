import { describe, expect, it } from "vitest";
import { meanAgainstPlan } from "../../../../main/engine/simulation/mean-against-plan.ts";
import { collateralKinds, segments } from "../../../../shared/domain/codes.ts";
import { plainSimulation } from "../../../../shared/domain/simulation-assumptions.ts";

const none = <K extends string>(keys: readonly K[]) => Object.fromEntries(keys.map((key) => [key, 0])) as Record<K, number>;
const still = {
  ...plainSimulation,
  valueVolatility: none(collateralKinds),
  cashVolatility: none(segments),
  delay: { meanMonths: 0, spreadMonths: 0, loading: 0.5 },
};
const reasonsOf = (change: Partial<typeof plainSimulation>, hasGuarantorCaps = false) =>
  meanAgainstPlan({ mean: 100, standardError: 1 }, 100, { terms: { ...still, ...change }, hasGuarantorCaps }).reasons;

describe("the mean beside the plan", () => {
  it.each([
    [1010, 5, 10, 0.01, false],
    [1011, 5, 11, 0.011, true],
    [989, 5, -11, -0.011, true],
    [1000, 0, 0, 0, false],
  ])("is %d with an error of %d, for a plan of 1,000", (mean, standardError, difference, share, isBeyondError) => {
    const told = meanAgainstPlan({ mean, standardError }, 1000, { terms: still, hasGuarantorCaps: false });
    expect(told).toEqual({ plannedFen: 1000, differenceFen: difference, differenceShare: share, isBeyondError, reasons: [] });
  });

  it("has no share of a plan of nothing, and keeps its sign where the plan loses", () => {
    const terms = { terms: still, hasGuarantorCaps: false };
    expect(meanAgainstPlan({ mean: 5, standardError: 1 }, 0, terms).differenceShare).toBeNull();
    expect(meanAgainstPlan({ mean: -110, standardError: 1 }, -100, terms).differenceShare).toBeCloseTo(-0.1, 12);
  });

  it("names what is drawn and may meet a bound, and nothing else", () => {
    expect(reasonsOf({})).toEqual([]);
    expect(reasonsOf({ valueVolatility: plainSimulation.valueVolatility })).toEqual(["priceBounds"]);
    expect(reasonsOf({ cashVolatility: plainSimulation.cashVolatility })).toEqual(["cashBounds"]);
    expect(reasonsOf({}, true)).toEqual(["guarantorCaps"]);
    expect(reasonsOf({ delay: { meanMonths: 2, spreadMonths: 0, loading: 0.5 } })).toEqual(["delays"]);
    expect(reasonsOf({ valueVolatility: plainSimulation.valueVolatility, delay: { meanMonths: 0, spreadMonths: 6, loading: 0.5 } })).toEqual([
      "priceBounds",
      "delays",
      "slowInFallingMarkets",
    ]);
  });
});
