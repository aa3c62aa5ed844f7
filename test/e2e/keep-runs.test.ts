import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TextKey } from "../../shared/locales/texts.ts";
import { answered, openSampleDeal, priced, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

let desk: DeskWindow;

beforeAll(async () => {
  desk = await openDesk();
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(desk.dataFolder);
});

/** The costs per file, in the group of assumptions that a remark leads to. */
const fileCosts = (label: string) => desk.page.getByRole("complementary").getByRole("textbox", { name: label, exact: true });

describe.each(["zh", "en"] as const)("a package that is worth nothing (%s)", (language) => {
  const say = (key: TextKey, values = {}) => textOf(language, key, values);
  const name = `worthless-${language}`;

  beforeAll(async () => {
    const { page } = desk;
    await speak(page, language);
    await page.getByTestId("nav-workbench").click();
    await priced(page);
    const group = page.getByTestId("group-costs");
    if ((await group.getAttribute("aria-expanded")) === "false") await group.click();
    await fileCosts(say("pricing.field.fileCostYuan")).fill("9000000");
    await priced(page);
    await group.click();
  });

  it("says so beside the figure, and leads to the costs", async () => {
    const { page } = desk;
    expect(await page.getByTestId("max-bid-base").textContent()).toBe(say("bidRemark.noneShort"));
    const remark = page.getByTestId("bid-remark-noPrice");
    expect(await remark.textContent()).toContain(say("bidRemark.cause.costsExceedRecoveries"));
    await page.getByTestId("bid-remark-noPrice-act").click();
    await fileCosts(say("pricing.field.fileCostYuan")).waitFor();
    expect(await page.getByTestId("group-costs").evaluate((element) => element === document.activeElement)).toBe(true);
  });

  it("says in each analysis why all is zero", async () => {
    const { page } = desk;
    await page.getByTestId("view-sensitivity").click();
    for (const analysis of ["tornado", "grid"]) {
      await answered(page, analysis);
      const note = page.getByTestId(analysis).getByTestId("all-zero");
      expect(await note.textContent()).toContain(say("bidRemark.cause.costsExceedRecoveries"));
    }
    await page.getByTestId("view-gaps").click();
    await page.getByTestId("gaps-zero").waitFor();
    await page.getByTestId("view-bid").click();
  });

  it("is saved, listed and printed as one without a price", async () => {
    const { page } = desk;
    await page.getByTestId("save-run").click();
    await page.getByTestId("run-name").fill(name);
    await page.getByTestId("run-save-confirm").click();
    await page.getByText(say("pricing.run.saved", { name }), { exact: true }).waitFor();
    await page.getByTestId("show-runs").click();
    await page
      .getByTestId("run-list")
      .getByRole("row")
      .filter({ has: page.getByRole("cell", { name, exact: true }) })
      .getByText(say("bidRemark.noneShort"), { exact: true })
      .waitFor();
    await page.getByTestId("open-memo").click();
    await page.getByRole("heading", { name: say("memo.decision.noBid"), exact: true }).waitFor();
    expect(await page.getByRole("heading", { name: say("memo.decision.bid"), exact: true }).count()).toBe(0);
  });
});

it("the window reports no error", () => expect(desk.pageErrors).toEqual([]));
