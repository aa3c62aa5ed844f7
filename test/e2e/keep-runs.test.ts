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

/** The line of a run in the list. */
const rowOf = (name: string) =>
  desk.page
    .getByTestId("run-list")
    .getByRole("row")
    .filter({ has: desk.page.getByRole("button", { name, exact: true }) });

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
    await rowOf(name).getByText(say("bidRemark.none"), { exact: true }).waitFor();
    await page.getByTestId("nav-memo").click();
    await page.getByRole("heading", { name: say("memo.decision.noBid"), exact: true }).waitFor();
    expect(await page.getByRole("heading", { name: say("memo.decision.bid"), exact: true }).count()).toBe(0);
  });
});

describe.each(["zh", "en"] as const)("saved runs (%s)", (language) => {
  const say = (key: TextKey, values = {}) => textOf(language, key, values);
  const names = { first: `初稿-${language}`, second: `二稿-${language}` };
  let proposed = "";

  const hurdle = async (percent: string) => {
    const { page } = desk;
    await page.getByTestId("nav-workbench").click();
    await page.getByTestId("hurdle-rate").fill(percent);
    await priced(page);
  };
  const save = async (name?: string) => {
    const { page } = desk;
    await page.getByTestId("save-run").click();
    const field = page.getByTestId("run-name");
    if (name !== undefined) await field.fill(name);
    const saved = await field.inputValue();
    await page.getByTestId("run-save-confirm").click();
    await page.getByText(say("pricing.run.saved", { name: saved }), { exact: true }).waitFor();
    return saved;
  };

  beforeAll(async () => {
    const { page } = desk;
    await speak(page, language);
    await page.getByTestId("nav-workbench").click();
    await priced(page);
    const costs = page.getByTestId("group-costs");
    if ((await costs.getAttribute("aria-expanded")) === "false") await costs.click();
    await fileCosts(say("pricing.field.fileCostYuan")).fill("3000");
    await priced(page);
    await costs.click();
    await page.getByTestId("nav-settings").click();
    await page.getByTestId("own-name").fill("王敏");
    await page.keyboard.press("Tab");
    await hurdle("12");
    proposed = await save();
    await page.getByTestId("case-low").click();
    await hurdle("16");
    await save(names.second);
    await page.getByTestId("case-base").click();
    await page.getByTestId("show-runs").click();
  });

  it("are proposed a name, and list bid, return, case and who", async () => {
    const { page } = desk;
    expect(proposed).toContain(say("code.caseName.base"));
    expect(proposed).toMatch(/ \d{4}-\d{2}-\d{2} #1$/);
    const cells = await rowOf(names.second).getByRole("cell").allTextContents();
    expect(cells).toContain(say("code.caseName.low"));
    expect(cells).toContain("王敏");
    expect(cells.filter((cell) => cell.endsWith("%"))).toHaveLength(1);
    expect(await page.getByTestId("run-list").getByRole("row").count()).toBeGreaterThan(2);
  });

  it("are renamed, noted and starred", async () => {
    const { page } = desk;
    await rowOf(proposed)
      .getByRole("button", { name: say("runs.edit"), exact: true })
      .click();
    await page.getByTestId("run-rename").fill(names.second);
    await page.getByTestId("dialog-save").click();
    await page.getByText(say("common.errorCode", { code: "run.nameTaken" }), { exact: true }).waitFor();
    await page.getByTestId("run-rename").fill(names.first);
    await page.getByTestId("run-note").fill("送委员会前");
    await page.getByTestId("dialog-save").click();
    await rowOf(names.first).getByRole("cell", { name: "送委员会前", exact: true }).waitFor();
    await rowOf(names.first)
      .getByRole("button", { name: say("runs.star"), exact: true })
      .click();
    await rowOf(names.first)
      .getByRole("button", { name: say("runs.unstar"), exact: true })
      .waitFor();
  });

  it("open as they were frozen", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: names.second, exact: true }).click();
    const view = page.getByTestId("run-view");
    await view.getByRole("heading", { name: names.second, exact: true }).waitFor();
    await view.getByTestId("group-hurdleRate").click();
    const rate = view.getByTestId("hurdle-rate");
    expect(await rate.inputValue()).toBe("16");
    expect(await rate.isEditable()).toBe(false);
  });

  it("are compared: what changed, and moves that add up", async () => {
    const { page } = desk;
    for (const name of Object.values(names)) await page.getByRole("checkbox", { name: say("runs.choose", { name }), exact: true }).click();
    await page.getByTestId("compare-runs").click();
    const total = page.getByTestId("change-total").getByRole("cell");
    await total.waitFor();
    expect(await page.getByTestId("change-hurdleRate").textContent()).toContain("12.0% → 16.0%");
    const move = (await total.textContent()) ?? "";
    expect(move).toMatch(/^−[\d,]+\.\d\d$/);
    expect(await page.getByTestId("change-hurdleRate").getByRole("cell", { name: move, exact: true }).count()).toBe(1);
    expect(await page.getByTestId("compared-figures").getByRole("cell", { name: move, exact: true }).count()).toBeGreaterThan(0);
  });

  it("are restored as the model, once it is confirmed", async () => {
    const { page } = desk;
    await rowOf(names.first)
      .getByRole("button", { name: say("runs.restore"), exact: true })
      .click();
    await page.getByTestId("restore-run").click();
    await page.getByText(say("runs.restored", { name: names.first }), { exact: true }).waitFor();
    await priced(page);
    expect(await page.getByTestId("hurdle-rate").inputValue()).toBe("12");
  });
});

