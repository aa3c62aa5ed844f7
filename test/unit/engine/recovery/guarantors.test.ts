import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { explainLoan } from "../../../../main/engine/explain/explain-loan.ts";
import { priceCase, pricePackage } from "../../../../main/engine/price-package.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { type LitigationStage, litigationStages } from "../../../../shared/domain/codes.ts";
import { columnsOf, noShifts, type TestLoan } from "../engine-fixtures.ts";

const { assumptions: base, cases } = defaultAssumptionSet;
/** A guarantor pays a quarter of what is due, over months 10 to 13. */
const assumptions: Assumptions = { ...base, guarantors: { probability: 0.5, recoveryRate: 0.5, firstMonth: 10, windowMonths: 4, unnamedCount: 0 } };
const free = { cap: null, isExpired: false };
const loan: TestLoan = { upb: 1000, interest: 0, fees: 0, segment: 1, stage: 1, items: [] };

function priced(guarantors: TestLoan["guarantors"], terms = assumptions, facts: Partial<TestLoan> = {}) {
  return priceCase(columnsOf([{ ...loan, ...facts, guarantors: guarantors ?? [] }]), terms, noShifts);
}
const paid = (guarantors: TestLoan["guarantors"], terms = assumptions): number => priced(guarantors, terms).loans.guarantorRecovery[0] ?? Number.NaN;

describe("guarantors", () => {
  it("pay probability × what is due × rate, evenly over the window", () => {
    const { flows } = priced([free]);
    expect(flows.guarantor.slice(9, 15)).toEqual([0, 62.5, 62.5, 62.5, 62.5, 0]);
  });

  it("pay one after the other, each on what the ones before left", () => {
    expect(paid([free, free])).toBeCloseTo(250 + 187.5, 10);
  });

  it("pay up to their caps, in the order that recovers least, whatever the order on the tape", () => {
    const [low, high] = [
      { cap: 100, isExpired: false },
      { cap: 990, isExpired: false },
    ];
    // 25 of 100, then a quarter of min(975, 990), then of what is left.
    expect(paid([free, high, low])).toBeCloseTo(25 + 243.75 + 182.8125, 10);
    expect(paid([low, free, high])).toBe(paid([free, high, low]));
  });

  it("pay nothing once the guarantee period is over, if the check counts", () => {
    const expired = { cap: null, isExpired: true };
    expect(paid([expired])).toBe(0);
    expect(paid([expired], { ...assumptions, validity: { ...assumptions.validity, guaranteeExpired: false } })).toBe(250);
  });

  it("owe no interest from the day on which the debtor's bankruptcy is accepted (担保制度解释第二十二条)", () => {
    const delayed = { ...assumptions, interest: { ...assumptions.interest, countsDelay: true, accruesToSale: true, accrualRate: 0.1 } };
    const owed = (stage: LitigationStage, facts: Partial<TestLoan> = {}) =>
      priced([free], delayed, { delayDays: 365, stage: litigationStages.indexOf(stage), ...facts }).loans.guarantorRecovery[0];
    // A quarter of 1,000, and of 1,000 with 365 days at 0.0175 % of it while enforcement goes on.
    expect(owed("bankruptcy")).toBeCloseTo(250, 9);
    expect(owed("inExecution")).toBeCloseTo(250 + 0.25 * 1000 * 0.000175 * 365, 9);
    // Nor any that a maximum-amount mortgage beside it would have borne to its sale.
    const house = { appraisal: 1, kind: 0, rank: 1, senior: 1e6, cap: 2000 };
    expect(owed("bankruptcy", { items: [house] })).toBeCloseTo(250, 9);
  });

  it.each([
    ["six months after maturity where no period is stated (民法典第六百九十二条)", { isPastLaw: true }, "guaranteePeriodByLaw"],
    ["that were not sued within their period (民法典第六百九十三条)", { isNotSued: true }, "guarantorNotSued"],
  ] as const)("%s pay nothing where the desk counts the check, and as any other where it doesn't", (_title, facts, check) => {
    const one = { ...free, ...facts };
    const counting = (isCounted: boolean) => ({ ...assumptions, validity: { ...assumptions.validity, [check]: isCounted } });
    expect(paid([one], counting(true))).toBe(0);
    expect(paid([one], counting(false))).toBe(250);
    const { validity } = pricePackage({
      columns: columnsOf([{ ...loan, guarantors: [one] }]),
      assumptions: counting(false),
      cases,
      bidPriceFen: null,
      debtorCount: 1,
    }).result;
    expect(validity).toEqual([{ check, loans: 1, claimFen: 100_000, isCounted: false }]);
  });

  it("that nobody names count as the desk says, and a line says how many", () => {
    const unnamed = { isUnnamed: true };
    const terms = (unnamedCount: number) => ({ ...assumptions, guarantors: { ...assumptions.guarantors, unnamedCount } });
    expect(priced([], terms(0), unnamed).loans.guarantorRecovery[0]).toBe(0);
    expect(priced([], terms(1), unnamed).loans.guarantorRecovery[0]).toBe(250);
    expect(priced([], terms(2), unnamed).loans.guarantorRecovery[0]).toBeCloseTo(250 + 187.5, 10);
    expect(priced([], terms(1)).loans.guarantorRecovery[0]).toBe(0);
    const route = explainLoan(columnsOf([{ ...loan, ...unnamed }]), 0, terms(1), noShifts).children.find(({ key }) => key === "guarantorRoute");
    expect(route?.children.map(({ key, values }) => [key, values["count"]])).toEqual([
      ["guarantorUncapped", undefined],
      ["guarantorNotNamed", 1],
    ]);
    expect(route?.values["count"]).toBe(1);
  });

  it("lose what falls beyond the horizon, which stays in the claim of the cash route", () => {
    const { loans } = priced([free], { ...assumptions, horizonMonths: 11 });
    expect(loans.guarantorRecovery[0]).toBeCloseTo(125, 10);
    const without = priced([], { ...assumptions, horizonMonths: 11 });
    expect(loans.cashRecovery[0]).toBeCloseTo(0.875 * (without.loans.cashRecovery[0] ?? 0), 10);
  });
});

