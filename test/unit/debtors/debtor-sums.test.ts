import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../main/assumptions/default-assumptions.ts";
import { assetsByDebtor } from "../../../main/debtors/debtor-assets.ts";
import { sumByDebtor } from "../../../main/debtors/debtor-sums.ts";
import type { PackageColumns } from "../../../main/engine/engine-types.ts";
import { pricePackage } from "../../../main/engine/price-package.ts";
import { type CaseName, caseNames } from "../../../shared/domain/codes.ts";
import { fenFromYuan } from "../../../shared/money.ts";
import { columnsOf, somePackageOfRoutes } from "../engine/engine-fixtures.ts";

const { cases } = defaultAssumptionSet;
const sum = (column: ArrayLike<number>) => Array.from(column).reduce((total, one) => total + one, 0);

function summed(columns: PackageColumns, debtors: number) {
  const { result, loanResults, allocatedFen } = pricePackage({
    columns,
    assumptions: defaultAssumptionSet.assumptions,
    cases,
    bidPriceFen: null,
    debtorCount: debtors,
  });
  const grossFen = Object.fromEntries(result.cases.map((one) => [one.caseName, one.grossRecoveryFen])) as Record<CaseName, number>;
  return { result, loanResults, sums: sumByDebtor({ columns, debtors, loanResults, allocatedFen, grossFen }) };
}

describe("a random package by debtor", () => {
  it("adds up to the model to the fen in each case, and each debtor to its loans within two fen", () => {
    fc.assert(
      fc.property(somePackageOfRoutes, fc.integer({ min: 1, max: 4 }), (loans, most) => {
        const debtor = Uint32Array.from(loans, (_, loan) => loan % Math.min(most, loans.length));
        const debtors = Math.min(most, loans.length);
        const { result, loanResults, sums } = summed({ ...columnsOf(loans), debtor }, debtors);
        expect(sum(sums.allocatedFen)).toBe(result.bidPriceFen);
        for (const name of caseNames) {
          const model = result.cases.find(({ caseName }) => caseName === name);
          const { costs, presentValue } = loanResults[name];
          expect(sum(sums.cases[name].grossFen)).toBe(model?.grossRecoveryFen);
          expect(sum(sums.cases[name].costsFen)).toBe(fenFromYuan(sum(costs)));
          expect(sum(sums.cases[name].presentValueFen)).toBe(fenFromYuan(sum(presentValue)));
          for (let at = 0; at < debtors; at += 1) {
            const own = sum(Array.from(presentValue).filter((_, loan) => debtor[loan] === at)) * 100;
            expect(Math.abs((sums.cases[name].presentValueFen[at] ?? 0) - own)).toBeLessThan(2.01);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});

const house = { kind: 0, rank: 1, senior: null, cap: null };
const loan = { upb: 100, interest: 0, fees: 0, segment: 0, stage: 0 };

describe("assets by debtor", () => {
  it("count once, less what is stated ahead, and are parted by claim between debtors who share them", () => {
    const columns = columnsOf([
      { ...loan, items: [{ ...house, appraisal: 400, senior: 100, asset: 1 }] },
      { ...loan, items: [{ ...house, appraisal: 400, senior: 60, asset: 1 }] },
      { ...loan, upb: 300, items: [{ ...house, appraisal: 90, asset: 7 }] },
      { ...loan, upb: 200, items: [{ ...house, appraisal: 90, asset: 7 }] },
    ]);
    const { netCollateralFen, linked } = assetsByDebtor({ ...columns, debtor: Uint32Array.of(0, 0, 1, 2) }, 4);
    expect([...netCollateralFen]).toEqual([30_000, 5400, 3600, 0]);
    expect([...linked]).toEqual([0, 1, 1, 3]);
  });

  it("are worth nothing where more is ahead of us", () => {
    const columns = columnsOf([{ ...loan, items: [{ ...house, appraisal: 80, senior: 100 }] }]);
    expect([...assetsByDebtor(columns, 1).netCollateralFen]).toEqual([0]);
  });
});
