import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { MemoPrinter } from "../../../main/memos/memo-service.ts";
import { wholeSheet } from "../../../shared/contract/sheet-channels.ts";
import type { PrintedReport } from "../../../shared/domain/printed-report.ts";
import { noParts, openTestDesk, type TestDesk } from "../pricing/test-desk.ts";

let desk: TestDesk;
let dealId: number;
let folder: string;
let printed: PrintedReport | null = null;

const citizen = "110105194912310021";
const printer: MemoPrinter = {
  chooseFile: async () => join(folder, "report.pdf"),
  printToPdf: async (content) => {
    printed = "kind" in content ? content : null;
    return new TextEncoder().encode("%PDF-1.4\n1 0 obj <</Type /Pages /Count 1 /Kids [2 0 R]>> endobj\n2 0 obj <</Type /Page>> endobj\n");
  },
  partsOf: async () => [noParts],
  print: async () => false,
};

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "seller-report-"));
  desk = openTestDesk(undefined, printer);
  dealId = (await desk.deals.openSample()).id;
  const { rowIds } = await desk.sheet.rowIds({ dealId, list: "loan", view: wholeSheet, offset: 0, limit: 2 });
  const [first = 0, second = 0] = rowIds;
  const cells = [
    { rowId: first, field: "debtorId" as const, text: citizen },
    { rowId: second, field: "claimTotal" as const, text: "1" },
  ];
  await desk.sheet.edit({ dealId, list: "loan", cells, unit: "yuan", why: "", cause: "typed", skipUnreadable: false });
});
afterAll(async () => {
  await desk.close();
  rmSync(folder, { recursive: true });
});

const request = (language: "zh" | "en", isMasked = true) => ({ dealId, language, unit: "yuan" as const, isMasked, fileName: ["报告"] });

async function workbook(language: "zh" | "en", isMasked: boolean) {
  const file = join(folder, `${language}-${isMasked}.xlsx`);
  desk.writeWorkbooksTo(file);
  const saved = await desk.sellerReports.save(request(language, isMasked));
  return { saved, sheets: (await readXlsx(readFileSync(file))).sheets };
}

describe("the report to the seller", () => {
  it("asks about each row in doubt, in either language, with room for answers", async () => {
    const { kinds } = await desk.quality.get(dealId);
    const asked = kinds.reduce((sum, { count }) => sum + count, 0);
    const [zh, en] = [await workbook("zh", true), await workbook("en", true)];
    expect([zh.saved?.rows, en.saved?.rows]).toEqual([asked, asked]);
    expect(zh.sheets.map(({ name }) => name)).toEqual(["资产清单数据质量报告", "例外（按类）", "逐字段", "逐行问题"]);
    expect(zh.sheets[3]?.rows[0]).toEqual(["合同编号", "债务人", "工作表", "行号", "数值", "请出让方核对", "出让方答复"]);
    expect(zh.sheets[3]?.rows).toHaveLength(asked + 1);
    expect(JSON.stringify(en.sheets)).not.toMatch(/校验|出让方|例外/);
    expect(en.sheets[3]?.rows.some((row) => String(row[5]).startsWith("The claim total is not"))).toBe(true);
  });

  it("masks what may be a person's number unless it is told not to", async () => {
    expect(JSON.stringify((await workbook("zh", true)).sheets)).not.toContain(citizen);
    expect(JSON.stringify((await workbook("zh", true)).sheets)).toContain("1101************21");
    expect(JSON.stringify((await workbook("zh", false)).sheets)).toContain(citizen);
  });

  it("is printed with the same questions", async () => {
    expect(await desk.sellerReports.print(request("zh"))).toMatchObject({ fileName: "report.pdf", pages: 1 });
    expect(printed).toMatchObject({ kind: "report", language: "zh", title: "资产清单数据质量报告" });
    expect(printed?.parts.map(({ caption }) => caption)).toEqual(["例外（按类）", "逐字段", "逐行问题"]);
    for (const { columns, rows } of printed?.parts ?? []) {
      expect(columns.reduce((sum, { width }) => sum + width, 0)).toBe(100);
      for (const row of rows) expect(row).toHaveLength(columns.length);
    }
    expect(JSON.stringify(printed)).not.toContain(citizen);
  });

  it("writes nothing where the user cancels", async () => {
    desk.writeWorkbooksTo(null);
    expect(await desk.sellerReports.save(request("en"))).toBeNull();
  });
});
