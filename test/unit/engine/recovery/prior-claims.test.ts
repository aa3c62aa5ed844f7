import { describe, expect, it } from "vitest";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { collateralKinds } from "../../../../shared/domain/codes.ts";
import { columnsOf, noShifts, sureSale, type TestItem, type TestLoan } from "../engine-fixtures.ts";

/** One sale that is sure, at the appraisal carried to cut-off; nothing is deducted but what the test states. */
const sure: Assumptions = {
  ...sureSale,
  priorities: {
    landPremiumShare: 0.4,
    homebuyerShare: 0.1,
    taxArrearsShare: 0.01,
    wageShare: 0.1,
    seizureRivalShare: 0.5,
    waitingMonths: 6,
    propertyFeeRate: 0,
    propertyFeeMonths: 36,
    surplusShare: 0,
  },
};
const item: TestItem = { appraisal: 100, kind: 0, rank: 1, senior: 0, cap: null };
const loan = (facts: Partial<TestItem>, others: Partial<TestLoan> = {}): TestLoan => ({
  upb: 80,
  interest: 0,
  fees: 0,
  segment: 0,
  stage: 3,
  items: [{ ...item, ...facts }],
  ...others,
});
const recovered = (one: TestLoan, assumptions = sure) => priceCase(columnsOf([one]), assumptions, noShifts).loans.collateralRecovery[0];
const traceOf = (one: TestLoan) => JSON.stringify(explainLoan(columnsOf([one]), 0, sure, noShifts));

describe("what stands before a first mortgage on a sale of 100, claim 80", () => {
  it.each([
    ["the premium of allotted land, 30 (城市房地产管理法第五十一条)", { premium: 30 }, 70],
    ["a premium that nobody states, 40 % of the appraisal (担保制度解释第五十条)", { premium: null }, 60],
    ["buyers of homes, 25, and the construction price, 20 (法释〔2023〕1号第二条)", { buyers: 25, priority: 20 }, 55],
    ["buyers whom nobody states, 10 % (法释〔2025〕10号)", { buyers: null, priority: 20 }, 70],
    ["taxes owed from before the mortgage, 22 (税收征管法第四十五条)", { arrears: 22 }, 78],
    ["taxes that nobody states, 1 %, behind a premium of 30", { arrears: null, premium: 30 }, 69],
    ["nothing that applies", {}, 80],
  ] as const)("%s", (_title, facts, expected) => {
    expect(recovered(loan(facts))).toBeCloseTo(expected, 9);
  });

  it("counts once where several loans state it, at the highest amount", () => {
    const shared = { asset: 7, premium: 10 };
    const { loans } = priceCase(columnsOf([loan(shared, { upb: 30 }), loan({ ...shared, premium: 40, rank: 2 }, { upb: 100 })]), sure, noShifts);
    expect([...loans.collateralRecovery]).toEqual([30, 30]);
  });

  it("stands line by line in the trace, with its group of assumptions where a share stands for it", () => {
    expect(traceOf(loan({ premium: null }))).toMatch(/"key":"landPremium"[^}]*"assumptionGroup":"priorities"/);
    expect(traceOf(loan({ premium: 30 }))).not.toMatch(/"key":"landPremium"[^}]*"assumptionGroup"/);
    expect(traceOf(loan({ buyers: 5, arrears: 5 }))).toMatch(/"key":"homebuyerClaims".*"key":"taxArrears"/);
  });
});

describe("a seizure of ours on a sale of 100, claim 80", () => {
  const seized = { isSeized: true, waiting: 120 };
  it.each([
    ["first, of a company: those who wait come behind (民诉法解释第五百一十四条)", seized, {}, 80],
    ["first, of an individual: those who wait share, 80 of 200 (民诉法解释第五百零八条)", seized, { isIndividual: true }, 40],
    ["in bankruptcy: all share (破产法第一百一十三条)", seized, { stage: 5 }, 40],
    ["behind others of 30, of a company", { isSeized: true, rivals: 30 }, {}, 70],
    ["behind others whom nobody states, half of the appraisal", { isSeized: true, rivals: null }, {}, 50],
  ] as const)("%s", (_title, facts, others, expected) => {
    expect(recovered(loan(facts, others))).toBeCloseTo(expected, 9);
  });

  it.each([
    ["from default to the first round: two years and one", 730, "residential", 100 - 100 * 0.01 * 3],
    ["for five years at most", 3650, "residential", 100 - 100 * 0.01 * 5],
    ["from cut-off where the default isn't dated", null, "residential", 100 - 100 * 0.01],
    ["on nothing that nobody manages", 730, "land", 100],
  ] as const)("bears property fees in arrears %s (民法典第九百四十四条)", (_name, daysPastDue, kind, expected) => {
    const priorities = { ...sure.priorities, propertyFeeRate: 0.01, propertyFeeMonths: 60 };
    const factors = { ...sure.collateral.appraisalFactor, land: 1 };
    const collateral = { ...sure.collateral, appraisalFactor: factors, clearingFactor: { ...sure.collateral.clearingFactor, land: 1 } };
    const one = loan({ kind: collateralKinds.indexOf(kind) }, { upb: 200, daysPastDue });
    expect(sure.timing.inExecution.monthsToFirstRound).toBe(12);
    expect(recovered(one, { ...sure, priorities, collateral })).toBeCloseTo(expected, 9);
  });

  it("waits for the court that seized first, until a preferred creditor may take over (法释〔2016〕6号第一条)", () => {
    const monthsOf = (facts: Partial<TestItem>) => priceCase(columnsOf([loan(facts)]), sure, noShifts).flows.collateral.findIndex((yuan) => yuan > 0);
    expect(monthsOf({ waits: true })).toBe(monthsOf({}) + 6);
    expect(traceOf(loan({ waits: true }))).toMatch(/"key":"waitingSeizure"[^}]*"months":6/);
  });
});

