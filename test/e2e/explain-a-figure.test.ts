import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSampleDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

const amountOf = (text: string | null) => Math.round(Number((text ?? "").replaceAll(",", "").replace("−", "-")) * 100);

describe("a figure of the workbench", () => {
  let desk: DeskWindow;

  beforeAll(async () => {
    desk = await openDesk();
    await openSampleDeal(desk.page);
  });
  afterAll(async () => {
    await desk.quit();
    await removeFolder(desk.dataFolder);
  });

  const drawer = () => desk.page.getByTestId("figure-drawer");
  const line = (id: string) => drawer().locator(`[data-line="${id}"]`);
  /** Opens a line and waits for those below it. */
  const openLine = async (id: string) => {
    await line(id).getByRole("button").click();
    await drawer().locator(`li:has(> [data-line="${id}"]) > ul`).waitFor();
  };
  const openFigure = async (testId: string) => {
    await desk.page.getByTestId(testId).getByRole("button").click();
    await line("figure").waitFor();
  };
  const close = async () => {
    await desk.page.keyboard.press("Escape");
    await drawer().waitFor({ state: "detached" });
  };

  /** A press on the highest bar of the cash flow, where it is drawn. */
  const pickTallestBar = async () => {
    const chart = desk.page.getByRole("img", { name: /^基准情形现金流（万元，按季）$/ });
    await chart.scrollIntoViewIfNeeded();
    const bars = await chart
      .locator("path")
      .evaluateAll((paths) => paths.map((path) => path.getBoundingClientRect()).filter(({ width, height }) => width > 3 && width < 40 && height > 10));
    const [tallest] = bars.sort((one, other) => other.height - one.height);
    if (tallest === undefined) throw new Error("no bar is drawn");
    await desk.page.mouse.click(tallest.x + tallest.width / 2, tallest.y + tallest.height / 2);
    await line("figure").waitFor();
  };

  it("opens from the highest bid down to a loan, a round of its auction and the source of the assumption", async () => {
    const bid = await desk.page.getByTestId("max-bid-base").textContent();
    await openFigure("max-bid-base");
    expect(await line("figure").getByTestId("figure-amount").textContent()).toBe(bid);
    await openLine("presentValue");
    await openLine("bySegment");
    await openLine("segment:corporateSecured");
    const [loan = "no loan"] = await drawer()
      .locator('[data-line^="loan:"]')
      .evaluateAll((lines) => lines.map((one) => one.getAttribute("data-line") ?? ""));
    await openLine(loan);
    await openLine("line:0");
    expect(await drawer().textContent()).toContain("自行判断");
    expect(await drawer().textContent()).toContain("评估价");
    await close();
  });

  it.each(["en", "zh"] as const)("stands beside the chart, not in it, in a window of 1280 by 700 (%s)", async (language) => {
    const { page } = desk;
    const before = await page.evaluate(() => ({ width: window.innerWidth, height: window.innerHeight }));
    await speak(page, language);
    await page.setViewportSize({ width: 1280, height: 700 });
    const { table, chart } = await page.getByTestId("cases-table").evaluate((one) => ({
      table: one.getBoundingClientRect().right,
      chart: one.parentElement?.nextElementSibling?.getBoundingClientRect().left ?? 0,
    }));
    expect(chart).toBeGreaterThan(0);
    expect(table).toBeLessThanOrEqual(chart);
    await page.setViewportSize(before);
    await speak(page, "zh");
  });

  it("adds up on the screen", async () => {
    const { page } = desk;
    const label = textOf("zh", "figure.open", { caseName: "基准", measure: textOf("zh", "pricing.measure.netCashFlow"), value: "" });
    await page.getByRole("button", { name: new RegExp(`^${label}[\\d,.−]+$`) }).click();
    await line("costs").waitFor();
    const [total = 0, ...parts] = (await drawer().getByTestId("figure-amount").allTextContents()).map(amountOf);
    // Shown in ten thousand yuan to two places, so each line may be rounded by half of the last.
    expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - total)).toBeLessThanOrEqual(parts.length);
    await close();
  });

  it("opens for a year of the cash flow and for a rate of return", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: textOf("zh", "figure.openYear", { year: 2 }), exact: true }).click();
    await openLine("collateral");
    await close();
    await pickTallestBar();
    await openLine("collateral");
    expect(await line("figure").textContent()).toMatch(/第 40 至 42 个月净现金流/);
    await close();
    await openFigure("irr-base");
    await openLine("proof");
    await close();
  });

  it("reads in English too", async () => {
    await speak(desk.page, "en");
    await openFigure("max-bid-base");
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
