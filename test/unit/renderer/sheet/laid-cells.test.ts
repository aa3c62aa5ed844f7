import { describe, expect, it } from "vitest";
import { filledFrom, laidCells, pastedTexts } from "../../../../renderer/sheet/laid-cells.ts";
import { sheetLooks } from "../../../../renderer/sheet/sheet-columns.ts";

const columns = sheetLooks.guarantor; // contract, debtor: of the loan; then name, cap, end

describe("texts laid over cells", () => {
  it("go from the place on, a row of texts on each row", () => {
    const laid = laidCells(
      [
        ["张三", "100"],
        ["李四", "200"],
      ],
      columns.slice(2),
      [7, 9],
    );
    expect(laid.cells.map(({ rowId, field, text }) => `${rowId} ${field} ${text}`)).toEqual([
      "7 guarantors 张三",
      "7 guaranteeCap 100",
      "9 guarantors 李四",
      "9 guaranteeCap 200",
    ]);
  });

  it("that have no cell are counted: below, at the right, in the loan's columns, with hidden digits", () => {
    const laid = laidCells([["HT1", "甲", "张三", "1", "2026-01-01", "多"], ["HT2"], ["HT3"]], columns, [7]);
    expect(laid).toMatchObject({ beyond: 3, readOnly: 2, masked: 0 });
    expect(laid.cells).toHaveLength(3);
    expect(laidCells([["138•••••000"]], columns.slice(2), [7])).toMatchObject({ masked: 1, cells: [] });
  });

  it("lose the mark that kept a spreadsheet from reading a formula", () => {
    expect(laidCells([["'-甲"]], columns.slice(2), [7]).cells[0]?.text).toBe("-甲");
  });
});

describe("one pasted text", () => {
  it("goes into every selected cell, several go where they are", () => {
    const selected = { column: 2, row: 4, columns: 2, rows: 2 };
    expect(pastedTexts([["x"]], selected)).toEqual([
      ["x", "x"],
      ["x", "x"],
    ]);
    expect(pastedTexts([["x", "y"]], selected)).toEqual([["x", "y"]]);
  });
});

describe("a fill", () => {
  it("repeats the source below it, and above it from its end", () => {
    const source = { column: 0, row: 10, columns: 1, rows: 2 };
    expect(filledFrom(source, { column: 0, row: 10, columns: 1, rows: 5 })).toEqual([null, null, 0, 1, 0]);
    expect(filledFrom(source, { column: 0, row: 7, columns: 1, rows: 5 })).toEqual([1, 0, 1, null, null]);
  });
});
