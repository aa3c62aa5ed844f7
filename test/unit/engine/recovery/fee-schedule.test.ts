import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { bankruptcyPetitionFee, graduatedFee, halvedFee } from "../../../../main/engine/recovery/fee-schedule.ts";

const { courtFees } = defaultAssumptionSet.assumptions;
const { acceptance, enforcement, preservation } = courtFees;

// METHOD, W6: amount, acceptance, halved, enforcement, preservation, bankruptcy petition.
const decree481 = [
  [1_000, 50, 25, 50, 30, 25],
  [10_000, 50, 25, 50, 120, 25],
  [50_000, 1_050, 525, 650, 520, 525],
  [100_000, 2_300, 1_150, 1_400, 1_020, 1_150],
  [200_000, 4_300, 2_150, 2_900, 1_520, 2_150],
  [500_000, 8_800, 4_400, 7_400, 3_020, 4_400],
  [896_000, 12_760, 6_380, 11_360, 5_000, 6_380],
  [1_000_000, 13_800, 6_900, 12_400, 5_000, 6_900],
  [2_000_000, 22_800, 11_400, 22_400, 5_000, 11_400],
  [5_000_000, 46_800, 23_400, 52_400, 5_000, 23_400],
  [10_000_000, 81_800, 40_900, 77_400, 5_000, 40_900],
  [20_000_000, 141_800, 70_900, 87_400, 5_000, 70_900],
  [30_000_000, 191_800, 95_900, 97_400, 5_000, 95_900],
  [50_000_000, 291_800, 145_900, 117_400, 5_000, 145_900],
  [100_000_000, 541_800, 270_900, 167_400, 5_000, 270_900],
  [1_000_000_000, 5_041_800, 2_520_900, 1_067_400, 5_000, 300_000],
] as const;

describe("graduatedFee", () => {
  it.each(decree481)("gives the fees of Decree 481 on %d yuan (W6)", (base, accepted, halved, enforced, preserved, petition) => {
    expect(graduatedFee(acceptance, base)).toBeCloseTo(accepted, 8);
    expect(halvedFee(acceptance, base)).toBeCloseTo(halved, 8);
    expect(graduatedFee(enforcement, base)).toBeCloseTo(enforced, 8);
    expect(graduatedFee(preservation, base)).toBeCloseTo(preserved, 8);
    expect(bankruptcyPetitionFee(courtFees, base)).toBeCloseTo(petition, 8);
  });

  it("adds a quarter of a thousandth for one fen above 10,000 yuan (W6)", () => {
    expect(graduatedFee(acceptance, 10_000.01) - graduatedFee(acceptance, 10_000)).toBeCloseTo(0.00025, 10);
  });

  it("costs nothing on nothing", () => {
    expect(graduatedFee(acceptance, 0)).toBe(0);
  });

  // METHOD, W7, 拍卖变卖规定 Art 29.
  it.each([
    [2e6, 100_000],
    [5e6, 190_000],
    [1e7, 340_000],
    [2e7, 540_000],
    [5e7, 1_140_000],
    [1e8, 1_640_000],
    [1e9, 6_140_000],
  ])("gives the offline auction commission on %d yuan (W7)", (price, commission) => {
    const slices = [
      [2e6, 0.05],
      [1e7, 0.03],
      [5e7, 0.02],
      [1e8, 0.01],
      [null, 0.005],
    ] as const;
    const schedule = { slices: slices.map(([upToYuan, rate]) => ({ upToYuan, rate, fixedYuan: 0 })), capYuan: null };
    expect(graduatedFee(schedule, price)).toBeCloseTo(commission, 6);
  });
});
