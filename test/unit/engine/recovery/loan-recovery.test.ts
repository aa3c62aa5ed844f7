import { describe, expect, it } from "vitest";
import { laterSets } from "../../../../main/assumptions/built-in-sets.ts";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { collateralPaymentsIn } from "../../../../main/engine/groups/collateral-payments.ts";
import { planCase } from "../../../../main/engine/plan/case-plan.ts";
import { classifyPackage } from "../../../../main/engine/plan/package-classes.ts";
import { emptySplit, splitSalePrice } from "../../../../main/engine/recovery/item-waterfall.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { claimsOf, columnsOf, noFee, noShifts, type TestItem, type TestLoan } from "../engine-fixtures.ts";

const base = defaultAssumptionSet.assumptions;
/** Residential collateral at its appraisal, no growth, taxes, costs or fees: only the rounds are left. */
const plain: Assumptions = {
  ...base,
  saleTaxes: [],
  courtFees: { ...base.courtFees, enforcement: noFee },
  priorities: { ...defaultAssumptionSet.assumptions.priorities, propertyFeeRate: 0 },
  collateral: {
    ...base.collateral,
    annualGrowth: 0,
    appraisalFactor: { ...base.collateral.appraisalFactor, residential: 1, shop: 1 },
    clearingFactor: { ...base.collateral.clearingFactor, residential: 1, shop: 0.5 },
    sellerTaxRate: 0,
    saleCostRate: 0,
  },
};
const item: TestItem = { appraisal: 100, kind: 0, rank: 1, senior: 0, cap: null };
const loan: TestLoan = { upb: 1000, interest: 0, fees: 0, segment: 0, stage: 3, items: [item] };

function recover(subject: TestLoan, assumptions: Assumptions, shifts = noShifts): { total: number; byOutcome: number[] } {
  const columns = columnsOf([subject]);
  const plan = planCase({ assumptions, shifts }, classifyPackage(columns, assumptions));
  const byOutcome = Array.from({ length: plan.outcomeCount }, () => 0);
  for (const { outcome, expectedYuan } of collateralPaymentsIn(columns, plan)(0).payments) byOutcome[outcome] = (byOutcome[outcome] ?? 0) + expectedYuan;
  return { total: byOutcome.reduce((sum, yuan) => sum + yuan, 0), byOutcome };
}

/** Months of the outcomes of the one loan there is. */
function outcomeMonths(assumptions: Assumptions, shifts = noShifts): number[] {
  const plan = planCase({ assumptions, shifts }, classifyPackage(columnsOf([loan]), assumptions));
  return [...plan.outcomeMonth.subarray(0, plan.outcomeCount)];
}

describe("auction rounds", () => {
  it("expects p1·h1 + (1 − p1)·p2·h2 + (1 − p1)(1 − p2)·h3, each on its date (W8; 法释〔2016〕18号第十条、第二十六条)", () => {
    // Floors of the online rules: 70, 56, then taken at the last reserve.
    const rounds = [
      { openingShare: 0.7, clearingProbability: 0.3, priceMultiple: 1, gapMonths: 0 },
      { openingShare: 0.56, clearingProbability: 0.4, priceMultiple: 1, gapMonths: 2 },
    ];
    const assumptions = {
      ...plain,
      collateral: {
        ...plain.collateral,
        rounds,
        debtForAsset: { probability: 1, realisationShare: 1, gapMonths: 3, deedTaxRate: 0, carryRate: 0, resaleRate: 0 },
      },
    };
    const { total, byOutcome } = recover(loan, assumptions);
    expect(byOutcome[0]).toBeCloseTo(0.3 * 70, 10);
    expect(byOutcome[1]).toBeCloseTo(0.7 * 0.4 * 56, 10);
    expect(byOutcome[2]).toBeCloseTo(0.7 * 0.6 * 56, 10);
    expect(total).toBeCloseTo(21 + 15.68 + 23.52, 10);
    expect(outcomeMonths(assumptions)).toEqual([12, 14, 17]);
  });

  it.each([defaultAssumptionSet, ...laterSets])(
    "open at 70 % or more, fall by a fifth at most and come 30 days later or more (法释〔2016〕18号第十条、第二十六条): $nameEn",
    (set) => {
      const { rounds } = set.assumptions.collateral;
      const [first, second, third] = rounds;
      expect(first?.openingShare).toBeGreaterThanOrEqual(0.7);
      expect(second?.openingShare).toBeGreaterThanOrEqual((first?.openingShare ?? Number.NaN) * 0.8 - 1e-12);
      expect(second?.gapMonths).toBeGreaterThanOrEqual(1);
      // The fixed-price sale goes by the second auction's price.
      expect(third?.openingShare).toBe(second?.openingShare);
      expect(rounds).toHaveLength(3);
    },
  );

  it("recovers nothing beyond the horizon and never goes before month 0", () => {
    const short = { ...plain, horizonMonths: 13 };
    const { byOutcome } = recover(loan, short);
    expect(byOutcome[0]).toBeGreaterThan(0);
    expect(byOutcome.slice(1)).toEqual([0, 0, 0]);
    expect(recover(loan, short, { ...noShifts, delayMonthsShift: 2 }).total).toBe(0);
    expect(outcomeMonths(plain, { ...noShifts, delayMonthsShift: -60 })[0]).toBe(0);
  });

  it("clamps shifted probabilities at certainty", () => {
    expect(recover(loan, plain, { ...noShifts, clearingProbabilityShift: 2 }).total).toBeLessThan(100);
    const sure = { ...plain, collateral: { ...plain.collateral, rounds: [{ openingShare: 0.7, clearingProbability: 0.9, priceMultiple: 1, gapMonths: 0 }] } };
    expect(recover(loan, sure, { ...noShifts, clearingProbabilityShift: 1 }).byOutcome).toEqual([70, 0]);
  });
});

