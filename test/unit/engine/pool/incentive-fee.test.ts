import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { priceCase } from "../../../../main/engine/price-package.ts";
import type { Assumptions } from "../../../../shared/domain/assumptions.ts";
import { segments } from "../../../../shared/domain/codes.ts";
import { columnsOf, noShifts, someAssumptions, somePackageOfRoutes, someShifts, type TestLoan } from "../engine-fixtures.ts";
import { faultyLines } from "../explain/figure-walk.ts";

const base = defaultAssumptionSet.assumptions;
/** 10 % of 1,000 in each of months 1 to 4, no other cost: 400 in all, 150 of them below the hurdle. */
const assumptions: Assumptions = {
  ...base,
  horizonMonths: 12,
  closing: { ...base.closing, closingMonth: 0 },
  curves: { ...base.curves, corporateUnsecured: { lagMonths: 0, firstMonthRate: 0, monthlyDecay: 0, monthlyShares: [0.1, 0.1, 0.1, 0.1] } },
  costs: { ...base.costs, servicerRateCash: 0, fileCostYuan: 0, overheadYuanPerMonth: 0, incentiveFromShare: 0.15, incentiveRate: 0.2 },
};
const loan: TestLoan = { upb: 1000, interest: 0, fees: 0, segment: segments.indexOf("corporateUnsecured"), stage: 2, items: [] };
const costsOf = (terms: Assumptions, costsShift = 0) =>
  priceCase(columnsOf([loan]), terms, { ...noShifts, costsShift })
    .flows.costs.slice(0, 6)
    .map((yuan) => Math.round(yuan * 1e6) / 1e6);

describe("the servicer's incentive fee", () => {
  it("is a share of receipts above their hurdle, in the month in which they come", () => {
    expect(costsOf(assumptions)).toEqual([0, 0, 10, 20, 20, 0]);
    expect(costsOf({ ...assumptions, costs: { ...assumptions.costs, incentiveFromShare: 0.5 } })).toEqual([0, 0, 0, 0, 0, 0]);
  });

  it("moves with the shift of costs, and is charged once the price is paid on what was handed over then", () => {
    expect(costsOf(assumptions, 0.5)).toEqual([0, 0, 15, 30, 30, 0]);
    expect(costsOf({ ...assumptions, closing: { ...assumptions.closing, closingMonth: 3 } })).toEqual([0, 0, 0, 30, 20, 0]);
  });

  it("takes off each pool what all its receipts together exceed the hurdle by", () => {
    fc.assert(
      fc.property(somePackageOfRoutes, someAssumptions, someShifts, (loans, drawn, shifts) => {
        const withFee = { ...drawn, costs: { ...drawn.costs, incentiveFromShare: 0.1, incentiveRate: 0.2 } };
        const [free, charged] = [priceCase(columnsOf(loans), drawn, shifts).flows, priceCase(columnsOf(loans), withFee, shifts).flows];
        const received = free.collateral.map((yuan, month) => yuan + (free.guarantor[month] ?? 0) + (free.cash[month] ?? 0));
        const all = received.reduce((sum, yuan) => sum + yuan, 0);
        const principal = loans.reduce((sum, { upb }) => sum + upb, 0);
        const fee = charged.costs.reduce((sum, yuan, month) => sum + yuan - (free.costs[month] ?? 0), 0);
        expect(Math.abs(fee - Math.max(0, all - 0.1 * principal) * 0.2 * (1 + shifts.costsShift)) / Math.max(1, all)).toBeLessThan(1e-9);
      }),
    );
  });

  it("has a line of its own beside the loans, and all lines add up", () => {
    const keys: string[] = [];
    const input = {
      columns: columnsOf([loan]),
      assumptions,
      shifts: noShifts,
      caseName: "base" as const,
      bidPriceFen: 0,
      isBidEntered: true,
      cutOffDate: null,
    };
    const figure = { name: "costs" as const, price: "bidPrice" as const, months: null, loan: null };
    const faults = faultyLines({ ...input, figure, path: [], allocatedFen: Float64Array.of(0) }, ({ key }) => {
      keys.push(key);
      return [];
    });
    expect(faults).toEqual([]);
    expect(keys).toContain("figure.incentive");
  });
});
