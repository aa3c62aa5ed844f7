import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workbookOf } from "../integration/pricing/workbook-of.ts";
import { chooseTape, importTape, openWorkbench, registerDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
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

const words = {
  zh: {
    currency: "人民币",
    limitation: "诉讼时效已届满",
    guarantee: "保证期间已过",
    enforcement: "申请执行期限已届满",
    shared: "与 洛借字002 共用同一抵押物",
  },
  en: {
    currency: "Yuan (CNY)",
    limitation: "Limitation has run out",
    guarantee: "Guarantee period is over",
    enforcement: "Enforcement period has run out",
    shared: "Same item as under 洛借字002",
  },
} as const;

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
  desk = await openDesk({ dataFolder, dialogs: { open: [tape, tape] } });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(["zh", "en"] as const)("facts of a loan beside its amounts (%s)", (language) => {
  const { currency, limitation, guarantee, enforcement, shared } = words[language];

  beforeAll(async () => {
    await speak(desk.page, language);
    await registerDeal(desk.page, `洛阳包 ${language}`);
    await chooseTape(desk.page);
  });

  /** Opens a loan in the grid, which is drawn: its accessible cells tell the row. Answers what is said of it. */
  async function factsOf(contractNo: string): Promise<string> {
    const { page } = desk;
    const grid = page.getByTestId("loan-table");
    const cell = grid.getByTestId(/^glide-cell-0-\d+$/).filter({ hasText: new RegExp(`^${contractNo}$`) });
    await cell.waitFor({ state: "attached" });
    const row = Number((await cell.getAttribute("data-testid"))?.split("-").at(-1));
    await grid.click({ position: { x: 60, y: headHeight + (row + 0.5) * rowHeight } });
    const facts = page.getByTestId("loan-facts");
    await facts.getByRole("heading", { name: textOf(language, "loanFacts.title"), exact: true }).waitFor();
    const shown = (await facts.textContent()) ?? "";
    await page.keyboard.press("Escape");
    await page.getByTestId("trace-drawer").waitFor({ state: "hidden" });
    return shown;
  }

  it("are mapped by their headers, each with the rule by which it is read", async () => {
    const { page } = desk;
    await page.getByText(textOf(language, "tape.fieldHelp.limitationDate"), { exact: true }).waitFor();
    await importTape(page);
    await openWorkbench(page);
  });

  it("stand beside the trace, with what is out of time and what is shared", async () => {
    const first = await factsOf("洛借字001");
    for (const fact of [currency, limitation, guarantee, shared, "2025-06-30"]) expect(first).toContain(fact);
    const second = await factsOf("洛借字002");
    for (const fact of [enforcement, "2025-01-31", "35.00%"]) expect(second).toContain(fact);
  });

  it("raise no error in the window", () => expect(desk.pageErrors).toEqual([]));
});
