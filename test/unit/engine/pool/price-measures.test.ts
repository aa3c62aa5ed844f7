import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { datedPresentValue, dayNumber, monthlyPresentValue } from "../../../../main/engine/numbers/discounting.ts";
import { planCase } from "../../../../main/engine/plan/case-plan.ts";
import { measuresAtPrice, poolPresentValue, solveMaxBid } from "../../../../main/engine/pool/price-measures.ts";
import { noShifts } from "../engine-fixtures.ts";

const base = defaultAssumptionSet.assumptions;
const planAt = (hurdleRate: number, closing = { closingMonth: 0, dealCostYuan: 0, dealCostRate: 0 }) =>
  planCase({ assumptions: { ...base, horizonMonths: 24, hurdleRate, closing }, shifts: noShifts });
const plan = planAt(0.1);
const noFlows = Array.from({ length: 25 }, () => 0);

describe("price ratios (W5)", () => {
  it.each([
    // Zhongshan RCB: list 227,252,353 yuan; principal; principal + interest + other.
    [227_252_353, 404_366_564.06, 475_961_122.89, 0.562, 0.4775, 5e-5],
    // Bohai 2024, in hundred million yuan: 61.0 % of the total.
    [176.72e8, 289.65e8, 289.65e8, 0.61, 0.61, 5e-4],
    // Jiangxi Bank 2019.
    [126_097_500, 190_186_876.87, 190_186_876.87, 0.663, 0.663, 5e-5],
    [829_712_191.7, 1_115_785_976.44, 1_115_785_976.44, 0.7436, 0.7436, 5e-5],
    // Yindeng retail 2022: published 8.19 % and 2.65 % from rounded inputs, tolerance 0.02 pp.
    [4.68e8, 57.18e8, 175.7e8, 0.0819, 0.0265, 2e-4],
  ])("of %d yuan on %d and %d", (priceYuan, upbYuan, claimYuan, toPrincipal, toClaim, tolerance) => {
    const measures = measuresAtPrice(noFlows, Math.round(priceYuan * 100), plan, { upbYuan, claimYuan });
    expect(Math.abs((measures.priceToPrincipal ?? 9) - toPrincipal)).toBeLessThan(tolerance);
    expect(Math.abs((measures.priceToClaim ?? 9) - toClaim)).toBeLessThan(tolerance);
    expect(measures.priceToClaim).toBeLessThanOrEqual(measures.priceToPrincipal ?? 0);
  });

  it("are null on a base of zero", () => {
    const measures = measuresAtPrice(noFlows, 100, plan, { upbYuan: 0, claimYuan: 0 });
    expect(measures).toMatchObject({ priceToPrincipal: null, priceToClaim: null, irr: { kind: "none" }, walYears: null, paybackMonths: null });
  });
});

describe("present value of instalments (W10)", () => {
  const year = [4, 8, 10, 12].map((percent) => percent / 100);
  it.each([
    [{ 0: 30, 12: 70 }, [97.31, 94.81, 93.64, 92.5]],
    [{ 0: 50, 12: 50 }, [98.08, 96.3, 95.45, 94.64]],
    [{ 0: 30, 6: 40, 12: 30 }, [98.07, 96.27, 95.41, 94.58]],
  ])("of %o months", (terms: Record<number, number>, values) => {
    const flows = Array.from({ length: 13 }, (_, month) => terms[month] ?? 0);
    year.forEach((rate, index) => {
      expect(Math.abs(monthlyPresentValue(flows, rate) - (values[index] ?? 0))).toBeLessThan(0.00501);
      // The other way round: what a nominal price must be for the same value.
      const eased = 100 / monthlyPresentValue(flows, rate);
      expect(
        monthlyPresentValue(
          flows.map((flow) => flow * eased),
          rate,
        ),
      ).toBeCloseTo(100, 10);
    });
  });

  it("agrees with dated flows on days of the calendar", () => {
    const flows = [
      { day: dayNumber("2026-12-31"), amountYuan: 70 },
      { day: dayNumber("2025-12-31"), amountYuan: 30 },
    ];
    expect(datedPresentValue(flows, 0.1)).toBeCloseTo(93.636, 3);
    expect(dayNumber("2024-03-01") - dayNumber("2024-02-28")).toBe(2);
    expect(dayNumber("1970-01-01")).toBe(0);
    expect(() => dayNumber("2025-02-29")).toThrow(expect.objectContaining({ code: "outOfRange" }));
    expect(() => dayNumber("2025/02/01")).toThrow(expect.objectContaining({ code: "notANumber" }));
  });
});