describe("a claim that fails a check", () => {
  const house = { appraisal: 1e6, kind: 0, rank: 1, senior: 0, cap: null };
  it.each([1, 2, 3, 5])(
    "brings nothing by any route, its mortgage neither, and costs its file alone (mask %d; 民法典第四百一十九条, 担保制度解释第四十四条)",
    (failed) => {
      const { loans } = priced([free], assumptions, { failed, stage: 0, items: [house] });
      expect([loans.collateralRecovery[0], loans.guarantorRecovery[0], loans.cashRecovery[0]]).toEqual([0, 0, 0]);
      expect(loans.costs[0]).toBe(base.costs.fileCostYuan);
    },
  );

  it("is priced as any other where the desk does not count the check", () => {
    const off = { ...assumptions, validity: { ...assumptions.validity, limitationExpired: false } };
    expect(priced([free], off, { failed: 1, items: [house] }).presentValueYuan).toBe(priced([free], off, { items: [house] }).presentValueYuan);
  });

  it("is priced as any other where its limitation is only doubtful, and says so (民法典第一百八十八条、第一百九十五条)", () => {
    const doubtful = { failed: 4, stage: 0, items: [house] };
    expect(priced([free], assumptions, doubtful).presentValueYuan).toBe(priced([free], assumptions, { stage: 0, items: [house] }).presentValueYuan);
    const counted = { ...assumptions, validity: { ...assumptions.validity, limitationDoubtful: true } };
    expect(priced([free], counted, doubtful).loans.collateralRecovery[0]).toBe(0);
    const keys = (terms: Assumptions) => explainLoan(columnsOf([{ ...loan, ...doubtful }]), 0, terms, noShifts).children.map(({ key }) => key);
    expect(keys(assumptions)).toContain("limitationDoubtfulIgnored");
    expect(keys(counted)).toContain("limitationDoubtful");
  });

  it("takes nothing from the loans beside it on one asset", () => {
    const shared = { ...house, asset: 1 };
    const columns = columnsOf([
      { ...loan, failed: 1, items: [shared] },
      { ...loan, items: [shared] },
    ]);
    const alone = columnsOf([{ ...loan, items: [shared] }]);
    expect(priceCase(columns, assumptions, noShifts).loans.collateralRecovery[1]).toBe(priceCase(alone, assumptions, noShifts).loans.collateralRecovery[0]);
  });
});

