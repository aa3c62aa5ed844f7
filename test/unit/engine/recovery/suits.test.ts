import { describe, expect, it } from "vitest";
import { builtInSetOf } from "../../../../main/assumptions/built-in-sets.ts";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import { isSuitForgone, suitBalance } from "../../../../main/engine/recovery/suits.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { litigationStages, segments } from "../../../../shared/domain/codes.ts";
import { columnsOf, noShifts, type TestLoan } from "../engine-fixtures.ts";

const retail = builtInSetOf("retailBulk").assumptions;
/** A curve of 10 % in the one month that counts: what a suit brings can be worked out by hand. */
const assumptions: Assumptions = {
  ...retail,
  curves: { ...retail.curves, retailCard: { lagMonths: 1, firstMonthRate: 0.1, monthlyDecay: 0 } },
  agedCurves: { ...retail.agedCurves, retailCard: [{ fromDaysPastDue: 361, lagMonths: 1, firstMonthRate: 0.5, monthlyDecay: 0 }] },
};
const claimOf = (upb: number, change: Partial<TestLoan> = {}): TestLoan => ({
  upb,
  interest: 0,
  fees: 0,
  segment: segments.indexOf("retailCard"),
  stage: litigationStages.indexOf("notSued"),
  items: [],
  ...change,
});
const balanceOf = (loan: TestLoan, terms = assumptions) => suitBalance(columnsOf([loan]), 0, { assumptions: terms });

describe("a suit for an unsecured claim (诉讼费用交纳办法 13(1), 14(2), 16)", () => {
  // Acceptance 50 + 2.5 % × 10,000 = 300, half in summary procedure: 150; preservation 30 + 1 % × 19,000 = 220.
  // It brings 20,000 × 10 % × 20 % × (1 − 25 %) = 300.
  it("is forgone where its fees exceed what it brings", () => {
    const balance = balanceOf(claimOf(20_000));
    expect(balance?.feesYuan).toBeCloseTo(370, 9);
    expect(balance?.broughtYuan).toBeCloseTo(300, 9);
    expect(isSuitForgone(columnsOf([claimOf(20_000)]), 0, { assumptions })).toBe(true);
  });

  it("is brought where the curve of the claim's age pays for it", () => {
    const aged = claimOf(20_000, { daysPastDue: 361 });
    expect(balanceOf(aged)?.broughtYuan).toBeCloseTo(1500, 9);
    const { loans } = priceCase(columnsOf([aged]), assumptions, noShifts);
    // Servicer 25 % of 10,000, file 60, fees 370.
    expect(loans.costs[0]).toBeCloseTo(2500 + 60 + 370, 6);
    expect(loans.cashRecovery[0]).toBeCloseTo(10_000, 6);
  });

  it("takes the cash with it that only a suit brings, and its fees", () => {
    const { loans } = priceCase(columnsOf([claimOf(20_000)]), assumptions, noShifts);
    expect(loans.cashRecovery[0]).toBeCloseTo(2000 * 0.8, 6);
    expect(loans.costs[0]).toBeCloseTo(1600 * 0.25 + 60, 6);
    const trace = explainLoan(columnsOf([claimOf(20_000)]), 0, assumptions, noShifts);
    const costs = trace.children.find(({ key }) => key === "costs");
    expect(costs?.children.find(({ key }) => key === "suitForgone")).toMatchObject({ amountYuan: 0, values: { feeYuan: 370, share: 0.2 } });
  });

  it("is not weighed where it is switched off, brought already, or the way to collateral, a guarantor or a dividend", () => {
    const item = { appraisal: 1, kind: 0, rank: 1, senior: null, cap: null };
    expect(balanceOf(claimOf(20_000), { ...assumptions, suits: { ...assumptions.suits, onlyWhereWorthwhile: false } })).toBeNull();
    expect(balanceOf(claimOf(20_000, { stage: litigationStages.indexOf("sued") }))).toBeNull();
    expect(balanceOf(claimOf(20_000, { stage: litigationStages.indexOf("bankruptcy") }))).toBeNull();
    expect(balanceOf(claimOf(20_000, { items: [item] }))).toBeNull();
    expect(balanceOf(claimOf(20_000, { guarantors: [{ cap: null, isExpired: false }] }))).toBeNull();
    expect(balanceOf(claimOf(20_000, { ownCurve: { rate: 0.1, decay: 0 } }))).toBeNull();
    expect(balanceOf(claimOf(0))).toBeNull();
  });

  it("is chosen once for all cases: a case's shifts change what comes in, not who is sued", () => {
    const low = { ...noShifts, cashRecoveryShift: -0.9 };
    const { loans } = priceCase(columnsOf([claimOf(20_000, { daysPastDue: 400 })]), assumptions, low);
    expect(loans.costs[0]).toBeCloseTo(1000 * 0.25 + 60 + 370, 6);
  });
});

describe("the costs of a file", () => {
  it.each([
    [10_000, 30],
    [10_000.01, 60],
    [50_000, 60],
    [200_000, 150],
    [200_000.01, 400],
  ])("of a claim of %d yuan are %d yuan", (upb, fileYuan) => {
    const judged = claimOf(upb, { stage: litigationStages.indexOf("judged") });
    const free: Assumptions = { ...assumptions, costs: { ...assumptions.costs, servicerRateCash: 0 } };
    expect(priceCase(columnsOf([judged]), free, noShifts).loans.costs[0]).toBeCloseTo(fileYuan, 9);
  });
});
