import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import type { OwnCase } from "../../../../main/engine/engine-types.ts";
import { priceCase, pricePackage } from "../../../../main/engine/price-package.ts";
import { priceScenarios } from "../../../../main/engine/sensitivity/price-scenarios.ts";
import { PathDrawer } from "../../../../main/engine/simulation/draw-paths.ts";
import { planSimulation } from "../../../../main/engine/simulation/plan-simulation.ts";
import { drawBlocks, pathWork } from "../../../../main/engine/simulation/simulate-paths.ts";
import type { Assumptions, CaseShifts } from "../../../../shared/domain/assumptions.ts";
import { caseNames } from "../../../../shared/domain/codes.ts";
import {
  columnsOf,
  noShifts,
  someAssumptions,
  someKnitPackage,
  somePackage,
  somePackageOfRoutes,
  someShifts,
  type TestLoan,
  withOwn,
} from "../engine-fixtures.ts";
import { referenceWithOwn } from "../reference/reference-engine.ts";

const packages = Number(process.env["AMC_PACKAGES"] ?? 500);
const defaults = defaultAssumptionSet.assumptions;
const sum = (list: ArrayLike<number>): number => Array.from(list).reduce((left, right) => left + right, 0);
const sizeOf = (loans: readonly TestLoan[]): number =>
  loans.reduce((size, { upb, interest, fees, own }) => size + upb + interest + fees + (own?.low?.gross ?? 0) + (own?.high?.gross ?? 0), 1);
const anyWithOwn = withOwn(fc.oneof(somePackage, somePackageOfRoutes, someKnitPackage));
const aCase = fc.constantFrom(...caseNames);

describe("packages of which some loans have an own estimate", () => {
  it(
    "give every loan and every month the money of the slow reference, in every case and beyond its shifts",
    () => {
      fc.assert(
        fc.property(anyWithOwn, someAssumptions, someShifts, someShifts, aCase, (loans, assumptions, shifts, stated, caseName) => {
          const { flows, loans: results } = priceCase(columnsOf(loans), assumptions, shifts, undefined, { caseName, shifts: stated });
          const expected = referenceWithOwn(loans, assumptions, shifts, { name: caseName, stated });
          const total = sizeOf(loans);
          const apart = (engine: number | undefined, reference: number): number => Math.abs((engine ?? Number.NaN) - reference) / total;
          const ofLoans = expected.flatMap(({ collateral, guarantor, cash, own, costs }, index) => [
            apart(results.collateralRecovery[index], sum(collateral)),
            apart(results.guarantorRecovery[index], sum(guarantor)),
            apart(results.cashRecovery[index], sum(cash)),
            apart(results.ownRecovery?.[index] ?? 0, sum(own ?? [])),
            apart(results.costs[index], sum(costs)),
          ]);
          const ofMonths = flows.net.flatMap((_, month) => [
            apart(flows.collateral[month], sum(expected.map(({ collateral }) => collateral[month] ?? 0))),
            apart(flows.own?.[month] ?? 0, sum(expected.map(({ own }) => own?.[month] ?? 0))),
          ]);
          expect(Math.max(...ofLoans, ...ofMonths)).toBeLessThan(1e-9);
        }),
        { numRuns: packages },
      );
    },
    120_000 + packages * 500,
  );

  it("price scenarios of a sweep as one by one", () => {
    fc.assert(
      fc.property(
        anyWithOwn,
        someAssumptions,
        fc.array(someShifts, { minLength: 2, maxLength: 4 }),
        someShifts,
        aCase,
        (loans, assumptions, drawn, stated, caseName) => {
          const columns = columnsOf(loans);
          const own: OwnCase = { caseName, shifts: stated };
          // Values alone differ, so that they are swept together.
          const scenarios = drawn.map(({ collateralValueShift }) => ({ ...stated, collateralValueShift }));
          const pools = priceScenarios(columns, assumptions, scenarios, undefined, own);
          pools.forEach(({ flows }, index) => {
            const alone = priceCase(columns, assumptions, scenarios[index] ?? stated, undefined, own).flows;
            const worst = flows.net.reduce((most, flow, month) => Math.max(most, Math.abs(flow - (alone.net[month] ?? Number.NaN))), 0);
            expect(worst / sizeOf(loans)).toBeLessThan(1e-9);
          });
        },
      ),
      { numRuns: 150 },
    );
  });

  it("add up: loans to the pool's present value, overhead aside", () => {
    fc.assert(
      fc.property(anyWithOwn, someAssumptions, someShifts, aCase, (loans, drawn, shifts, caseName) => {
        const assumptions = { ...drawn, costs: { ...drawn.costs, overheadYuanPerMonth: 0 } };
        const priced = priceCase(columnsOf(loans), assumptions, shifts, undefined, { caseName, shifts });
        const size = sizeOf(loans) * Math.max(1, ...priced.plan.discountFactor);
        expect(Math.abs(sum(priced.loans.presentValue) - priced.presentValueYuan) / size).toBeLessThan(1e-9);
      }),
    );
  });
});

