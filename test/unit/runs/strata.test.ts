import { describe, expect, it } from "vitest";
import { completeColumns } from "../../../main/engine/checks/complete-columns.ts";
import { notStatedCode, notStatedRegion } from "../../../main/packages/loaded-package.ts";
import { cutStrata, type StrataInput } from "../../../main/runs/strata.ts";

// Three loans of 100, 200 and 700 yuan; the second has no class, the third no region.
const columns = completeColumns({
  loanCount: 3,
  upb: Float64Array.of(100, 200, 700),
  interest: Float64Array.of(0, 50, 0),
  fees: Float64Array.of(0, 0, 50),
  segment: new Uint8Array(3),
  stage: new Uint8Array(3),
  fillMask: new Uint32Array(3),
  collateralStart: new Uint32Array(4),
  appraisal: new Float64Array(0),
  collateralKind: new Uint8Array(0),
  lienRank: new Uint8Array(0),
  seniorClaims: new Float64Array(0),
  securedCap: new Float64Array(0),
});
const input: StrataInput = {
  columns,
  facts: {
    fiveTierClass: Uint8Array.of(4, notStatedCode, 2),
    securityKind: Uint8Array.of(0, 0, 2),
    litigationStage: Uint8Array.of(0, 0, 0),
    region: Uint32Array.of(0, 1, notStatedRegion),
    regions: ["浚县", "淇县"],
  },
  base: { collateralRecovery: Float64Array.of(0, 100, 200), guarantorRecovery: Float64Array.of(0, 0, 100), cashRecovery: Float64Array.of(10, 0, 0) },
  allocatedFen: Float64Array.of(1, 20, 300),
};

describe("strata of a package", () => {
  it("come in the order of the code list, what isn't stated last", () => {
    expect(cutStrata(input).fiveTierClass.map((line) => line.key)).toEqual(["substandard", "loss", null]);
  });

  it("carry balances, shares, base recovery over claim and the bid that falls on them", () => {
    expect(cutStrata(input).securityKind).toEqual([
      { key: "unsecured", loans: 2, upbFen: 30_000, claimFen: 35_000, upbShare: 0.3, recoveryRate: 110 / 350, allocatedFen: 21 },
      { key: "mortgaged", loans: 1, upbFen: 70_000, claimFen: 75_000, upbShare: 0.7, recoveryRate: 0.4, allocatedFen: 300 },
    ]);
  });

  it("list regions by principal, the largest first", () => {
    expect(cutStrata(input).region.map((line) => line.key)).toEqual([null, "淇县", "浚县"]);
  });

  it("have no recovery rate without a claim", () => {
    const nothing = { ...columns, upb: new Float64Array(3), interest: new Float64Array(3), fees: new Float64Array(3) };
    const [line] = cutStrata({ ...input, columns: nothing }).litigationStage;
    expect(line).toMatchObject({ recoveryRate: null, upbShare: 0 });
  });
});
