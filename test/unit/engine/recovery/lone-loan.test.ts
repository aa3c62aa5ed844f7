import fc from "fast-check";
import { expect, it } from "vitest";
import { recoverGroup } from "../../../../main/engine/groups/expected-recovery.ts";
import { groupScratch } from "../../../../main/engine/groups/group-scratch.ts";
import { planCase } from "../../../../main/engine/plan/case-plan.ts";
import { preparePackage } from "../../../../main/engine/rows/prepared-package.ts";
import { litigationStages } from "../../../../shared/domain/codes.ts";
import { columnsOf, noShifts, someAssumptions, someKnitPackage, somePackage, somePackageOfRoutes } from "../engine-fixtures.ts";

const yuan = (most: number) => fc.integer({ min: 0, max: most });
/** With several items each, of which some are sold in one month, and which a maximum or prior claims may bound. */
const someItem = fc.record({
  appraisal: yuan(9_000_000),
  kind: fc.constantFrom(0, 0, 1, 3),
  rank: fc.constantFrom(1, 1, 2, 3),
  senior: fc.option(yuan(3_000_000)),
  cap: fc.option(yuan(5_000_000)),
});
const someLoneLoans = fc.array(
  fc.record({
    upb: yuan(10_000_000),
    interest: yuan(2_000_000),
    fees: yuan(10_000),
    segment: fc.constant(0),
    stage: fc.integer({ min: 0, max: litigationStages.length - 1 }),
    items: fc.array(someItem, { minLength: 2, maxLength: 5 }),
  }),
  { minLength: 1, maxLength: 6 },
);
/** Nothing that keeps a loan from being priced alone, and a surplus that is shared. */
const plainAssumptions = someAssumptions.map((drawn) => ({
  ...drawn,
  interest: { ...drawn.interest, accruesToSale: false, capsPrincipalAlone: false },
  priorities: { ...drawn.priorities, surplusShare: 0.5 },
}));

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
