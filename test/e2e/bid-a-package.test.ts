import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { axeFindings } from "./axe-findings.ts";
import { openSampleDeal, speak, stored } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

let dataFolder: string;
let desk: DeskWindow;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  desk = await openDesk({ dataFolder });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

async function openBid(page: Page, language: Language): Promise<void> {
  await speak(page, language);
  await page.keyboard.press("F9");
  await page.getByTestId("bid-prices").waitFor();
}

/** Types into the fields of the open dialog, and saves it. */
async function fillDialog(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, text] of Object.entries(values)) await page.getByTestId(field).fill(text);
  await page.getByTestId("dialog-save").press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

const figure = (page: Page, testId: string, text: string) => page.getByTestId(testId).getByText(text, { exact: true }).waitFor();

describe.each(languages)("a bid in %s", (language) => {
  const say = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) => textOf(language, key, values);

  it("follows from the value, the rivals and the own error that are typed", async () => {
    const { page } = desk;
    await openBid(page, language);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("bid-edit-beliefs").press("Enter");
    await fillDialog(page, {
      "belief-valueFen": "183510.48",
      "belief-leastRivals": "3",
      "belief-likelyRivals": "3",
      "belief-mostRivals": "3",
      "belief-ownError": "20",
    });
    await page.getByText(say("bids.beliefs.saved"), { exact: true }).waitFor();
    await figure(page, "bid-shaded", "162,691.63");
    await figure(page, "bid-worth", "147,837.25");
    await page.getByTestId("bid-edit-beliefs").press("Enter");
    await page.getByTestId("belief-saleForm").getByRole("combobox").press("Enter");
    await page.getByRole("option", { name: say("bids.form.sealed"), exact: true }).press("Enter");
    await page.getByRole("listbox").waitFor({ state: "detached" });
    await fillDialog(page, {});
    await figure(page, "bid-shaded", "136,224.27");
    await page.keyboard.press("Control+z");
    await page.getByText(say("journal.undone", { step: say("journal.step.bidBeliefsEdited") }), { exact: true }).waitFor();
    await figure(page, "bid-shaded", "162,691.63");
  });

  it("stands with a value that nothing can be worked out of, names it, and lets it be changed", async () => {
    const { page } = desk;
    await page.getByTestId("bid-edit-beliefs").press("Enter");
    await fillDialog(page, { "belief-valueFen": "8000000000" });
    const value = `8,000,000,000.00 ${language === "zh" ? "万元" : "10k yuan"}`;
    await figure(page, "bid-unusable", say("bids.unusableValue", { value }));
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("bid-edit-beliefs").press("Enter");
    await fillDialog(page, { "belief-valueFen": "183510.48" });
    await figure(page, "bid-shaded", "162,691.63");
    for (const _step of [1, 2]) {
      await page.getByTestId("bid-page-decision").focus();
      await page.keyboard.press("Control+z");
    }
    await figure(page, "bid-shaded", "162,691.63");
  });

  it("states a range where the own error is too large for a point, and refuses prices that fall", async () => {
    const { page } = desk;
    await page.getByTestId("bid-edit-beliefs").press("Enter");
    await fillDialog(page, { "belief-ownError": "90" });
    await page.getByText(say("bids.advice.wide"), { exact: true }).waitFor();
    await page.keyboard.press("Control+z");
    await figure(page, "bid-shaded", "162,691.63");
    await page.getByTestId("bid-edit-terms").press("Enter");
    await page.getByTestId("term-targetFen").fill("130000");
    await page.getByTestId("term-limitFen").fill("120000");
    await page.keyboard.press("Enter");
    await page.getByText(say("form.pricesNotRising"), { exact: true }).waitFor();
    await fillDialog(page, { "term-listFen": "100000", "term-stepFen": "500", "term-limitFen": "140000" });
    await page.getByTestId("bid-price-limit").getByRole("cell", { name: "140,000.00", exact: true }).waitFor();
  });

  it("is stepped on the day by the increment, and becomes the workbench's where it is within the limit", async () => {
    const { page } = desk;
    await page.getByTestId("bid-page-day").press("Enter");
    const price = page.getByTestId("day-price");
    await price.fill("139500");
    await price.press("ArrowUp");
    expect(await price.inputValue()).toBe("140,000");
    await page.locator('[data-testid="day-figures"][data-answered="true"]').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await price.press("ArrowUp");
    await figure(page, "day-above", say("bids.day.above", { amount: `500.00 ${language === "zh" ? "万元" : "10k yuan"}` }));
    expect(await page.getByTestId("day-enter-bid").isDisabled()).toBe(true);
    await price.fill("140000.000001");
    await page.getByTestId("day-above").waitFor();
    await price.press("ArrowDown");
    await page.getByTestId("day-above").waitFor({ state: "detached" });
    await price.fill("139000");
    await page.getByTestId("day-enter-bid").press("Enter");
    await page.getByText(say("bids.day.entered", { price: `139,000.00 ${language === "zh" ? "万元" : "10k yuan"}` }), { exact: true }).waitFor();
    await stored(desk, "assumptions.model", { dealId: 1 }, '"bidPriceFen":139000000000');
    // The next language begins with what every deal begins with.
    for (const step of ["modelEdited", "bidTermsEdited", "bidBeliefsEdited"] as const) {
      await page.getByTestId("bid-page-decision").focus();
      await page.keyboard.press("Control+z");
      const part = step === "modelEdited" ? { part: say("pricing.bid.label") } : {};
      await page.getByText(say("journal.undone", { step: say(`journal.step.${step}`, part) }), { exact: true }).waitFor();
    }
  });
});
