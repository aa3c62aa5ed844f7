import { describe, expect, it } from "vitest";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { columnsOf, noShifts, sureSale, type TestItem, type TestLoan } from "../engine-fixtures.ts";

/**
 * The only round fails for sure at 100, and the house is taken for the debt at that price; it is resold at 80 % a year later.
 * Nothing else is deducted, and nothing is collected in cash.
 */
const taken: Assumptions = {
  ...sureSale,
  hurdleRate: 0.1,
  closing: { ...sureSale.closing, closingMonth: 0 },
  collateral: {
    ...sureSale.collateral,
    rounds: [{ openingShare: 1, clearingProbability: 0, priceMultiple: 1, gapMonths: 0 }],
    debtForAsset: { probability: 1, realisationShare: 0.8, gapMonths: 12, deedTaxRate: 0, carryRate: 0, resaleRate: 0 },
  },
};
const month = taken.timing.inExecution.monthsToFirstRound;
const house: TestItem = { appraisal: 100, kind: 0, rank: 1, senior: 0, cap: null };
const loan = (upb: number, item: Partial<TestItem> = {}, others: Partial<TestLoan> = {}): TestLoan => ({
  upb,
  interest: 0,
  fees: 0,
  segment: 0,
  stage: 3,
  items: [{ ...house, ...item }],
  ...others,
});
/** Cash of the collateral by month, months without any left out; and what is left of the claim, seen by a curve that collects all of it. */
function outcomeOf(loans: readonly TestLoan[], assumptions = taken) {
  const curve = { lagMonths: 0, firstMonthRate: 1, monthlyDecay: 0 };
  const curves = { ...assumptions.curves, corporateSecured: curve };
  const { flows, loans: results } = priceCase(columnsOf(loans), { ...assumptions, curves }, noShifts);
  return {
    cash: Object.fromEntries(flows.collateral.flatMap((yuan, at) => (Math.abs(yuan) > 1e-9 ? [[at, Math.round(yuan * 1e6) / 1e6]] : []))),
    left: [...results.cashRecovery].map((yuan) => Math.round(yuan * 1e6) / 1e6),
  };
}

describe("a house taken at 100 for a claim of 150 (拍卖变卖规定第十六条)", () => {
  it("pays the claim by its price, not by the 80 that the resale brings a year later", () => {
    expect(outcomeOf([loan(150)])).toEqual({ cash: { [month + 12]: 80 }, left: [50] });
  });

  it("has prior claims paid in cash at take-over, and is set off by the rest", () => {
    expect(outcomeOf([loan(150, { rank: 2, senior: 30 })])).toEqual({ cash: { [month]: -30, [month + 12]: 80 }, left: [80] });
  });

  it("has deed tax paid at take-over, taxes of the transfer too, and carry and resale costs out of the resale", () => {
    const collateral = {
      ...taken.collateral,
      sellerTaxRate: 0.05,
      debtForAsset: { ...taken.collateral.debtForAsset, deedTaxRate: 0.03, carryRate: 0.01, resaleRate: 0.05 },
    };
    // Paid: 5 of taxes and 3 of deed tax; resale: 80 × 0.95 − 1; set off: 95.
    expect(outcomeOf([loan(150)], { ...taken, collateral })).toEqual({ cash: { [month]: -8, [month + 12]: 75 }, left: [55] });
  });

  it("has the difference paid where the claim, or the cap, is less than the price (第十六条：补交差额)", () => {
    expect(outcomeOf([loan(90)])).toEqual({ cash: { [month]: -10, [month + 12]: 80 }, left: [0] });
    expect(outcomeOf([loan(150, { cap: 60 })])).toEqual({ cash: { [month]: -40, [month + 12]: 80 }, left: [90] });
  });

  it("is not taken where the resale is worth less than the cash paid, at the set's hurdle", () => {
    // 80 ÷ 1.1 = 72.73: a difference of 72 is paid, one of 73 isn't.
    expect(outcomeOf([loan(28)]).cash).toEqual({ [month]: -72, [month + 12]: 80 });
    expect(outcomeOf([loan(27)])).toEqual({ cash: {}, left: [27] });
    expect(JSON.stringify(explainLoan(columnsOf([loan(27)]), 0, taken, noShifts))).toMatch(/"key":"takeOverRefused"[^}]*"setOffYuan":27/);
  });

  it("is not taken where prior claims take all of the price (无益拍卖)", () => {
    expect(outcomeOf([loan(150, { rank: 2, senior: 100 })])).toEqual({ cash: {}, left: [150] });
  });
});

describe("a house that secures several claims, taken for the debt", () => {
  const shared = { asset: 7 };

  it("is set off by rank, and its cash is shared by what is set off", () => {
    const two = [loan(60, shared), loan(80, { ...shared, rank: 2, senior: null })];
    // 60 and 40 set off; nothing is paid, 80 come in.
    expect(outcomeOf(two)).toEqual({ cash: { [month + 12]: 80 }, left: [0, 40] });
    expect([...priceCase(columnsOf(two), taken, noShifts).loans.collateralRecovery].map((yuan) => Math.round(yuan * 1e6) / 1e6)).toEqual([48, 32]);
  });

  it("leaves of the difference paid to the debtor what nets with that debtor's other claims", () => {
    const netted = { ...taken, priorities: { ...taken.priorities, surplusShare: 0.5 } };
    const two = [loan(90, {}, { debtor: 1 }), { ...loan(40, {}, { debtor: 1 }), items: [] }];
    // 10 are paid to the debtor, and 5 of them come back to the other claim.
    expect(outcomeOf(two, netted)).toEqual({ cash: { [month]: -5, [month + 12]: 80 }, left: [0, 35] });
  });
});