describe.each(["zh", "en"] as const)("settings of the desk (%s)", (language) => {
  const say = (key: TextKey, values = {}) => textOf(language, key, values);
  const choose = (group: TextKey, option: string) =>
    desk.page
      .getByRole("group", { name: say(group), exact: true })
      .getByRole("button", { name: option, exact: true })
      .click();

  it("show amounts with the decimals chosen, and rows as high", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.getByTestId("nav-settings").click();
    await choose("settings.decimals", "0");
    await choose("settings.density", say("settings.densityOf.comfortable"));
    await page.getByTestId("nav-workbench").click();
    await priced(page);
    expect(await page.getByTestId("max-bid-base").textContent()).toMatch(/^[\d,]+$/);
    const height = async () => (await page.getByTestId("max-bid-base").boundingBox())?.height ?? 0;
    const comfortable = await height();
    await page.getByTestId("nav-settings").click();
    await choose("settings.decimals", say("settings.decimalsStandard"));
    await choose("settings.density", say("settings.densityOf.dense"));
    await page.getByTestId("nav-workbench").click();
    await priced(page);
    expect(await page.getByTestId("max-bid-base").textContent()).toMatch(/^[\d,]+\.\d\d$/);
    expect(comfortable - (await height())).toBeGreaterThan(4);
  });

  it("open a deal in the unit of its kind, and show the data's folder", async () => {
    const { page } = desk;
    await page.getByTestId("nav-settings").click();
    await page.getByRole("combobox", { name: say("code.dealKind.corporateBulk"), exact: true }).press("Enter");
    await page.getByRole("option", { name: say("code.moneyUnit.yiYuan"), exact: true }).press("Enter");
    await desk.app.evaluate(({ shell }) => {
      shell.showItemInFolder = (path) => Object.assign(globalThis, { shown: path });
    });
    await page.getByTestId("show-data").click();
    expect(await desk.app.evaluate(() => (globalThis as unknown as { shown: string }).shown)).toMatch(/desk\.sqlite$/);
    await page.getByRole("button", { name: say("nav.closeDeal"), exact: true }).click();
    await page.getByTestId("nav-deals").click();
    await page.getByTestId("open-sample").click();
    await priced(page);
    expect(await page.getByTestId("max-bid-base").textContent()).toMatch(/^[\d,]+\.\d{4}$/);
    await page.getByTestId("nav-settings").click();
    await page.getByRole("combobox", { name: say("code.dealKind.corporateBulk"), exact: true }).press("Enter");
    await page.getByRole("option", { name: say("settings.unitUnchanged"), exact: true }).press("Enter");
    await choose("settings.moneyUnit", say("code.moneyUnit.wanYuan"));
  });
});

it("the window reports no error", () => expect(desk.pageErrors).toEqual([]));
