import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { financeAtPrice, financingSeries, leveredMeasures } from "../../../../main/engine/funding/debt-service.ts";
import { equityValue, leveredPrice, solveLeveredPrice } from "../../../../main/engine/funding/levered-price.ts";
import { measuresAtPrice } from "../../../../main/engine/pool/price-measures.ts";
import { monthlyIrr } from "../../../../main/engine/returns/certified-irr.ts";
import { debtKinds } from "../../../../shared/domain/financing-assumptions.ts";
import { referenceFinancing, referenceValue } from "../reference/reference-financing.ts";
import { debtWith, paidIn, planWith, someFinancing } from "./financing-fixtures.ts";

/** 10 a month for two years. */
const level = Array.from({ length: 37 }, (_, month) => (month >= 1 && month <= 24 ? 10 : 0));
const sum = (list: ArrayLike<number>): number => Array.from(list).reduce((total, one) => total + one, 0);
/** Half of 200 borrowed for a year at a nominal 6 %: half a percent a month. */
const scheduleOf = (kind: (typeof debtKinds)[number], tenorMonths = 12) =>
  financeAtPrice(level, 200, planWith({ leverage: debtWith({ kind, debtShare: 0.5, tenorMonths }) })).debt;

describe("debt service", () => {
  it("of a bullet is interest each month and all principal at maturity", () => {
    const { draws, interest, principal, balance } = scheduleOf("bullet");
    expect(draws[0]).toBe(100);
    expect(Array.from(interest.slice(0, 14))).toEqual([0, ...Array.from({ length: 12 }, () => 0.5), 0]);
    expect(Array.from(principal.slice(0, 14))).toEqual([...Array.from({ length: 12 }, () => 0), 100, 0]);
    expect(Array.from(balance.slice(11, 13))).toEqual([100, 0]);
  });

  it("of equal principal falls with the balance", () => {
    const { interest, principal } = scheduleOf("equalPrincipal", 10);
    principal.slice(1, 11).forEach((part) => expect(part).toBeCloseTo(10, 12));
    // 0.5 % on 100, 90, … 10.
    expect(sum(interest)).toBeCloseTo(0.005 * 550, 12);
  });

  it("of an annuity is the textbook payment", () => {
    const { interest, principal } = scheduleOf("annuity");
    const payment = (100 * 0.005) / (1 - 1.005 ** -12);
    for (let month = 1; month <= 12; month++) expect((interest[month] ?? 0) + (principal[month] ?? 0)).toBeCloseTo(payment, 10);
    expect(sum(principal)).toBeCloseTo(100, 10);
  });

  it("of a cash sweep takes all net collections until nothing is owed", () => {
    const { interest, principal, balance } = scheduleOf("cashSweep", 24);
    for (let month = 1; month <= 10; month++) expect((interest[month] ?? 0) + (principal[month] ?? 0)).toBeCloseTo(10, 10);
    expect(balance[10]).toBeGreaterThan(0);
    expect(balance[11]).toBe(0);
    expect(sum(principal)).toBeCloseTo(100, 10);
  });

  it("of each kind agrees with the slow reference", () => {
    fc.assert(
      fc.property(someFinancing, ({ plan, net, price }) => {
        const expected = referenceFinancing(net, price, plan.assumptions);
        const { debt, equityYuan, outlaysYuan } = financeAtPrice(net, price, plan);
        equityYuan.forEach((equity, month) => {
          const reference = expected[month];
          const pairs = [
            [equity, reference?.equity],
            [debt.balance[month], reference?.balance],
            [debt.interest[month], reference?.interest],
            [debt.principal[month], reference?.principal],
            [debt.draws[month], reference?.draw],
            [debt.fees[month], reference?.fee],
          ];
          for (const [engine, slow] of pairs) expect(Math.abs((engine ?? Number.NaN) - (slow ?? Number.NaN))).toBeLessThan(1e-8);
        });
        // Nothing happens after the months of the financing.
        expect(sum(expected.slice(equityYuan.length).map(({ equity }) => Math.abs(equity)))).toBeLessThan(1e-9);
        expect(sum(outlaysYuan)).toBeCloseTo(sum(expected.map(({ net: collected, buyer }) => collected - buyer)), 6);
      }),
      { numRuns: 400 },
    );
  });

  it("is drawn with each payment of the price and repaid in full", () => {
    fc.assert(
      fc.property(someFinancing, ({ plan, net, price }) => {
        const { debt } = financeAtPrice(net, price, plan);
        expect(sum(debt.principal)).toBeCloseTo(sum(debt.draws), 6);
        expect(debt.balance.at(-1)).toBe(0);
        expect(Math.min(...debt.balance)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});

describe("measures with debt", () => {
  it("of a level pool by hand", () => {
    const plan = planWith({ leverage: debtWith({ kind: "bullet", debtShare: 0.5, tenorMonths: 12, feeRate: 0.01 }) });
    const measures = leveredMeasures(level, 200, plan);
    expect(measures).toMatchObject({ debtFen: 10_000, feesFen: 100, equityFen: 10_100, interestFen: 600, profitFen: 4_000 - 700 });
    // Collections of 120 over interest of 6; with the principal of 100.
    expect(measures.interestCover).toBeCloseTo(20, 12);
    expect(measures.debtServiceCover).toBeCloseTo(120 / 106, 12);
    expect(measures.lowestDebtServiceCover).toEqual({ year: 1, ratio: measures.debtServiceCover });
    // Month 12 takes 10 and pays 100.5.
    expect(measures).toMatchObject({ equityCallMonths: 1, equityCallFen: 9_050, repaidMonth: 12, maturityFromEquityFen: 9_050 });
    // In: 101 + 90.5. Out: 11 months of 9.5, then 12 of 10.
    expect(measures.moic).toBeCloseTo((11 * 9.5 + 120) / 191.5, 12);
    // After a year of 9.5 a month, 101 − 104.5 is back; the repayment makes it 87.
    expect(measures).toMatchObject({ peakEquityFen: 10_100, peakEquityMonth: 0 });
    const equity = Array.from({ length: 25 }, (_, month) => (month === 0 ? -101 : month < 12 ? 9.5 : month === 12 ? -90.5 : 10));
    expect(measures.irr).toEqual(monthlyIrr(equity));
  });

  it("lift the return where debt costs less than the pool earns, and lower it where it costs more", () => {
    const irrAt = (annualRate: number) => {
      const { irr } = leveredMeasures(level, 200, planWith({ leverage: debtWith({ kind: "annuity", tenorMonths: 24, annualRate }) }));
      return irr.kind === "one" ? irr.rate : Number.NaN;
    };
    const { irr } = measuresAtPrice(level, 20_000, planWith({}), { upbYuan: 1, claimYuan: 1 });
    const unlevered = irr.kind === "one" ? irr.rate : Number.NaN;
    const breakEven = 12 * ((1 + unlevered) ** (1 / 12) - 1);
    expect(irrAt(0.06)).toBeGreaterThan(unlevered);
    expect(irrAt(breakEven + 0.1)).toBeLessThan(unlevered);
    expect(irrAt(breakEven)).toBeCloseTo(unlevered, 9);
  });

  it("find the year in which interest is covered least", () => {
    const thin = level.map((flow, month) => (month > 12 ? 0.25 : flow));
    const { lowestInterestCover } = leveredMeasures(thin, 200, planWith({ leverage: debtWith({ kind: "bullet", tenorMonths: 36 }) }));
    expect(lowestInterestCover?.year).toBe(2);
    expect(lowestInterestCover?.ratio).toBeCloseTo(0.5, 12);
  });

  it("are null without debt, and the peak is of all capital", () => {
    const measures = measuresAtPrice(level, 20_000, planWith({}), { upbYuan: 1, claimYuan: 1 });
    expect(measures.levered).toBeNull();
    expect(measures).toMatchObject({ peakCapitalFen: 20_000, peakCapitalMonth: 0 });
    const later = planWith({ payment: paidIn([0.5, 0], [0.5, 6]) });
    // 100 out, 5 × 10 in, then 100 out and 10 in: 140 at the end of month 6.
    expect(measuresAtPrice(level, 20_000, later, { upbYuan: 1, claimYuan: 1 })).toMatchObject({ peakCapitalFen: 14_000, peakCapitalMonth: 6 });
  });

  it("tell month by month what they are made of", () => {
    const plan = planWith({ leverage: debtWith({ kind: "cashSweep", tenorMonths: 48 }) });
    const series = financingSeries(level, 200, plan);
    expect(series.debt?.equity).toHaveLength(49);
    expect(series.cumulativeCapital.at(-1)).toBeCloseTo(40, 10);
    expect(series.debt?.cumulativeEquity.at(-1)).toBeCloseTo(40 - sum(series.debt?.interest ?? []), 10);
  });
});

describe("price at the levered hurdle", () => {
  it("earns exactly the hurdle, lies in a bracket of opposite signs, and is the only one", () => {
    fc.assert(
      fc.property(someFinancing, ({ plan, net }) => {
        const { leveredHurdleRate } = plan.assumptions.leverage;
        const valueAt = (price: number) =>
          referenceValue(
            referenceFinancing(net, price, plan.assumptions).map(({ equity }) => equity),
            leveredHurdleRate,
          ); // prettier-ignore
        const solved = solveLeveredPrice(net, plan);
        // None means that not even a price of nothing earns it.
        fc.pre(solved !== null || valueAt(0) > 1e-9);
        expect(solved).not.toBeNull();
        const { priceYuan, fromYuan, toYuan } = solved ?? { priceYuan: 0, fromYuan: 0, toYuan: 0 };
        const noise = 1e-9 * Math.max(1, sum(net.map(Math.abs)), priceYuan) * 40;
        expect(toYuan - fromYuan).toBeLessThanOrEqual(1e-12 * toYuan);
        expect(Math.abs(valueAt(priceYuan))).toBeLessThan(noise);
        expect(valueAt(fromYuan * 0.999)).toBeGreaterThan(-noise);
        expect(valueAt(toYuan * 1.001)).toBeLessThan(noise);
        expect(equityValue(net, toYuan * 2, plan)).toBeLessThan(0);
      }),
      { numRuns: 400 },
    );
  });

  it("gives the hurdle back as a certified levered IRR", () => {
    fc.assert(
      fc.property(someFinancing, ({ plan, net }) => {
        const solved = solveLeveredPrice(net, plan);
        fc.pre(solved !== null && solved.priceYuan > 1 && plan.assumptions.leverage.debtShare < 0.95);
        const { equityYuan } = financeAtPrice(net, solved?.priceYuan ?? 0, plan);
        // All paid in the month of the only receipt: nothing in, nothing out, no rate.
        fc.pre(sum(equityYuan.map(Math.abs)) > 1e-6);
        const irr = monthlyIrr(equityYuan);
        const rates = irr.kind === "one" ? [irr.rate] : irr.kind === "several" ? irr.rates : [];
        expect(Math.min(...rates.map((rate) => Math.abs(rate - plan.assumptions.leverage.leveredHurdleRate)))).toBeLessThan(1e-6);
      }),
      { numRuns: 400 },
    );
  });

  it("is the maximum bid where no debt is drawn and the hurdles are the same", () => {
    const plan = planWith({ leverage: debtWith({ debtShare: 0, leveredHurdleRate: 0.1 }) });
    // 10 a month for 24 months at 10 % a year.
    const value = sum(level.map((flow, month) => flow * 1.1 ** (-month / 12)));
    expect(solveLeveredPrice(level, plan)?.priceYuan).toBeCloseTo(value, 9);
  });

  it("is refused with a reason where not even a price of nothing earns the hurdle", () => {
    const costly = planWith({ closing: { closingMonth: 0, dealCostYuan: 1000, dealCostRate: 0 }, leverage: debtWith({}) });
    expect(leveredPrice(level, costly, 1000)).toEqual({ priceFen: null, refusal: "nothingEarnsIt", irr: null, priceToPrincipal: null });
  });

  it("exists for every kind of debt at 100 % of the price", () => {
    for (const kind of debtKinds) {
      const { priceFen } = leveredPrice(level, planWith({ leverage: debtWith({ kind, debtShare: 1, tenorMonths: 24 }) }), 1000);
      expect(priceFen).toBeGreaterThan(20_000);
    }
  });
});
