import { describe, expect, it } from "vitest";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { litigationStages } from "../../../../shared/domain/codes.ts";
import type { TraceNode } from "../../../../shared/domain/pricing-results.ts";
import { columnsOf, noShifts, sureSale, type TestItem, type TestLoan } from "../engine-fixtures.ts";

/** Houses sell for sure at their appraisal; half of what a sale leaves the debtor reaches our other claims. */
const half: Assumptions = { ...sureSale, priorities: { ...sureSale.priorities, surplusShare: 0.5 } };
const house: TestItem = { appraisal: 100, kind: 0, rank: 1, senior: 0, cap: null };
const loan = (upb: number, items: TestItem[], others: Partial<TestLoan> = {}): TestLoan => ({
  upb,
  interest: 0,
  fees: 0,
  segment: 0,
  stage: litigationStages.indexOf("inExecution"),
  items,
  debtor: 1,
  ...others,
});
const recovered = (loans: readonly TestLoan[], assumptions = half) => [...priceCase(columnsOf(loans), assumptions, noShifts).loans.collateralRecovery];
const bankrupt = { stage: litigationStages.indexOf("bankruptcy") };

describe("a house of 100 for a claim of 60 (民法典第四百一十三条：超过债权数额的部分归抵押人所有)", () => {
  it("pays half of the 40 that it leaves to an unsecured claim of the debtor", () => {
    expect(recovered([loan(60, [house]), loan(80, [])])).toEqual([60, 20]);
  });

  it("pays two of them pro rata to what they are owed (民诉法解释第五百零八条), and never more than all of it", () => {
    expect(recovered([loan(60, [house]), loan(30, []), loan(10, [])])).toEqual([60, 15, 5]);
    expect(recovered([loan(60, [house]), loan(12, []), loan(4, [])])).toEqual([60, 12, 4]);
  });

  it("leaves another debtor's claim what it was, and nothing where the share is nil", () => {
    expect(recovered([loan(60, [house]), loan(80, [], { debtor: 2 })])).toEqual([60, 0]);
    expect(recovered([loan(60, [house]), loan(80, [])], sureSale)).toEqual([60, 0]);
  });

  it("leaves nothing to net where it secures a claim of another debtor too: whose it is nobody knows", () => {
    const shared = { ...house, asset: 7 };
    expect(recovered([loan(30, [shared]), loan(30, [shared], { debtor: 2 }), loan(80, [])])).toEqual([30, 30, 0]);
  });

  it("joins the estate of a bankrupt debtor (企业破产法第三十条), from which the dividend is paid", () => {
    expect(recovered([loan(60, [house], bankrupt), loan(80, [], bankrupt)])).toEqual([60, 0]);
  });

  it("is not sold for a claim that is barred, and leaves nothing", () => {
    expect(recovered([loan(60, [house], { failed: 1 }), loan(80, [])])).toEqual([0, 0]);
  });

  it("pays those first who seized it behind us (民诉法解释第五百一十四条)", () => {
    expect(recovered([loan(60, [{ ...house, isSeized: true, waiting: 30 }]), loan(80, [])])).toEqual([60, 5]);
  });
});

describe("a maximum-amount mortgage (民法典第四百二十条)", () => {
  it("secures several contracts within one cap; what is left above it reaches their rests as any claim of the debtor", () => {
    const capped = { ...house, cap: 50, asset: 7 };
    // 50 shared 25 and 25; of the 50 left, 25 pro rata to rests of 35 and 15.
    expect(recovered([loan(60, [capped]), loan(40, [capped])])).toEqual([30 + 15, 20 + 10]);
  });

  it("of one contract does the same with the part of its own claim above the cap", () => {
    expect(recovered([loan(100, [{ ...house, cap: 60 }])])).toEqual([60 + 20]);
  });
});

describe("two houses of one claim that are sold in one month", () => {
  it("leave the debtor the same whichever the tape lists first", () => {
    const [small, large] = [
      { ...house, appraisal: 20 },
      { ...house, appraisal: 80 },
    ];
    // 10 are paid side by side, 2 and 8, so that both were needed: half of 90 reaches the other claim.
    expect(recovered([loan(10, [small, large]), loan(100, [])])).toEqual([10, 45]);
    expect(recovered([loan(10, [large, small]), loan(100, [])])).toEqual([10, 45]);
  });
});

describe("claims of one debtor with houses of their own", () => {
  const later = { stage: litigationStages.indexOf("notSued") };

  it("are paid by the month: what an early sale leaves pays a claim before its own house is sold", () => {
    // 20 of 40 go to the second claim; its house then pays 40 and leaves 60, of which 30 find nobody.
    expect(recovered([loan(60, [house]), loan(60, [house], later)])).toEqual([60, 60]);
    // A house worth 30: 20 + 30, and 10 stay unpaid.
    expect(recovered([loan(60, [house]), loan(60, [{ ...house, appraisal: 30 }], later)])).toEqual([60, 50]);
  });

  it("in one month first take their own houses, wherever they stand in the tape", () => {
    const [rich, poor, bare] = [loan(60, [house]), loan(60, [{ ...house, appraisal: 30 }]), loan(20, [])];
    // 40 left, 20 of it pro rata to 30 and 20.
    expect(recovered([rich, poor, bare])).toEqual([60, 42, 8]);
    expect(recovered([bare, poor, rich])).toEqual([8, 42, 60]);
  });
});

describe("the trace", () => {
  it("has a line for what a claim gets of the surplus, and adds up", () => {
    const columns = columnsOf([loan(60, [house]), loan(80, [])]);
    const { presentValue } = priceCase(columns, half, noShifts).loans;
    const root = explainLoan(columns, 1, half, noShifts);
    expect(root.amountYuan).toBeCloseTo(presentValue[1] ?? Number.NaN, 9);
    const lines: TraceNode[] = [root];
    for (const line of lines) lines.push(...line.children);
    const surplus = lines.filter(({ key }) => key === "debtorSurplus");
    expect(surplus.map(({ values }) => values)).toEqual([{ cashYuan: 20, share: 0.5, assumptionGroup: "priorities" }]);
    const month = half.timing.inExecution.monthsToFirstRound;
    expect(surplus[0]?.amountYuan).toBeCloseTo(20 * (1 + half.hurdleRate) ** (-month / 12), 9);
  });
});
