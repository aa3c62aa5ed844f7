import { describe, expect, it } from "vitest";
import { priceCase } from "../../../main/engine/price-package.ts";
import { defaultAssumptionSet } from "../../../main/pricing/default-assumptions.ts";
import type { Assumptions } from "../../../shared/domain/assumptions.ts";
import { columnsOf, noShifts, type TestItem, type TestLoan } from "./engine-fixtures.ts";

const base = defaultAssumptionSet.assumptions;
const noFee = { slices: [{ upToYuan: null, rate: 0, fixedYuan: 0 }], capYuan: null };
/** One sale that is sure, at the appraisal; nothing is deducted but what the test states. */
const sure: Assumptions = {
  ...base,
  courtFees: { ...base.courtFees, enforcement: noFee },
  collateral: {
    ...base.collateral,
    annualGrowth: 0,
    appraisalFactor: { ...base.collateral.appraisalFactor, residential: 1 },
    clearingFactor: { ...base.collateral.clearingFactor, residential: 1 },
    rounds: [{ openingShare: 1, clearingProbability: 1, priceMultiple: 1, gapMonths: 0 }],
    sellerTaxRate: 0,
    saleCostRate: 0,
  },
};
const house: TestItem = { appraisal: 100, kind: 0, rank: 1, senior: 0, cap: null, asset: 7 };
const loan: TestLoan = { upb: 60, interest: 0, fees: 0, segment: 0, stage: 3, items: [house] };

function recovered(loans: readonly TestLoan[], assumptions = sure): number[] {
  return [...priceCase(columnsOf(loans), assumptions, noShifts).loans.collateralRecovery];
}

describe("an asset that secures several loans", () => {
  it("is sold once and pays by rank, then pro rata to claims", () => {
    expect(recovered([loan, { ...loan, items: [{ ...house, rank: 2 }] }])).toEqual([60, 40]);
    expect(recovered([loan, { ...loan, upb: 180 }])).toEqual([25, 75]);
    // Had each loan its own house, both were paid in full.
    expect(recovered([{ ...loan, items: [{ ...house, asset: 1 }] }, loan])).toEqual([60, 60]);
  });

  it("pays two loans of one mortgage up to their common cap, as it would pay one loan", () => {
    const capped = { ...house, cap: 70 };
    const halves = { ...loan, upb: 100, items: [capped] };
    expect(recovered([halves, halves])).toEqual([35, 35]);
    expect(recovered([{ ...halves, upb: 200 }])).toEqual([70]);
  });

  it("takes the lowest appraisal and counts a stated prior claim from the top, ours included", () => {
    const second = { ...loan, items: [{ ...house, appraisal: 90, rank: 2, senior: 60 }] };
    expect(recovered([loan, second])).toEqual([60, 30]);
    expect(recovered([loan, { ...loan, items: [{ ...house, rank: 2, senior: 75 }] }])).toEqual([60, 25]);
  });

  it("counts only those ranks as missing that no loan of the package holds", () => {
    const third = { ...loan, items: [{ ...house, rank: 3, senior: null }] };
    const share = { ...sure, collateral: { ...sure.collateral, seniorShareByMissingRank: 0.1 } };
    expect(recovered([third], share)).toEqual([60]);
    expect(recovered([loan, third], share)).toEqual([60, 30]);
  });

  it("is sold by the court of the loan that has come furthest", () => {
    const { flows } = priceCase(columnsOf([{ ...loan, stage: 0 }, loan]), sure, noShifts);
    expect(flows.collateral.flatMap((yuan, month) => (yuan > 0 ? [month] : []))).toEqual([sure.timing.inExecution.monthsToFirstRound]);
  });
});

describe("four claimants of one asset (W12)", () => {
  /** Fees 200,000 and construction priority 1,500,000; mortgages 6,000,000 and 3,000,000; A and B seized for 2,000,000 each, A first. */
  const claimants = (hammer: number, isIndividual: boolean): TestLoan[] => {
    const row = { ...house, appraisal: hammer, priority: 1_700_000 };
    const seized = { ...row, isSeized: true };
    return [
      { ...loan, upb: 6_000_000, items: [row] },
      { ...loan, upb: 3_000_000, items: [{ ...row, rank: 2 }] },
      { ...loan, upb: 2_000_000, isIndividual, items: [seized] },
      { ...loan, upb: 2_000_000, isIndividual, items: [{ ...seized, rivals: isIndividual ? 0 : 2_000_000 }] },
    ];
  };

  it.each([
    [10_000_000, false, [6_000_000, 2_300_000, 0, 0]],
    [10_000_000, true, [6_000_000, 2_300_000, 0, 0]],
    [14_000_000, false, [6_000_000, 3_000_000, 2_000_000, 1_300_000]],
    [14_000_000, true, [6_000_000, 3_000_000, 1_650_000, 1_650_000]],
  ])("are paid from %d yuan, individual debtor: %s", (hammer, isIndividual, expected) => {
    expect(recovered(claimants(hammer, isIndividual))).toEqual(expected);
  });

  it.each([
    [false, 2_000_000, 1_300_000],
    [false, 0, 2_000_000],
    [true, 2_000_000, 1_650_000],
  ])("pay a seizure of ours alone, individual debtor: %s, rivals %d", (isIndividual, rivals, expected) => {
    const seized = { ...house, appraisal: 14_000_000, priority: 1_700_000, senior: 9_000_000, isSeized: true, rivals };
    expect(recovered([{ ...loan, upb: 2_000_000, isIndividual, items: [seized] }])[0]).toBeCloseTo(expected, 6);
  });
});
