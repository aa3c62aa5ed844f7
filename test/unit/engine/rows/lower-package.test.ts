import { describe, expect, it } from "vitest";
import { defaultAssumptionSet } from "../../../../main/assumptions/default-assumptions.ts";
import { classifyPackage } from "../../../../main/engine/plan/package-classes.ts";
import type { PackageClasses } from "../../../../main/engine/plan/plan-types.ts";
import { lowerPackage } from "../../../../main/engine/rows/lower-package.ts";
import { columnsOf, type TestLoan } from "../engine-fixtures.ts";

const { assumptions } = defaultAssumptionSet;

describe("rows that the kernels read without a check", () => {
  const loan: TestLoan = { upb: 1e6, interest: 0, fees: 0, segment: 0, stage: 2, items: [{ appraisal: 8e5, kind: 0, rank: 1, senior: null, cap: null }] };
  const columns = columnsOf([loan, { ...loan, stage: 3 }, { ...loan, items: [] }]);
  const classes = classifyPackage(columns, assumptions);
  const lowered = (change: Partial<PackageClasses>, part: Partial<typeof columns> = {}) =>
    lowerPackage({ ...columns, ...part }, assumptions, { ...classes, ...change });

  it("hold every loan once, with an even number of rows in a run", () => {
    const { rows } = lowered({});
    expect([...rows.loan].filter((place) => place < 3).toSorted((one, other) => one - other)).toEqual([0, 1, 2]);
    for (const { firstRow, endRow } of rows.runs) expect((endRow - firstRow) % 2).toBe(0);
  });

  it("are refused where a loan has no curve class or no price class of the package", () => {
    expect(() => lowered({ curveClass: Uint16Array.of(0, 0, classes.curveClasses.length) })).toThrow("loan 2 has no curve class");
    expect(() => lowered({ curveClass: Uint16Array.of(0, 0) })).toThrow("loan 2 has no curve class");
    expect(() => lowered({ itemClass: Uint16Array.of(0, classes.priceClasses.length) })).toThrow("rows hold 2 of 3 loans");
    expect(() => lowered({ loanClass: new Uint16Array(0) })).toThrow("rows hold 2 of 3 loans");
  });

  it("are refused where a number is missing", () => {
    expect(() => lowered({ curveScale: Float64Array.of(1, 1) })).toThrow("no number");
    expect(() => lowered({}, { appraisal: Float64Array.of(8e5, Number.NaN) })).toThrow("no number");
  });
});
