import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { monthlyPresentValue } from "../../../../main/engine/numbers/discounting.ts";
import { buyerFlows } from "../../../../main/engine/pool/price-measures.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import { solveBreakEven, solveReverseStress } from "../../../../main/engine/sensitivity/break-even.ts";
import { priceCurve } from "../../../../main/engine/sensitivity/price-curve.ts";
import { greatestMultiple, scaleScenario } from "../../../../main/engine/sensitivity/scale-scenario.ts";
import { priceGrid } from "../../../../main/engine/sensitivity/scenario-grid.ts";
import { type ScenarioPricing, scenarioPricing } from "../../../../main/engine/sensitivity/scenario-prices.ts";
import { measureOf, priceTornado } from "../../../../main/engine/sensitivity/tornado.ts";
import type { CaseShifts, ScenarioShifts } from "../../../../shared/domain/assumptions.ts";
import { casesSchema } from "../../../../shared/domain/assumptions.ts";
import { priceCurveSchema } from "../../../../shared/domain/bid-charts.ts";
import { defaultTornadoRanges } from "../../../../shared/domain/scenario-defaults.ts";
import { type BreakEvenTarget, breakEvenSchema, reverseStressSchema, scenarioGridSchema, tornadoSchema } from "../../../../shared/domain/scenario-results.ts";
import { shiftKeys, shiftTable } from "../../../../shared/domain/shifts.ts";
import { yuanFromFen } from "../../../../shared/money.ts";
import { columnsOf, noShifts, someAssumptions, somePackage, someShifts, type TestLoan } from "../engine-fixtures.ts";

const defaults = defaultAssumptionSet.assumptions;
/** A loan in execution with a flat, and one of cash alone: every driver matters. */
const loans: TestLoan[] = [
  { upb: 8e6, interest: 2e6, fees: 0, segment: 0, stage: 3, items: [{ appraisal: 9e6, kind: 0, rank: 1, senior: 0, cap: null }] },
  { upb: 5e6, interest: 1e6, fees: 1e4, segment: 2, stage: 0, items: [] },
];
const assumptions = { ...defaults, costs: { ...defaults.costs, overheadYuanPerMonth: 500 } };
const columns = columnsOf(loans);
const bidPriceFen = Math.round(priceCase(columns, assumptions, noShifts).maxBidFen * 0.9);
const pricing = scenarioPricing({ columns, assumptions, bidPriceFen });
const shifted = (driver: keyof CaseShifts, shift: number): CaseShifts => ({ ...noShifts, [driver]: shift });
const valueAt = (shifts: CaseShifts, rate: number): number => {
  const { flows, plan } = priceCase(columns, assumptions, shifts);
  return monthlyPresentValue(buyerFlows(flows.net, yuanFromFen(bidPriceFen), plan), rate);
};

describe("the limits of shifts", () => {
  it("are those of the cases' schema", () => {
    const parse = (driver: keyof CaseShifts, shift: number) => casesSchema.shape.base.safeParse(shifted(driver, shift)).success;
    for (const driver of shiftKeys) {
      const { least, most } = shiftTable[driver];
      expect([least, most].map((shift) => parse(driver, shift))).toEqual([true, true]);
      expect([least - 1, most + 1].map((shift) => parse(driver, shift))).toEqual([false, false]);
    }
  });
});

describe("priceCurve", () => {
  const curve = priceCurve({ columns, assumptions, bidPriceFen }, noShifts);

  it("earns the hurdle at the highest bid and less the dearer it gets, at prices that hold both", () => {
    expect(priceCurveSchema.safeParse(curve).success).toBe(true);
    const rateAt = (fen: number) => curve.points.find(({ priceFen }) => priceFen === fen)?.irr;
    expect(rateAt(curve.maxBidFen)).toBeCloseTo(defaults.hurdleRate, 8);
    expect(rateAt(bidPriceFen)).toBeGreaterThan(defaults.hurdleRate);
    const rates = curve.points.map(({ irr }) => irr ?? Number.NaN);
    expect(rates).toEqual(rates.toSorted((left, right) => right - left));
  });

  it("takes prices around a tenth of the claim where nothing is worth a bid", () => {
    const worthless = { ...assumptions, costs: { ...assumptions.costs, overheadYuanPerMonth: 1e7 } };
    const none = priceCurve({ columns, assumptions: worthless, bidPriceFen: 0 }, noShifts);
    expect(none.maxBidFen).toBe(0);
    expect(none.points[0]?.priceFen).toBe(Math.round(0.5 * 16.01e7));
  });
});

