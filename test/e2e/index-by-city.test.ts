import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSampleDeal, priced, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

let desk: DeskWindow;

beforeAll(async () => {
  desk = await openDesk();
  await openSampleDeal(desk.page);
  // It comes a moment after the price and moves what is below it.
  await desk.page.getByTestId("quality-note").waitFor();
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(desk.dataFolder);
});

describe.each(["zh", "en"] as const)("values by city (%s)", (language) => {
  const bid = () => desk.page.getByTestId("max-bid-base").textContent();

  it("are added on the workbench, move the bid, and are taken away again", async () => {
    const { page } = desk;
    await speak(page, language);
    const group = page.getByTestId("group-collateral");
    if ((await group.getAttribute("aria-expanded")) === "false") await group.click();
    const before = await bid();
    await page.getByTestId("add-city").click();
    await page.getByTestId("city-0").fill("洛阳市");
    await page.getByTestId("city-change-0").fill("-20");
    await page.keyboard.press("Tab");
    await priced(page);
    const all = await bid();
    expect(all).not.toBe(before);
    await page.getByTestId("city-kind-0").selectOption("equity");
    await priced(page);
    expect(await bid()).toBe(before);
    await page.getByTestId("city-kind-0").selectOption("industrial");
    await priced(page);
    expect([before, all]).not.toContain(await bid());
    await page.getByRole("button", { name: `${textOf(language, "pricing.route.removeCity")} 1`, exact: true }).click();
    await priced(page);
    expect(await bid()).toBe(before);
  });
});
