import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { ShownTables } from "../../../shared/domain/export-tables.ts";
import { corporateTape, openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let folder: string;
beforeAll(() => {
  desk = openTestDesk();
  folder = dirname(desk.copyOf(corporateTape, "清单.xlsx"));
});
afterAll(() => desk.close());

const shown: ShownTables = {
  fileName: ["示例包", "缺口"],
  unit: "yuan",
  tables: [
    { name: "缺口", columns: [{ head: "缺什么", kind: "text" }], rows: [["评估价"], ["法院"]] },
    { name: "缺口", columns: [{ head: "本金（元）", kind: "money" }], rows: [[12_345]] },
  ],
};

it("tables become the sheets of a workbook, or follow one another in a list", async () => {
  desk.writeWorkbooksTo(join(folder, "表.xlsx"));
  expect(await desk.exports.save(shown)).toMatchObject({ fileName: "表.xlsx", rows: 3 });
  const { sheets } = await readXlsx(readFileSync(join(folder, "表.xlsx")));
  expect(sheets.map(({ name, rows }) => [name, rows])).toEqual([
    ["缺口", [["缺什么"], ["评估价"], ["法院"]]],
    ["缺口 (2)", [["本金（元）"], [123.45]]],
  ]);
  desk.writeWorkbooksTo(join(folder, "表.CSV"));
  expect(await desk.exports.save(shown)).toMatchObject({ fileName: "表.CSV", rows: 3 });
  expect(parse(readFileSync(join(folder, "表.CSV")), { bom: true, skip_empty_lines: true })).toEqual([
    ["缺什么"],
    ["评估价"],
    ["法院"],
    ["本金（元）"],
    ["123.45"],
  ]);
});

it("a name that says no format, a place that can't be written and a cancel leave what was there", async () => {
  const file = join(folder, "旧.txt");
  writeFileSync(file, "旧");
  desk.writeWorkbooksTo(file);
  await expect(desk.exports.save(shown)).rejects.toMatchObject({ code: "exports.unknownFormat", values: { fileName: "旧.txt" } });
  expect(readFileSync(file, "utf8")).toBe("旧");
  desk.writeWorkbooksTo(join(folder, "no such folder", "表.csv"));
  await expect(desk.exports.save(shown)).rejects.toMatchObject({ code: "file.notWritable" });
  desk.writeWorkbooksTo(null);
  expect(await desk.exports.save(shown)).toBeNull();
});

it("a list that fails half-way leaves the file of before and nothing beside it", async () => {
  const file = join(folder, "半.xlsx");
  writeFileSync(file, "以前");
  desk.writeWorkbooksTo(file);
  const write = async () => {
    throw new Error("half-way");
  };
  await expect(desk.exports.saveAs({ fileName: ["半"], unit: "yuan", write })).rejects.toMatchObject({ code: "file.notWritable" });
  expect(readFileSync(file, "utf8")).toBe("以前");
  expect(readdirSync(folder).filter((name) => name.endsWith(".tmp"))).toEqual([]);
  expect(existsSync(file)).toBe(true);
});
