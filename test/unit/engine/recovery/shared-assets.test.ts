import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { litigationStages } from "../../../../shared/domain/codes.ts";
import { columnsOf, noShifts, sureSale, type TestItem, type TestLoan } from "../engine-fixtures.ts";

const base = defaultAssumptionSet.assumptions;
const bankruptcy = litigationStages.indexOf("bankruptcy");
const house: TestItem = { appraisal: 100, kind: 0, rank: 1, senior: 0, cap: null, asset: 7 };
const loan: TestLoan = { upb: 60, interest: 0, fees: 0, segment: 0, stage: 3, items: [house] };

function recovered(loans: readonly TestLoan[], assumptions = sureSale): number[] {
  return [...priceCase(columnsOf(loans), assumptions, noShifts).loans.collateralRecovery];
}

describe("an asset that secures several loans", () => {
  it("is sold once and pays by rank, then pro rata to claims", () => {
    expect(recovered([loan, { ...loan, items: [{ ...house, rank: 2 }] }])).toEqual([60, 40]);
    expect(recovered([loan, { ...loan, upb: 180 }])).toEqual([25, 75]);
    // Had each loan its own house, both were paid in full.
    expect(recovered([{ ...loan, items: [{ ...house, asset: 1 }] }, loan])).toEqual([60, 60]);
  });

  it("asks for a claim once where a loan lists it twice at one rank (民法典 414)", () => {
    const twice = { ...loan, upb: 60, items: [house, house] };
    // 60 and 60 share 100 evenly, however often one of them is listed.
    expect(recovered([twice, loan])).toEqual([50, 50]);
    expect(
      recovered([
        { ...loan, upb: 40, items: [house, house] },
        { ...loan, items: [{ ...house, rank: 2 }] },
      ]),
    ).toEqual([40, 60]);
  });

  it("asks for a claim once among seizures of one place, and those of an individual (民诉法解释 508, 514)", () => {
    const seized = { ...house, isSeized: true, rivals: 0 };
    expect(
      recovered([
        { ...loan, items: [seized, seized] },
        { ...loan, items: [seized] },
      ]),
    ).toEqual([50, 50]);
    const beside = { ...loan, isIndividual: true, upb: 100, items: [{ ...seized, rivals: 200 }] };
    expect(recovered([{ ...beside, items: [...beside.items, ...beside.items] }, beside]).map((yuan) => Math.round(yuan * 1e9) / 1e9)).toEqual([25, 25]);
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
    const share = { ...sureSale, collateral: { ...sureSale.collateral, seniorShareByMissingRank: 0.1 } };
    expect(recovered([third], share)).toEqual([60]);
    expect(recovered([loan, third], share)).toEqual([60, 30]);
  });

  it("is sold by the court of the loan that has come furthest", () => {
    const { flows } = priceCase(columnsOf([{ ...loan, stage: 0 }, loan]), sureSale, noShifts);
    expect(flows.collateral.flatMap((yuan, month) => (yuan > 0 ? [month] : []))).toEqual([sureSale.timing.inExecution.monthsToFirstRound]);
  });
});

describe("assets that are sold in one month", () => {
  const other = { ...house, asset: 8 };

  it("bear a claim that both secure in proportion to their proceeds, as where all are auctioned at once (民法典 409, 414)", () => {
    // B of 90 has both houses of 100 and 50 first: 60 and 30; so C behind it on the first has 40, D on the second 20.
    const both = { ...loan, upb: 90, items: [house, { ...other, appraisal: 50 }] };
    const second = { ...loan, upb: 200, items: [{ ...house, rank: 2 }] };
    const third = { ...loan, upb: 200, items: [{ ...other, appraisal: 50, rank: 2 }] };
    expect(recovered([both, second, third]).map((yuan) => Math.round(yuan * 1e9) / 1e9)).toEqual([90, 40, 20]);
    expect(recovered([third, second, both]).map((yuan) => Math.round(yuan * 1e9) / 1e9)).toEqual([20, 40, 90]);
  });

  it("give a claim that one of them has paid no more of the other's rank", () => {
    // A and B share the first rank of 100; A has another house of 60 with nobody else: after 30 of each it is paid.
    const first = { ...loan, upb: 60, items: [house, other].map((item, index) => ({ ...item, appraisal: index === 0 ? 100 : 60 })) };
    const beside = { ...loan, upb: 60 };
    const neighbour = { ...loan, upb: 1, items: [{ ...other, appraisal: 60, rank: 2 }] };
    const [one, two, three] = recovered([first, beside, neighbour]);
    // Per share s of the proceeds A gets 100 s / 2 + 60 s until s = 60 / 110; B the same half, then all.
    expect(one).toBeCloseTo(60, 9);
    expect(two).toBeCloseTo(60, 9);
    expect(three).toBeCloseTo(1, 9);
  });
});

