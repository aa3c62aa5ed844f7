import { describe, expect, it } from "vitest";
import { assertColumns } from "../../../../main/engine/checks/columns-check.ts";
import { type RowEntries, writeEntries } from "../../../../main/engine/column-entries.ts";
import type { PackageColumns } from "../../../../main/engine/engine-types.ts";
import { type ColumnRange, columnNames, columnTable, estimateNames, estimateTable } from "../../../../main/engine/package-columns.ts";
import { columnsOf, type TestLoan } from "../engine-fixtures.ts";

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

  it.each([
    [{ priority: -1 }, "negative", "priorityClaims"],
    [{ waiting: Number.NaN }, "notANumber", "waitingClaims"],
    [{ rivals: -1 }, "negative", "rivalClaims"],
  ])("refuses an item with %o", (change, code, field) => {
    const items = loan.items.map((item) => ({ ...item, ...change }));
    expect(() => assertColumns(columnsOf([{ ...loan, items }]))).toThrow(expect.objectContaining({ code, field, index: 0 }));
  });

  it.each([
    [{ failed: 8 }, "outOfRange", "failedChecks"],
    [{ court: 3 }, "outOfRange", "court"],
    [{ estimate: { haircut: 1.2, probability: 0.5, months: 12 } }, "outOfRange", "estimates"],
    [{ estimate: { haircut: 0.2, probability: 0.5, months: 12.5 } }, "notWhole", "estimates"],
    [{ estimate: { haircut: 0.2, probability: Number.NaN, months: 12 } }, "notANumber", "estimates"],
    [{ ownCurve: { rate: 0.1, decay: Number.NaN } }, "notANumber", "estimates"],
    [{ ownCostRate: -0.1 }, "negative", "estimates"],
  ])("refuses a second loan with %o", (change, code, field) => {
    expect(() => assertColumns(columnsOf([loan, { ...loan, ...change }]))).toThrow(expect.objectContaining({ code, field, index: 1 }));
  });

  it("refuses a guarantor's cap that is no amount, and takes none stated", () => {
    const guaranteed = (cap: number | null) => columnsOf([loan, { ...loan, guarantors: [{ cap, isExpired: false }] }]);
    expect(() => assertColumns(guaranteed(null))).not.toThrow();
    expect(() => assertColumns(guaranteed(-1))).toThrow(expect.objectContaining({ code: "negative", field: "guarantorCap", index: 0 }));
    expect(() => assertColumns({ ...guaranteed(1), guarantorStart: Uint32Array.of(0, 1, 0) })).toThrow(
      expect.objectContaining({ code: "outOfRange", field: "guarantorStart", index: 2 }),
    );
    expect(() => assertColumns({ ...guaranteed(1), asset: new Uint32Array(1) })).toThrow(expect.objectContaining({ code: "wrongLength", field: "asset" }));
  });

  it("refuses columns that do not fit together", () => {
    const columns = columnsOf([loan, loan]);
    expect(() => assertColumns({ ...columns, upb: new Float64Array(1) })).toThrow(expect.objectContaining({ code: "wrongLength", field: "upb" }));
    expect(() => assertColumns({ ...columns, collateralStart: Uint32Array.of(0, 2, 1) })).toThrow(
      expect.objectContaining({ field: "collateralStart", index: 2 }),
    );
  });

  describe("proves what the engine reads without a default", () => {
    const guaranteed: TestLoan = { ...loan, guarantors: [{ cap: 1, isExpired: false }], ownCostRate: 0.1 };
    const columns = columnsOf([guaranteed, guaranteed]);
    const most = ({ most }: ColumnRange) => (most === "courts" ? columns.courts.length : most);

    it.each(columnNames)("an entry of %s for every row", (field) => {
      const cut = columns[field].slice(0, -1);
      expect(() => assertColumns({ ...columns, [field]: cut })).toThrow(expect.objectContaining({ code: "wrongLength", field }));
    });

    it.each(columnNames.flatMap((field) => (typeof columnTable[field].range === "object" ? [[field, columnTable[field].range] as const] : [])))(
      "every entry of %s within its range",
      (field, range) => {
        const outside = columns[field].slice();
        outside[1] = most(range) + 1;
        // A byte that is full holds no more.
        if (outside[1] === 0) outside[1] = range.least - 1;
        expect(() => assertColumns({ ...columns, [field]: outside })).toThrow(expect.objectContaining({ field, index: 1 }));
      },
    );

    it.each(estimateNames)("every estimate of %s within its range or none", (name) => {
      const { estimates } = columns;
      if (estimates === null) throw new Error("the package has estimates");
      const outside = estimates[name].slice();
      outside[1] = most(estimateTable[name]) + 1;
      expect(() => assertColumns({ ...columns, estimates: { ...estimates, [name]: outside } })).toThrow(
        expect.objectContaining({ code: "outOfRange", field: "estimates", index: 1 }),
      );
    });

    it("no number of an asset, which is a name and never an index", () => {
      expect(() => assertColumns({ ...columns, asset: Uint32Array.of(0xffff_ffff, 7) })).not.toThrow();
    });
  });
});

describe("assertColumns of a package built past the types", () => {
  it.each(columnNames)("names %s where it is missing", (name) => {
    const { [name]: _left, ...rest } = columnsOf([loan]);
    expect(() => assertColumns(rest as unknown as PackageColumns)).toThrow(expect.objectContaining({ code: "wrongLength", field: name }));
  });

  it("refuses codes in an array that holds fractions", () => {
    expect(() => assertColumns({ ...columnsOf([loan]), lienRank: Float64Array.of(1.5) as unknown as Uint8Array })).toThrow(
      expect.objectContaining({ code: "notWhole", field: "lienRank" }),
    );
  });
});

describe("writeEntries", () => {
  /** Entries of an item that a package holds: a number for every column of an item. */
  const ofItems = columnNames.filter((name) => columnTable[name].per === "item");
  const given = columnsOf([{ ...loan, items: loan.items.map((one) => ({ ...one, priority: 1, isSeized: true, rivals: 2 })) }]);
  const item = Object.fromEntries(ofItems.map((name) => [name, given[name][0]])) as RowEntries<"item">;

  it("writes every column of a row", () => {
    const columns = columnsOf([loan]);
    writeEntries(columns, "item", 0, item);
    expect(Object.fromEntries(ofItems.map((name) => [name, columns[name][0]]))).toEqual(item);
  });

  it.each([
    ["lienRank", Number.NaN, "notANumber"],
    ["lienRank", 0.5, "notWhole"],
    ["lienRank", -1, "negative"],
    ["lienRank", 256, "outOfRange"],
    ["collateralKind", -1, "negative"],
    ["collateralHold", Number.NaN, "notANumber"],
    ["asset", 2 ** 32, "outOfRange"],
    ["asset", Number.POSITIVE_INFINITY, "notWhole"],
  ] as const)("refuses %s of %d before its array takes another number for it", (field, entry, code) => {
    expect(() => writeEntries(columnsOf([loan]), "item", 0, { ...item, [field]: entry })).toThrow(expect.objectContaining({ code, field, index: 0 }));
  });

  it.each(Object.keys(item))("refuses a row without %s", (field) => {
    expect(() => writeEntries(columnsOf([loan]), "item", 0, { ...item, [field]: undefined })).toThrow(expect.objectContaining({ code: "notANumber", field }));
  });
});
