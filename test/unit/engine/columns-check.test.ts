import { describe, expect, it } from "vitest";
import { assertColumns } from "../../../main/engine/columns-check.ts";
import { columnsOf, type TestLoan } from "./engine-fixtures.ts";

const loan: TestLoan = { upb: 100, interest: 10, fees: 1, segment: 0, stage: 0, items: [{ appraisal: 50, kind: 0, rank: 1, senior: null, cap: null }] };

describe("assertColumns", () => {
  it("accepts a package, and one without loans", () => {
    expect(() => assertColumns(columnsOf([loan, loan]))).not.toThrow();
    expect(() => assertColumns(columnsOf([]))).not.toThrow();
  });

  it.each([
    [{ upb: Number.NaN }, "notANumber", "upb"],
    [{ interest: -0.01 }, "negative", "interest"],
    [{ fees: Number.POSITIVE_INFINITY }, "notFinite", "fees"],
    [{ upb: 2e13 }, "tooLarge", "upb"],
    [{ segment: 7 }, "outOfRange", "segment"],
    [{ stage: 6 }, "outOfRange", "stage"],
  ])("refuses %o in the second loan", (change, code, field) => {
    expect(() => assertColumns(columnsOf([loan, { ...loan, ...change }]))).toThrow(expect.objectContaining({ code, field, index: 1 }));
  });

  it.each([
    [{ appraisal: Number.NaN }, "notANumber", "appraisal"],
    [{ senior: -1 }, "negative", "seniorClaims"],
    [{ cap: Number.POSITIVE_INFINITY }, "notFinite", "securedCap"],
    [{ kind: 11 }, "outOfRange", "collateralKind"],
    [{ rank: 0 }, "outOfRange", "lienRank"],
  ])("refuses an item with %o", (change, code, field) => {
    const items = loan.items.map((item) => ({ ...item, ...change }));
    expect(() => assertColumns(columnsOf([{ ...loan, items }]))).toThrow(expect.objectContaining({ code, field, index: 0 }));
  });

  it("refuses columns that do not fit together", () => {
    const columns = columnsOf([loan, loan]);
    expect(() => assertColumns({ ...columns, upb: new Float64Array(1) })).toThrow(expect.objectContaining({ code: "wrongLength", field: "upb" }));
    expect(() => assertColumns({ ...columns, collateralStart: Uint32Array.of(0, 2, 1) })).toThrow(
      expect.objectContaining({ field: "collateralStart", index: 2 }),
    );
  });
});