describe("priceTornado", () => {
  const tornado = priceTornado(pricing, noShifts, defaultTornadoRanges, "maxBid");

  it("moves each driver alone, and gives what a case with that shift gives", () => {
    expect(tornadoSchema.safeParse(tornado).success).toBe(true);
    expect(tornado.bars.map(({ driver }) => driver).toSorted()).toEqual(shiftKeys.toSorted());
    for (const { driver, low, high } of tornado.bars) {
      for (const end of [low, high]) expect(end.cell.maxBidFen).toBe(priceCase(columns, assumptions, shifted(driver, end.shift)).maxBidFen);
    }
    expect(tornado.start.maxBidFen).toBe(priceCase(columns, assumptions, noShifts).maxBidFen);
  });

  it("puts the widest driver on top, by the measure asked for", () => {
    for (const measure of ["maxBid", "irr", "profit"] as const) {
      const spans = priceTornado(pricing, noShifts, defaultTornadoRanges, measure).bars.map(({ low, high }) =>
        Math.abs((measureOf(high.cell, measure) ?? 0) - (measureOf(low.cell, measure) ?? 0)),
      );
      expect(spans).toEqual(spans.toSorted((left, right) => right - left));
    }
  });

  it("is symmetric where the pool is linear in the driver: costs up and costs down weigh the same", () => {
    const costs = tornado.bars.find(({ driver }) => driver === "costsShift");
    const [up, down] = [(costs?.high.cell.maxBidFen ?? 0) - tornado.start.maxBidFen, tornado.start.maxBidFen - (costs?.low.cell.maxBidFen ?? 0)];
    expect(up).toBeLessThan(0);
    expect(Math.abs(up - down)).toBeLessThanOrEqual(2);
  });

  it("leaves every measure where it is if no range has a width", () => {
    const still = Object.fromEntries(shiftKeys.map((key) => [key, { low: 0, high: 0 }])) as typeof defaultTornadoRanges;
    const { start, bars } = priceTornado(pricing, noShifts, still, "irr");
    expect(bars.flatMap(({ low, high }) => [low.cell, high.cell])).toEqual(Array.from({ length: 12 }, () => start));
  });
});

describe("priceGrid", () => {
  it("gives in each cell what a case with both shifts gives", () => {
    const someAxis = (driver: "collateralValueShift" | "cashRecoveryShift") =>
      fc
        .record({ from: fc.integer({ min: -90, max: 0 }), width: fc.integer({ min: 1, max: 90 }), count: fc.integer({ min: 2, max: 4 }) })
        .map(({ from, width, count }) => ({
          driver,
          from: from / 100,
          to: (from + width) / 100,
          count,
        }));
    fc.assert(
      fc.property(somePackage, someAxis("collateralValueShift"), someAxis("cashRecoveryShift"), (some, across, down) => {
        const priced = columnsOf(some);
        const grid = priceGrid(scenarioPricing({ columns: priced, assumptions, bidPriceFen: 1e8 }), noShifts, { across, down });
        expect(scenarioGridSchema.safeParse(grid).success).toBe(true);
        grid.down.shifts.forEach((cashRecovery, row) =>
          grid.across.shifts.forEach((collateralValue, column) => {
            const cell = grid.cells[row * grid.across.shifts.length + column];
            const alone = priceCase(priced, assumptions, { ...noShifts, cashRecoveryShift: cashRecovery, collateralValueShift: collateralValue }).maxBidFen;
            expect(Math.abs((cell?.maxBidFen ?? Number.NaN) - alone)).toBeLessThanOrEqual(1 + 1e-9 * alone);
          }),
        );
      }),
      { numRuns: 25 },
    );
  });

  it("marks the cell of the case itself, and none where the axes pass it by", () => {
    const across = { driver: "collateralValueShift", from: -0.3, to: 0.3, count: 7 } as const;
    const grid = priceGrid(pricing, noShifts, { across, down: { driver: "delayMonthsShift", from: -6, to: 24, count: 6 } });
    expect(grid.across).toEqual({ driver: "collateralValueShift", shifts: [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3], startIndex: 3 });
    expect(grid.down).toEqual({ driver: "delayMonthsShift", shifts: [-6, 0, 6, 12, 18, 24], startIndex: 1 });
    expect(grid.cells[1 * 7 + 3]?.maxBidFen).toBe(priceCase(columns, assumptions, noShifts).maxBidFen);
    expect(
      priceGrid(pricing, noShifts, { across: { ...across, count: 2 }, down: { driver: "costsShift", from: 0, to: 1, count: 2 } }).across.startIndex,
    ).toBeNull();
  });

  it("takes each whole month once", () => {
    const grid = priceGrid(pricing, noShifts, {
      across: { driver: "delayMonthsShift", from: 0, to: 2, count: 9 },
      down: { driver: "costsShift", from: 0, to: 1, count: 2 },
    });
    expect(grid.across.shifts).toEqual([0, 1, 2]);
  });

  it.each([
    [{ driver: "costsShift", from: 0, to: 1, count: 1 }],
    [{ driver: "costsShift", from: 0, to: 1, count: 22 }],
    [{ driver: "costsShift", from: 1, to: 1, count: 5 }],
    [{ driver: "collateralValueShift", from: 0, to: 1, count: 5 }],
  ] as const)("refuses the axis %o", (down) => {
    const across = { driver: "collateralValueShift", from: 0, to: 1, count: 2 } as const;
    expect(() => priceGrid(pricing, noShifts, { across, down })).toThrow(expect.objectContaining({ code: "outOfRange" }));
  });
});

