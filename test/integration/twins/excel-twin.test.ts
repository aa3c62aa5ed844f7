import { existsSync, readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allowedFunctions } from "../../../main/twins/formulas/sheet-functions.ts";
import type { SavedTwin } from "../../../shared/contract/twin-channels.ts";
import type { PricingResult } from "../../../shared/domain/pricing-results.ts";
import { corporateTape, openTestDesk, type TestDesk } from "../pricing/test-desk.ts";
import { cellsOf, illFormed, partsOf } from "./workbook-parts.ts";

let desk: TestDesk;
let dealId: number;
let result: PricingResult;
let folder: string;
let file: string;
let saved: SavedTwin | null;
let parts: ReadonlyMap<string, string>;
const sheetParts = () => Array.from(parts.entries()).filter(([name]) => name.startsWith("xl/worksheets/"));

beforeAll(async () => {
  desk = openTestDesk();
  dealId = (await desk.deals.openSample()).id;
  result = await desk.pricing.price(dealId, await desk.assumptions.model(dealId));
  folder = dirname(desk.copyOf(corporateTape, "清单.xlsx"));
  file = join(folder, "复核表.xlsx");
  desk.writeWorkbooksTo(file);
  saved = await desk.twins.saveDeal(dealId, { fileName: ["复核表"], language: "zh" });
  parts = partsOf(file);
});
afterAll(() => desk.close());

