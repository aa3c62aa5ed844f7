import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSampleDeal, priced } from "./desk-steps.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

const amountOf = (text: string | null) => Number((text ?? "").replaceAll(",", "").replace("−", "-").replace("%", ""));

describe("a price paid in parts and with debt", () => {
  let desk: DeskWindow;

  beforeAll(async () => {
    desk = await openDesk();
    await openSampleDeal(desk.page);
    await desk.page.getByTestId("view-financing").click();
    await desk.page.getByTestId("financing-table").waitFor();
  });
  afterAll(async () => {
    await desk.quit();
    await removeFolder(desk.dataFolder);
  });

  const textOf = (testId: string) => desk.page.getByTestId(testId).textContent();
  const figure = async (testId: string) => amountOf(await textOf(testId));

  it("rises where 30 % is paid at closing and 70 % a year later", async () => {
    const { page } = desk;
    const view = page.getByTestId("financing-view");
    const before = await figure("nominal-base");
    await view.getByTestId("instalment-share-0").fill("30");
    await view.getByTestId("instalment-sum").getByText("30.0%", { exact: true }).waitFor();
    // Nothing is priced while the parts do not add up.
    await page.locator('[data-testid="save-run"]:disabled').waitFor();
    expect(await figure("nominal-base")).toBe(before);
    await view.getByTestId("instalment-add").click();
    await view.getByTestId("instalment-months-1").fill("12");
    await priced(page);
    expect(await textOf("instalment-sum")).toBe("100.0%");
    // At 12 % a year 100 paid so is worth 92.50 (W10); deal costs of 0.5 % are paid at closing all the same.
    const rise = (1 + 0.005) / (0.925 + 0.005);
    expect((await figure("nominal-base")) / before).toBeCloseTo(rise, 3);
  });

  it("earns equity more than the pool with half of it borrowed at 6 %", async () => {
    const { page } = desk;
    const view = page.getByTestId("financing-view");
    expect(await page.getByTestId("levered-irr-base").count()).toBe(0);
    await view.getByTestId("leverage-on").check();
    await view.getByTestId("debt-share").fill("50");
    await priced(page);
    expect(await figure("levered-irr-base")).toBeGreaterThan(12);
    const atHurdle = await figure("levered-price-base");
    expect(atHurdle).toBeGreaterThan(0);
    // A hurdle of equity that asks for less lets it pay more.
    await view.getByTestId("levered-hurdle").fill("12");
    await priced(page);
    expect(await figure("levered-price-base")).toBeGreaterThan(atHurdle);
  });

  it("warns where borrowed funds would exceed three times net assets, and prices all the same", async () => {
    const { page } = desk;
    const before = await textOf("levered-irr-base");
    await page.getByTestId("financing-view").getByTestId("debt-share").fill("80");
    await page.getByTestId("debt-share-warning").waitFor();
    await priced(page);
    expect(await textOf("levered-irr-base")).not.toBe(before);
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});
