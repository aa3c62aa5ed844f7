import { describe, expect, it } from "vitest";
import { companyBasis, costOf, gapsOf, planAfter } from "../../../main/company/company-basis.ts";
import {
  type CompanyPlan,
  type CompanyQuarter,
  companyQuarterRowSchema,
  type Instrument,
  instrumentRowSchema,
  noStress,
  plannedQuarters,
  usualPlanOfCompany,
} from "../../../shared/domain/company.ts";

const blank = { outflow30Fen: null, inflow30Fen: null, relatedClaimsFen: null, investedAllFen: null, investedNplFen: null, totalAssetsFen: null };
const quarter = (change: Partial<CompanyQuarter> = {}): CompanyQuarter =>
  companyQuarterRowSchema.parse({
    id: 1,
    isSample: false,
    isConfirmed: false,
    source: "",
    quarterEnd: "2025-09-30",
    netAssetsFen: 40e10,
    borrowingsFen: 84e10,
    cashFen: 6e10,
    liquidAssetsFen: 8e10,
    ...blank,
    ...change,
  });
const debt = (change: Partial<Instrument> = {}): Instrument =>
  instrumentRowSchema.parse({
    id: 2,
    isSample: false,
    kind: "bank",
    name: "某银行",
    limitFen: null,
    drawnFen: 84e10,
    rate: 0.042,
    startsOn: null,
    maturesOn: null,
    covenants: "",
    ...change,
  });
const plan: CompanyPlan = { ...usualPlanOfCompany, collectionsFen: Array.from({ length: plannedQuarters }, () => 3e10) };
const basisOf = (one: CompanyQuarter, instruments: readonly Instrument[], planned = plan, quarters = plannedQuarters) =>
  companyBasis({ quarter: one, instruments, plan: planned, stress: noStress, limits: { maxLeverage: 3, minLiquidity: 1 }, quarters });

describe("what a company isn't rolled from", () => {
  it("needs a rate of what is drawn, and where a deal's price is to be borrowed one without debt as well", () => {
    expect(gapsOf(quarter(), [debt({ rate: null })], plan)).toEqual(["rate"]);
    const free = quarter({ borrowingsFen: 0 });
    expect(gapsOf(free, [], plan)).toEqual([]);
    expect(gapsOf(free, [], { ...plan, dealDebtShare: 0.5 })).toEqual(["rate"]);
    expect(basisOf(free, [], { ...plan, dealDebtShare: 0.5 })).toBeNull();
    expect(gapsOf(free, [debt({ drawnFen: 0, limitFen: 10e10 })], { ...plan, dealDebtShare: 0.5 })).toEqual([]);
  });

  it("needs a rate of debt that is still to come", () => {
    const free = quarter({ borrowingsFen: 0 });
    const coming = debt({ startsOn: "2025-11-20", rate: null });
    expect(gapsOf(free, [coming], plan)).toEqual(["rate"]);
    expect(gapsOf(free, [{ ...coming, rate: 0.06 }], plan)).toEqual([]);
    expect(basisOf(free, [{ ...coming, rate: 0.06 }])?.terms.drawRate).toBeCloseTo(0.015, 12);
  });

  it("says that what a deal draws has no known cost", () => {
    expect(basisOf(quarter({ borrowingsFen: 0 }), [])?.isDrawRateUnknown).toBe(true);
    expect(basisOf(quarter(), [debt()])?.isDrawRateUnknown).toBe(false);
  });

  it("takes no unknown borrowings for none", () => {
    expect(gapsOf(quarter({ borrowingsFen: null }), [], plan)).toEqual(["borrowings"]);
  });

  it("takes no quarter without a plan for one in which nothing comes in", () => {
    const partly = { ...plan, collectionsFen: plan.collectionsFen.map((fen, at) => (at === 7 ? null : fen)) };
    expect(gapsOf(quarter(), [debt()], partly)).toEqual(["collections"]);
    expect(basisOf(quarter(), [debt()], partly)).toBeNull();
    const basis = basisOf(quarter(), [debt()]);
    // There is no thirteenth quarter in the plan, so the last one shown has nothing after it.
    expect(basis?.flows).toHaveLength(plannedQuarters);
    expect(basis?.shown).toBe(plannedQuarters);
    expect(basisOf(quarter(), [debt()], plan, 4)?.flows).toHaveLength(5);
  });
});

it("counts all debt that is entered before a quarter is, whatever its days", () => {
  const dated = debt({ startsOn: "2024-01-10", maturesOn: "2026-01-10" });
  expect(costOf([dated], null)).toMatchObject({ drawnYuan: 84e8, average: 0.042 });
  expect(costOf([dated], "2026-03-31")).toMatchObject({ drawnYuan: 0, average: null });
});

it("keeps what is planned for a quarter in that quarter, as quarters are reported and removed", () => {
  const numbered = { ...plan, plannedAfter: "2025-06-30", collectionsFen: Array.from({ length: plannedQuarters }, (_none, at) => at + 1) };
  expect(planAfter(numbered, "2025-06-30")).toEqual(numbered);
  const later = planAfter(numbered, "2025-12-31");
  expect(later).toMatchObject({ plannedAfter: "2025-12-31", collectionsFen: [3, 4, 5, 6, 7, 8, 9, 10, 11, 12, null, null] });
  expect(planAfter(numbered, "2025-03-31").collectionsFen).toEqual([null, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect(planAfter(numbered, null)).toEqual(numbered);
  // A plan that doesn't say after which quarter counts from the last.
  expect(planAfter({ ...numbered, plannedAfter: null }, "2025-12-31").collectionsFen[0]).toBe(1);
});