describe("maximum bid and measures", () => {
  // 110 after a year at 10 %: worth 100; and 100 in two years.
  const flows = noFlows.map((_, month) => (month === 12 ? 110 : 0));

  it("solves the price directly, with deal costs and closing", () => {
    expect(solveMaxBid(poolPresentValue(flows, plan), plan)).toBeCloseTo(100, 10);
    const costly = planAt(0.1, { closingMonth: 0, dealCostYuan: 10, dealCostRate: 0.125 });
    expect(solveMaxBid(poolPresentValue(flows, costly), costly)).toBeCloseTo(80, 10);
    const later = planAt(0.21, { closingMonth: 6, dealCostYuan: 0, dealCostRate: 0 });
    expect(solveMaxBid(poolPresentValue(flows, later), later)).toBeCloseTo(100, 10);
    expect(solveMaxBid(-5, plan)).toBe(0);
  });

  it("counts deal costs in the multiple, so that it falls below one where there is a loss", () => {
    const costly = planAt(0.1, { closingMonth: 0, dealCostYuan: 10, dealCostRate: 0.02 });
    const measures = measuresAtPrice(flows, 10_000, costly, { upbYuan: 400, claimYuan: 500 });
    expect(measures.profitFen).toBe(-200);
    expect(measures.moic).toBeCloseTo(110 / 112, 12);
  });

  it("measures the deal at a price", () => {
    const measures = measuresAtPrice(flows, 10_000, plan, { upbYuan: 400, claimYuan: 500 });
    expect(measures).toMatchObject({ moic: 1.1, walYears: 1, paybackMonths: 12, discountedPaybackMonths: 12, profitFen: 1_000 });
    expect(measures.irr.kind === "one" && measures.irr.rate).toBeCloseTo(0.1, 11);
    expect(measuresAtPrice(flows, 10_500, plan, { upbYuan: 1, claimYuan: 1 }).discountedPaybackMonths).toBeNull();
    expect(measuresAtPrice(flows, 0, plan, { upbYuan: 1, claimYuan: 1 })).toMatchObject({ moic: null, irr: { kind: "none" } });
  });

  it("measures a price of nothing by the deal costs that are paid all the same (D14)", () => {
    const costly = planAt(0.1, { closingMonth: 0, dealCostYuan: 40, dealCostRate: 0.02 });
    expect(measuresAtPrice(flows, 0, costly, { upbYuan: 400, claimYuan: 500 }).moic).toBeCloseTo(110 / 40, 12);
  });

  it("states no average life where flows below zero put the mean outside their months", () => {
    // 100 in month 1, −99 in month 24: the mean would be −2,276 months.
    const odd = noFlows.map((_, month) => (month === 1 ? 100 : month === 24 ? -99 : 0));
    expect(measuresAtPrice(odd, 100, plan, { upbYuan: 1, claimYuan: 1 }).walYears).toBeNull();
    const late = noFlows.map((_, month) => (month === 1 ? -90 : month === 24 ? 100 : 0));
    expect(measuresAtPrice(late, 100, plan, { upbYuan: 1, claimYuan: 1 }).walYears).toBeNull();
    const mixed = noFlows.map((_, month) => (month === 1 ? -10 : month === 12 ? 100 : 0));
    expect(measuresAtPrice(mixed, 100, plan, { upbYuan: 1, claimYuan: 1 }).walYears).toBeCloseTo((1200 - 10) / 90 / 12, 12);
  });

  it("gives a loss its negative rate", () => {
    const { irr, profitFen } = measuresAtPrice(flows, 22_000, plan, { upbYuan: 1, claimYuan: 1 });
    expect(irr.kind === "one" && irr.rate).toBeCloseTo(-0.5, 11);
    expect(profitFen).toBe(-11_000);
  });
});