describe("court fees", () => {
  const terms = (courtFees: Partial<Assumptions["courtFees"]>): Assumptions => ({ ...base, courtFees: { ...base.courtFees, ...courtFees } });
  const million: Partial<TestLoan> = { upb: 1_000_000, stage: 0 };

  it("halve the acceptance fee for the share of summary cases (W6: 13,800 or 6,900 on a million, and 5,000 for preservation)", () => {
    const feesOf = (courtFees: Partial<Assumptions["courtFees"]>): number => {
      const sued = priced([], terms(courtFees), { ...million, stage: 1 }).loans.costs[0] ?? 0;
      return (priced([], terms(courtFees), million).loans.costs[0] ?? 0) - sued;
    };
    expect(feesOf({})).toBeCloseTo(13_800 + 5_000, 6);
    expect(feesOf({ acceptanceHalvedShare: 1 })).toBeCloseTo(6_900 + 5_000, 6);
    expect(feesOf({ acceptanceHalvedShare: 0.5 })).toBeCloseTo(10_350 + 5_000, 6);
  });

  it("are a petition fee on the estate where the desk dates one in bankruptcy (W6: 6,900 on a million)", () => {
    const estate = [{ appraisal: 1_000_000, kind: 0, rank: 1, senior: 1e7, cap: null }];
    const dated = { ...base, timing: { ...base.timing, bankruptcy: { ...base.timing.bankruptcy, courtFeesMonth: 6 } } };
    const costs = priced([], dated, { upb: 2_000_000, stage: 5, segment: 0, items: estate }).flows.costs[6] ?? 0;
    const before = priced([], base, { upb: 2_000_000, stage: 5, segment: 0, items: estate }).flows.costs[6] ?? 0;
    expect(costs - before).toBeCloseTo(6_900, 6);
  });

  it("are no higher for a petition than the cap that the desk states (300,000 by Decree 481; W6: on a thousand million)", () => {
    const estate = [{ appraisal: 1_000_000_000, kind: 0, rank: 1, senior: 1e10, cap: null }];
    const costsIn = (month: number | null, courtFees: Partial<Assumptions["courtFees"]>): number => {
      const dated = { ...terms(courtFees), timing: { ...base.timing, bankruptcy: { ...base.timing.bankruptcy, courtFeesMonth: month } } };
      return priced([], dated, { upb: 2_000_000, stage: 5, segment: 0, items: estate }).flows.costs[6] ?? 0;
    };
    expect(costsIn(6, {}) - costsIn(null, {})).toBeCloseTo(300_000, 6);
    expect(costsIn(6, { petitionCapYuan: 100_000 }) - costsIn(null, {})).toBeCloseTo(100_000, 6);
    expect(costsIn(6, { petitionCapYuan: 1e9 }) - costsIn(null, {})).toBeCloseTo(2_520_900, 6);
  });

  it("and sales come later in a slow court", () => {
    const slow = { ...base, courtDelays: [{ court: "乙县人民法院", months: 9 }] };
    const house = [{ appraisal: 1e6, kind: 0, rank: 1, senior: 0, cap: null }];
    const first = (facts: Partial<TestLoan>): number => priced([], slow, { ...million, items: house, ...facts }).flows.collateral.findIndex((yuan) => yuan > 0);
    expect(first({ court: 2 }) - first({ court: 1 })).toBe(9);
    expect(first({ court: 1 })).toBe(first({}));
  });

  it("leave the auctioneer's commission to the buyer unless the desk says how much the proceeds bear (W7: 340,000 on ten million)", () => {
    const collateral = (borne: number): Assumptions => ({
      ...base,
      collateral: { ...base.collateral, auctionCommissionBorneShare: borne, appraisalFactor: { ...base.collateral.appraisalFactor, residential: 1 } },
    });
    // Round 1 of a sale sure at its opening price of ten million.
    const sure = (borne: number): Assumptions => {
      const set = collateral(borne);
      return { ...set, collateral: { ...set.collateral, rounds: [{ openingShare: 0.7, clearingProbability: 1, priceMultiple: 1, gapMonths: 0 }] } };
    };
    const house = [{ appraisal: 1e7 / 0.7, kind: 0, rank: 1, senior: 0, cap: null }];
    const got = (borne: number): number => priced([], sure(borne), { upb: 1e8, items: house }).loans.collateralRecovery[0] ?? 0;
    expect(got(0) - got(1)).toBeCloseTo(340_000, 4);
    expect(got(0) - got(0.5)).toBeCloseTo(170_000, 4);
  });
});