describe("an appraisal", () => {
  const falling: Assumptions = { ...sure, collateral: { ...sure.collateral, appraisalIndex: { ...sure.collateral.appraisalIndex, residential: -0.1 } } };
  it("is carried from its own day to cut-off by the index of its kind (参考价规定第二十七条：有效期一年)", () => {
    expect(recovered(loan({ age: 24 }, { upb: 200 }), falling)).toBeCloseTo(81, 9);
    expect(recovered(loan({ age: null }, { upb: 200 }), falling)).toBe(100);
    const trace = JSON.stringify(explainLoan(columnsOf([loan({ age: 24 })]), 0, falling, noShifts));
    expect(trace).toMatch(/"key":"appraisalCarried"/);
  });

  it("goes by the set's growth where its kind has no index", () => {
    const growing: Assumptions = { ...sure, collateral: { ...sure.collateral, annualGrowth: -0.02, rounds: sure.collateral.rounds } };
    const [old, fresh] = [recovered(loan({ age: 24 }, { upb: 200 }), growing) ?? 0, recovered(loan({}, { upb: 200 }), growing) ?? 1];
    expect(old / fresh).toBeCloseTo(0.98 ** 2, 12);
  });

  const ofCity = (cityIndex: Assumptions["collateral"]["cityIndex"]): Assumptions => ({ ...falling, collateral: { ...falling.collateral, cityIndex } });
  const row = (annualChange: number, others: Partial<Assumptions["collateral"]["cityIndex"][number]> = {}) => ({
    city: "洛阳市",
    kind: null,
    from: "2020-01-01",
    annualChange,
    ...others,
  });
  const carriedBy = (assumptions: Assumptions, city: string) => recovered(loan({ age: 24, city }, { upb: 200 }), assumptions);

  it("goes by the index of its city before that of its kind, by the city's row for its kind before that for all", () => {
    const assumptions = ofCity([row(-0.2), row(-0.3, { kind: "residential" }), row(-0.5, { city: "开封", kind: "office" })]);
    expect(carriedBy(assumptions, "洛阳")).toBeCloseTo(49, 9);
    expect(carriedBy(ofCity([row(-0.2)]), "洛阳")).toBeCloseTo(64, 9);
    // A row of another kind, another city and no city at all leave it to the kind.
    for (const city of ["开封", "郑州", ""]) expect(carriedBy(assumptions, city)).toBeCloseTo(81, 9);
    expect(JSON.stringify(explainLoan(columnsOf([loan({ age: 24, city: "洛阳" })]), 0, assumptions, noShifts))).toMatch(
      /"key":"appraisalCarriedByCity"[^}]*"rate":-0.3[^}]*"city":"洛阳市"/,
    );
  });

  it("goes by the latest row in force at cut-off, and by its kind before the first", () => {
    const cutOff = columnsOf([loan({})]).cutOffDate ?? "";
    const later = `${Number(cutOff.slice(0, 4)) + 1}-01-01`;
    expect(carriedBy(ofCity([row(-0.3, { from: cutOff }), row(-0.2, { from: "2010-01-01" }), row(-0.9, { from: later })]), "洛阳")).toBeCloseTo(49, 9);
    expect(carriedBy(ofCity([row(-0.9, { from: later })]), "洛阳")).toBeCloseTo(81, 9);
  });

  it("is taken as it is where the desk's own haircut is on it", () => {
    const estimate = { haircut: 0.3, probability: 1, months: 12 };
    expect(recovered(loan({ age: 24 }, { upb: 200, estimate }), falling)).toBeCloseTo(70, 9);
  });

  it("moves with the market from cut-off to the month of the desk's estimate: 10 m less 30 % in month 24 at −2 % a year bring 6,722,800", () => {
    const collateral = { ...sureSale.collateral, annualGrowth: -0.02 };
    const own = loan({ appraisal: 1e7 }, { upb: 1e8, estimate: { haircut: 0.3, probability: 1, months: 24 } });
    const { flows } = priceCase(columnsOf([own]), { ...sureSale, collateral }, noShifts);
    expect(flows.collateral[24]).toBeCloseTo(6_722_800, 6);
  });
});
