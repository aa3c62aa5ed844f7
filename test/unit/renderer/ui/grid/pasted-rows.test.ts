import { describe, expect, it } from "vitest";
import { pastedRows } from "../../../../../renderer/ui/grid/pasted-rows.ts";

describe("rows of a spreadsheet's clipboard text", () => {
  it("are parted by line ends, cells by tabs, and the last line end begins no row", () => {
    expect(pastedRows("1\t2\r\n3\t4\r\n")).toEqual([
      ["1", "2"],
      ["3", "4"],
    ]);
    expect(pastedRows("一\n二")).toEqual([["一"], ["二"]]);
  });

  it("keep empty cells and empty rows between others", () => {
    expect(pastedRows("\t\n\n1\t")).toEqual([["", ""], [""], ["1", ""]]);
    expect(pastedRows("")).toEqual([[""]]);
  });

  it("take a quoted cell with tabs, line ends and doubled quotes as one, on one line", () => {
    expect(pastedRows('"甲 ""乙""\n丙"\t2\r\n"a\tb"')).toEqual([['甲 "乙" 丙', "2"], ["a\tb"]]);
  });

  it("leave a quote alone that opens no quoted cell", () => {
    expect(pastedRows('"abc\t"de"f\t2" pipe')).toEqual([['"abc', '"de"f', '2" pipe']]);
  });

  it("read 5,000 rows of 6 cells", () => {
    const text = `${Array.from({ length: 5000 }, (_, row) => Array.from({ length: 6 }, (_cell, column) => `${row}.${column}`).join("\t")).join("\r\n")}\r\n`;
    const rows = pastedRows(text);
    expect(rows).toHaveLength(5000);
    expect(rows[4999]).toEqual(["4999.0", "4999.1", "4999.2", "4999.3", "4999.4", "4999.5"]);
  });
});
