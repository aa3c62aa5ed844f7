import { basename, join } from "node:path";
import type { Locator, Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/desk/desk-client.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { openSampleDeal, pagesSaid, priced, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder, samplePackage } from "./desk-window.ts";
import { pasted } from "./pasted.ts";

let desk: DeskWindow;
let dataFolder: string;
const memos = { zh: "", en: "" };
const names = { zh: "键盘一号", en: "Keyboard One" } as const;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  for (const language of ["zh", "en"] as const) memos[language] = join(dataFolder, `keys-${language}.pdf`);
  desk = await openDesk({ dataFolder, dialogs: { open: [samplePackage, samplePackage], save: [memos.zh, memos.en] } });
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

const sized = async (width: number, height: number) => {
  await desk.app.evaluate(({ BrowserWindow }, [x, y]) => BrowserWindow.getAllWindows()[0]?.setContentSize(x, y), [width, height] as const);
  await desk.page.waitForFunction(([x, y]) => innerWidth === x && innerHeight === y, [width, height] as const);
};
const focusedId = (page: Page) => page.evaluate(() => document.activeElement?.closest("[data-testid]")?.getAttribute("data-testid") ?? null);
const focusedLabel = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute("aria-label"));

/** Tabs on until the focus is where it is wanted; answers how often. */
async function tabsTo(page: Page, testId: string, most: number): Promise<number> {
  const seen: (string | null)[] = [];
  for (let stops = 1; stops <= most; stops += 1) {
    await page.keyboard.press("Tab");
    seen.push(await focusedId(page));
    if (seen.at(-1) === testId) return stops;
  }
  throw new Error(`${testId} is not within ${most} stops: ${seen.join(", ")}`);
}

/** Waits until the focus is in the screen, though the button that had it is gone. */
const isWithinMain = (page: Page) => page.waitForFunction(() => document.activeElement?.closest("main") != null);

/** Rows that the loan table shows whole: heads and the bar at its foot take their part. */
const rowsShown = (page: Page) =>
  page.getByTestId("loan-table").evaluate((table) => {
    const scroller = table.querySelector(".dvn-scroller");
    return Math.floor(((scroller?.clientHeight ?? 0) - 28) / 25);
  });

/** Boxes that scroll up and down within another that does. */
const nestedScrollers = (page: Page) =>
  page.evaluate(() => {
    const scrolls = (element: Element) => /auto|scroll/.test(getComputedStyle(element).overflowY) && element.scrollHeight > element.clientHeight + 1;
    return [...document.querySelectorAll("main *")].filter((element) => {
      if (!scrolls(element)) return false;
      for (let around = element.parentElement; around !== null; around = around.parentElement) if (scrolls(around)) return true;
      return false;
    }).length;
  });

