import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import { type Assumptions, assumptionsSchema } from "../../../../shared/domain/assumptions.ts";
import { debtorConditions, litigationStages, segments } from "../../../../shared/domain/codes.ts";
import { columnsOf, noShifts, sureSale, type TestItem, type TestLoan } from "../engine-fixtures.ts";

const base = defaultAssumptionSet.assumptions;
/** A curve of 10 % in month 4 alone, and one sale that is sure: what comes can be worked out by hand. */
const assumptions: Assumptions = {
  ...sureSale,
  curves: { ...base.curves, corporateUnsecured: { lagMonths: 3, firstMonthRate: 0.1, monthlyDecay: 0 } },
  conditions: {
    cashFactor: { operating: 1, suspended: 0.5, missing: 0.2, deregistered: 0 },
    terminatedFactor: 0.4,
    dividendShare: 0.08,
    dividendMonth: 36,
    reorganisationMonths: 9,
  },
};
const condition = (name: (typeof debtorConditions)[number]) => debtorConditions.indexOf(name);
const stage = (name: (typeof litigationStages)[number]) => litigationStages.indexOf(name);
const loan = (facts: Partial<TestLoan>): TestLoan => ({
  upb: 1000,
  interest: 0,
  fees: 0,
  segment: segments.indexOf("corporateUnsecured"),
  stage: stage("inExecution"),
  items: [],
  ...facts,
});
const priceOf = (one: TestLoan, terms = assumptions, shifts = noShifts) => priceCase(columnsOf([one]), terms, shifts);
const cashOf = (one: TestLoan, terms = assumptions) => priceOf(one, terms).loans.cashRecovery[0];
const traceOf = (one: TestLoan) => explainLoan(columnsOf([one]), 0, assumptions, noShifts);
const cashLine = (one: TestLoan) => traceOf(one).children.find(({ key }) => key.startsWith("cash") || key === "dividendRoute");

describe("cash by the condition of the debtor, of a curve that brings 100", () => {
  it.each([
    ["not stated: as the curve says", {}, 100],
    ["operating (正常经营)", { condition: condition("operating") }, 100],
    ["production suspended (停产), half", { condition: condition("suspended") }, 50],
    ["missing (失联), a fifth", { condition: condition("missing") }, 20],
    ["struck off (注销), nothing", { condition: condition("deregistered") }, 0],
    ["enforcement terminated for want of assets (终结本次执行, 民诉法解释第五百一十七条)", { stage: stage("executionTerminated") }, 40],
    ["of two facts the lower one", { condition: condition("missing"), stage: stage("executionTerminated") }, 20],
    ["of two facts the lower one, whichever it is", { condition: condition("suspended"), stage: stage("executionTerminated") }, 40],
  ] as const)("%s", (_title, facts, expected) => {
    expect(cashOf(loan(facts))).toBeCloseTo(expected, 9);
  });

  it("leaves the desk's own curve of a loan alone", () => {
    expect(cashOf(loan({ condition: condition("missing"), ownCurve: { rate: 0.3, decay: 0 } }))).toBeCloseTo(300, 9);
  });

  it("collects no more than the claim where a factor is above 1", () => {
    const steep = { ...assumptions, curves: { ...assumptions.curves, corporateUnsecured: { lagMonths: 0, firstMonthRate: 0.6, monthlyDecay: 1 } } };
    const eager = { ...steep, conditions: { ...steep.conditions, cashFactor: { ...steep.conditions.cashFactor, operating: 3 } } };
    expect(cashOf(loan({ condition: condition("operating") }), eager)).toBeCloseTo(1000, 9);
  });

  it("says in the trace which fact it goes by, and whose assumption it is", () => {
    const values = { factor: 0.2, condition: "missing", assumptionGroup: "conditions" };
    expect(cashLine(loan({ condition: condition("missing") }))?.children).toContainEqual(
      expect.objectContaining({ key: "cashByCondition", amountYuan: 0, values }),
    );
    const terminated = cashLine(loan({ condition: condition("suspended"), stage: stage("executionTerminated") }));
    expect(terminated?.children).toContainEqual(
      expect.objectContaining({ key: "cashAfterTermination", values: { factor: 0.4, assumptionGroup: "conditions" } }),
    );
  });
});

