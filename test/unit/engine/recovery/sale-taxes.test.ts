import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import { type Assumptions, assumptionsSchema } from "../../../../shared/domain/assumptions.ts";
import { collateralKinds } from "../../../../shared/domain/codes.ts";
import { columnsOf, noFee, noShifts, type TestLoan } from "../engine-fixtures.ts";

const base = defaultAssumptionSet.assumptions;
/** One sale that is sure, at the appraisal, in the month of the loan's own estimate; only the taxes are deducted. */
const sure: Assumptions = {
  ...base,
  closing: { ...base.closing, closingMonth: 0 },
  priorities: { ...base.priorities, propertyFeeRate: 0 },
  courtFees: { ...base.courtFees, enforcement: noFee },
  collateral: { ...base.collateral, annualGrowth: 0, saleCostRate: 0 },
};
const sold = (kind: (typeof collateralKinds)[number], month: number, isIndividual: boolean): TestLoan => ({
  upb: 2_000_000,
  interest: 0,
  fees: 0,
  segment: 0,
  stage: 3,
  isIndividual,
  estimate: { haircut: 0, probability: 1, months: month },
  items: [{ appraisal: 1_000_000, kind: collateralKinds.indexOf(kind), rank: 1, senior: 0, cap: null }],
});
const recovered = (loan: TestLoan, assumptions = sure) => priceCase(columnsOf([loan]), assumptions, noShifts).loans.collateralRecovery[0];

describe("taxes of a sale of 1,000,000 yuan, cut-off 2025-09-30", () => {
  // VAT with surcharges of 12 % out of the price with tax, land VAT as assessed, stamp duty of 0.05 %.
  it.each([
    ["of a company's plant in December 2025: 5/105 × 1.12 and 5 % (财税〔2016〕36号)", "industrial", 3, false, 1_000_000 * (1 - 0.0533 - 0.05 - 0.0005)],
    ["of a company's plant in January 2026: 9/109 × 1.12 (增值税法第十条)", "industrial", 4, false, 1_000_000 * (1 - 0.0925 - 0.05 - 0.0005)],
    ["of an individual's shop in 2026: 3/103 × 1.12 (增值税法第十一条)", "shop", 12, true, 1_000_000 * (1 - 0.0326 - 0.05 - 0.0005)],
    ["of an individual's home: no VAT, no land VAT (财税〔2008〕137号)", "residential", 12, true, 1_000_000 * (1 - 0.0005)],
    ["of a company's goods: 13/113 × 1.12", "inventory", 12, false, 1_000_000 * (1 - 0.1288 - 0.0005)],
    ["of shares: stamp duty alone (印花税法)", "equity", 12, false, 1_000_000 * (1 - 0.0005)],
  ] as const)("%s", (_title, kind, month, isIndividual, expected) => {
    expect(recovered(sold(kind, month, isIndividual))).toBeCloseTo(expected, 6);
  });

  it("stand line by line in the trace, with the rates of their month", () => {
    const trace = JSON.stringify(explainLoan(columnsOf([sold("industrial", 4, false)]), 0, sure, noShifts));
    for (const [key, rate] of [
      ["saleVat", 0.0925],
      ["landVat", 0.05],
      ["stampDuty", 0.0005],
    ]) {
      expect(trace).toMatch(new RegExp(`"key":"${key}"[^}]*"rate":${rate}`));
    }
  });

  it("are none by kind in a set that was stored before they were", () => {
    const { saleTaxes: _, ...stored } = { ...sure, collateral: { ...sure.collateral, sellerTaxRate: 0.06 } };
    expect(recovered(sold("industrial", 4, false), assumptionsSchema.parse(stored))).toBeCloseTo(940_000, 6);
  });

  it("are refused where the tables don't stand in the order of their days", () => {
    expect(assumptionsSchema.safeParse({ ...base, saleTaxes: base.saleTaxes.toReversed() }).success).toBe(false);
  });
});

describe("an asset taken for a debt after the last failed round (民诉法解释第四百九十一条)", () => {
  const taken: Assumptions = {
    ...sure,
    saleTaxes: [],
    collateral: {
      ...sure.collateral,
      appraisalFactor: { ...sure.collateral.appraisalFactor, industrial: 1 },
      rounds: [{ openingShare: 0.7, clearingProbability: 0, priceMultiple: 1, gapMonths: 0 }],
      debtForAsset: { probability: 1, realisationShare: 0.8, gapMonths: 18, deedTaxRate: 0.03, carryRate: 0.012, resaleRate: 0.06 },
    },
  };
  const { estimate: _, ...loan } = sold("industrial", 0, false);

  it("bears deed tax on the take-over price (契税法第三条), its carry until the resale and the taxes of the resale", () => {
    // Taken over at 700,000, resold at 560,000: 21,000 deed tax, 12,600 carry, 33,600 of the resale.
    expect(recovered(loan, taken)).toBeCloseTo(560_000 - 21_000 - 12_600 - 33_600, 6);
    const trace = JSON.stringify(explainLoan(columnsOf([loan]), 0, taken, noShifts));
    for (const [key, yuan] of [
      ["deedTax", 21_000],
      ["carry", 12_600],
      ["resaleCost", 33_600],
    ]) {
      expect(trace).toMatch(new RegExp(`"key":"${key}"[^}]*"deductionYuan":${yuan}(\\.0|[.,])`));
    }
  });

  it("costs nothing more in a set that was stored before its costs were", () => {
    const { deedTaxRate: _deed, carryRate: _carry, resaleRate: _resale, ...before } = taken.collateral.debtForAsset;
    expect(recovered(loan, assumptionsSchema.parse({ ...taken, collateral: { ...taken.collateral, debtForAsset: before } }))).toBeCloseTo(560_000, 6);
  });
});