describe.each(["zh", "en"] as const)("the main job by keyboard alone (%s)", (language) => {
  const say = (key: TextKey, values = {}) => textOf(language, key, values);

  beforeAll(async () => {
    await desk.page.keyboard.press("Alt+1");
    await desk.page.getByTestId("new-deal").waitFor();
    await speak(desk.page, language);
  });

  it("registers a deal and imports its tape", async () => {
    const { page } = desk;
    await page.keyboard.press("Control+n");
    await page.getByTestId("deal-name").waitFor();
    await page.keyboard.type(names[language]);
    await page.keyboard.press("Enter");
    await page.getByTestId("choose-file").waitFor();
    await tabsTo(page, "choose-file", 8);
    await page.keyboard.press("Enter");
    await page.getByTestId("import-tape").waitFor();
    await isWithinMain(page);
    await page.keyboard.press("Control+Enter");
    await page.getByTestId("rows-in").waitFor();
    await isWithinMain(page);
  });

  it("comes to the bid price within eight stops, and types and steps it", async () => {
    const { page } = desk;
    await page.keyboard.press("Alt+3");
    await priced(page);
    await page.getByTestId("skip-link").focus();
    expect(await tabsTo(page, "bid-price", 7)).toBeLessThanOrEqual(7);
    await page.keyboard.type("150000");
    await page.keyboard.press("ArrowUp");
    expect(await page.getByTestId("bid-price").inputValue()).toBe("150,100");
    await page.keyboard.press("Shift+ArrowDown");
    expect(await page.getByTestId("bid-price").inputValue()).toBe("149,100");
    await priced(page);
  });

  it("moves among figures by arrows, and goes from field to field", async () => {
    const { page } = desk;
    await page.keyboard.press("Shift+Tab");
    const first = await focusedLabel(page);
    await page.keyboard.press("ArrowDown");
    const below = await focusedLabel(page);
    expect(below).not.toBe(first);
    await page.keyboard.press("ArrowUp");
    expect(await focusedLabel(page)).toBe(first);
    await page.getByTestId("shift-collateralValueShift").focus();
    await page.keyboard.press("Enter");
    expect(await focusedId(page)).toBe("shift-clearingProbabilityShift");
    await page.keyboard.press("Control+ArrowDown");
    expect(await focusedId(page)).toBe("shift-delayMonthsShift");
    await page.keyboard.press("Shift+Enter");
    expect(await focusedId(page)).toBe("shift-clearingProbabilityShift");
  });

  it("goes anywhere by pinyin: to a debtor, to an assumption", async () => {
    const { page } = desk;
    await page.keyboard.press("Control+k");
    await page.getByTestId("palette-input").waitFor();
    await page.keyboard.type("hebixingyuan");
    await page.locator('[data-testid="palette-debtor"][aria-selected="true"]').waitFor();
    await page.keyboard.press("Enter");
    await page.getByTestId("loan-search").waitFor();
    expect(await page.getByTestId("loan-search").inputValue()).toBe("鹤壁兴远置业有限公司");
    await page.keyboard.press("Control+f");
    expect(await focusedId(page)).toBe("loan-search");
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+k");
    await page.getByTestId("palette-input").waitFor();
    await page.keyboard.type(say("pricing.field.hurdleRate"));
    await page.locator('[data-testid="palette-assumption"][aria-selected="true"]').waitFor();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "hurdle-rate");
  });

  it("saves the run and the memo, and lists every key", async () => {
    const { page } = desk;
    await page.keyboard.press("Control+s");
    await page.getByTestId("run-name").waitFor();
    await page.waitForFunction(() => document.activeElement?.getAttribute("data-testid") === "run-name");
    await page.keyboard.type("委员会稿");
    await page.keyboard.press("Enter");
    await page.getByText(say("pricing.run.saved", { name: "委员会稿" }), { exact: true }).waitFor();
    await page.keyboard.press("Control+p");
    await page.getByTestId("memo-save-pdf").waitFor();
    await tabsTo(page, "memo-save-pdf", 8);
    await page.keyboard.press("Enter");
    expect(await pagesSaid(page, language, basename(memos[language]))).toBeGreaterThan(3);
    await page.keyboard.press("?");
    await page
      .getByTestId("key-list")
      .getByRole("rowheader", { name: say("action.saveRun"), exact: true })
      .waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("key-list").waitFor({ state: "detached" });
  });

  it("has a menu in its language, which does what the keys do", async () => {
    const { page, app } = desk;
    const labels = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    expect(await labels()).toEqual((["file", "edit", "view", "deal", "help"] as const).map((menu) => say(`action.menu.${menu}`)));
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("about")?.click());
    await page.getByTestId("about").waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("about").waitFor({ state: "detached" });
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById("showWorkbench")?.click());
    await priced(page);
  });

  it("zooms by its keys", async () => {
    const { page } = desk;
    const before = await page.evaluate(() => innerWidth);
    await page.keyboard.press("Control+=");
    await page.waitForFunction((width) => innerWidth < width, before);
    await page.keyboard.press("Control+0");
    await page.waitForFunction((width) => innerWidth === width, before);
  });

  it("raises no error", () => expect(desk.pageErrors).toEqual([]));
});

