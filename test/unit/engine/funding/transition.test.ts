import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { dayNumber } from "../../../../main/engine/numbers/discounting.ts";
import { monthDays, onDays } from "../../../../main/engine/numbers/flow-dates.ts";
import { measuresAtPrice } from "../../../../main/engine/pool/price-measures.ts";
import { pricePackage } from "../../../../main/engine/price-package.ts";
import { datedIrr, monthlyIrr } from "../../../../main/engine/returns/certified-irr.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import type { Transition } from "../../../../shared/domain/financing-assumptions.ts";
import { columnsOf, noShifts, type TestLoan } from "../engine-fixtures.ts";
import { planWith } from "./financing-fixtures.ts";

const { assumptions: defaults } = defaultAssumptionSet;
/** One unsecured consumer loan of a million, collected from month 1: 0.7 %, then 5 % less each month; 10 % servicing. */
const loan: TestLoan = { upb: 1e6, interest: 0, fees: 0, segment: 4, stage: 3, items: [] };
const plain: Assumptions = {
  ...defaults,
  horizonMonths: 24,
  hurdleRate: 0,
  closing: { closingMonth: 3, dealCostYuan: 0, dealCostRate: 0 },
  curves: { ...defaults.curves, retailConsumer: { lagMonths: 0, firstMonthRate: 0.1, monthlyDecay: 0.5 } },
  costs: { ...defaults.costs, servicerRateCash: 0.1, fileCostYuan: 0, overheadYuanPerMonth: 0 },
};
const baseOf = (transition: Partial<Transition>, bidPriceFen: number | null = null) => {
  const assumptions = { ...plain, transition: { ...plain.transition, ...transition } };
  const cases = { low: noShifts, base: noShifts, high: noShifts };
  const { result } = pricePackage({ columns: columnsOf([loan]), assumptions, cases, bidPriceFen, debtorCount: 1 });
  return result.cases[1] ?? expect.fail("no base case");
};

describe("transition period", () => {
  // Months 1 and 2 come before closing: 100,000 and 50,000; month 3 is closing itself.
  const modelled = baseOf({});

  it("hands the modelled collections over at closing", () => {
    expect(modelled.transition).toEqual({
      modelledFen: 15_000_000,
      collectedFen: 15_000_000,
      keptFen: 0,
      handedOverFen: 15_000_000,
      reimbursedFen: 0,
      changeFen: 0,
    });
    expect(modelled.flows.cash[3]).toBeCloseTo(175_000, 6);
    expect(modelled.netCashFlowFen).toBe(modelled.cashRecoveryFen - modelled.costsFen);
  });

  it("leaves the seller its share and pays back its costs", () => {
    const agreed = baseOf({ sellerShare: 0.1, reimbursedYuan: 2_000 });
    expect(agreed.transition).toMatchObject({ keptFen: 1_500_000, handedOverFen: 13_500_000, reimbursedFen: 200_000, changeFen: -1_700_000 });
    expect(agreed.maxBidFen).toBe(modelled.maxBidFen - 1_700_000);
    expect(agreed.netCashFlowFen).toBe(modelled.netCashFlowFen - 1_700_000);
  });

  it("takes what was in fact collected in place of the modelled receipts and of the costs on them", () => {
    const actual = baseOf({ collectedYuan: 100_000 });
    // 100,000 in place of 150,000, and 15,000 of servicing falls away.
    expect(actual.transition?.changeFen).toBe(-3_500_000);
    expect(actual.maxBidFen).toBe(modelled.maxBidFen - 3_500_000);
    expect(baseOf({ collectedYuan: 0 }).maxBidFen).toBe(modelled.maxBidFen - 13_500_000);
  });

  it("gives the net cash at closing: bid − collections + costs paid back", () => {
    const { atBidPrice } = baseOf({ collectedYuan: 100_000, sellerShare: 0.1, reimbursedYuan: 2_000 }, 20_000_000);
    expect(atBidPrice.payment?.netCashAtClosingFen).toBe(20_000_000 - 9_000_000 + 200_000);
  });
});

describe("flows on calendar days", () => {
  it("fall at month ends from a cut-off at a month's end, else on its day", () => {
    const iso = (day: number) => new Date(day * 86_400_000).toISOString().slice(0, 10);
    expect(monthDays("2025-09-30", 6).map(iso)).toEqual(["2025-09-30", "2025-10-31", "2025-11-30", "2025-12-31", "2026-01-31", "2026-02-28"]);
    expect(monthDays("2024-07-21", 3).map(iso)).toEqual(["2024-07-21", "2024-08-21", "2024-09-21"]);
    expect(monthDays("2025-12-30", 3).map(iso)).toEqual(["2025-12-30", "2026-01-30", "2026-02-28"]);
    expect(monthDays("2024-02-29", 13).map(iso).at(-1)).toBe("2025-02-28");
  });

  it("are refused on a day that does not exist", () => {
    expect(() => monthDays("2025-02-30", 2)).toThrow(expect.objectContaining({ code: "outOfRange" }));
  });

  it("earn what the months earn, within what the day count explains", () => {
    const flows = Array.from({ length: 61 }, (_, month) => (month === 0 ? -300 : 8));
    const monthly = monthlyIrr(flows);
    const days = monthDays("2025-09-30", 61);
    const dated = datedIrr(onDays(flows, days));
    const [left, right] = [monthly, dated].map((irr) => (irr.kind === "one" ? irr.rate : Number.NaN));
    // A month is off its twelfth of 365 days by at most two days: the rate of the first month's flow moves most.
    expect(right).not.toBe(left);
    expect(Math.abs((left ?? 0) - (right ?? 9))).toBeLessThan(0.002);
    // On twelfths of 365 days there is no difference at all.
    const exact = datedIrr(
      onDays(
        flows,
        Array.from(flows, (_, month) => (month * 365) / 12),
      ),
    );
    expect(Math.abs((left ?? 0) - (exact.kind === "one" ? exact.rate : Number.NaN))).toBeLessThan(1e-12);
  });

  it("have a rate of their own only where the deal has a cut-off date", () => {
    const flows = Array.from({ length: 37 }, (_, month) => (month === 12 ? 110 : 0));
    const bases = { upbYuan: 1, claimYuan: 1 };
    expect(measuresAtPrice(flows, 10_000, planWith({}), bases).xirr).toBeNull();
    const { xirr } = measuresAtPrice(flows, 10_000, planWith({}), { ...bases, cutOffDate: "2025-09-30" });
    // 2025-09-30 to 2026-09-30 is a year of 365 days.
    expect(xirr?.kind === "one" ? xirr.rate : Number.NaN).toBeCloseTo(0.1, 12);
    expect(dayNumber("2026-09-30") - dayNumber("2025-09-30")).toBe(365);
  });
});
