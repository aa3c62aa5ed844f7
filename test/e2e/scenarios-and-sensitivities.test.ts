import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

describe("asking what if on the workbench", () => {
  let desk: DeskWindow;
  let dataFolder: string;

  beforeAll(async () => {
    dataFolder = await newDataFolder();
    desk = await openDesk({ dataFolder });
    await desk.page.getByTestId("open-sample").first().click();
    await desk.page.getByTestId("nav-workbench").click();
    await desk.page.getByTestId("max-bid-base").waitFor();
  });
  afterAll(async () => {
    await desk.quit();
    await removeFolder(dataFolder);
  });

  /** Waits until an analysis has answered what is asked now. */
  const settled = (testId: string) => expect.poll(() => desk.page.getByTestId(testId).getAttribute("data-running"), { timeout: 30_000 }).toBe("false");
  const tableOf = (testId: string) => desk.page.getByTestId(testId).locator("figure table").first();

  it("saves a scenario from a template and compares it with low, base and high", async () => {
    const { page } = desk;
    await page.getByTestId("view-scenarios").click();
    await page.getByTestId("scenario-table").waitFor();
    await page.getByTestId("scenario-templates").click();
    await page.getByTestId("template-houseFall").click();
    await page.getByTestId("scenario-all-delayMonths").fill("6");
    await page.getByTestId("scenario-corporateUnsecured-cashRecovery").fill("-50");
    await page.getByTestId("scenario-save").click();
    await expect.poll(() => page.getByTestId("scenario-column").count()).toBe(4);
    await settled("scenarios-view");
    const bids = (await page.getByTestId("scenario-maxBid").allTextContents()).map((text) => Number(text.replaceAll(",", "")));
    expect(bids[3]).toBeGreaterThan(0);
    expect(bids[3]).toBeLessThan(bids[1] ?? 0);
  });

  it("refuses a second scenario of that name, and a number that is none", async () => {
    const { page } = desk;
    await page.getByTestId("scenario-templates").click();
    await page.getByTestId("template-houseFall").click();
    await page.getByTestId("scenario-all-costs").fill("abc");
    expect(await page.getByTestId("scenario-save").isDisabled()).toBe(true);
    await page.getByTestId("scenario-all-costs").fill("0");
    await page.getByTestId("scenario-save").click();
    await page.getByText("scenario.nameTaken").waitFor();
    await page.getByTestId("scenario-name").fill("更坏");
    await page.getByTestId("scenario-save").click();
    await expect.poll(() => page.getByTestId("scenario-column").count()).toBe(5);
    await page.getByTestId("scenario-remove-更坏").click();
    await page.getByRole("dialog").getByRole("button").last().click();
    await expect.poll(() => page.getByTestId("scenario-column").count()).toBe(4);
  });

  it("draws the tornado, and widens a bar with its range", async () => {
    const { page } = desk;
    await page.getByTestId("view-sensitivity").click();
    await tableOf("tornado").waitFor({ state: "attached" });
    await settled("tornado");
    expect(await tableOf("tornado").locator("tbody tr").count()).toBe(6);
    await page.getByTestId("range-costs-high").fill("200");
    await expect.poll(() => tableOf("tornado").textContent()).toContain("+200%");
    await page.getByTestId("range-costs-high").fill("-90");
    await page.getByTestId("tornado").getByRole("alert").waitFor();
    await page.getByTestId("range-costs-high").fill("20");
    await settled("tornado");
  });

  it("fills a grid of any two drivers", async () => {
    const { page } = desk;
    await settled("grid");
    expect(await tableOf("grid").locator("tbody tr").count()).toBe(6);
    await page.getByTestId("grid-across-count").fill("21");
    await expect.poll(() => tableOf("grid").locator("thead th").count(), { timeout: 30_000 }).toBe(22);
    await page.getByTestId("grid-across-count").fill("40");
    await page.getByTestId("grid").getByRole("alert").waitFor();
    await page.getByTestId("grid-across-count").fill("7");
    await settled("grid");
  });

  it("says how far collateral may fall before 8 % are missed, and for a whole scenario", async () => {
    const { page } = desk;
    await settled("break-even");
    const sentence = page.getByTestId("break-even-sentence");
    expect(await sentence.textContent()).toMatch(/抵押物价值.*−\d+\.\d{4}%/);
    await page.getByTestId("break-even-what").click();
    await page.getByRole("option", { name: /房价下跌20%/ }).click();
    await expect.poll(() => sentence.textContent(), { timeout: 30_000 }).toMatch(/\d\.\d{4} 倍/);
  });

  it("prices what is missing and writes the questions to the seller", async () => {
    const { page } = desk;
    await page.getByTestId("view-gaps").click();
    await page.getByTestId("gap-table").waitFor();
    await settled("gaps-view");
    expect(await page.getByTestId("gap-feesAsZero").textContent()).toContain("明细");
    await page.getByTestId("gap-questions").click();
    expect(await page.getByTestId("gap-letter").inputValue()).toMatch(/^关于.*\n1\. /);
    await page.getByTestId("gap-copy").click();
    await page.getByText("清单已复制").waitFor();
    await page.keyboard.press("Escape");
  });

  it("follows an edit of the model", async () => {
    const { page } = desk;
    const first = page.getByTestId("gap-table").locator("tbody tr").first();
    const before = await first.textContent();
    await page.getByTestId("hurdle-rate").fill("18");
    await expect.poll(() => first.textContent(), { timeout: 30_000 }).not.toBe(before);
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});