describe("the dividend of a bankruptcy (企业破产法第一百一十三条)", () => {
  const bankrupt = loan({ stage: stage("bankruptcy") });
  it("pays a share of the claim once, in its month, in place of the curve", () => {
    const { flows } = priceOf(bankrupt);
    expect(flows.cash.flatMap((yuan, month) => (yuan > 0 ? [[month, Math.round(yuan * 1e6) / 1e6]] : []))).toEqual([[36, 80]]);
    // 80 in three years at 12 %, less the servicer's 15 %.
    expect(cashLine(bankrupt)).toMatchObject({ key: "dividendRoute", values: { share: 0.08, month: 36, remainingYuan: 1000 } });
    expect(cashLine(bankrupt)?.amountYuan).toBeCloseTo(80 / 1.12 ** 3, 9);
  });

  it("comes later with the delay of a case, and not at all beyond the horizon", () => {
    const late = priceOf(bankrupt, assumptions, { ...noShifts, delayMonthsShift: 6 }).flows.cash;
    expect(late.findIndex((yuan) => yuan > 0)).toBe(42);
    expect(cashOf(bankrupt, { ...assumptions, horizonMonths: 35 })).toBe(0);
  });

  it("is the cash curve where the desk states no dividend", () => {
    expect(cashOf(bankrupt, { ...assumptions, conditions: { ...assumptions.conditions, dividendShare: null } })).toBeCloseTo(100, 9);
  });

  it("comes behind wages and taxes on what we hold by seizure alone: 100 − 30 − 10, shared with claims of 1,000", () => {
    const item: TestItem = { appraisal: 100, kind: 0, rank: 1, senior: 0, cap: null, isSeized: true, rivals: 1000, wages: 30, arrears: 10 };
    expect(priceOf(loan({ stage: stage("bankruptcy"), items: [item] })).loans.collateralRecovery[0]).toBeCloseTo(60 / 2, 9);
    const byShare = { ...item, wages: null };
    const terms = { ...assumptions, priorities: { ...assumptions.priorities, wageShare: 0.2 } };
    expect(priceOf(loan({ stage: stage("bankruptcy"), items: [byShare] }), terms).loans.collateralRecovery[0]).toBeCloseTo(70 / 2, 9);
  });
});

describe("a reorganisation (企业破产法第七十五条)", () => {
  const item: TestItem = { appraisal: 500, kind: 0, rank: 1, senior: 0, cap: null };
  const secured = (stays: boolean) => loan({ stage: stage("bankruptcy"), items: [item], stays });
  const saleMonth = (one: TestLoan) => priceOf(one).flows.collateral.findIndex((yuan) => yuan > 0);

  it("suspends the sale of what is mortgaged, and says so", () => {
    expect(saleMonth(secured(true)) - saleMonth(secured(false))).toBe(9);
    expect(JSON.stringify(traceOf(secured(true)))).toMatch(/"key":"enforcementStayed"[^}]*"months":9/);
    expect(JSON.stringify(traceOf(secured(false)))).not.toContain("enforcementStayed");
  });

  it("doesn't move a month that the desk states itself", () => {
    const estimate = { haircut: 0, probability: 1, months: 12 };
    expect(saleMonth({ ...secured(true), estimate })).toBe(12);
  });
});

describe("a curve of monthly shares (METHOD §3)", () => {
  const shares = [0.05, 0, 0.02];
  const stated = { ...assumptions.curves.corporateUnsecured, lagMonths: 2, monthlyShares: shares };
  const terms = { ...assumptions, curves: { ...assumptions.curves, corporateUnsecured: stated } };

  it("pays what each month states, after its lag, and nothing behind", () => {
    const { flows } = priceOf(loan({ condition: condition("suspended") }), { ...terms, closing: { ...terms.closing, closingMonth: 0 } });
    expect(flows.cash.slice(0, 7).map((yuan) => Math.round(yuan * 1e6) / 1e6)).toEqual([0, 0, 0, 25, 0, 10, 0]);
  });

  it("is refused where it pays more than the claim", () => {
    const isTaken = (monthlyShares: number[]) =>
      assumptionsSchema.safeParse({ ...terms, curves: { ...terms.curves, corporateUnsecured: { ...stated, monthlyShares } } }).success;
    expect(isTaken([0.5, 0.5])).toBe(true);
    expect(isTaken([0.5, 0.51])).toBe(false);
  });

  it("stands in the trace with the number of its months", () => {
    const line = explainLoan(columnsOf([loan({})]), 0, terms, noShifts).children.find(({ key }) => key === "cashRouteByShares");
    expect(line?.values).toMatchObject({ count: 3, lagMonths: 2 });
    expect(line?.values["share"]).toBeCloseTo(0.07, 12);
  });
});
