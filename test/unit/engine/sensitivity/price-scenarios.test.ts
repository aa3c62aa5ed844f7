import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import type { PackageColumns } from "../../../../main/engine/engine-types.ts";
import { planCase } from "../../../../main/engine/plan/case-plan.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import { preparePackage } from "../../../../main/engine/rows/prepared-package.ts";
import { priceScenarios } from "../../../../main/engine/sensitivity/price-scenarios.ts";
import { groupByFactor } from "../../../../main/engine/sensitivity/scenario-groups.ts";
import type { Assumptions, CaseShifts, ScenarioShifts } from "../../../../shared/domain/assumptions.ts";
import { columnsOf, noShifts, someAssumptions, somePackageOfRoutes, someShifts, type TestLoan } from "../engine-fixtures.ts";

const { assumptions } = defaultAssumptionSet;
const flowNames = ["collateral", "guarantor", "cash", "costs", "net"] as const;

/** Every month of every flow as `priceCase` has it, to 1e-9 of the money in the package. */
function expectLikeSingleCases(columns: PackageColumns, terms: Assumptions, scenarios: readonly (CaseShifts | ScenarioShifts)[]): void {
  const pools = priceScenarios(columns, terms, scenarios);
  const money = [columns.upb, columns.interest, columns.fees].reduce((sum, column) => column.reduce((total, yuan) => total + yuan, sum), 1);
  scenarios.forEach((shifts, index) => {
    const single = priceCase(columns, terms, shifts);
    const pool = pools[index];
    for (const name of flowNames) {
      const worst = single.flows[name].reduce((most, flow, month) => Math.max(most, Math.abs(flow - (pool?.flows[name][month] ?? Number.NaN))), 0);
      expect(worst, `${name} of scenario ${index}`).toBeLessThan(1e-9 * money);
    }
    expect(Math.abs((pool?.presentValueYuan ?? Number.NaN) - single.presentValueYuan)).toBeLessThan(1e-9 * money);
  });
}

const secured: TestLoan = {
  upb: 1_000_000,
  interest: 100_000,
  fees: 0,
  segment: 0,
  stage: 3,
  items: [{ appraisal: 2_000_000, kind: 0, rank: 2, senior: 300_000, cap: null }],
};

describe("priceScenarios", () => {
  it("gives each scenario what it gives alone", () => {
    fc.assert(
      fc.property(somePackageOfRoutes, someAssumptions, fc.array(someShifts, { minLength: 1, maxLength: 6 }), (loans, terms, scenarios) => {
        expectLikeSingleCases(columnsOf(loans), terms, scenarios);
      }),
      { numRuns: 60 },
    );
  });

  it("sweeps grids of value and delay, down to worthless collateral and past the horizon", () => {
    fc.assert(
      fc.property(somePackageOfRoutes, someAssumptions, someShifts, (loans, terms, start) => {
        const values = [-1, -0.5, -0.1, 0, 0, 0.3, 2];
        const grid = [-60, 0, 7, 60].flatMap((delayMonths) =>
          values.map((collateralValue) => ({ ...start, collateralValueShift: collateralValue, delayMonthsShift: delayMonths })),
        );
        expectLikeSingleCases(columnsOf(loans), terms, grid);
      }),
      { numRuns: 40 },
    );
  });

  it("shifts single segments", () => {
    const columns = columnsOf([secured, { ...secured, segment: 1 }, { ...secured, segment: 4, items: [] }]);
    const scenarios = [-0.2, 0, 0.2].map((collateralValue) => ({
      all: { ...noShifts, collateralValueShift: collateralValue },
      segments: { corporateGuaranteed: { collateralValueShift: -0.5, delayMonthsShift: 3 }, retailConsumer: { cashRecoveryShift: 0.4 } },
    }));
    expectLikeSingleCases(columns, assumptions, scenarios);
    const [first, , last] = priceScenarios(columns, assumptions, scenarios);
    expect(last?.presentValueYuan).toBeGreaterThan(first?.presentValueYuan ?? 0);
  });

  it("takes shifts of value, and of months up to the horizon, into one group, and no others", () => {
    const columns = columnsOf([secured]);
    const { classes } = preparePackage(columns, assumptions, []);
    const groupsOf = (scenarios: CaseShifts[]) => groupByFactor(scenarios.map((shifts) => planCase({ assumptions, shifts }, classes))).length;
    expect(groupsOf([-0.5, 0, 0.5].map((collateralValue) => ({ ...noShifts, collateralValueShift: collateralValue })))).toBe(1);
    expect(groupsOf([0, 3, 12].map((delayMonths) => ({ ...noShifts, delayMonthsShift: delayMonths })))).toBe(1);
    // 12, 14, 17 and 35 months to cash: 60 later the last is past the horizon of 84.
    expect(groupsOf([0, 60].map((delayMonths) => ({ ...noShifts, delayMonthsShift: delayMonths })))).toBe(2);
    expect(groupsOf([0, 0.1].map((clearingProbability) => ({ ...noShifts, clearingProbabilityShift: clearingProbability })))).toBe(2);
    expect(groupsOf([{ ...noShifts }, { ...noShifts, cashRecoveryShift: 0.3 }, { ...noShifts, costsShift: 0.2, hurdleRateShift: 0.01 }])).toBe(1);
  });

  it("prices a package without loans, and no scenario at all", () => {
    expect(priceScenarios(columnsOf([]), assumptions, [noShifts, { ...noShifts, collateralValueShift: 0.1 }]).map(({ maxBidFen }) => maxBidFen)).toEqual([
      0, 0,
    ]);
    expect(priceScenarios(columnsOf([secured]), assumptions, [])).toEqual([]);
  });
});
