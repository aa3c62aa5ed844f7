import { describe, expect, it } from "vitest";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import { delayInterestOf, validClaimOf } from "../../../../main/engine/recovery/claim-validity.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { interestBases, litigationStages } from "../../../../shared/domain/codes.ts";
import { columnsOf, noShifts, sureSale, type TestLoan } from "../engine-fixtures.ts";

const withInterest = (interest: Partial<Assumptions["interest"]>): Assumptions => ({ ...sureSale, interest: { ...sureSale.interest, ...interest } });
const basis = (name: (typeof interestBases)[number]) => interestBases.indexOf(name);
const loan: TestLoan = {
  upb: 100,
  interest: 30,
  fees: 5,
  segment: 0,
  stage: litigationStages.indexOf("inExecution"),
  items: [{ appraisal: 1000, kind: 0, rank: 1, senior: 0, cap: null }],
};
const recovered = (facts: Partial<TestLoan>, terms = sureSale) => priceCase(columnsOf([{ ...loan, ...facts }]), terms, noShifts).loans.collateralRecovery[0];
const keysOf = (facts: Partial<TestLoan>, terms = sureSale) =>
  explainLoan(columnsOf([{ ...loan, ...facts }]), 0, terms, noShifts).children.map(({ key }) => key);

describe("which interest a claim of 100 + 30 + 5 is admitted with", () => {
  it.each([
    ["all to cut-off where nobody states it and the desk says so", {}, {}, 135],
    ["principal and costs alone where the desk says so", {}, { admitted: "principal" }, 105],
    ["as the tape states it, whatever the desk says", { basis: basis("principal") }, {}, 105],
    ["as the tape states it the other way", { basis: basis("toCutOff") }, { admitted: "principal" }, 135],
  ] as const)("%s", (_title, facts, terms, expected) => {
    expect(recovered(facts, withInterest(terms))).toBeCloseTo(expected, 9);
  });

  it("stands in the trace with what is left out", () => {
    const [line] = explainLoan(columnsOf([{ ...loan, basis: basis("principal") }]), 0, sureSale, noShifts).children.filter(
      ({ key }) => key === "interestNotAdmitted",
    );
    expect(line).toMatchObject({ amountYuan: 0, values: { interestYuan: 30, claimYuan: 105, assumptionGroup: "interest" } });
    expect(keysOf({})).not.toContain("interestNotAdmitted");
  });
});

describe("interest for delayed performance (W11; 法释〔2014〕8号第一条)", () => {
  const judged = { ...loan, upb: 10_000_000, interest: 0, fees: 0, delayDays: 365 };
  const on = withInterest({ countsDelay: true });

  it("is 638,750 on a judgment debt of 10,000,000 that is 365 days late", () => {
    expect(delayInterestOf(columnsOf([judged]), 0, on)).toBeCloseTo(638_750, 6);
    expect(validClaimOf(columnsOf([judged]), 0, on)).toBeCloseTo(10_638_750, 6);
    expect(recovered({ ...judged, items: [{ appraisal: 2e7, kind: 0, rank: 1, senior: 0, cap: null }] }, on)).toBeCloseTo(10_638_750, 6);
  });

  it("is on the principal, not on interest, and counts only where the desk says so", () => {
    expect(delayInterestOf(columnsOf([{ ...judged, interest: 5_000_000 }]), 0, on)).toBeCloseTo(638_750, 6);
    expect(delayInterestOf(columnsOf([judged]), 0, sureSale)).toBe(0);
    expect(keysOf(judged, on)).toContain("delayInterest");
  });

  it("is paid within the highest secured amount (民法典第四百二十条), and stops in bankruptcy (企业破产法第四十六条)", () => {
    const capped = [{ appraisal: 2e7, kind: 0, rank: 1, senior: 0, cap: 10_100_000 }];
    expect(recovered({ ...judged, items: capped }, on)).toBeCloseTo(10_100_000, 6);
    expect(delayInterestOf(columnsOf([{ ...judged, stage: litigationStages.indexOf("bankruptcy") }]), 0, on)).toBe(0);
  });
});