describe("four claimants of one asset (W12)", () => {
  /** Fees 200,000 and construction priority 1,500,000; mortgages 6,000,000 and 3,000,000; A and B seized for 2,000,000 each, A first. */
  const claimants = (hammer: number, isIndividual: boolean, ...stages: number[]): TestLoan[] => {
    const row = { ...house, appraisal: hammer, priority: 1_700_000 };
    const seized = { ...row, isSeized: true };
    return [
      { ...loan, upb: 6_000_000, items: [row] },
      { ...loan, upb: 3_000_000, items: [{ ...row, rank: 2 }] },
      { ...loan, upb: 2_000_000, isIndividual, items: [seized] },
      { ...loan, upb: 2_000_000, isIndividual, items: [{ ...seized, rivals: isIndividual || stages.length > 0 ? 0 : 2_000_000 }] },
    ].map((one, index) => ({ ...one, stage: stages[index] ?? one.stage }));
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

  it.each([false, true])("share pro rata where the debtor is in bankruptcy, whoever seized first (individual debtor: %s)", (isIndividual) => {
    expect(recovered(claimants(14_000_000, isIndividual, bankruptcy, bankruptcy, bankruptcy, bankruptcy))).toEqual([
      6_000_000, 3_000_000, 1_650_000, 1_650_000,
    ]);
    // One claim in bankruptcy is enough: all that is owed by that debtor is.
    expect(recovered(claimants(14_000_000, isIndividual, 3, 3, bankruptcy, 3))).toEqual([6_000_000, 3_000_000, 1_650_000, 1_650_000]);
  });

  it.each([false, true])("pay a seizure of ours alone pro rata in bankruptcy (individual debtor: %s)", (isIndividual) => {
    const seized = { ...house, appraisal: 14_000_000, priority: 1_700_000, senior: 9_000_000, isSeized: true, rivals: 2_000_000 };
    const bankrupt = { ...loan, upb: 2_000_000, stage: bankruptcy, isIndividual, items: [seized] };
    expect(recovered([bankrupt])[0]).toBeCloseTo(1_650_000, 6);
    const keys = JSON.stringify(explainLoan(columnsOf([bankrupt]), 0, sureSale, noShifts));
    expect(keys).toContain("rivalsInBankruptcy");
    expect(keys).not.toContain("rivalsBefore");
  });
});

describe("the enforcement fee", () => {
  const fees: Assumptions = { ...sureSale, courtFees: base.courtFees };
  const million = { ...house, appraisal: 1_000_000 };
  const owed: TestLoan = { ...loan, upb: 2_000_000, items: [million] };

  it("is taken from an enforced sale (W6: 22,400 on two million), and not in bankruptcy, which suspends enforcement", () => {
    expect(recovered([owed], fees)[0]).toBeCloseTo(1_000_000 - 22_400, 6);
    expect(recovered([{ ...owed, stage: bankruptcy }], fees)[0]).toBeCloseTo(1_000_000, 6);
    const trace = JSON.stringify(explainLoan(columnsOf([{ ...owed, stage: bankruptcy }]), 0, fees, noShifts));
    expect(trace).not.toContain("enforcementFee");
  });

  it("is not taken for the loans in bankruptcy among those of one asset", () => {
    const total = (...stages: number[]): number =>
      recovered(
        stages.map((stage) => ({ ...owed, stage })),
        fees,
      ).reduce((sum, yuan) => sum + yuan, 0);
    expect(total(3, 3)).toBeCloseTo(1_000_000 - 2 * 22_400, 6);
    expect(total(bankruptcy, 3)).toBeCloseTo(1_000_000 - 22_400, 6);
    expect(total(bankruptcy, bankruptcy)).toBeCloseTo(1_000_000, 6);
  });
});
