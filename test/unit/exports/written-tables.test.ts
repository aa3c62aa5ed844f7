import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { inflateRawSync } from "node:zlib";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inertText } from "../../../main/exports/csv-text.ts";
import { sheetNames } from "../../../main/exports/sheet-cells.ts";
import { type ExportFormat, writeRows, writeTables } from "../../../main/exports/write-table.ts";
import type { TaskContext } from "../../../main/jobs/task-types.ts";
import { openWorkbook } from "../../../main/tapes/files/read-workbook.ts";
import type { ExportCell, ExportColumn } from "../../../shared/domain/export-tables.ts";
import { hostileText } from "./hostile-texts.ts";

let folder: string;
let files = 0;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "written-tables-"));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const context: TaskContext = { progress: () => undefined, isCancelled: () => false, throwIfCancelled: () => undefined, step: () => undefined };
const textKinds = ["text", "identifier"] as const;

type Rows = readonly (readonly ExportCell[])[];
type Way = "row by row" | "at once";
const ways = ["row by row", "at once"] as const;

async function written(way: Way, format: ExportFormat, columns: readonly ExportColumn[], rows: Rows): Promise<string> {
  files += 1;
  const file = join(folder, `${files}.${format}`);
  const place = { file, format, unit: "wanYuan", head: "17-0f3a9b2c4d5e6f70" } as const;
  const table = { name: "表", columns: [...columns], rows: rows.map((row) => [...row]) };
  await (way === "at once" ? writeTables([table], place, context) : writeRows({ ...table, rowCount: rows.length }, place, context));
  return file;
}

/** The mark taken off again: an apostrophe before what would not stand there without one. */
const unmarked = (text: string) => (text.startsWith("'") && inertText(text.slice(1)) === text ? text.slice(1) : text);
const listIn = (file: string) => parse(readFileSync(file), { bom: true, relax_column_count: true }) as string[][];

/** Cells of the first sheet, as the reader of tapes finds them: it shares nothing with the writer. */
async function sheetIn(file: string): Promise<unknown[][]> {
  const rows: unknown[][] = [];
  for (const { blocks } of (await openWorkbook(file)).sheets)
    for await (const group of blocks()) for (const row of group as Iterable<{ readonly cells: readonly unknown[] }>) rows.push([...row.cells]);
  return rows;
}

/** What that reader takes for nothing: cells of signs that show nothing, and rows of such cells. */
function withoutBlanks(rows: readonly (readonly unknown[])[]): unknown[][] {
  const known = rows.map((row) => row.map((cell) => (typeof cell === "string" && cell.trim() === "" ? null : cell)));
  return known.map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1)).filter(({ length }) => length > 0);
}

/** The XML of the sheets, unpacked by hand. */
function sheetXml(file: string): string {
  const bytes = readFileSync(file);
  let xml = "";
  for (let at = bytes.indexOf("PK\x01\x02"); at >= 0; at = bytes.indexOf("PK\x01\x02", at + 4)) {
    const name = bytes.toString("utf8", at + 46, at + 46 + bytes.readUInt16LE(at + 28));
    if (!name.startsWith("xl/worksheets/sheet")) continue;
    const start = bytes.readUInt32LE(at + 42);
    const data = start + 30 + bytes.readUInt16LE(start + 26) + bytes.readUInt16LE(start + 28);
    xml += inflateRawSync(bytes.subarray(data, data + bytes.readUInt32LE(at + 20))).toString("utf8");
  }
  return xml;
}

const hostile = fc.sample(hostileText, { numRuns: 10_000, seed: 11 });
const hostileRows = Array.from({ length: hostile.length / 2 }, (_, index) => hostile.slice(2 * index, 2 * index + 2));
const hostileColumns = textKinds.map((kind, index) => ({ head: hostile[index] ?? "", kind }));

it("keeps in a workbook's properties where the trail stood", async () => {
  const file = await written("at once", "xlsx", [{ head: "户名", kind: "text" }], [["甲"]]);
  expect((await readXlsx(readFileSync(file))).properties?.description).toBe("17-0f3a9b2c4d5e6f70");
});

