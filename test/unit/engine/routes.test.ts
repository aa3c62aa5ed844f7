import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { priceCase } from "../../../main/engine/price-package.ts";
import { columnsOf, someAssumptions, somePackageOfRoutes, someShifts, type TestLoan } from "./engine-fixtures.ts";
import { referencePackage } from "./reference-engine.ts";

const sum = (list: ArrayLike<number>): number => Array.from(list).reduce((left, right) => left + right, 0);
const claimOf = (loan: TestLoan): number => loan.upb + loan.interest + loan.fees;

describe("packages with every route", () => {
  it("give every loan and every month the money of the slow reference", () => {
    fc.assert(
      fc.property(somePackageOfRoutes, someAssumptions, someShifts, (loans, assumptions, shifts) => {
        const { flows, loans: results } = priceCase(columnsOf(loans), assumptions, shifts);
        const expected = referencePackage(loans, assumptions, shifts);
        const total = Math.max(1, sum(loans.map(claimOf)));
        let worst = 0;
        const compare = (engine: number | undefined, reference: number): void => {
          worst = Math.max(worst, Math.abs((engine ?? Number.NaN) - reference) / total);
        };
        expected.forEach((loan, index) => {
          compare(results.collateralRecovery[index], sum(loan.collateral));
          compare(results.guarantorRecovery[index], sum(loan.guarantor));
          compare(results.cashRecovery[index], sum(loan.cash));
          compare(results.costs[index], sum(loan.costs));
        });
        flows.net.forEach((_, month) => {
          compare(flows.collateral[month], sum(expected.map((loan) => loan.collateral[month] ?? 0)));
          compare(flows.guarantor[month], sum(expected.map((loan) => loan.guarantor[month] ?? 0)));
          compare(flows.cash[month], sum(expected.map((loan) => loan.cash[month] ?? 0)));
        });
        expect(worst).toBeLessThan(1e-9);
      }),
      { numRuns: 400 },
    );
  });
});