describe.each(["zh", "en"] as const)("room for the loans (%s)", (language) => {
  beforeAll(async () => {
    await desk.page.keyboard.press("Alt+1");
    await desk.page.getByTestId("open-sample").waitFor();
    await speak(desk.page, language);
    await openSampleDeal(desk.page);
  });

  it.each([
    [1366, 768, 15],
    [1280, 700, 10],
    [1024, 600, 10],
  ] as const)("a window of %i × %i has at least the rows that it should, and no bar within a bar", async (width, height, least) => {
    const { page } = desk;
    await sized(width, height);
    await page.getByTestId("view-loans").click();
    expect(await rowsShown(page)).toBeGreaterThanOrEqual(least);
    expect(await nestedScrollers(page)).toBe(0);
    await page.getByTestId("view-bid").click();
    await page.getByTestId("loan-splitter").focus();
    await page.keyboard.press("Home");
    await page.waitForFunction(() => Number(document.querySelector('[data-testid="loan-splitter"]')?.getAttribute("aria-valuenow")) > 80);
    expect(await rowsShown(page)).toBeGreaterThanOrEqual(least);
    await page.keyboard.press("Enter");
    expect(await nestedScrollers(page)).toBe(0);
    expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(true);
  });

  it("keeps panes and columns as they were left", async () => {
    const { page } = desk;
    await sized(1366, 768);
    await page.getByTestId("fold-navigation").click();
    await page.getByTestId("fold-assumptions").click();
    await page.getByTestId("assumptions-pane").waitFor({ state: "detached" });
    await page.getByTestId("loan-columns").click();
    await page.getByRole("checkbox", { name: textOf(language, "pricing.loans.litigationStage"), exact: true }).click();
    await page.getByRole("button", { name: textOf(language, "layout.columnUp", { name: textOf(language, "pricing.loans.region") }), exact: true }).click();
    await page.keyboard.press("Escape");
    const heads = () => page.locator('[role="columnheader"]').allTextContents();
    await page.waitForFunction(
      (head) => ![...document.querySelectorAll('[role="columnheader"]')].some(({ textContent }) => textContent === head),
      textOf(language, "pricing.loans.litigationStage"),
    );
    expect(await heads()).not.toContain(textOf(language, "pricing.loans.litigationStage"));
    const left = await page.evaluate(() => window.desk.call("layout.get", undefined));
    expect(left).toMatchObject({
      ok: true,
      value: { isNavigationFolded: true, areAssumptionsFolded: true, columns: { loans: { hidden: ["litigationStage"] } } },
    });
    await page.getByTestId("loan-columns").click();
    await page.getByTestId("loan-columns-reset").click();
    await page.keyboard.press("Escape");
    await page.getByTestId("fold-navigation").click();
    await page.getByTestId("fold-assumptions").click();
  });

  it("says that no loan matches, and clears the search", async () => {
    const { page } = desk;
    await page.getByTestId("loan-search").fill("没有这样的债务人");
    await page.getByRole("heading", { name: textOf(language, "layout.noLoanMatches"), exact: true }).waitFor();
    await page.getByTestId("clear-search").click();
    expect(await page.getByTestId("loan-search").inputValue()).toBe("");
  });

  it("adds up a selection of the loans, and copies it with its heads", async () => {
    const { page } = desk;
    await page.getByTestId("view-loans").click();
    await page.getByTestId("data-grid-canvas").focus();
    for (const key of ["ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowDown", "Shift+ArrowDown"]) await page.keyboard.press(key);
    // The cells behind the canvas follow a moment later.
    await page.waitForFunction(() => /\d/.test(document.querySelector('[data-testid="glide-cell-3-2"]')?.textContent ?? ""));
    const cells = await page.evaluate(() => [0, 1, 2].map((row) => document.querySelector(`[data-testid="glide-cell-3-${row}"]`)?.textContent ?? ""));
    const sum = cells.reduce((total, cell) => total + Number(cell.replaceAll(",", "")), 0);
    const words = (number: number) => number.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
    const unit = textOf(language, "code.moneyUnit.wanYuan");
    expect(await page.getByTestId("selection-text").textContent()).toBe(
      textOf(language, "action.selectedSum", { cells: 3, sum: words(sum), average: words(sum / 3), unit }),
    );
    await page.keyboard.press("Control+Shift+c");
    await page.getByText(textOf(language, "action.copied", { rows: 3 }), { exact: true }).waitFor();
    const copied = await pasted(desk);
    expect(copied.text).toBe([textOf(language, "pricing.loans.upbFen"), ...cells.map((cell) => cell.replaceAll(",", ""))].join("\n"));
    expect(copied.markup).toContain(`<td>${cells[0]?.replaceAll(",", "")}</td>`);
    await page.getByTestId("view-bid").click();
  });

  it("has the commands of a place in a menu, by the right button and by keyboard", async () => {
    const { page } = desk;
    const offered = async () => (await page.getByTestId("place-menu").getByRole("menuitem").allTextContents()).map((text) => text.replace(/(Ctrl|F2).*/, ""));
    const say = (
      ...ids: readonly (
        | "openRow"
        | "explainFigure"
        | "editDeal"
        | "duplicateDeal"
        | "archiveDeal"
        | "editRow"
        | "removeRow"
        | "sortAscending"
        | "sortDescending"
        | "copy"
        | "copyWithHeads"
        | "exportTable"
      )[]
    ) => ids.map((id) => textOf(language, `action.${id}`));
    await page.getByTestId("view-loans").click();
    await page.getByTestId("data-grid-canvas").focus();
    await page.keyboard.press("Home");
    await page.keyboard.press("Shift+F10");
    await page.getByTestId("place-menu").waitFor();
    expect(await offered()).toEqual(say("openRow", "sortAscending", "sortDescending", "copy", "copyWithHeads", "exportTable"));
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    await page.locator('[role="columnheader"][aria-sort="ascending"]').waitFor({ state: "attached" });
    await page.getByTestId("loan-table").click({ button: "right", position: { x: 20, y: 60 } });
    await page.getByTestId("place-openRow").click();
    await page.getByTestId("trace-drawer").waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("trace-drawer").waitFor({ state: "detached" });

    await page.getByTestId("view-bid").click();
    await page.getByTestId("max-bid-base").click({ button: "right" });
    expect(await offered()).toEqual(say("explainFigure", "copy", "copyWithHeads", "exportTable"));
    await page.getByTestId("place-explainFigure").click();
    await page.getByTestId("figure-drawer").waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("figure-drawer").waitFor({ state: "detached" });

    await page.keyboard.press("Alt+5");
    await page.getByTestId("market-deal-1-remove").click({ button: "right" });
    expect(await offered()).toEqual(say("editRow", "removeRow", "copy", "copyWithHeads", "exportTable"));
    await page.keyboard.press("Escape");

    await page.keyboard.press("Alt+1");
    await page.getByRole("gridcell", { name: textOf(language, "code.dealStage.dueDiligence"), exact: true }).click();
    await page.keyboard.press("Shift+F10");
    expect(await offered()).toEqual(
      say("openRow", "editDeal", "duplicateDeal", "archiveDeal", "sortAscending", "sortDescending", "copy", "copyWithHeads", "exportTable"),
    );
    await page.getByTestId("place-copyWithHeads").click();
    await page.getByText(textOf(language, "action.copied", { rows: 1 }), { exact: true }).waitFor();
    expect((await pasted(desk)).text).toBe([textOf(language, "deals.stage"), textOf(language, "code.dealStage.dueDiligence")].join("\n"));
    await page.getByRole("columnheader", { name: textOf(language, "deals.name"), exact: true }).click({ button: "right" });
    expect(await offered()).toEqual(say("sortAscending", "sortDescending", "copyWithHeads", "exportTable"));
    await page.getByTestId("place-copyWithHeads").click();
    await page.getByText(new RegExp(`^${textOf(language, "action.copied", { rows: "\\d+" })}$`)).waitFor();
    const [heads = "", ...rows] = (await pasted(desk)).text.split("\n").map((line) => line.split("\t"));
    expect(heads.slice(0, 3)).toEqual((["name", "seller", "kind"] as const).map((key) => textOf(language, `deals.${key}`)));
    expect(rows.map(([name]) => name)).toContain("示例农商银行2025年第1期不良资产包");
    expect(rows.flat()).not.toContain("—");
    await page.getByTestId("nav-workbench").click();
    await priced(page);
  });

  it("gives the keyboard to a menu that the right button opened, and back to its place when it closes", async () => {
    const { page } = desk;
    const isAt = (selector: string) => page.locator(`${selector}:focus`).waitFor();
    const ask = async (place: Locator, first: string) => {
      await place.click({ button: "right" });
      await isAt(`[data-testid='place-${first}']`);
      await page.keyboard.press("ArrowDown");
      await isAt(`[data-testid='place-menu'] li:not([data-testid='place-${first}'])`);
      await page.keyboard.press("Escape");
      await page.getByTestId("place-menu").waitFor({ state: "detached" });
    };
    const cellOf = (field: string) => `.MuiDataGrid-row[data-id='1'] .MuiDataGrid-cell[data-field='${field}']`;
    await ask(page.getByTestId("max-bid-base"), "explainFigure");
    await page.keyboard.press("Alt+5");
    await ask(page.getByTestId("market-deal-1-remove"), "editRow");
    await page.keyboard.press("Alt+1");
    for (const field of ["stage", "owner", "name", "stage"]) {
      await ask(page.locator(cellOf(field)), "openRow");
      await isAt(cellOf(field));
    }
    await ask(page.getByRole("columnheader", { name: textOf(language, "deals.seller"), exact: true }), "sortAscending");
    await page.locator(cellOf("stage")).click({ button: "right" });
    await isAt("[data-testid='place-openRow']");
    await page.mouse.click(5, 5);
    await page.getByTestId("place-menu").waitFor({ state: "detached" });
    await isAt(cellOf("stage"));
    await page.keyboard.press("ArrowRight");
    await isAt(cellOf("status"));
    await page.getByTestId("nav-workbench").click();
    await priced(page);
  });

  it("copies the table that has the focus with its heads: figures as numbers, words as they are", async () => {
    const { page } = desk;
    await page.getByTestId("max-bid-base").getByRole("button").focus();
    const bid = await page.getByTestId("max-bid-base").innerText();
    await page.keyboard.press("Control+Shift+c");
    await page.getByText(new RegExp(`^${textOf(language, "action.copied", { rows: "\\d+" })}$`)).waitFor();
    const rows = (await pasted(desk)).text.split("\n").map((line) => line.split("\t"));
    expect(rows[0]?.slice(1)).toEqual((["low", "base", "high"] as const).map((name) => textOf(language, `code.caseName.${name}`)));
    expect(rows.find(([name]) => name === textOf(language, "pricing.measure.maxBid"))?.[2]).toBe(bid.replaceAll(",", ""));
  });

  it("finds an assumption, and shows only what is changed", async () => {
    const { page } = desk;
    await page.getByTestId("assumption-search").fill(textOf(language, "pricing.field.fileCostYuan"));
    await page.getByTestId("group-closing").waitFor({ state: "hidden" });
    await page.getByTestId("group-costs").waitFor();
    await page.getByTestId("assumption-search").fill("");
    await page.getByTestId("hurdle-rate").fill("13");
    await priced(page);
    await page.getByTestId("changed-only").click();
    await page.getByTestId("group-costs").waitFor({ state: "hidden" });
    await page.getByTestId("group-hurdleRate").waitFor();
    await page.getByTestId("changed-only").click();
    await page.getByTestId("hurdle-rate").fill("12");
    await priced(page);
    await page.getByTestId("group-simulation").click();
    await page.getByTestId("simulation-terms").waitFor();
    await page.getByTestId("view-bid").click();
  });

  it("opens a deal by one click on its name", async () => {
    const { page } = desk;
    await page.keyboard.press("Alt+1");
    await page.getByRole("button", { name: "示例农商银行2025年第1期不良资产包", exact: true }).click();
    await priced(page);
  });

  it("raises no error", () => expect(desk.pageErrors).toEqual([]));
});
