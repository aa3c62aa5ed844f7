import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { priceCase } from "../../../../main/engine/price-package.ts";
import { columnsOf, someAssumptions, someKnitPackage, somePackageOfRoutes, someShifts, type TestLoan } from "../engine-fixtures.ts";
import { referencePackage } from "../reference/reference-engine.ts";

/** A release tries 10,000 (docs/development.md). */
const packages = Number(process.env["AMC_PACKAGES"] ?? 500);
const sum = (list: ArrayLike<number>): number => Array.from(list).reduce((left, right) => left + right, 0);
const claimOf = (loan: TestLoan): number => loan.upb + loan.interest + loan.fees;

describe("packages with every route", () => {
  it(
    "give every loan and every month the money of the slow reference",
    () => {
      fc.assert(
        fc.property(fc.oneof(somePackageOfRoutes, someKnitPackage), someAssumptions, someShifts, (loans, assumptions, shifts) => {
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
        { numRuns: packages },
      );
    },
    120_000 + packages * 500,
  );

  it("give each loan the same in any order of loans", () => {
    fc.assert(
      fc.property(somePackageOfRoutes, someAssumptions, someShifts, (loans, assumptions, shifts) => {
        const { presentValue } = priceCase(columnsOf(loans), assumptions, shifts).loans;
        const reversed = priceCase(columnsOf(loans.toReversed()), assumptions, shifts).loans.presentValue.toReversed();
        loans.forEach((loan, index) =>
          expect(Math.abs((presentValue[index] ?? 0) - (reversed[index] ?? Number.NaN))).toBeLessThan(1e-9 * (1 + claimOf(loan) * 10)),
        );
      }),
      { numRuns: 150 },
    );
  });

  it("are worth the same where a loan is split in two halves that its assets and guarantors secure together", () => {
    const linear = { slices: [{ upToYuan: null, rate: 0.01, fixedYuan: 0 }], capYuan: null };
    fc.assert(
      fc.property(somePackageOfRoutes, someAssumptions, someShifts, ([first], drawn, shifts) => {
        if (!first) return;
        const assumptions = {
          ...drawn,
          courtFees: { ...drawn.courtFees, acceptance: linear, preservation: linear, enforcement: linear },
          timing: { ...drawn.timing, bankruptcy: { ...drawn.timing.bankruptcy, courtFeesMonth: null } },
          costs: { ...drawn.costs, fileCostYuan: 0, fileCostBands: [] },
        };
        // A seizure has no cap to share, and a guarantor's cap holds for each loan by itself.
        const items = first.items.map((item, index) => ({ ...item, asset: index + 1, cap: item.isSeized ? null : item.cap }));
        const whole: TestLoan = { ...first, items, guarantors: (first.guarantors ?? []).map((guarantor) => ({ ...guarantor, cap: null })) };
        // Two contracts of one debtor, whose claims net as the whole does with itself.
        const half = { ...whole, debtor: 1, upb: whole.upb / 2, interest: whole.interest / 2, fees: whole.fees / 2 };
        const one = priceCase(columnsOf([whole]), assumptions, shifts).presentValueYuan;
        const two = priceCase(columnsOf([half, half]), assumptions, shifts).presentValueYuan;
        expect(Math.abs(one - two)).toBeLessThan(1e-9 * (1 + claimOf(whole) * 10));
      }),
      { numRuns: 300 },
    );
  });
});
