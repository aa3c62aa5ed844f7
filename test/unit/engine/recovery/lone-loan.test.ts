import fc from "fast-check";
import { expect, it } from "vitest";
import { recoverGroup } from "../../../../main/engine/groups/expected-recovery.ts";
import { groupScratch } from "../../../../main/engine/groups/group-scratch.ts";
import { planCase } from "../../../../main/engine/plan/case-plan.ts";
import { preparePackage } from "../../../../main/engine/rows/prepared-package.ts";
import { columnsOf, noShifts, someAssumptions, someKnitPackage, somePackage, somePackageOfRoutes } from "../engine-fixtures.ts";
import { plainAssumptions, someLoneLoans } from "../lone-packages.ts";

const packages = Number(process.env["AMC_PACKAGES"] ?? 500);

const ignore = (): void => {
  // What is prepared is to take the way of any group.
};

it("a loan's own mortgages are paid as those of any group, to the bit", { timeout: 60_000 + packages * 100 }, () => {
  const seen = { lone: 0, left: 0, taken: 0 };
  fc.assert(
    fc.property(
      fc.oneof(someLoneLoans, somePackage, somePackageOfRoutes, someKnitPackage),
      fc.oneof(plainAssumptions, someAssumptions),
      (loans, assumptions) => {
        const columns = columnsOf(loans);
        const plan = planCase({ assumptions, shifts: noShifts, own: undefined }, preparePackage(columns, assumptions, [noShifts]).classes);
        const [quick, slow] = [groupScratch(columns, plan), groupScratch(columns, plan)];
        Object.defineProperty(slow.lone, "is", { get: () => false, set: ignore });
        for (let group = 0; group < quick.groups.groupCount; group++) {
          recoverGroup(columns, group, plan, quick);
          recoverGroup(columns, group, plan, slow);
          seen.lone += Number(quick.lone.is);
          seen.left += Number(quick.lone.is && quick.surplus.expected.some((cash) => cash > 0));
          seen.taken += Number(quick.lone.is && quick.expectedPaid.some((cash) => cash > 0));
          for (const name of ["expected", "expectedPaid", "expectedUse"] as const) expect(quick[name]).toEqual(slow[name]);
          expect(quick.surplus.expected).toEqual(slow.surplus.expected);
        }
      },
    ),
    { numRuns: packages, seed: 10 },
  );
  expect(Math.min(seen.lone, seen.left, seen.taken)).toBeGreaterThan(20);
});