describe("ranking waterfall", () => {
  // METHOD, W12: enforcement fee and sale costs 200,000, construction priority 1,500,000, our mortgage 6,000,000.
  it.each([
    [10_000_000, 6_000_000, 2_300_000],
    [14_000_000, 6_000_000, 6_300_000],
    [7_000_000, 5_300_000, 0],
    [1_000_000, 0, 0],
  ])("pays a first mortgage from a hammer price of %d (W12)", (hammerYuan, oursYuan, leftYuan) => {
    const split = emptySplit();
    const claims = claimsOf({ enforcementFee: 200_000, priorityClaims: 1_500_000 }, { securedCapYuan: 6_000_000 });
    expect(splitSalePrice(hammerYuan, [], claims, split)).toBe(oursYuan);
    expect(split.aboveCapYuan).toBe(leftYuan);
    expect(
      Object.values(split)
        .flatMap((part) => (typeof part === "number" ? [part] : [...part]))
        .reduce((sum, part) => sum + part, 0),
    ).toBe(hammerYuan);
  });

  it("infers prior claims from the rank only where none are stated", () => {
    const second = { ...loan, items: [{ ...item, rank: 2, senior: null }] };
    const stated = { ...loan, items: [{ ...item, rank: 2, senior: 40 }] };
    expect(recover(second, plain).total).toBeCloseTo(recover(stated, plain).total, 12);
    expect(recover({ ...loan, items: [{ ...item, rank: 2, senior: 0 }] }, plain).total).toBeCloseTo(recover(loan, plain).total, 12);
  });

  it("never pays a loan more than its claim, over all items jointly", () => {
    const sure = { ...plain, collateral: { ...plain.collateral, rounds: [{ openingShare: 0.7, clearingProbability: 1, priceMultiple: 1, gapMonths: 0 }] } };
    const sold = recover({ ...loan, upb: 100, items: [item, { ...item }] }, sure);
    expect(sold.total).toBeCloseTo(100, 10);
  });

  it("takes several items as comonotone: never above independent sales, and below what they would bring alone", () => {
    // Two items selling for 70 with probability one half, claim 100: together 0.5 · 100; independent 0.5 · 70 + 0.25 · 100.
    const half = {
      ...plain,
      collateral: {
        ...plain.collateral,
        rounds: [{ openingShare: 0.7, clearingProbability: 0.5, priceMultiple: 1, gapMonths: 0 }],
        debtForAsset: { probability: 0, realisationShare: 0, gapMonths: 0, deedTaxRate: 0, carryRate: 0, resaleRate: 0 },
      },
    };
    expect(recover({ ...loan, upb: 100, items: [item, { ...item }] }, half).total).toBeCloseTo(50, 10);
    // A shop clears half as often: 0.25 · min(100, 140) + 0.25 · 70.
    expect(recover({ ...loan, upb: 100, items: [item, { ...item, kind: 1 }] }, half).total).toBeCloseTo(42.5, 10);
  });
});
