import fc from "fast-check";
import { litigationStages } from "../../../shared/domain/codes.ts";
import { someAssumptions } from "./engine-fixtures.ts";

const yuan = (most: number) => fc.integer({ min: 0, max: most });
/** Loans with several items of their own each, of which some are sold in one month, and which a maximum or prior claims may bound. */
const someItem = fc.record({
  appraisal: yuan(9_000_000),
  kind: fc.constantFrom(0, 0, 1, 3),
  rank: fc.constantFrom(1, 1, 2, 3),
  senior: fc.option(yuan(3_000_000)),
  cap: fc.option(yuan(5_000_000)),
});
export const someLoneLoans = fc.array(
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
export const plainAssumptions = someAssumptions.map((drawn) => ({
  ...drawn,
  interest: { ...drawn.interest, accruesToSale: false, capsPrincipalAlone: false },
  priorities: { ...drawn.priorities, surplusShare: 0.5 },
}));
