import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { workbookOf } from "../integration/pricing/workbook-of.ts";
import { type DeskWindow, newDataFolder, openDesk, priceNewDeal, removeFolder } from "./desk-window.ts";

const loanHeader = "借款合同编号,债务人名称,债务人类型,贷款本金余额（元）,利息（元）,担保方式,诉讼阶段,管辖法院,诉讼时效届满日,保证人";
const loans = [
  "洛借字001,洛阳甲置业有限公司,企业,80000000,9000000,抵押+保证,未诉,洛阳市中级人民法院,2025-06-30,张三",
  "洛借字002,洛阳乙商贸有限公司,企业,90000000,4000000,抵押+保证,已判决,洛阳铁路运输法院,,李四",
];
const itemHeader = "借款合同编号,抵押物类型,坐落,不动产权证号,面积,评估价值（元）,抵押顺位";
const items = ["洛借字002,商铺,涧西区中州西路1号,豫(2021)洛阳市不动产权第0001234号,800,60000000,1"];
const cells = (line: string) => line.split(",").map((cell) => (/^\d+(\.\d+)?$/.test(cell) ? Number(cell) : cell === "" ? null : cell));

const words = {
  zh: {
    guarantors: "保证人代偿",
    probability: "保证人实际代偿的概率",
    courts: "处置时间（按法院调整）",
    add: "添加法院",
    court: "法院名称（与清单一致）",
    months: "较诉讼阶段推迟的月数",
    validity: "债权效力审查",
    limitation: "诉讼时效届满的债权按零计",
    counted: "诉讼时效届满：1 笔，债权总额 8,900.00，按零计",
    ignored: "诉讼时效届满：1 笔，债权总额 8,900.00，假设中不计此项",
  },
  en: {
    guarantors: "Guarantors",
    probability: "Probability that a guarantor pays",
    courts: "Timing by court",
    add: "Add a court",
    court: "Court, as the loan list writes it",
    months: "Months later than the stage says",
    validity: "Validity of claims",
    limitation: "Claim is worth zero once limitation has run out",
    counted: "Limitation has run out: 1 loan(s), claim 8,900.00, counted as zero",
    ignored: "Limitation has run out: 1 loan(s), claim 8,900.00, not counted by the assumptions",
  },
} as const;

const amountOf = (text: string | null) => Number((text ?? "").replaceAll(",", "").replace("−", "-"));

describe.each(["zh", "en"] as const)("the assumptions of the routes (%s)", (language) => {
  let desk: DeskWindow;
  let dataFolder: string;
  const text = words[language];
  const maxBid = async () => amountOf(await desk.page.getByTestId("max-bid-base").textContent());

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
    const { page } = desk;
    if (language === "en") await page.getByTestId("language-switch").click();
    await priceNewDeal(page, "洛阳包");
  });
  afterAll(async () => {
    await desk.quit();
    await removeFolder(dataFolder);
  });

  it("bid more where guarantors are surer to pay", async () => {
    const { page } = desk;
    const before = await maxBid();
    await page.getByRole("button", { name: text.guarantors }).first().click();
    await page.getByLabel(text.probability).fill("90");
    await expect.poll(maxBid).toBeGreaterThan(before);
  });

  it("refuse a court without a name, and sell later in a slow one", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: text.courts }).click();
    await page.getByRole("button", { name: text.add }).click();
    const court = page.getByLabel(text.court);
    expect(await court.getAttribute("aria-invalid")).toBe("true");
    const before = await maxBid();
    await court.fill("洛阳铁路运输法院");
    await page.getByLabel(text.months).fill("12");
    await expect.poll(maxBid).toBeLessThan(before);
  });

  it("show the claims that fail a check, and price them where the desk does not count it", async () => {
    const { page } = desk;
    const strip = page.getByTestId("validity-strip");
    expect(await strip.textContent()).toContain(text.counted);
    const before = await maxBid();
    await page.getByRole("button", { name: text.validity }).click();
    await page.getByLabel(text.limitation).uncheck();
    await expect.poll(() => strip.textContent()).toContain(text.ignored);
    expect(await maxBid()).toBeGreaterThan(before);
  });
});
