import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workbookOf } from "../integration/pricing/workbook-of.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

const loanHeader =
  "借款合同编号,债务人名称,债务人类型,贷款本金余额（元）,利息（元）,担保方式,诉讼阶段,管辖法院,诉讼时效届满日,判决生效日,保证人,最高保证金额（元）,保证期间届满日,预计回收月数,处置概率,变现折扣率,首月现金回收率,月衰减系数,币种";
const loans = [
  "洛借字001,洛阳甲置业有限公司,企业,80000000,9000000,抵押+保证,未诉,洛阳市中级人民法院,2025-06-30,,张三,30000000,2025-03-31,,,,,,人民币",
  "洛借字002,洛阳乙商贸有限公司,企业,50000000,4000000,抵押,已判决,洛阳铁路运输法院,,2023-01-31,,,,18,70%,65%,1%,0.97,",
];
const itemHeader = "借款合同编号,抵押物类型,坐落,不动产权证号,面积,评估价值（元）,抵押顺位,抵押或查封,工程款优先权金额（元）";
const items = [
  "洛借字001,商铺,涧西区中州西路1号,豫(2021)洛阳市不动产权第0001234号,800,60000000,1,抵押,3000000",
  "洛借字002,商铺,涧西区中州西路1号,豫（2021）洛阳市不动产权第0001234号,800,60000000,2,抵押,",
];
const cells = (line: string) => line.split(",").map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell === "" ? null : cell));

const headHeight = 28;
const rowHeight = 25;

/** Opens a loan in the grid, which is drawn: its accessible cells tell the row. */
async function openLoan(page: Page, contractNo: string): Promise<void> {
  const grid = page.getByTestId("loan-table");
  const cells = loans.map((_, row) => grid.getByTestId(`glide-cell-0-${row}`));
  await cells[0]?.waitFor({ state: "attached" });
  const texts = await Promise.all(cells.map((cell) => cell.textContent()));
  const position = { x: 60, y: headHeight + (texts.indexOf(contractNo) + 0.5) * rowHeight };
  await grid.click({ position });
}

const words = {
  zh: {
    help: "不由到期日推算",
    currency: "人民币",
    limitation: "诉讼时效已届满",
    guarantee: "保证期间已过",
    enforcement: "申请执行期限已届满",
    shared: "与 洛借字002 共用同一抵押物",
  },
  en: {
    help: "Never derived from the maturity",
    currency: "Yuan (CNY)",
    limitation: "Limitation has run out",
    guarantee: "Guarantee period is over",
    enforcement: "Enforcement period has run out",
    shared: "Same item as under 洛借字002",
  },
} as const;

describe.each(["zh", "en"] as const)("facts of a loan beside its amounts (%s)", (language) => {
  let desk: DeskWindow;
  let dataFolder: string;

  beforeAll(async () => {
    dataFolder = await newDataFolder();
    const tape = join(dataFolder, "tape.xlsx");
    await writeFile(
      tape,
      workbookOf([
        { name: "债权清单", rows: [["基准日：2025年9月30日"], cells(loanHeader), ...loans.map(cells)] },
        { name: "抵押物清单", rows: [cells(itemHeader), ...items.map(cells)] },
      ]),
    );
    desk = await openDesk({ dataFolder, dialogs: { open: [tape] } });
    if (language === "en") await desk.page.getByTestId("language-switch").click();
    const { page } = desk;
    await page.getByTestId("new-deal").first().click();
    await page.getByTestId("deal-name").fill("洛阳包");
    await page.getByTestId("deal-seller").fill("示例农村商业银行");
    await page.getByTestId("dialog-save").click();
    await page.getByTestId("choose-file").click();
  });
  afterAll(async () => {
    await desk.quit();
    await removeFolder(dataFolder);
  });

  it("are mapped by their headers, each with the rule by which it is read", async () => {
    const { page } = desk;
    await page.getByTestId("import-tape").waitFor();
    await page.getByText(words[language].help).waitFor();
    await page.getByTestId("import-tape").click();
    await page.getByTestId("nav-workbench").click();
    await page.getByTestId("max-bid-base").waitFor();
  });

  it("stand beside the trace, with what is out of time and what is shared", async () => {
    const { page } = desk;
    const facts = page.getByTestId("loan-facts");
    await openLoan(page, "洛借字001");
    for (const text of [words[language].currency, words[language].limitation, words[language].guarantee, words[language].shared, "2025-06-30"])
      await facts.getByText(text).first().waitFor();
    await page.keyboard.press("Escape");
    await openLoan(page, "洛借字002");
    for (const text of [words[language].enforcement, "2025-01-31", "35.00%"]) await facts.getByText(text).first().waitFor();
  });

  it("raise no error in the window", () => expect(desk.pageErrors).toEqual([]));
});
