import { describe, expect, it } from "vitest";
import type { RawRow } from "../../../main/tapes/files/raw-sheet.ts";
import { openCsv } from "../../../main/tapes/files/read-csv.ts";
import type { TapeEncoding } from "../../../shared/domain/tape-mapping.ts";
import { fileWith, refusalOf } from "./hostile-files.ts";

async function read(content: string | Uint8Array, encoding?: TapeEncoding) {
  const source = await openCsv(fileWith(content, ".csv"), "list", encoding);
  const rows: RawRow[] = [];
  for await (const row of source.sheets[0]?.rows() ?? []) rows.push(row);
  return { encoding: source.encoding, rows };
}

const cells = (rows: readonly RawRow[]) => rows.map((row) => row.cells);

// 合同号 in GB18030, then 䶮 (FE 9F in GBK's table) as a rare character.
const gbBytes = Buffer.from("bacfcdacbac52c310afe9f2c320a", "hex");

describe("openCsv", () => {
  it("tells UTF-8, marks and GB18030 apart", async () => {
    expect(await read("合同号,1\n")).toMatchObject({ encoding: "utf-8", rows: [{ cells: ["合同号", "1"] }] });
    expect(await read("\ufeff合同号,1\n")).toMatchObject({ encoding: "utf-8", rows: [{ cells: ["合同号", "1"] }] });
    const wide = await read(Buffer.from("\ufeff合同号\t1\n", "utf16le"));
    expect(wide).toMatchObject({ encoding: "utf-16le", rows: [{ cells: ["合同号", "1"] }] });
    const gb = await read(gbBytes);
    expect(gb.encoding).toBe("gb18030");
    expect(cells(gb.rows)).toEqual([
      ["合同号", "1"],
      ["䶮", "2"],
    ]);
  });

  it("lets the user choose where both fit, and refuses a choice that doesn't", async () => {
    const both = Buffer.from("c48dc48d2c310a", "hex");
    expect(cells((await read(both)).rows)).toEqual([["čč", "1"]]);
    expect(cells((await read(both, "gb18030")).rows)).toEqual([["膷膷", "1"]]);
    expect(await refusalOf(read(gbBytes, "utf-8"))).toBe("encodingMismatch");
  });

  it("refuses bytes that fit no encoding, and binary files", async () => {
    expect(await refusalOf(read(Buffer.from("612cff0a622c810a", "hex")))).toBe("encodingUnknown");
    expect(await refusalOf(read(Buffer.from("612c00620a", "hex")))).toBe("notText");
    expect(await refusalOf(read(Buffer.from("efbbbf61ff0a", "hex")))).toBe("encodingUnknown");
  });

  it("counts records as a spreadsheet shows rows", async () => {
    const { rows } = await read('a,b\n"x\ny",1\n\nz,"1,2"\n');
    expect(rows).toEqual([
      { rowNumber: 1, cells: ["a", "b"] },
      { rowNumber: 2, cells: ["x\ny", "1"] },
      { rowNumber: 4, cells: ["z", "1,2"] },
    ]);
  });

  it("finds the delimiter outside quotes", async () => {
    expect(cells((await read('a;b;c\n"1,1,1,1";2;3\n')).rows)).toEqual([
      ["a", "b", "c"],
      ["1,1,1,1", "2", "3"],
    ]);
  });

  it("refuses an open quotation mark and a giant cell", async () => {
    expect(await refusalOf(read('a,b\n"1,2\n3,4\n'))).toBe("csvDamaged");
    expect(await refusalOf(read(`a,b\n${"x".repeat(40_000)},1\n`))).toBe("cellTooLong");
    expect(await refusalOf(read(`a,b\n"${"x".repeat(5_000_000)}`))).toBe("csvDamaged");
  });
});
