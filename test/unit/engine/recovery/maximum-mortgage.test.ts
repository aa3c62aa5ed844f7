import { describe, expect, it } from "vitest";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { litigationStages } from "../../../../shared/domain/codes.ts";
import { columnsOf, noShifts, sureSale, type TestItem, type TestLoan } from "../engine-fixtures.ts";

/** Houses are sold for sure in month 12; interest on the principal runs at 10 % a year where the desk lets it, and a curve collects all that is left. */
const base: Assumptions = {
  ...sureSale,
  interest: { ...sureSale.interest, accrualRate: 0.1 },
  curves: { ...sureSale.curves, corporateSecured: { lagMonths: 0, firstMonthRate: 1, monthlyDecay: 0 } },
};
const accruing: Assumptions = { ...base, interest: { ...base.interest, accruesToSale: true } };
const ofPrincipal: Assumptions = { ...base, interest: { ...base.interest, capsPrincipalAlone: true } };
const loan = (item: Partial<TestItem>, others: Partial<TestLoan> = {}): TestLoan => ({
  upb: 80,
  interest: 20,
  fees: 0,
  segment: 0,
  stage: litigationStages.indexOf("inExecution"),
  items: [{ appraisal: 200, kind: 0, rank: 1, senior: 0, cap: 150, ...item }],
  ...others,
});
function outcomeOf(loans: readonly TestLoan[], assumptions: Assumptions) {
  const { collateralRecovery, cashRecovery } = priceCase(columnsOf(loans), assumptions, noShifts).loans;
  const exact = (list: Float64Array) => [...list].map((yuan) => Math.round(yuan * 1e6) / 1e6);
  return { collateral: exact(collateralRecovery), left: exact(cashRecovery) };
}

describe("interest to the sale under a maximum-amount mortgage (民法典第四百二十条)", () => {
  it("is paid from the house beside the claim at cut-off", () => {
    expect(base.timing.inExecution.monthsToFirstRound).toBe(12);
    expect(outcomeOf([loan({})], accruing)).toEqual({ collateral: [108], left: [0] });
    expect(outcomeOf([loan({})], base)).toEqual({ collateral: [100], left: [0] });
  });

  it("is bounded with principal, interest and costs by the registered maximum (担保制度解释第十五条)", () => {
    // Interest of 8 comes first, so that 4 of the claim are left.
    expect(outcomeOf([loan({ cap: 104 })], accruing)).toEqual({ collateral: [104], left: [4] });
  });

  it("comes first of what is paid (民法典第五百六十一条): the claim falls by the rest", () => {
    expect(outcomeOf([loan({ appraisal: 50 })], accruing)).toEqual({ collateral: [50], left: [58] });
  });

  it("is none of a mortgage without a maximum, and stops in bankruptcy (企业破产法第四十六条)", () => {
    expect(outcomeOf([loan({ cap: null })], accruing).collateral).toEqual([100]);
    expect(outcomeOf([loan({}, { stage: litigationStages.indexOf("bankruptcy") })], accruing).collateral).toEqual([100]);
  });

  it("is named by the trace", () => {
    expect(JSON.stringify(explainLoan(columnsOf([loan({})]), 0, accruing, noShifts))).toMatch(/"key":"interestToSale"[^}]*"capYuan":150/);
  });
});

describe("a maximum of the principal (本金最高额)", () => {
  it("that holds the principal secures all that is owed on it, above the maximum too", () => {
    expect(outcomeOf([loan({ cap: 90 })], ofPrincipal).collateral).toEqual([100]);
    expect(outcomeOf([loan({ cap: 90 })], base).collateral).toEqual([90]);
  });

  it("of 60 for a principal of 80 secures three quarters of all", () => {
    expect(outcomeOf([loan({ cap: 60 })], ofPrincipal)).toEqual({ collateral: [75], left: [25] });
  });

  it("is shared by contracts, with their interest to the sale", () => {
    const two = [loan({ cap: 60, asset: 7 }, { debtor: 1 }), loan({ cap: 60, asset: 7 }, { upb: 40, interest: 0, debtor: 1 })];
    // Half of the principal of 120 is secured: half of 100 and of 40.
    expect(outcomeOf(two, ofPrincipal).collateral).toEqual([50, 20]);
    const both = { ...ofPrincipal, interest: { ...ofPrincipal.interest, accruesToSale: true } };
    expect(outcomeOf(two, both).collateral).toEqual([54, 22]);
  });
});
