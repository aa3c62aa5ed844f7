import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../main/assumptions/default-assumptions.ts";
import { assumptionSourcesSchema, assumptionsSchema, casesSchema } from "../../../shared/domain/assumptions.ts";

const { assumptions, sources, cases } = defaultAssumptionSet;

describe("default assumptions", () => {
  it("are valid, and only the statute counts as sourced throughout", () => {
    expect(assumptionsSchema.safeParse(assumptions).success).toBe(true);
    expect(assumptionSourcesSchema.safeParse(sources).success).toBe(true);
    expect(casesSchema.safeParse(cases).success).toBe(true);
    expect(
      Object.entries(sources)
        .filter(([, source]) => source.sourced)
        .map(([group]) => group),
    ).toEqual(["validity", "courtFees"]);
  });

  it("respect the floors of the online auction rules (W8)", () => {
    const [first, second] = assumptions.collateral.rounds;
    expect(first?.openingShare).toBeGreaterThanOrEqual(0.7);
    expect(second?.openingShare).toBeGreaterThanOrEqual(0.56);
  });

  // Lots sold January to October 2024; price to appraisal of lots sold in 2024.
  it("clear as many lots, and at the price, that the statistics say", () => {
    const soldShare = (factor: number): number =>
      1 - assumptions.collateral.rounds.reduce((unsold, round) => unsold * (1 - round.clearingProbability * factor), 1);
    const { clearingFactor, rounds } = assumptions.collateral;
    expect(soldShare(clearingFactor.residential)).toBeCloseTo(0.3383, 2);
    expect(soldShare(clearingFactor.industrial)).toBeCloseTo(0.3156, 2);
    expect(soldShare(clearingFactor.shop)).toBeCloseTo(0.1807, 2);
    let [unsold, sold, proceeds] = [1, 0, 0];
    for (const round of rounds) {
      sold += unsold * round.clearingProbability;
      proceeds += unsold * round.clearingProbability * round.openingShare * round.priceMultiple;
      unsold *= 1 - round.clearingProbability;
    }
    expect(Math.abs(proceeds / sold - 0.74)).toBeLessThan(0.001);
  });
});
