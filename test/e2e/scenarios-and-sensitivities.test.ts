import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { answered, countIs, openSampleDeal, priced } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

const template = textOf("zh", "scenarios.template.houseFall");

describe("asking what if on the workbench", () => {
  let desk: DeskWindow;
  let dataFolder: string;

  beforeAll(async () => {
    dataFolder = await newDataFolder();
    desk = await openDesk({ dataFolder, dialogs: { save: [join(dataFolder, "函.xlsx"), join(dataFolder, "letter.xlsx")] } });
    await openSampleDeal(desk.page);
  });
  afterAll(async () => {
    await desk.quit();
    await removeFolder(desk.dataFolder);
  });

  const tableOf = (testId: string) => desk.page.getByTestId(testId).locator("figure table");
  const columns = () => desk.page.getByTestId("scenario-column").count();

  it("saves a scenario from a template and compares it with low, base and high", async () => {
    const { page } = desk;
    await page.getByTestId("view-scenarios").click();
    await page.getByTestId("scenario-table").waitFor();
    await page.getByTestId("scenario-templates").click();
    await page.getByTestId("template-houseFall").click();
    await page.getByTestId("scenario-all-delayMonthsShift").fill("6");
    await page.getByTestId("scenario-corporateUnsecured-cashRecoveryShift").fill("-50");
    await page.getByTestId("scenario-save").click();
    await page.getByTestId(`scenario-edit-${template}`).waitFor();
    const bids = (await page.getByTestId("scenario-maxBid").allTextContents()).map((text) => Number(text.replaceAll(",", "")));
    expect(bids).toHaveLength(4);
    expect(bids[3]).toBeGreaterThan(0);
    expect(bids[3]).toBeLessThan(bids[1] ?? 0);
  });

  it("refuses a second scenario of that name, and a number that is none", async () => {
    const { page } = desk;
    await page.getByTestId("scenario-templates").click();
    await page.getByTestId("template-houseFall").click();
    await page.getByTestId("scenario-all-costsShift").fill("abc");
    await page.locator('[data-testid="scenario-save"]:disabled').waitFor();
    await page.getByTestId("scenario-all-costsShift").fill("0");
    await page.getByTestId("scenario-save").click();
    await page.getByText(textOf("zh", "common.errorCode", { code: "scenario.nameTaken" }), { exact: true }).waitFor();
    await page.getByTestId("scenario-name").fill("更坏");
    await page.getByTestId("scenario-save").click();
    await page.getByTestId("scenario-remove-更坏").click();
    expect(await columns()).toBe(5);
    await page
      .getByRole("dialog")
      .getByRole("button", { name: textOf("zh", "common.remove"), exact: true })
      .click();
    await page.getByTestId("scenario-remove-更坏").waitFor({ state: "detached" });
    await answered(page, "scenarios-view");
    expect(await columns()).toBe(4);
  });

  it("draws the tornado, and widens a bar with its range", async () => {
    const { page } = desk;
    await page.getByTestId("view-sensitivity").click();
    await tableOf("tornado").waitFor({ state: "attached" });
    await countIs(page, '[data-testid="tornado"] figure table tbody tr', 6);
    await page.getByTestId("range-costsShift-high").fill("200");
    await answered(page, "tornado");
    expect(await tableOf("tornado").textContent()).toContain("+200%");
    await page.getByTestId("range-costsShift-high").fill("-90");
    await page.getByTestId("tornado").getByRole("alert").waitFor();
    await page.getByTestId("range-costsShift-high").fill("20");
    await answered(page, "tornado");
  });

  it("fills a grid of any two drivers", async () => {
    const { page } = desk;
    await tableOf("grid").waitFor({ state: "attached" });
    await countIs(page, '[data-testid="grid"] figure table tbody tr', 6);
    await page.getByTestId("grid-across-count").fill("21");
    await answered(page, "grid");
    await countIs(page, '[data-testid="grid"] figure table thead th', 22);
    await page.getByTestId("grid-across-count").fill("40");
    await page.getByTestId("grid").getByRole("alert").waitFor();
    await page.getByTestId("grid-across-count").fill("7");
    await answered(page, "grid");
  });

  it("says how far collateral may fall before 8 % are missed, and for a whole scenario", async () => {
    const { page } = desk;
    const sentence = page.getByTestId("break-even-sentence");
    await sentence.waitFor();
    expect(await sentence.textContent()).toMatch(/抵押物价值.*−\d+\.\d%/);
    expect(await sentence.getAttribute("title")).toMatch(/^−\d+\.\d{4}%$/);
    await page.getByTestId("break-even-what").click();
    await page.getByRole("option", { name: textOf("zh", "sensitivity.breakEven.scenario", { name: template }), exact: true }).click();
    await answered(page, "break-even");
    expect(await sentence.textContent()).toMatch(/\d\.\d{2} 倍/);
  });

  it("prices what is missing and writes the questions to the seller", async () => {
    const { page } = desk;
    await page.getByTestId("view-gaps").click();
    await page.getByTestId("gap-table").waitFor();
    expect(await page.getByTestId("gap-feesAsZero").textContent()).toContain("明细");
    await page.getByTestId("gap-questions").click();
    expect(await page.getByTestId("gap-letter").inputValue()).toMatch(/^致：.*\n.*\n.*\n1\. /);
    await page.getByTestId("gap-copy").click();
    await page.getByText(textOf("zh", "gaps.copyDone"), { exact: true }).waitFor();
    for (const [language, fileName] of [
      ["zh", "函.xlsx"],
      ["en", "letter.xlsx"],
    ] as const) {
      await page.getByRole("button", { name: textOf(language, `code.language.${language}`), exact: true }).click();
      await page.getByTestId("letter-addressee").fill("示例农商银行");
      await page.getByTestId("gap-save").click();
      await page.getByText(new RegExp(`^${textOf("zh", "gaps.letter.saved", { fileName: fileName.replace(".", "\\."), contracts: "\\d+" })}$`)).waitFor();
      const [letter, ...annexes] = (await readXlsx(readFileSync(join(dataFolder, fileName)))).sheets;
      expect(letter?.rows[0]?.[0]).toBe(textOf(language, "gaps.letter.to", { addressee: "示例农商银行" }));
      expect(annexes.length).toBeGreaterThan(1);
    }
    // The button that was busy has the focus again, so that the dialog hears the key.
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "gap-save");
    await page.keyboard.press("Escape");
    await page.getByTestId("gap-letter").waitFor({ state: "detached" });
  });

  it("follows an edit of the model", async () => {
    const { page } = desk;
    const before = await page.getByTestId("gap-table").textContent();
    await page.getByTestId("hurdle-rate").fill("18");
    await priced(page);
    await answered(page, "gaps-view");
    expect(await page.getByTestId("gap-table").textContent()).not.toBe(before);
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});
