import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { axeFindings } from "./axe-findings.ts";
import { countIs, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

let desk: DeskWindow;

beforeAll(async () => {
  desk = await openDesk();
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(desk.dataFolder);
});

const zhongyuan = "中原资产 Zhongyuan AMC";

describe.each(languages)("the market file in %s", (language) => {
  const say = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) => textOf(language, key, values);
  const turnTo = (page: "records" | "sums" | "ranges" | "sector") => desk.page.getByTestId(`market-page-${page}`).press("Enter");
  const cellsOf = async (selector: string) => {
    const row = desk.page.locator(selector);
    await row.waitFor();
    return row.locator("th, td").allTextContents();
  };

  it("adds up what each buyer bought", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.getByTestId("nav-market").press("Enter");
    await turnTo("sums");
    expect(await cellsOf(`[data-sum="${zhongyuan}|2025-11"]`)).toEqual(["2025-11", "3", "527,700.00", ""]);
    expect(await cellsOf(`[data-sum="${zhongyuan}|all"]`)).toEqual([say("market.all"), "6", "1,894,400.00", ""]);
    expect(await cellsOf('[data-sum="河南资产 Henan AMC|all"]')).toEqual([say("market.all"), "2", "312,200.00", ""]);
    await countIs(page, '[data-testid="market-regions"] tbody tr', 8);
    expect(await axeFindings(page)).toEqual([]);
  });

  it("gives no range of a single recent sale, and lists it", async () => {
    const { page } = desk;
    const month = new Date().toISOString().slice(0, 7);
    await turnTo("records");
    await page.getByRole("button", { name: say("market.addDeal"), exact: true }).press("Enter");
    const entered = {
      "market.buyer": "甲资产",
      "market.seller": "乙银行",
      "market.priceField": "2500",
      "market.principalField": "10000",
      "market.source": "公告",
    } as const;
    await page.getByRole("textbox", { name: say("market.reportedOn"), exact: true }).fill(month);
    for (const [field, text] of Object.entries(entered)) await page.getByRole("textbox", { name: say(field as TextKey), exact: true }).fill(text);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("dialog-save").press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await turnTo("ranges");
    const [, base, count, quartiles, listed] = await cellsOf('[data-range="notStated-principal"]');
    expect([base, count, quartiles]).toEqual([say("market.baseOf.principal"), "1", say("market.sameBaseOnly", { least: 5 })]);
    expect(listed).toBe("乙银行 25.00%");
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Control+z");
    await page.locator('[data-range="notStated-principal"]').waitFor({ state: "detached" });
  });

  it("states the sector by scope, and can't tell a leverage without net assets", async () => {
    await turnTo("sector");
    const balance = await cellsOf('[data-figure="nplBalance|商业银行 / Commercial banks|2025 Q3"]');
    expect(balance.slice(3, 5)).toEqual(["352,000,000.00", "327,671,000.00"]);
    const disposals = await cellsOf('[data-figure="disposals|商业银行 / Commercial banks|2024"]');
    expect(disposals[1]).toContain(say("market.otherScope"));
    expect(disposals[3]).toBe(say("market.moreThan", { value: "300,000,000.00" }));
    const company = await cellsOf('[data-company="中原资产 / Zhongyuan AMC"]');
    expect(company.slice(1)).toEqual([
      "1,300,000.00 (2025)",
      "7,087,000.00 (2024)",
      `${say("market.notPublished")} (2024)`,
      "1,820,000.00 (2024)",
      say("market.cannotTell"),
    ]);
    expect(await axeFindings(desk.page)).toEqual([]);
  });

  it("takes a figure by keyboard, and takes it back", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: say("market.addFigure"), exact: true }).press("Enter");
    await page.getByTestId("figure-scope").fill("某公司");
    await page.getByTestId("figure-period").fill("2025 Q4");
    await page.getByTestId("figure-money").fill("123");
    await page.getByTestId("figure-source").fill("公告");
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("dialog-save").press("Enter");
    const added = page.locator('[data-figure="nplBalance|某公司|2025 Q4"]');
    await added.waitFor();
    await page.keyboard.press("Control+z");
    await added.waitFor({ state: "detached" });
  });

  it("puts the records in another order by the heads of their columns", async () => {
    const { page } = desk;
    await turnTo("records");
    const sorted = async (head: TextKey, order: "ascending" | "descending") => {
      await page.getByRole("button", { name: say(head), exact: true }).press("Enter");
      await page
        .locator(`th[aria-sort="${order}"]`)
        .getByRole("button", { name: say(head), exact: true })
        .waitFor();
      return page.getByTestId("market-price").allTextContents();
    };
    const fallen = await sorted("market.price", "descending");
    expect(fallen).toHaveLength(8);
    expect(fallen.at(0)).toContain("1,000,000.00");
    expect(fallen.at(-1)).toContain("145,600.00");
    expect((await sorted("market.price", "ascending")).at(0)).toContain("145,600.00");
    expect(await axeFindings(page)).toEqual([]);
    await sorted("market.reportedOn", "descending");
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});
