import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import type { LoanResults, PackageColumns } from "../../../../main/engine/engine-types.ts";
import type { KernelTeam } from "../../../../main/engine/kernel/kernel-team.ts";
import { doPart } from "../../../../main/engine/kernel/pricing-kernel.ts";
import { planCase } from "../../../../main/engine/plan/case-plan.ts";
import { pricePrepared } from "../../../../main/engine/price-package.ts";
import { preparePackage } from "../../../../main/engine/rows/prepared-package.ts";
import { copyLoans } from "../../../../main/engine/rows/price-loans.ts";
import { priceScenarios } from "../../../../main/engine/sensitivity/price-scenarios.ts";
import { startKernelThreads } from "../../../../main/threads/kernel-threads.ts";
import { columnsOf, distance, noShifts, someAssumptions, somePackageOfRoutes, someShifts, type TestLoan } from "../engine-fixtures.ts";
import { priceRowSlowly } from "./kernel-reference.ts";

const { assumptions, cases } = defaultAssumptionSet;

/** A package of several chunks: sizes, kinds, stages, own estimates and curves all vary. */
function largePackage(loanCount: number): PackageColumns {
  const loans = Array.from({ length: loanCount }, (_, loan): TestLoan => {
    const item = { appraisal: 1000 * (1 + (loan % 701)), kind: loan % 11, rank: 1 + (loan % 3), senior: loan % 5 === 0 ? null : 100 * (loan % 17), cap: null };
    const estimate = loan % 7 === 0 ? { haircut: 0.2, probability: 0.6, months: 1 + (loan % 40) } : null;
    const ownCurve = loan % 9 === 0 ? { rate: 0.004, decay: 0.9 + (loan % 50) / 1000 } : null;
    const items = loan % 4 === 0 ? [] : [item];
    return { upb: 500 * (1 + (loan % 997)), interest: 10 * (loan % 89), fees: 0, segment: loan % 7, stage: loan % 6, items, estimate, ownCurve };
  });
  return columnsOf(loans);
}

/** Does the parts from last to first. */
const backwards: KernelTeam = {
  threadCount: 1,
  run: (work) => {
    for (let part = work.partCount - 1; part >= 0; part--) doPart(work, part, 0);
  },
};
const twoThreads = startKernelThreads(new URL("../../../../main/worker/kernel-thread.ts", import.meta.url), 2);

describe("pricing kernel", () => {
  it("gives every row what the plain words of the rows give", () => {
    fc.assert(
      fc.property(somePackageOfRoutes, someAssumptions, someShifts, (loans, terms, shifts) => {
        const columns = columnsOf(loans);
        const prepared = preparePackage(columns, terms, [shifts]);
        const priced = pricePrepared(prepared, shifts, "everything").loans;
        const { rows } = prepared.lowered;
        const plan = planCase({ assumptions: terms, shifts }, prepared.classes);
        for (let row = 0; row < rows.rowCount; row++) {
          const loan = rows.loan[row] ?? 0;
          if (loan === columns.loanCount) continue;
          const slow = priceRowSlowly(rows, row, plan);
          const scale = (rows.claim[row] ?? 0) + slow.costs + 1;
          expect(distance(priced.presentValue[loan] ?? 0, slow.presentValue)).toBeLessThan(1e-11 * scale);
          expect(distance(priced.collateralRecovery[loan] ?? 0, slow.collateral)).toBeLessThan(1e-11 * scale);
          expect(distance(priced.cashRecovery[loan] ?? 0, slow.cash)).toBeLessThan(1e-11 * scale);
          expect(distance(priced.costs[loan] ?? 0, slow.costs)).toBeLessThan(1e-11 * scale);
          const isPaid = slow.collateral + slow.cash > 1e-6;
          expect(isPaid ? priced.monthsToCash[loan] : 0).toBeCloseTo(isPaid ? slow.monthsToCash : 0, 6);
        }
      }),
      { numRuns: 150 },
    );
  });

  it("gives the same bytes whatever the order of its parts and the number of threads", () => {
    const columns = largePackage(40_001);
    const prepared = preparePackage(columns, assumptions, [cases.base]);
    expect(prepared.lowered.rows.chunkRuns.length - 1).toBeGreaterThan(3);
    const priced = (team?: KernelTeam) => {
      const { loans, flows } = pricePrepared(prepared, cases.base, "everything", team);
      return { loans: bytesOf(loans), flows };
    };
    const once = priced();
    expect(priced(backwards)).toEqual(once);
    for (let turn = 0; turn < 5; turn++) expect(priced(twoThreads)).toEqual(once);
    const scenarios = [-0.3, 0, 0.2].flatMap((collateralValue) =>
      [0, 6].map((delayMonths) => ({ ...cases.base, collateralValueShift: collateralValue, delayMonthsShift: delayMonths })),
    );
    const swept = (team?: KernelTeam) => priceScenarios(columns, assumptions, scenarios, team).map(({ flows }) => flows);
    expect(swept(backwards)).toEqual(swept());
    expect(swept(twoThreads)).toEqual(swept());
  });

  it("gives the same flows when it keeps nothing per loan", () => {
    const prepared = preparePackage(largePackage(5_000), assumptions, [noShifts]);
    const { flows } = pricePrepared(prepared, noShifts, "everything");
    expect(pricePrepared(prepared, noShifts, "nothing").flows).toEqual(flows);
  });

  it("keeps its rows while only the hurdle, the closing or the curves change, and prices as if they were new", () => {
    const columns = largePackage(3_000);
    const other = { ...assumptions, hurdleRate: 0.2, closing: { ...assumptions.closing, closingMonth: 7 }, curves: { ...assumptions.curves } };
    other.curves.retailCard = { ...other.curves.retailCard, firstMonthRate: 0.011 };
    const first = preparePackage(columns, assumptions, [noShifts]);
    const second = preparePackage(columns, structuredClone(other), [noShifts]);
    expect(second.lowered).toBe(first.lowered);
    const changed = pricePrepared(second, noShifts, "everything");
    const fresh = pricePrepared(preparePackage({ ...columns }, other, [noShifts]), noShifts, "everything");
    expect(changed.flows).toEqual(fresh.flows);
    expect(bytesOf(changed.loans)).toEqual(bytesOf(fresh.loans));
    const dearer = { ...assumptions, costs: { ...assumptions.costs, counselRateCollateral: 0.2 } };
    expect(preparePackage(columns, dearer, [noShifts]).lowered).not.toBe(first.lowered);
  });

  it("prices a package again as if it were the first time, with other shifts in between", () => {
    const prepared = preparePackage(largePackage(3_000), assumptions, [cases.low, cases.high]);
    const first = bytesOf(pricePrepared(prepared, cases.low, "everything").loans);
    pricePrepared(prepared, cases.high, "everything");
    expect(bytesOf(pricePrepared(prepared, cases.low, "everything").loans)).toEqual(first);
  });
});

function bytesOf(loans: LoanResults): Record<string, Uint8Array> {
  // Own estimates have a column only where there are any.
  const columns = Object.entries(copyLoans(loans)).filter((entry): entry is [string, Float64Array] => entry[1] !== null);
  return Object.fromEntries(columns.map(([name, column]) => [name, new Uint8Array(column.buffer)]));
}
