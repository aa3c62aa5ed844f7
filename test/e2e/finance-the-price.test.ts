import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DeskWindow, newDataFolder, openDesk, priceNewDeal, projectRoot, removeFolder } from "./desk-window.ts";

const samplePackage = join(projectRoot, "main/samples/corporate-package.xlsx");
const amountOf = (text: string | null) => Number((text ?? "").replaceAll(",", "").replace("−", "-").replace("%", ""));

describe("a price paid in parts and with debt", () => {
  let desk: DeskWindow;
  let dataFolder: string;

  beforeAll(async () => {
    dataFolder = await newDataFolder();
    desk = await openDesk({ dataFolder, dialogs: { open: [samplePackage] } });
    const { page } = desk;
    await priceNewDeal(page, "债权包一号");
    await page.getByTestId("view-financing").click();
    await page.getByTestId("financing-table").waitFor();
  });
  afterAll(async () => {
    await desk.quit();
    await removeFolder(dataFolder);
  });

  const textOf = (testId: string) => desk.page.getByTestId(testId).textContent();

  it("rises where 30 % is paid at closing and 70 % a year later", async () => {
    const { page } = desk;
    const view = page.getByTestId("financing-view");
    const before = amountOf(await textOf("nominal-base"));
    await view.getByTestId("instalment-share-0").fill("30");
    await expect.poll(() => textOf("instalment-sum")).toBe("30.0%");
    // Nothing is priced while the parts do not add up.
    expect(amountOf(await textOf("nominal-base"))).toBe(before);
    await view.getByTestId("instalment-add").click();
    await view.getByTestId("instalment-months-1").fill("12");
    await expect.poll(() => textOf("instalment-sum")).toBe("100.0%");
    // At 12 % a year 100 paid so is worth 92.50 (W10); deal costs of 0.5 % are paid at closing all the same.
    const rise = (1 + 0.005) / (0.925 + 0.005);
    await expect.poll(async () => amountOf(await textOf("nominal-base")) / before).toBeCloseTo(rise, 3);
  });

  it("earns equity more than the pool with half of it borrowed at 6 %", async () => {
    const { page } = desk;
    const view = page.getByTestId("financing-view");
    expect(await page.getByTestId("levered-irr-base").count()).toBe(0);
    await view.getByTestId("leverage-on").check();
    await view.getByTestId("debt-share").fill("50");
    await page.getByTestId("levered-irr-base").waitFor();
    await expect.poll(async () => amountOf(await textOf("levered-irr-base"))).toBeGreaterThan(12);
    const atHurdle = amountOf(await textOf("levered-price-base"));
    expect(atHurdle).toBeGreaterThan(0);
    // A hurdle of equity that asks for less lets it pay more.
    await view.getByTestId("levered-hurdle").fill("12");
    await expect.poll(async () => amountOf(await textOf("levered-price-base"))).toBeGreaterThan(atHurdle);
  });

  it("warns where borrowed funds would exceed three times net assets, and prices all the same", async () => {
    const { page } = desk;
    const before = await textOf("levered-irr-base");
    await page.getByTestId("financing-view").getByTestId("debt-share").fill("80");
    await page.getByTestId("debt-share-warning").waitFor();
    await expect.poll(() => textOf("levered-irr-base")).not.toBe(before);
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});