describe("solveBreakEven", () => {
  const solve = (driver: keyof CaseShifts, target: BreakEvenTarget, on: ScenarioPricing = pricing, start = noShifts) =>
    solveBreakEven(on, { start, driver, target, assumptions });

  it("answers how far collateral may fall before the IRR is below 8 %, proved by pricing it again", () => {
    const found = solve("collateralValueShift", { kind: "irr", rate: 0.08 });
    expect(breakEvenSchema.safeParse(found).success).toBe(true);
    expect(found.holdsAtStart).toBe(true);
    expect(found.crossings).toHaveLength(1);
    const { at, failsAbove } = found.crossings[0] ?? { at: 0, failsAbove: true };
    expect(at).toBeLessThan(0);
    expect(failsAbove).toBe(false);
    expect(found.crossings[0]?.cell.irr).toBeCloseTo(0.08, 7);
    // At the answer the target holds within a fen; a billionth further it does not.
    expect(valueAt(shifted("collateralValueShift", at), 0.08)).toBeGreaterThanOrEqual(-0.01);
    expect(valueAt(shifted("collateralValueShift", at - 2e-9), 0.08)).toBeLessThan(-0.01);
  });

  it("answers the same for profit, for the bid, and for every continuous driver", () => {
    const maxBidFen = priceCase(columns, assumptions, noShifts).maxBidFen;
    for (const driver of ["collateralValueShift", "cashRecoveryShift", "costsShift", "hurdleRateShift"] as const) {
      const { crossings } = solve(driver, { kind: "maxBid", priceFen: bidPriceFen });
      expect(bidPriceFen).toBeLessThan(maxBidFen);
      expect(crossings[0]?.cell.maxBidFen).toBeGreaterThanOrEqual(bidPriceFen - 1);
      expect(crossings[0]?.cell.maxBidFen).toBeLessThanOrEqual(bidPriceFen + 1);
    }
    const profit = solve("collateralValueShift", { kind: "profit", profitFen: 0 }).crossings[0];
    expect(Math.abs(profit?.cell.profitFen ?? Number.NaN)).toBeLessThanOrEqual(2);
  });

  it("answers the delay by the last whole month that still holds", () => {
    const target = { kind: "maxBid", priceFen: bidPriceFen } as const;
    const { crossings } = solve("delayMonthsShift", target);
    const last = crossings[0]?.at ?? Number.NaN;
    expect(Number.isInteger(last)).toBe(true);
    expect(priceCase(columns, assumptions, shifted("delayMonthsShift", last)).maxBidFen).toBeGreaterThanOrEqual(bidPriceFen);
    expect(priceCase(columns, assumptions, shifted("delayMonthsShift", last + 1)).maxBidFen).toBeLessThan(bidPriceFen);
  });

  it("says so where a driver can not break the target, and where it is broken from the start", () => {
    // The hurdle does not move what the money earns.
    expect(solve("hurdleRateShift", { kind: "irr", rate: 0.08 })).toMatchObject({ holdsAtStart: true, crossings: [] });
    const broken = solve("collateralValueShift", { kind: "profit", profitFen: 1e12 });
    expect(broken).toMatchObject({ holdsAtStart: false, crossings: [] });
    const recovers = solve("collateralValueShift", { kind: "maxBid", priceFen: Math.round(bidPriceFen * 1.2) });
    expect(recovers.holdsAtStart).toBe(false);
    expect(recovers.crossings[0]).toMatchObject({ failsAbove: false });
    expect(recovers.crossings[0]?.at).toBeGreaterThan(0);
  });

  it("holds at the highest bid itself, though that is rounded to fen", () => {
    const atMaxBid = scenarioPricing({ columns, assumptions, bidPriceFen: priceCase(columns, assumptions, noShifts).maxBidFen });
    expect(solve("collateralValueShift", { kind: "irr", rate: assumptions.hurdleRate }, atMaxBid).holdsAtStart).toBe(true);
    expect(Math.abs(solve("collateralValueShift", { kind: "irr", rate: assumptions.hurdleRate }, atMaxBid).crossings[0]?.at ?? 1)).toBeLessThan(1e-6);
  });
});

