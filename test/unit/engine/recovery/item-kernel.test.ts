import fc from "fast-check";
import { expect, it } from "vitest";
import type { LoanResults } from "../../../../main/engine/engine-types.ts";
import type { KernelTeam } from "../../../../main/engine/kernel/kernel-team.ts";
import { alone, doPart } from "../../../../main/engine/kernel/pricing-kernel.ts";
import { planCase } from "../../../../main/engine/plan/case-plan.ts";
import { prepareAside } from "../../../../main/engine/rows/prepared-package.ts";
import { copyLoans, priceLoans } from "../../../../main/engine/rows/price-loans.ts";
import { columnsOf, distance, noShifts, someAssumptions, someKnitPackage, somePackage, somePackageOfRoutes, someShifts } from "../engine-fixtures.ts";
import { plainAssumptions, someLoneLoans } from "../lone-packages.ts";

const packages = Number(process.env["AMC_PACKAGES"] ?? 500);
const anyPackage = fc.oneof(someLoneLoans, someLoneLoans, somePackage, somePackageOfRoutes, someKnitPackage);
const lists = ["presentValue", "collateralRecovery", "guarantorRecovery", "cashRecovery", "costs", "monthsToCash"] as const;
const flows = ["collateral", "guarantor", "cash", "costs", "net"] as const;

/** The last part first, as a second thread might. */
const backwards: KernelTeam = {
  threadCount: 2,
  run: (work) => {
    for (let part = work.partCount - 1; part >= 0; part--) doPart(work, part, part % 2);
  },
};

it("the kernel prices a loan with several items as the full path does, to the bit, and the pool to the fen", { timeout: 60_000 + packages * 100 }, () => {
  const seen = { inKernel: 0, joint: 0, left: 0, taken: 0 };
  fc.assert(
    fc.property(anyPackage, fc.oneof(plainAssumptions, someAssumptions), fc.oneof(fc.constant(noShifts), someShifts), (loans, assumptions, shifts) => {
      const columns = columnsOf(loans);
      const prepared = prepareAside(columns, assumptions, [shifts]);
      const plan = planCase({ assumptions, shifts, own: undefined }, prepared.classes);
      const slow = priceLoans({ ...prepared, items: null }, plan, "everything", alone);
      const slowLoans: LoanResults = copyLoans(slow.loans);
      const quick = priceLoans(prepared, plan, "everything", alone);
      for (const list of lists) expect(quick.loans[list]).toEqual(slowLoans[list].slice());
      for (const flow of flows) {
        for (const [month, yuan] of quick.flows[flow].entries()) expect(Math.abs(yuan - (slow.flows[flow][month] ?? 0))).toBeLessThan(1e-6);
      }
      expect(priceLoans(prepared, plan, "everything", backwards).flows).toEqual(quick.flows);
      expect(priceLoans(prepared, plan, "nothing", alone).flows).toEqual(quick.flows);
      seen.inKernel += prepared.items?.count ?? 0;
      seen.joint += Number((prepared.items?.runs ?? []).some(({ itemClasses }) => new Set(itemClasses).size < itemClasses.length));
      const months = Array.from({ length: plan.horizonMonths + 1 }, (_, month) => month);
      seen.left += Number(prepared.items !== null && months.some((month) => (quick.sums.surplus?.cash.total(month) ?? 0) > 0));
      seen.taken += Number((prepared.items?.runs ?? []).some(({ itemClasses }) => itemClasses.some((number) => quick.sums.takeOver.total(number) > 0)));
      expect(distance(quick.sums.scaledRemaining.total(0), slow.sums.scaledRemaining.total(0))).toBeLessThan(1e-9);
    }),
    { numRuns: packages, seed: 11 },
  );
  expect(Math.min(seen.inKernel, seen.joint, seen.left, seen.taken)).toBeGreaterThan(20);
});