describe.each(ways)("ten thousand hostile texts, written %s", (way) => {
  it("come back from a list sign by sign, and none of them runs", async () => {
    const [heads, ...rows] = listIn(await written(way, "csv", hostileColumns, hostileRows));
    expect(heads?.map(unmarked)).toEqual(hostileColumns.map(({ head }) => head));
    expect(rows.map((row) => row.map(unmarked))).toEqual(hostileRows);
    const live = [...rows.flat(), ...(heads ?? [])].filter((text) => /^[\s\p{C}\p{Z}"]*[=+\-@＝＋－＠\t\r]/u.test(text) && !/^-(\d+(\.\d+)?)?$/.test(text));
    expect(live).toEqual([]);
  });

  it("come back from a workbook sign by sign, and none of them is a formula", async () => {
    const file = await written(way, "xlsx", hostileColumns, hostileRows);
    expect(sheetXml(file)).not.toMatch(/<f[\s>/]/);
    const expected = [hostileColumns.map(({ head }) => head), ...hostileRows];
    const { sheets } = await readXlsx(readFileSync(file));
    expect(sheets[0]?.rows).toEqual(expected);
    expect(withoutBlanks(await sheetIn(file))).toEqual(withoutBlanks(expected));
  });
});

describe.each(ways)("a table written %s", (way) => {
  const columns: ExportColumn[] = [
    { head: "合同号", kind: "identifier" },
    { head: "本金（万元）", kind: "money" },
    { head: "比例", kind: "rate" },
    { head: "户数", kind: "number" },
    { head: "月", kind: "months" },
    { head: "日期", kind: "date" },
  ];
  const rows: Rows = [
    ["410102199001011234", 88_320_779_000_001, 0.1234, 310, 7.5, "2024-01-29"],
    ["000000000000000001", -1, -0.5, -3, null, "1899-12-31"],
    ["-", 9_007_199_254_740_991, Number.NaN, 0, 0, "无"],
  ];

  it("keeps the digits of identifiers, the fen of amounts and the days of dates in a list", async () => {
    const [, ...lines] = listIn(await written(way, "csv", columns, rows));
    expect(lines).toEqual([
      ["410102199001011234", "88320779.000001", "0.1234", "310", "7.5", "2024-01-29"],
      ["000000000000000001", "-0.000001", "-0.5", "-3", "", "1899-12-31"],
      ["-", "9007199254.740991", "", "0", "0", "无"],
    ]);
  });

  it("begins a list with the mark of UTF-8 and ends its lines as sheets expect", async () => {
    const bytes = readFileSync(await written(way, "csv", columns, rows));
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    expect(bytes.toString("utf8").split("\r\n")).toHaveLength(rows.length + 2);
    expect(bytes.toString("utf8").replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
  });

  it("writes numbers as numbers and texts as texts into a workbook", async () => {
    const { sheets } = await readXlsx(readFileSync(await written(way, "xlsx", columns, rows)));
    const [sheet] = sheets;
    expect(sheet?.rows.slice(1)).toEqual([
      ["410102199001011234", 88_320_779.000001, 0.1234, 310, 7.5, new Date("2024-01-29T00:00:00Z")],
      ["000000000000000001", -0.000001, -0.5, -3, null, "1899-12-31"],
      ["-", Number("9007199254.740991"), null, 0, 0, "无"],
    ]);
    expect(sheet?.freezePane).toMatchObject({ rows: 1 });
  });
});

it("a cell of another kind than its column's is written by its own", async () => {
  const file = await written("at once", "xlsx", [{ head: "项目", kind: "money" }], [[100], [{ kind: "rate", value: 0.25 }], [{ kind: "text", value: "=1+1" }]]);
  const { sheets } = await readXlsx(readFileSync(file), { readStyles: true });
  expect(sheets[0]?.rows).toEqual([["项目"], [0.0001], [0.25], ["=1+1"]]);
  expect(sheets[0]?.cells?.get("2,0")?.style?.numFmt).toBe("0.00%");
});

it("a number that is text stays what it is, and a phone number is no formula", () => {
  expect(["-12.5", "-", "2024-01-29"].map(inertText)).toEqual(["-12.5", "-", "2024-01-29"]);
  expect(["+8613800000000", "-2+3", " -1", "−5"].map(inertText)).toEqual(["'+8613800000000", "'-2+3", "' -1", "'−5"]);
});

it("names of sheets are legal and each there once", () => {
  const names = sheetNames(["贷款[1]:*?/\\", "贷款 1", "", "History", "'引号'", "a".repeat(40), "A".repeat(40), "x".repeat(30) + "😀"]);
  expect(new Set(names.map((name) => name.toLowerCase())).size).toBe(names.length);
  for (const name of names) {
    expect(name).toMatch(/^(?!')[^[\]:*?/\\]{1,31}(?<!')$/);
    expect(name).toBe(name.replaceAll(/\p{Cs}/gu, ""));
  }
});

it("text beyond what a cell takes ends with an ellipsis", async () => {
  const file = await written("row by row", "xlsx", [{ head: "备注", kind: "text" }], [["长".repeat(40_000)]]);
  const { sheets } = await readXlsx(readFileSync(file));
  expect(sheets[0]?.rows[1]?.[0]).toBe(`${"长".repeat(32_766)}…`);
});