const loan: TestLoan = { upb: 1000, interest: 0, fees: 0, segment: 0, stage: 3, items: [{ appraisal: 2000, kind: 0, rank: 1, senior: null, cap: null }] };
const own: NonNullable<TestLoan["own"]> = { low: { gross: 600, costs: 90, month: 36 }, high: { gross: 900, costs: 110, month: 18 }, weight: 0.4 };
const plain: Assumptions = {
  ...defaults,
  hurdleRate: 0.12,
  horizonMonths: 60,
  closing: { ...defaults.closing, closingMonth: 0, dealCostRate: 0, dealCostYuan: 0 },
  costs: { ...defaults.costs, overheadYuanPerMonth: 0 },
};
const valueOf = (loans: readonly TestLoan[], caseName: OwnCase["caseName"], shifts: CaseShifts = noShifts, stated = shifts): number =>
  priceCase(columnsOf(loans), plain, shifts, undefined, { caseName, shifts: stated }).presentValueYuan;

describe("an own estimate of 600 gross and 90 costs in month 36, 900 and 110 in month 18, at 12 %", () => {
  it("is worth 363.01 and 666.50, and in the base case what the weight of the low case makes of both", () => {
    expect(valueOf([{ ...loan, own }], "low")).toBeCloseTo(363.01, 2);
    expect(valueOf([{ ...loan, own }], "high")).toBeCloseTo(666.5, 2);
    expect(valueOf([{ ...loan, own }], "base")).toBeCloseTo(0.4 * 363.0079 + 0.6 * 666.4975, 2);
  });

  it("leaves the base case to the model without a weight, and a case to the model where it alone is stated", () => {
    const model = valueOf([loan], "base");
    expect(valueOf([{ ...loan, own: { ...own, weight: null } }], "base")).toBeCloseTo(model, 6);
    expect(valueOf([{ ...loan, own: { ...own, high: null } }], "high")).toBeCloseTo(valueOf([loan], "high"), 6);
    expect(valueOf([{ ...loan, own: { ...own, high: null } }], "base")).toBeCloseTo(model, 6);
  });

  it("stands as stated in its own case, whatever that case shifts but the hurdle, and moves with what a scenario adds", () => {
    const gloomy = { ...noShifts, collateralValueShift: -0.2, costsShift: 0.1, delayMonthsShift: 6 };
    expect(valueOf([{ ...loan, own }], "low", gloomy)).toBeCloseTo(363.01, 2);
    const worse = { ...gloomy, collateralValueShift: -0.28 };
    expect(valueOf([{ ...loan, own }], "low", worse, gloomy)).toBeCloseTo((600 * 0.9 - 90) * 1.12 ** -3, 8);
    expect(valueOf([{ ...loan, own }], "low", { ...noShifts, delayMonthsShift: 12 }, noShifts)).toBeCloseTo(510 * 1.12 ** -4, 8);
    expect(valueOf([{ ...loan, own, items: [] }], "low", { ...noShifts, cashRecoveryShift: -0.1 }, noShifts)).toBeCloseTo(450 * 1.12 ** -3, 8);
    expect(valueOf([{ ...loan, own }], "low", { ...noShifts, cashRecoveryShift: -0.1 }, noShifts)).toBeCloseTo(363.01, 2);
  });

  it("counts for nothing beyond the horizon, costs included", () => {
    const late = { ...own, low: { gross: 600, costs: 90, month: 61 } };
    expect(valueOf([{ ...loan, own: late }], "low")).toBe(0);
  });

  it("leaves the others of a shared asset what they have beside the loan", () => {
    const shared = { ...loan, items: loan.items.map((item) => ({ ...item, asset: 1 })) };
    const beside = (first: TestLoan) => priceCase(columnsOf([first, shared]), plain, noShifts, undefined, { caseName: "low", shifts: noShifts }).loans;
    expect(beside({ ...shared, own }).presentValue[1]).toBe(beside(shared).presentValue[1]);
    expect(beside({ ...shared, own }).presentValue[0]).toBeCloseTo(363.01, 2);
  });

  it("is a route of its own in the result", () => {
    const cases = { low: noShifts, base: noShifts, high: noShifts };
    const { result } = pricePackage({ columns: columnsOf([loan, { ...loan, own }]), assumptions: plain, cases, bidPriceFen: null, debtorCount: 2 });
    const [low, base, high] = result.cases;
    expect([low?.ownRecoveryFen, base?.ownRecoveryFen, high?.ownRecoveryFen]).toEqual([60_000, 78_000, 90_000]);
    expect(low?.routes.at(-1)).toMatchObject({ route: "own", valueFen: Math.round(60_000 * 1.12 ** -3) });
    const plainResult = pricePackage({ columns: columnsOf([loan]), assumptions: plain, cases, bidPriceFen: null, debtorCount: 1 }).result;
    expect(plainResult.cases[1]).not.toHaveProperty("ownRecoveryFen");
    expect(plainResult.cases[1]?.routes.map(({ route }) => route)).not.toContain("own");
  });
});