describe("the Excel twin of the sample", () => {
  it("proves every headline figure, all of the bid by formulas", () => {
    expect(saved).toMatchObject({ fileName: "复核表.xlsx", isLive: true });
    expect(saved?.bidShare).toBeGreaterThanOrEqual(0.9);
    expect(saved?.largestDifference).toBeLessThan(1e-6);
  });

  it("is read by another program with the figures of the screen", async () => {
    const { sheets } = await readXlsx(readFileSync(file));
    const [proof] = sheets;
    expect(proof?.name).toBe("核对");
    const lines = new Map((proof?.rows ?? []).map((row) => [row[0], row]));
    for (const { caseName, maxBidFen, atMaxBid } of result.cases) {
      const word = { low: "悲观", base: "基准", high: "乐观" }[caseName];
      expect(lines.get(`最高报价 · ${word}`)?.slice(1, 3)).toEqual([maxBidFen / 100, maxBidFen / 100]);
      expect(lines.get(`加权平均期限（年） · ${word}`)?.[2]).toBeCloseTo(atMaxBid.walYears ?? Number.NaN, 9);
      expect(lines.get(`内部收益率（按最高报价） · ${word}`)?.[2]).toBeCloseTo(0.12, 8);
    }
    expect(lines.get("结果单元格中公式的比例")?.[1]).toBeGreaterThanOrEqual(0.95);
    expect(lines.get("基准报价由公式承载的比例")?.[1]).toBeGreaterThanOrEqual(0.9);
  });

  it("works its results out: nineteen of twenty cells of all sheets but the facts and the assumptions are formulas", () => {
    const facts = ["参数", "资产清单"];
    const names = Array.from((parts.get("xl/workbook.xml") ?? "").matchAll(/<sheet name="([^"]+)"/g), ([, name]) => name);
    let [formulas, numbers] = [0, 0];
    names.forEach((name, index) => {
      if (name === undefined || facts.includes(name)) return;
      for (const { isFormula, value } of cellsOf(parts.get(`xl/worksheets/sheet${index + 1}.xml`) ?? "")) {
        if (value === null && !isFormula) continue;
        numbers += 1;
        formulas += Number(isFormula);
      }
    });
    expect(formulas).toBeGreaterThan(300_000);
    expect(formulas / numbers).toBeGreaterThan(0.95);
  });

  it("calls only functions that Excel 2007 has, without arrays, links and macros", () => {
    const called = new Set<string>();
    for (const [, xml] of sheetParts()) {
      expect(xml).not.toMatch(/t="(array|dataTable)"/);
      // Excel refuses addresses on other sheets in formulas that cells share: names stand in their place.
      expect(Array.from(xml.matchAll(/<f[^>]*>([^<]*![^<]*)<\/f>/g), ([, formula]) => formula)).toEqual([]);
      for (const [, formula = ""] of xml.matchAll(/<f[^>]*>([^<]+)<\/f>/g)) {
        expect(formula).not.toMatch(/\[|#REF|https?:/);
        for (const [, name = ""] of formula.matchAll(/([A-Z][A-Z0-9.]*)\(/g)) called.add(name);
      }
    }
    expect([...called].filter((name) => !allowedFunctions.includes(name))).toEqual([]);
    expect([...parts.keys()].filter((name) => /externalLink|vba|connections|customXml/i.test(name))).toEqual([]);
  });

  it("has parts that close as they open, and refer to what there is", () => {
    for (const [name, xml] of parts) expect([name, illFormed(xml)]).toEqual([name, null]);
    const formats = /<cellXfs count="(\d+)"/.exec(parts.get("xl/styles.xml") ?? "")?.[1];
    for (const [name, xml] of sheetParts()) {
      const shared = new Set(Array.from(xml.matchAll(/<f t="shared" ref="[^"]+" si="(\d+)">/g), ([, number]) => number));
      const asked = Array.from(xml.matchAll(/<f t="shared" si="(\d+)"\/>/g), ([, number]) => number);
      expect([name, asked.filter((number) => !shared.has(number))]).toEqual([name, []]);
      const styles = Array.from(xml.matchAll(/ s="(\d+)"/g), ([, style]) => Number(style));
      expect(styles.every((style) => style < Number(formats))).toBe(true);
      const rows = Array.from(xml.matchAll(/<row r="(\d+)"/g), ([, row]) => Number(row));
      expect(rows.every((row, index) => index === 0 || row > (rows[index - 1] ?? 0))).toBe(true);
    }
    const workbook = parts.get("xl/workbook.xml") ?? "";
    expect(workbook).toContain('<definedName name="hurdle_rate">');
    const names = Array.from(workbook.matchAll(/<definedName name="([^"]+)"/g), ([, name = ""]) => name.toLowerCase());
    expect(new Set(names).size).toBe(names.length);
    // No name that a sheet takes for the address of a cell.
    expect(names.filter((name) => /^([a-z]{1,3}\d+|r\d*c\d*|r|c)$/.test(name))).toEqual([]);
    const known = new Set(names);
    for (const [name, xml] of sheetParts()) {
      const spoken = new Set(Array.from(xml.matchAll(/<f[^>]*>([^<]+)<\/f>/g), ([, formula = ""]) => formula.match(/\b[a-z][a-z_]*_\w+/gi) ?? []).flat());
      expect([name, Array.from(spoken).filter((one) => !known.has(one.toLowerCase()))]).toEqual([name, []]);
    }
    expect(workbook.match(/<sheet /g)).toHaveLength(sheetParts().length);
  });

  it("is written for a saved run too, in English, with its hash", async () => {
    const run = await desk.runs.save(dealId, "第一次");
    desk.writeWorkbooksTo(join(folder, "twin.xlsx"));
    expect(await desk.twins.saveRun(run.id, { fileName: ["twin"], language: "en" })).toMatchObject({ isLive: true, bidShare: 1 });
    const { sheets } = await readXlsx(readFileSync(join(folder, "twin.xlsx")));
    expect(sheets.map(({ name }) => name).slice(0, 4)).toEqual(["Proof", "Assumptions", "Terms by case", "Tape"]);
    expect(JSON.stringify(sheets[0]?.rows.slice(0, 4))).toContain(run.runHash);
    const tape = sheets[3]?.rows ?? [];
    const named = (await desk.pricing.loans(dealId, { caseName: "base", sortBy: "allocatedFen", descending: true, search: "", offset: 0, limit: 1 })).rows[0];
    expect(tape.some((row) => row.includes(named?.contractNo ?? "") && row.includes(named?.debtorName ?? ""))).toBe(true);
  });

  it("is left out once the user has cancelled, and the file of before stays", async () => {
    const before = readFileSync(file);
    desk.writeWorkbooksTo(file);
    desk.onJob((event) => {
      if (event.kind === "writeTwin" && event.state === "running") desk.cancel(event.jobId);
    });
    await expect(desk.twins.saveDeal(dealId, { fileName: ["复核表"], language: "zh" })).rejects.toMatchObject({ code: "job.cancelled" });
    desk.onJob(() => undefined);
    expect(readFileSync(file).equals(before)).toBe(true);
    desk.writeWorkbooksTo(null);
    expect(await desk.twins.saveDeal(dealId, { fileName: ["复核表"], language: "zh" })).toBeNull();
    rmSync(file);
    expect(existsSync(file)).toBe(false);
  });
});
