import type { Locator, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { answered, openSampleDeal, priced, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

let dataFolder: string;
let desk: DeskWindow;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  desk = await openDesk({ dataFolder });
});

afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

/** Types over what the field holds, key by key. */
async function typeOver(page: Page, field: Locator, text: string): Promise<void> {
  await field.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type(text);
}

/** Waits until a field that isn't typed in shows so: the panel of assumptions follows a moment after the pricing. */
async function shows(page: Page, testId: string, text: string): Promise<void> {
  await page.locator(`[data-testid="${testId}"][value="${text}"]`).waitFor();
}

describe.each(languages)("numbers and days typed in %s", (language) => {
  const say = (key: TextKey, values?: Parameters<typeof textOf>[2]) => textOf(language, key, values);
  const noteBeside = (page: Page, text: string) =>
    page.getByTestId("field-note").filter({ hasText: new RegExp(`^${text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`) });

  it("opens the sample", async () => {
    await speak(desk.page, language);
    await desk.page.getByTestId("nav-deals").click();
    await openSampleDeal(desk.page);
  });

  it("refuses a decimal comma beside the field, and keeps it on show while other views are looked at", async () => {
    const { page } = desk;
    const hurdle = page.getByTestId("hurdle-rate");
    const bid = await page.getByTestId("max-bid-base").textContent();
    for (const text of ["12,5", "12，5", "0,125"]) {
      await typeOver(page, hurdle, text);
      await noteBeside(page, say("typed.commaPlace")).waitFor();
      await page.locator('[data-testid="save-run"]:disabled').waitFor();
      // What was priced on the way to the refused text is taken back.
      await page
        .getByTestId("max-bid-base")
        .filter({ hasText: new RegExp(`^${bid}$`) })
        .waitFor();
    }
    const group = page.getByTestId("group-hurdleRate");
    await group.click();
    await hurdle.waitFor({ state: "detached" });
    await group.click();
    await noteBeside(page, say("typed.commaPlace")).waitFor();
    await shows(page, "hurdle-rate", "0,125");
  });

  it("reads the point of a Chinese keyboard, and brings the number before back by Escape", async () => {
    const { page } = desk;
    const hurdle = page.getByTestId("hurdle-rate");
    // At once, as an input method puts it in.
    await hurdle.fill("１２。５％");
    await priced(page);
    await page.keyboard.press("Tab");
    await shows(page, "hurdle-rate", "12.5");
    await typeOver(page, hurdle, "12,5");
    await page.keyboard.press("Escape");
    await priced(page);
    await shows(page, "hurdle-rate", "12.5");
  });

  it("says in words what is unusual and what the range is", async () => {
    const { page } = desk;
    const hurdle = page.getByTestId("hurdle-rate");
    await typeOver(page, hurdle, "0.12");
    await noteBeside(page, say("unusual.rateAsDecimal", { rate: "0.12%", meant: "12.00%" })).waitFor();
    await priced(page);
    await typeOver(page, hurdle, "1001");
    await noteBeside(page, say("typed.aboveUpTo", { from: "-99%", to: "1000%" })).waitFor();
    await typeOver(page, hurdle, "12");
    await page.getByTestId("field-note").waitFor({ state: "detached" });
    await priced(page);
  });

  it.each([
    ["1８０，000．5", "180,000.5"],
    ["18亿", "180,000"],
    ["￥12,000.50 万元", "12,000.5"],
    ["1.8e4", "18,000"],
    ["1亿2000万", "12,000"],
    ["一千二百万元", "1,200"],
    ["120,000,000 元", "12,000"],
  ])("takes the bid %s in 万元", async (text, shown) => {
    const { page } = desk;
    await typeOver(page, page.getByTestId("bid-price"), text);
    await priced(page);
    await page.keyboard.press("Tab");
    await shows(page, "bid-price", shown);
  });

  it.each<[string, TextKey, Record<string, string>]>([
    ["12.5 %", "typed.unitNotHere", { word: "%" }],
    ["180000.1234567", "typed.finerThanFen", {}],
    ["3万5", "typed.severalReadings", {}],
    ["$12", "typed.otherCurrency", { word: "$" }],
    ["-5", "typed.above", { from: "0" }],
  ])("refuses the bid %s with a sentence", async (text, key, values) => {
    const { page } = desk;
    await typeOver(page, page.getByTestId("bid-price"), text);
    await noteBeside(page, say(key, values)).waitFor();
    await page.keyboard.press("Tab");
    await page.locator('[data-testid="save-run"]:disabled').waitFor();
  });

  it("takes a cell copied from a sheet, and says where a bid is more than is owed", async () => {
    const { page } = desk;
    const bid = page.getByTestId("bid-price");
    await bid.fill("9999亿\t");
    await noteBeside(page, say("unusual.bidAboveClaim")).waitFor();
    await bid.fill("");
    await page.getByTestId("field-note").waitFor({ state: "detached" });
    await priced(page);
  });

  it("takes a month of a shift, names the field of a refused one, and rounds the answer to one decimal", async () => {
    const { page } = desk;
    await page.getByTestId("view-sensitivity").click();
    const high = page.getByTestId("range-costsShift-high");
    await typeOver(page, high, "12，5");
    const field = `${say("pricing.shift.costsShift")} ${say("sensitivity.tornado.high")}`;
    await noteBeside(page, say("typed.noteOf", { field, note: say("typed.commaPlace") })).waitFor();
    await typeOver(page, high, "40");
    await answered(page, "tornado");
    await typeOver(page, page.getByTestId("break-even-rate"), "8％");
    await answered(page, "break-even");
    expect(await page.getByTestId("break-even-sentence").textContent()).toMatch(/−\d+\.\d%/);
    await page.getByTestId("view-bid").click();
  });

  it("takes days by keyboard in any usual spelling, refuses others with a reason, and offers a calendar", async () => {
    const { page } = desk;
    await page.getByTestId("nav-deals").click();
    await page.getByTestId("new-deal").click();
    const day = page.getByTestId("deal-cutOffDate");
    for (const text of ["20250930", "2025-9-30", "2025/9/30", "2025年9月30日", "２０２５．９．３０", "30 Sep 2025"]) {
      await typeOver(page, day, text);
      await page.keyboard.press("Tab");
      await shows(page, "deal-cutOffDate", "2025-09-30");
    }
    for (const [text, key] of [
      ["2025-02-30", "typed.noSuchDay"],
      ["3/4/2025", "typed.dayOrMonthFirst"],
      ["25-09-30", "typed.yearShort"],
    ] as const) {
      await typeOver(page, day, text);
      await page.keyboard.press("Backspace");
      await page.keyboard.type(text.slice(-1));
      await page.keyboard.press("Tab");
      await page.getByText(say(key), { exact: true }).waitFor();
      await shows(page, "deal-cutOffDate", text);
    }
    await page.getByTestId("deal-name").fill("日期");
    await page.getByTestId("dialog-save").click();
    expect(await day.evaluate((input) => input === document.activeElement)).toBe(true);
    await typeOver(page, day, "2025-09-30");
    await page.getByRole("button", { name: say("typed.calendar", { field: say("deals.cutOffDate") }), exact: true }).press("Enter");
    await page.getByRole("gridcell", { name: "30", exact: true }).press("ArrowLeft");
    await page.getByRole("gridcell", { name: "29", exact: true }).press("Enter");
    await page.getByRole("gridcell").waitFor({ state: "detached" });
    await shows(page, "deal-cutOffDate", "2025-09-29");
    await page.getByRole("button", { name: say("typed.clear", { field: say("deals.cutOffDate") }), exact: true }).press("Enter");
    await shows(page, "deal-cutOffDate", "");
    // What was typed is asked about; Esc once more goes on with it.
    await page.keyboard.press("Escape");
    await page.getByText(say("form.leaveQuestion"), { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("dialog-discard").waitFor({ state: "detached" });
    expect(await page.getByTestId("deal-name").inputValue()).toBe("日期");
    await page.keyboard.press("Escape");
    await page.getByTestId("dialog-discard").click();
    await day.waitFor({ state: "detached" });
  });

  it("reads the amounts and the month of a market deal", async () => {
    const { page } = desk;
    await page.getByTestId("nav-market").click();
    await page.getByRole("button", { name: say("market.addDeal"), exact: true }).click();
    const price = page.getByRole("textbox", { name: say("market.priceField"), exact: true });
    const reported = page.getByRole("textbox", { name: say("market.reportedOn"), exact: true });
    await typeOver(page, price, "12,5");
    await page.getByText(say("typed.commaPlace"), { exact: true }).waitFor();
    await page.keyboard.press("Tab");
    expect(await price.inputValue()).toBe("12,5");
    await typeOver(page, price, "18亿");
    await page.keyboard.press("Tab");
    expect(await price.inputValue()).toBe("180,000");
    await typeOver(page, reported, "2025年9月");
    await page.keyboard.press("Tab");
    expect(await reported.inputValue()).toBe("2025-09");
    await page.getByRole("button", { name: say("common.cancel"), exact: true }).click();
    await page.getByTestId("dialog-discard").click();
    await price.waitFor({ state: "detached" });
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});