describe("a simulation", () => {
  it("adds own estimates as fixed amounts to what it draws of the other loans", () => {
    fc.assert(
      fc.property(withOwn(somePackage), someAssumptions, (loans, drawn) => {
        const assumptions = { ...drawn, simulation: { ...drawn.simulation, paths: 200 }, costs: { ...drawn.costs, incentiveRate: 0 } };
        const valuesOf = (those: readonly TestLoan[]) => {
          const work = pathWork(planSimulation({ columns: columnsOf(those), assumptions, shifts: noShifts, priceFen: 100 }).simulation);
          drawBlocks(
            work,
            new PathDrawer(work.simulation),
            () => undefined,
            () => false,
          );
          return work.results.presentValue;
        };
        // A loan of nothing in the place of one with an own estimate in the base case: the others keep their numbers.
        const isOwn = ({ own: stated }: TestLoan) => stated !== undefined && stated.low !== null && stated.high !== null && stated.weight !== null;
        const nothing = { ...noFigures, weight: 1 };
        const without = loans.map((one) => (isOwn(one) ? { ...one, own: nothing } : one));
        const [all, others] = [valuesOf(loans), valuesOf(without)];
        const priced = (those: readonly TestLoan[]) => priceCase(columnsOf(those), assumptions, noShifts).presentValueYuan;
        const fixed = priced(loans) - priced(without);
        const size = sizeOf(loans) * Math.max(1, (1 + assumptions.hurdleRate) ** -10);
        all.forEach((value, path) => expect(Math.abs(value - (others[path] ?? Number.NaN) - fixed) / size).toBeLessThan(1e-9));
      }),
      { numRuns: 40 },
    );
  });

  it("draws nothing where every loan has one", () => {
    const work = pathWork(planSimulation({ columns: columnsOf([{ ...loan, own }]), assumptions: plain, shifts: noShifts, priceFen: 100 }).simulation);
    drawBlocks(
      work,
      new PathDrawer(work.simulation),
      () => undefined,
      () => false,
    );
    const { presentValue } = work.results;
    expect(Math.max(...presentValue) - Math.min(...presentValue)).toBeLessThan(1e-9);
    expect(presentValue[0]).toBeCloseTo(valueOf([{ ...loan, own }], "base"), 8);
  });
});

const noFigures = { low: { gross: 0, costs: 0, month: 0 }, high: { gross: 0, costs: 0, month: 0 } };

describe("columns of own estimates", () => {
  const columns = columnsOf([{ ...loan, own }]);
  const refusalOf = (changed: Partial<NonNullable<typeof columns.ownEstimates>>) => {
    const ownEstimates = columns.ownEstimates === null ? null : { ...columns.ownEstimates, ...changed };
    try {
      priceCase({ ...columns, ownEstimates }, plain, noShifts);
      return null;
    } catch (error) {
      return error;
    }
  };

  it("are refused where a number can't be one, or stands without those it counts with", () => {
    expect(refusalOf({})).toBeNull();
    expect(refusalOf({ lowGross: Float64Array.of(-1) })).toMatchObject({ code: "negative", field: "ownEstimates" });
    expect(refusalOf({ highMonth: Float64Array.of(1.5) })).toMatchObject({ code: "notWhole", field: "ownEstimates" });
    expect(refusalOf({ lowWeight: Float64Array.of(1.01) })).toMatchObject({ code: "outOfRange", field: "ownEstimates" });
    expect(refusalOf({ lowCosts: Float64Array.of(Number.NaN) })).toMatchObject({ code: "notANumber", field: "ownEstimates" });
    expect(refusalOf({ lowGross: new Float64Array(2) })).toMatchObject({ code: "wrongLength", field: "ownEstimates" });
  });
});
