import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CheckedItem, CheckedLoan } from "../../../main/quality/quality-queries.ts";
import { robustRange } from "../../../main/quality/robust-range.ts";
import { ItemTwins, loanExceptions } from "../../../main/quality/row-checks.ts";
import { holdsPrint, rowPrint } from "../../../main/quality/row-print.ts";
import { type QualityField, qualityScore, ratioRule } from "../../../shared/domain/quality.ts";

const sound: CheckedLoan = {
  id: 1,
  debtor_id: "91100000100003962T",
  debtor_type: "company",
  principal_fen: 100_00,
  interest_fen: 20_00,
  fees_fen: 1_00,
  claim_total_fen: 121_00,
  security_kind: "mortgaged",
  drawdown_date: "2020-01-01",
  maturity_date: "2021-01-01",
  overdue_date: "2021-01-02",
  judgment_date: "2022-03-01",
  enforcement_deadline: "2024-03-01",
  days_past_due: 1732,
  has_item: 1,
};
const kindsOf = (change: Partial<CheckedLoan>, cutOff: string | null = "2025-09-30") => loanExceptions({ ...sound, ...change }, cutOff).map(({ kind }) => kind);

describe("what the values of a loan say against each other", () => {
  it("finds nothing in a loan that is in order", () => {
    expect(kindsOf({})).toEqual([]);
    expect(kindsOf({ claim_total_fen: 120_00 })).toEqual([]);
  });

  it.each([
    ["claimTotal", { claim_total_fen: 130_00 }],
    ["maturityBeforeDrawdown", { maturity_date: "2019-12-31" }],
    ["overdueBeforeDrawdown", { overdue_date: "2019-12-31", days_past_due: null }],
    ["judgmentBeforeDrawdown", { judgment_date: "2019-12-31" }],
    ["deadlineBeforeJudgment", { enforcement_deadline: "2022-02-28" }],
    ["drawdownAfterCutOff", { drawdown_date: "2025-10-01", maturity_date: null, overdue_date: null, judgment_date: null, days_past_due: null }],
    ["overdueAfterCutOff", { overdue_date: "2025-10-01" }],
    ["judgmentAfterCutOff", { judgment_date: "2025-10-01", enforcement_deadline: null }],
    ["daysPastDue", { days_past_due: 1700 }],
    ["securedWithoutItem", { has_item: 0 }],
    ["unsecuredWithItem", { security_kind: "unsecured" as const }],
    ["creditCode", { debtor_id: "91100000100003962Y" }],
  ])("finds %s", (kind, change) => {
    expect(kindsOf(change)).toEqual([kind]);
  });

  it("knows no day ahead without a cut-off date, and no total without an interest", () => {
    expect(kindsOf({ overdue_date: "2099-01-01", days_past_due: null }, null)).toEqual([]);
    expect(kindsOf({ interest_fen: null, claim_total_fen: 999_00 })).toEqual([]);
  });
});

describe("unusual ratios", () => {
  it("are those beyond five spreads, with a spread of 20% at least, and none among few", () => {
    const usual = Array.from({ length: 40 }, (_, at) => 1 + 0.01 * (at % 5));
    const { median, low, high } = robustRange(Float64Array.from([...usual, 90]));
    expect(median).toBeCloseTo(1.02, 2);
    expect((high ?? 0) / (median ?? 1)).toBeCloseTo(ratioRule.leastFactor ** ratioRule.spreads, 6);
    expect((median ?? 0) / (low ?? 1)).toBeCloseTo(ratioRule.leastFactor ** ratioRule.spreads, 6);
    expect(robustRange(Float64Array.from(usual.slice(0, 19)))).toMatchObject({ rows: 19, median: null, high: null });
  });

  it("don't depend on the unit: bounds scale with the ratios", () => {
    const ratios = fc.array(fc.double({ min: 0.01, max: 1000, noNaN: true }), { minLength: 20, maxLength: 60 });
    fc.assert(
      fc.property(ratios, fc.double({ min: 0.001, max: 1000, noNaN: true }), (list, factor) => {
        const [one, other] = [robustRange(Float64Array.from(list)), robustRange(Float64Array.from(list.map((ratio) => ratio * factor)))];
        expect((other.high ?? 0) / ((one.high ?? 1) * factor)).toBeCloseTo(1, 6);
        expect((other.low ?? 0) / ((one.low ?? 1) * factor)).toBeCloseTo(1, 6);
      }),
    );
  });
});

describe("the score", () => {
  const field = (change: Partial<QualityField>): QualityField => ({
    list: "loan",
    field: "principal",
    rows: 100,
    present: 100,
    invalid: 0,
    inconsistent: 0,
    doubtful: 0,
    unread: 0,
    ...change,
  });

  it("is the mean of sound shares by weight, and knows none without rows", () => {
    expect(qualityScore([field({})])).toBe(100);
    // Principal weighs 5, interest 3: (5 × 1 + 3 × 0.4) ÷ 8.
    expect(qualityScore([field({}), field({ field: "interest", present: 50, doubtful: 10 })])).toBeCloseTo(77.5, 9);
    expect(qualityScore([field({ rows: 0, present: 0 })])).toBeNull();
    expect(qualityScore([field({}), field({ list: "collateral", field: "appraisal", rows: 0, present: 0 })])).toBe(100);
  });
});

describe("numbers of exceptions", () => {
  it("are found again among confirmed ones, and differ where a value differs", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.string(), { minLength: 1 }), fc.string(), (texts, other) => {
        const rising = Float64Array.from(texts, rowPrint).sort();
        for (const text of texts) expect(holdsPrint(rising, rowPrint(text))).toBe(true);
        expect(holdsPrint(rising, rowPrint(other))).toBe(texts.includes(other));
      }),
    );
  });
});

describe("items of one loan that agree with one before them", () => {
  const item: CheckedItem = {
    id: 1,
    loan_id: 1,
    collateral_kind: "shop",
    address: "中州西路1号",
    asset_no: null,
    area_sqm: 80,
    appraisal_fen: 100,
    appraisal_date: null,
    claim_fen: 1,
  };
  const again = (change: Partial<CheckedItem>) => {
    const twins = new ItemTwins();
    expect(twins.exceptionsOf(item)).toEqual([]);
    return twins.exceptionsOf({ ...item, id: 2, ...change }).map(({ kind }) => kind);
  };

  it.each([
    ["the same again", {}],
    ["the same address spelled with blanks", { address: "中州西路 1 号" }],
    ["one that leaves its area and appraisal open", { area_sqm: null, appraisal_fen: null }],
  ] as const)("are told: %s", (_title, change) => expect(again(change)).toEqual(["itemTwice"]));

  it.each([
    ["another kind", { collateral_kind: "office" }],
    ["another place", { address: "中州西路2号" }],
    ["another area at the same place", { area_sqm: 81 }],
    ["another appraisal", { appraisal_fen: 101 }],
    ["no place at all", { address: null }],
    ["the same of another loan", { loan_id: 2 }],
  ] as const)("are not: %s", (_title, change) => expect(again(change)).toEqual([]));

  it("are told by their certificate, whatever their address says", () => {
    const twins = new ItemTwins();
    const certified = { ...item, asset_no: "豫(2021)第0001号" };
    expect(twins.exceptionsOf(certified)).toEqual([]);
    expect(twins.exceptionsOf({ ...certified, address: null })).toHaveLength(1);
    expect(twins.exceptionsOf({ ...certified, asset_no: "豫(2021)第0002号" })).toEqual([]);
  });
});
