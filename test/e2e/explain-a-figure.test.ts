import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DeskWindow, newDataFolder, openDesk, priceNewDeal, projectRoot, removeFolder } from "./desk-window.ts";

const samplePackage = join(projectRoot, "main/samples/corporate-package.xlsx");
const amountOf = (text: string | null) => Math.round(Number((text ?? "").replaceAll(",", "").replace("−", "-")) * 100);

describe("a figure of the workbench", () => {
  let desk: DeskWindow;
  let dataFolder: string;

  beforeAll(async () => {
    dataFolder = await newDataFolder();
    desk = await openDesk({ dataFolder, dialogs: { open: [samplePackage] } });
    const { page } = desk;
    await priceNewDeal(page, "债权包一号");
  });
  afterAll(async () => {
    await desk.quit();
    await removeFolder(dataFolder);
  });

  const drawer = () => desk.page.getByTestId("figure-drawer");
  const linesOf = () => drawer().getByTestId("figure-line");
  const openLine = async (id: string) => {
    const before = await linesOf().count();
    await drawer().locator(`[data-line="${id}"] button`).last().click();
    await expect.poll(() => linesOf().count()).toBeGreaterThan(before);
  };
  const close = async () => {
    await desk.page.keyboard.press("Escape");
    await expect.poll(() => drawer().count()).toBe(0);
  };

  it("opens from the highest bid down to a loan, a round of its auction and the source of the assumption", async () => {
    const { page } = desk;
    const bid = await page.getByTestId("max-bid-base").textContent();
    await page.getByTestId("max-bid-base").getByRole("button").click();
    await drawer().locator('[data-line="presentValue"]').waitFor();
    expect(await drawer().locator('[data-line="figure"]').textContent()).toContain(bid ?? "no bid");
    await openLine("presentValue");
    await openLine("bySegment");
    await openLine("segment:corporateSecured");
    await drawer().locator('[data-line^="loan:"] button').first().click();
    await drawer().locator('[data-line="line:0"]').waitFor();
    await openLine("line:0");
    expect(await drawer().textContent()).toContain("自行判断");
    expect(await drawer().textContent()).toContain("评估价");
    await close();
  });

  it("adds up on the screen", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: /查看测算依据：基准情形净现金流/ }).click();
    await drawer().locator('[data-line="costs"]').waitFor();
    const amounts = await Promise.all((await linesOf().all()).map(async (line) => amountOf(await line.locator("> *").last().textContent())));
    const [total = 0, ...parts] = amounts;
    // Shown in ten thousand yuan to two places, so each line may be rounded by half of the last.
    expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - total)).toBeLessThanOrEqual(parts.length);
    await close();
  });

  it("opens for a year of the cash flow and for a rate of return", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: "查看第 2 年现金流的测算依据" }).click();
    await drawer().locator('[data-line="collateral"]').waitFor();
    await openLine("collateral");
    await close();
    await page.getByTestId("irr-base").getByRole("button").click();
    await drawer().locator('[data-line="proof"]').waitFor();
    await openLine("proof");
    await close();
  });

  it("reads in English too", async () => {
    const { page } = desk;
    await page.getByTestId("language-switch").click();
    await page.getByTestId("max-bid-base").getByRole("button").click();
    await drawer().locator('[data-line="presentValue"]').waitFor();
    await openLine("presentValue");
    await openLine("year:24");
    await openLine("segment:corporateSecured");
    expect(await drawer().textContent()).toContain("Months 13 to 24");
    await close();
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});
