import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import { type Assumptions, assumptionsSchema } from "../../../../shared/domain/assumptions.ts";
import { debtorConditions, litigationStages, segments } from "../../../../shared/domain/codes.ts";
import { columnsOf, noShifts, type TestLoan } from "../engine-fixtures.ts";

const base = defaultAssumptionSet.assumptions;
/** A curve of 10 % in month 4 alone; a third settle for 40 % in month 24, a fifth are resold for 5 % in month 12. */
const assumptions: Assumptions = {
  ...base,
  closing: { ...base.closing, closingMonth: 0 },
  curves: { ...base.curves, corporateUnsecured: { lagMonths: 3, firstMonthRate: 0.1, monthlyDecay: 0 } },
  conditions: { ...base.conditions, terminatedFactor: 1 },
  exits: { mode: "mix", settlement: { probability: 0.3, share: 0.4, month: 24 }, resale: { probability: 0.2, share: 0.05, month: 12 } },
};
const stage = (name: (typeof litigationStages)[number]) => litigationStages.indexOf(name);
const unsecured: TestLoan = { upb: 1000, interest: 0, fees: 0, segment: segments.indexOf("corporateUnsecured"), stage: stage("judged"), items: [] };
const house = { appraisal: 0, kind: 0, rank: 1, senior: 0, cap: null };
const withExits = (exits: Partial<Assumptions["exits"]>) => ({ ...assumptions, exits: { ...assumptions.exits, ...exits } });
const flowsOf = (loan: TestLoan, terms = assumptions, shifts = noShifts) =>
  priceCase(columnsOf([loan]), terms, shifts).flows.cash.flatMap((yuan, month) => (yuan > 0 ? [[month, Math.round(yuan * 1e6) / 1e6]] : []));
const exitLines = (loan: TestLoan, terms = assumptions) =>
  explainLoan(columnsOf([loan]), 0, terms, noShifts)
    .children.find(({ key }) => key === "cashRoute")
    ?.children.filter(({ key }) => key.startsWith("exit"));

describe("the exits of an unsecured claim of 1,000 (民法典第五百四十五条：债权转让)", () => {
  it("stand beside the curve by their probabilities: half of it by the curve, 0.3 × 400 settled, 0.2 × 50 resold", () => {
    expect(flowsOf(unsecured)).toEqual([
      [4, 50],
      [12, 10],
      [24, 120],
    ]);
  });

  it("are those of a claim after terminated enforcement too, secured or not, and of no other secured claim", () => {
    const secured = { ...unsecured, items: [house] };
    expect(flowsOf({ ...secured, stage: stage("executionTerminated") })).toHaveLength(3);
    expect(flowsOf(secured)).toEqual([[4, 100]]);
    expect(flowsOf({ ...unsecured, guarantors: [{ cap: null, isExpired: true }] })).toEqual([[4, 100]]);
  });

  it("stand still in bankruptcy, where no single creditor is paid (企业破产法第十六条), and for the desk's own curve", () => {
    expect(flowsOf({ ...unsecured, stage: stage("bankruptcy") })).toHaveLength(1);
    expect(flowsOf({ ...unsecured, ownCurve: { rate: 0.2, decay: 0 } })).toEqual([[1, 200]]);
  });

  it("are settled as much less often as the debtor's condition cuts its cash; a resale needs no debtor", () => {
    const missing = { ...unsecured, condition: debtorConditions.indexOf("missing") };
    // 0.3 × 0.2 settle, 0.2 are resold, 0.74 × 100 × 0.2 by the curve.
    expect(flowsOf(missing)).toEqual([
      [4, 14.8],
      [12, 10],
      [24, 24],
    ]);
  });

  it("move with the shift of cash recoveries, and are lost beyond the horizon", () => {
    expect(flowsOf(unsecured, assumptions, { ...noShifts, cashRecoveryShift: 0.5 })).toEqual([
      [4, 75],
      [12, 15],
      [24, 180],
    ]);
    expect(flowsOf(unsecured, { ...assumptions, horizonMonths: 20 })).toEqual([
      [4, 80],
      [12, 10],
    ]);
  });

  it("are the one that is worth most where the desk takes the best, and none where the curve is", () => {
    // 0.3 × (400 ÷ 1.12² − 100 ÷ 1.12^(1/3)) = 66.8; a resale loses.
    expect(flowsOf(unsecured, withExits({ mode: "best" }))).toEqual([
      [4, 70],
      [24, 120],
    ]);
    expect(flowsOf(unsecured, withExits({ mode: "best", settlement: { probability: 0.9, share: 0.1, month: 24 } }))).toEqual([[4, 100]]);
  });

  it("have a line each in the trace, with what they take", () => {
    expect(exitLines(unsecured)?.map(({ key, values, amountYuan }) => [key, values["probability"], values["share"], values["month"], amountYuan])).toEqual([
      ["exitBySettlement", 0.3, 0.4, 24, 0],
      ["exitByResale", 0.2, 0.05, 12, 0],
    ]);
    expect(exitLines({ ...unsecured, items: [house] })).toEqual([]);
  });

  it("are refused where their probabilities exceed the whole, but for the best of them", () => {
    const certain = { settlement: { probability: 0.7, share: 0.4, month: 24 }, resale: { probability: 0.4, share: 0.05, month: 12 } };
    expect(assumptionsSchema.safeParse(withExits(certain)).success).toBe(false);
    expect(assumptionsSchema.safeParse(withExits({ ...certain, mode: "best" })).success).toBe(true);
  });
});