describe("reverse stress", () => {
  const storm: ScenarioShifts = {
    all: { ...noShifts, collateralValueShift: -0.2, delayMonthsShift: 6, cashRecoveryShift: -0.3 },
    segments: { corporateUnsecured: { cashRecoveryShift: -0.5 } },
  };

  it("scales every shift of the scenario, delays in whole months", () => {
    expect(scaleScenario(noShifts, storm, 0)).toEqual({ all: noShifts, segments: { corporateUnsecured: { cashRecoveryShift: 0 } } });
    expect(scaleScenario(noShifts, storm, 1)).toEqual(storm);
    expect(scaleScenario(noShifts, storm, 1.25).all.delayMonthsShift).toBe(8);
    // Cash of unsecured loans can lose no more than all of it.
    expect(greatestMultiple(noShifts, storm)).toBe(2);
    expect(greatestMultiple(noShifts, { all: noShifts, segments: {} })).toBe(10);
  });

  it("finds the multiple at which the target breaks", () => {
    const found = solveReverseStress(pricing, {
      start: noShifts,
      scenario: { ...storm, segments: {} },
      target: { kind: "maxBid", priceFen: bidPriceFen },
    });
    expect(reverseStressSchema.safeParse(found).success).toBe(true);
    const multiple = found.crossings[0]?.at ?? Number.NaN;
    expect(multiple).toBeGreaterThan(0);
    const bidAt = (by: number) => priceCase(columns, assumptions, scaleScenario(noShifts, { ...storm, segments: {} }, by).all).maxBidFen;
    expect(bidAt(multiple)).toBeGreaterThanOrEqual(bidPriceFen - 1);
    expect(bidAt(multiple + 1e-6)).toBeLessThan(bidPriceFen);
    expect(found.shifts[0]?.all.collateralValueShift).toBeCloseTo(-0.2 * multiple, 12);
  });
});

describe("the analyses of any package under any assumptions", () => {
  const badLeaves = (node: unknown): unknown[] => {
    if (typeof node === "number") return Number.isFinite(node) && !Object.is(node, -0) ? [] : [node];
    return typeof node === "object" && node !== null ? Object.values(node).flatMap(badLeaves) : [];
  };
  const targets: BreakEvenTarget[] = [
    { kind: "irr", rate: 0.08 },
    { kind: "profit", profitFen: 0 },
    { kind: "maxBid", priceFen: 1e9 },
  ];

  it("return what the contract takes, without NaN, Infinity or −0", () => {
    fc.assert(
      fc.property(
        somePackage,
        someAssumptions,
        someShifts,
        fc.nat(1e12),
        fc.constantFrom(...targets),
        fc.constantFrom(...shiftKeys),
        (some, drawn, start, bid, target, driver) => {
          fc.pre(drawn.hurdleRate - 0.5 > -0.9);
          const priced = scenarioPricing({ columns: columnsOf(some), assumptions: drawn, bidPriceFen: bid });
          const tornado = priceTornado(priced, start, { ...defaultTornadoRanges, costsShift: { low: -0, high: 0 } }, "irr");
          const breakEven = solveBreakEven(priced, { start, driver, target, assumptions: drawn });
          const stress = solveReverseStress(priced, { start, scenario: { all: noShifts, segments: { corporateSecured: { costsShift: 0.5 } } }, target });
          expect(tornadoSchema.safeParse(tornado).error).toBeUndefined();
          expect(breakEvenSchema.safeParse(breakEven).error).toBeUndefined();
          expect(reverseStressSchema.safeParse(stress).error).toBeUndefined();
          expect(badLeaves([tornado.bars, breakEven, stress])).toEqual([]);
        },
      ),
      { numRuns: 30 },
    );
  });
});
