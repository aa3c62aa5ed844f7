import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { RawRow } from "../../../main/tapes/files/raw-sheet.ts";
import { countHeaderFields } from "../../../main/tapes/header/find-header.ts";
import { NotUtf8 } from "../../../main/tapes/lists/detect-encoding.ts";
import type { CsvChoice } from "../../../main/tapes/lists/read-csv.ts";
import { openCsv } from "../../../main/tapes/lists/read-csv.ts";
import { inspectTape } from "../../../main/tapes/open-tape.ts";
import { fileWith, refusalOf } from "./hostile-files.ts";

async function read(content: string | Uint8Array, choice: CsvChoice = {}) {
  const source = await openCsv(fileWith(content, ".csv"), "list", choice, countHeaderFields);
  const rows: RawRow[] = [];
  for await (const block of source.sheets[0]?.blocks() ?? []) rows.push(...block);
  return { encoding: source.encoding, delimiter: source.delimiter, rows };
}

async function readAll(blocks: AsyncIterable<readonly RawRow[]> | undefined): Promise<void> {
  for await (const _ of blocks ?? []) continue;
}

const cells = (rows: readonly RawRow[]) => rows.map((row) => row.cells);

// 合同号 in GB18030, then 䶮 (FE 9F in GBK's table) as a rare character.
const gbBytes = Buffer.from("bacfcdacbac52c310afe9f2c320a", "hex");

describe("the encoding of a text list", () => {
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

  it("reads a list again that looks like UTF-8 for a megabyte and isn't, and hashes it as it is", async () => {
    const ascii = `${"A1,company,100.00,1.00\n".repeat(50_000)}`;
    const path = fileWith(
      Buffer.concat([Buffer.from(`contract number,debtor,principal balance,interest\n${ascii}`), Buffer.from("bacfcdac2cbacf2c312c310a", "hex")]),
      ".csv",
    );
    await expect(openCsv(path, "list", {}, countHeaderFields).then((source) => readAll(source.sheets[0]?.blocks()))).rejects.toThrow(NotUtf8);
    const inspection = await inspectTape({ path });
    expect(inspection).toMatchObject({ encoding: "gb18030", sheets: [{ rowCount: 50_002 }] });
    expect(inspection.sha256).toBe(createHash("sha256").update(readFileSync(path)).digest("hex"));
  });

  it("lets the user choose where both fit, and refuses a choice that doesn't", async () => {
    const both = Buffer.from("c48dc48d2c310a", "hex");
    expect(cells((await read(both)).rows)).toEqual([["čč", "1"]]);
    expect(cells((await read(both, { encoding: "gb18030" })).rows)).toEqual([["膷膷", "1"]]);
    expect(await refusalOf(read(gbBytes, { encoding: "utf-8" }))).toBe("encodingMismatch");
  });

  it("refuses bytes that fit no encoding, and binary files", async () => {
    expect(await refusalOf(read(Buffer.from("612cff0a622c810a", "hex")))).toBe("encodingUnknown");
    expect(await refusalOf(read(Buffer.from("612c00620a", "hex")))).toBe("notText");
    expect(await refusalOf(read(Buffer.from("efbbbf61ff0a", "hex")))).toBe("encodingUnknown");
  });
});

describe("the delimiter of a text list", () => {
  const header = ["借款合同编号", "债务人名称", "贷款本金余额", "利息余额", "备注"];
  const list = (sign: string, remark: string) => [header, ["A1", "甲", "1000.00", "10.00", remark]].map((row) => row.join(sign)).join("\n");

  it.each([
    ["comma", ","],
    ["tab", "\t"],
    ["semicolon", ";"],
    ["pipe", "|"],
    ["caret", "^"],
    ["tilde", "~"],
    ["wideComma", "，"],
    ["listComma", "、"],
  ] as const)("is told to be a %s by the header, whatever a remark holds", async (name, sign) => {
    for (const other of [",", ";", "|", "\t", "，", "、", "~"]) {
      if (other === sign) continue;
      const { delimiter, rows } = await read(list(sign, Array.from({ length: 20 }, (_, at) => at).join(other)));
      expect([delimiter, rows[1]?.cells.length]).toEqual([name, 5]);
    }
  });

  it("isn't taken for the decimal comma", async () => {
    const { delimiter, rows } = await read("合同号;本金;利息\nA1;1,5;2,5\nA2;1,5;2,5\n");
    expect(delimiter).toBe("semicolon");
    expect(cells(rows)[1]).toEqual(["A1", "1,5", "2,5"]);
  });

  it("is the one most records agree on where no header tells", async () => {
    expect(cells((await read('a;b;c\n"1,1,1,1";2;3\n')).rows)).toEqual([
      ["a", "b", "c"],
      ["1,1,1,1", "2", "3"],
    ]);
  });

  it("is that of a spreadsheet's hint, which is no row", async () => {
    const { delimiter, rows } = await read("sep=|\r\n合同号|本金\r\nA1|5\r\n");
    expect(delimiter).toBe("pipe");
    expect(rows).toEqual([
      { rowNumber: 1, cells: ["合同号", "本金"] },
      { rowNumber: 2, cells: ["A1", "5"] },
    ]);
  });

  it("is the user's where the user chooses", async () => {
    expect(await read(list(",", "一;二"), { delimiter: "semicolon" })).toMatchObject({ delimiter: "semicolon", rows: [{ cells: [header.join(",")] }, {}] });
  });
});

describe("the limits of a text list", () => {
  it("refuse a giant cell and a giant line", async () => {
    expect(await refusalOf(read(`a,b\n${"x".repeat(40_000)},1\n`))).toBe("cellTooLong");
    expect(await refusalOf(read(`a,b\n"${"x".repeat(5_000_000)}`))).toBe("rowTooLong");
  });

  it("count the last column with text, not the delimiters behind it", async () => {
    expect((await read(`a,b${",".repeat(3000)}\n1,2${",".repeat(3000)}\n`)).rows).toHaveLength(2);
    expect(await refusalOf(read(`a,b${",".repeat(3000)}x\n`))).toBe("tooManyColumns");
  });
});
