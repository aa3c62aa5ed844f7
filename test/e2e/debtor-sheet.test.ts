import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, languages } from "../../shared/domain/codes.ts";
import { moneyUnitLabel } from "../../shared/format.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { axeFindings } from "./axe-findings.ts";
import { countIs, openSampleDeal, speak, stored } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";
import { pasted } from "./pasted.ts";
import { pasteText } from "./sheet-steps.ts";

let dataFolder: string;
let desk: DeskWindow;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  desk = await openDesk({ dataFolder });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

/** The largest debtors of the sample by claim. */
const contract = "洛农商借字2019第948955号";
const [largest, second] = ["偃师永宏物流有限公司", "偃师万泰机械有限公司"] as const;
const cell = (page: Page, name: string) => page.locator('[role="gridcell"]').filter({ hasText: new RegExp(`^${name}$`) });
const bidOf = (page: Page, caseName: string) => page.getByTestId(`debtor-bid-${caseName}`).textContent();
/** Waits until the package was priced again: another bid than before stands in the head. */
const bidLeaves = (page: Page, caseName: string, before: string | null) =>
  page
    .getByTestId(`debtor-bid-${caseName}`)
    .filter({ hasNotText: new RegExp(`^${before ?? ""}$`) })
    .waitFor();
const bidIs = (page: Page, caseName: string, bid: string | null) =>
  page
    .getByTestId(`debtor-bid-${caseName}`)
    .filter({ hasText: new RegExp(`^${bid ?? ""}$`) })
    .waitFor();

/** Puts the keyboard on the first debtor. */
async function toFirstDebtor(page: Page): Promise<void> {
  await page.getByTestId("data-grid-canvas").focus();
  await page.keyboard.press("Control+Home");
}

/** So many columns to the right of the debtors' names. */
async function toColumn(page: Page, columns: number): Promise<void> {
  for (let column = 0; column < columns; column += 1) await page.keyboard.press("ArrowRight");
}

async function openSheet(page: Page, language: Language): Promise<void> {
  await speak(page, language);
  await page.keyboard.press("Control+Shift+D");
  await cell(page, largest).waitFor({ state: "attached" });
}

/** What an input method puts together is one text, whose keys are nobody else's. */
async function compose(page: Page, text: string): Promise<void> {
  const client = await page.context().newCDPSession(page);
  await client.send("Input.imeSetComposition", { text: text.slice(0, 1), selectionStart: 1, selectionEnd: 1 });
  await client.send("Input.imeSetComposition", { text, selectionStart: text.length, selectionEnd: text.length });
  await client.send("Input.insertText", { text });
  await client.detach();
}

/** Waits until a dialog is no longer on its way in: what fades is too pale for any test of contrast. */
const faded = (page: Page) => page.waitForFunction(() => getComputedStyle(document.querySelector(".MuiDialog-container") ?? document.body).opacity === "1");

async function chooseFilter(page: Page, testId: string, name: string): Promise<void> {
  await page.getByTestId(testId).getByRole("combobox").click();
  await page.getByRole("option", { name, exact: true }).click();
}

describe.each(languages)("the debtor sheet in %s", (language) => {
  const say = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) => textOf(language, key, values);

  it("takes estimates by keyboard alone, moves the bids, and is undone and done again", async () => {
    const { page } = desk;
    await openSheet(page, language);
    const [low, base, high] = [await bidOf(page, "low"), await bidOf(page, "base"), await bidOf(page, "high")];
    await toFirstDebtor(page);
    await page.keyboard.press("F2");
    await page.getByRole("dialog", { name: say("debtors.edit.title", { name: largest }), exact: true }).waitFor();
    await page.getByTestId("debtor-low-grossFen").focus();
    for (const text of ["4,000", "300", "36", "12", "10"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    for (const text of ["16,000", "500", "18"]) {
      await page.keyboard.type(text);
      await page.keyboard.press("Tab");
    }
    await page.getByTestId("debtor-note").focus();
    await compose(page, "厂房空置");
    await page.getByTestId("debtor-evidence").focus();
    await compose(page, "现场勘查");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByText(say("debtors.saved", { name: largest }), { exact: true }).waitFor();
    await bidLeaves(page, "low", low);
    await bidLeaves(page, "base", base);
    await bidLeaves(page, "high", high);
    await cell(page, `${"4,000.00"} \\(${say("debtors.own")}\\)`).waitFor({ state: "attached" });
    const changed = await bidOf(page, "base");

    await page.keyboard.press("Control+z");
    await page.getByText(say("journal.undone", { step: say("journal.step.debtorEdited", { name: largest }) }), { exact: true }).waitFor();
    await bidIs(page, "base", base);
    await page.keyboard.press("Control+y");
    await bidIs(page, "base", changed);
  });

  it("takes typing and pasting in its cells, keeps what can't be read with its reason, and undoes each as one step", async () => {
    const { page } = desk;
    await openSheet(page, language);
    const [low, base] = [await bidOf(page, "low"), await bidOf(page, "base")];
    const column = say("debtors.caseHead", { part: say("debtors.part.low"), column: say("debtors.caseColumn.low.grossFen") });
    await toFirstDebtor(page);
    await page.keyboard.press("ArrowDown");
    // Group, loans, identifier, five columns of the tape, then the low case.
    await toColumn(page, 9);
    await page.keyboard.type("4321");
    await page.keyboard.press("Enter");
    await bidLeaves(page, "low", low);
    await cell(page, `4,321.00 \\(${say("debtors.own")}\\)`).waitFor({ state: "attached" });
    await page.keyboard.press("ArrowUp");
    await page.keyboard.type("很多");
    await page.keyboard.press("Enter");
    await cell(page, `很多 \\(${say("typed.notANumber")}\\)`).waitFor({ state: "attached" });
    await page.getByTestId("nav-tape").click();
    await page.getByRole("heading", { name: say("pricing.tape.title"), exact: true }).waitFor();
    await openSheet(page, language);
    await cell(page, `很多 \\(${say("typed.notANumber")}\\)`).waitFor({ state: "attached" });
    await toFirstDebtor(page);
    await page.keyboard.press("ArrowDown");
    await toColumn(page, 9);
    await pasteText(desk, "4400\t10\t24\r\n77\t1\t6\r\n");
    await cell(page, `4,400.00 \\(${say("debtors.own")}\\)`).waitFor({ state: "attached" });
    await cell(page, `77.00 \\(${say("debtors.own")}\\)`).waitFor({ state: "attached" });
    await page.getByRole("combobox", { name: say("grid.cell", { column, row: 2, text: "4,400.00" }), exact: true }).waitFor({ state: "attached" });
    await page.keyboard.press("Control+z");
    await page.getByText(say("journal.undone", { step: say("journal.step.debtorsTyped", { name: 2 }) }), { exact: true }).waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText(say("journal.undone", { step: say("journal.step.debtorEdited", { name: second }) }), { exact: true }).waitFor();
    await bidIs(page, "low", low);
    await bidIs(page, "base", base);
  });

  it("says at once which of gross recovery, costs and months is missing, and keeps what was typed over a crash", async () => {
    const { page } = desk;
    await toFirstDebtor(page);
    await page.keyboard.press("ArrowDown");
    await page.locator('[data-testid="glide-cell-0-1"][aria-selected="true"]').waitFor({ state: "attached" });
    await page.keyboard.press("F2");
    await page.getByRole("dialog", { name: say("debtors.edit.title", { name: second }), exact: true }).waitFor();
    await page.getByTestId("debtor-low-grossFen").fill("700");
    await page.getByTestId("dialog-save").click();
    await page.getByTestId("debtor-low-months").and(page.locator("[aria-invalid=true]")).waitFor();
    await page.getByTestId("debtor-note").fill(`未完${language}`);
    await stored(desk, "drafts.of", { form: "debtor", dealId: 1 }, `未完${language}`);
    const ended = new Promise((settle) => desk.app.process().once("exit", settle));
    desk.app.process().kill("SIGKILL");
    await ended;
    desk = await openDesk({ dataFolder });
    await desk.page.getByRole("dialog", { name: say("debtors.edit.title", { name: second }), exact: true }).waitFor();
    await desk.page
      .getByTestId("debtor-note")
      .and(desk.page.getByText(`未完${language}`, { exact: true }))
      .waitFor();
    await desk.page.keyboard.press("Escape");
    await desk.page.getByTestId("dialog-discard").click();
    await desk.page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("puts debtors into a group, and shows them alone", async () => {
    const { page } = desk;
    await openSheet(page, language);
    await toFirstDebtor(page);
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Shift+F10");
    await page.getByTestId("place-groupDebtors").click();
    await page.getByTestId("group-name").focus();
    await page.keyboard.press("ControlOrMeta+a");
    await compose(page, "中原集团");
    await page.keyboard.press("Enter");
    await page.getByText(say("debtors.grouped", { count: 2, name: "中原集团" }), { exact: true }).waitFor();
    await chooseFilter(page, "debtor-filter", say("debtors.filter.grouped"));
    await cell(page, say("debtors.foot.shown", { count: 2 })).waitFor({ state: "attached" });
    await chooseFilter(page, "debtor-filter", say("debtors.filter.own"));
    await cell(page, say("debtors.foot.shown", { count: 1 })).waitFor({ state: "attached" });
    await chooseFilter(page, "debtor-filter", say("debtors.filter.all"));
    await chooseFilter(page, "debtor-group-filter", "中原集团");
    await cell(page, say("debtors.foot.shown", { count: 2 })).waitFor({ state: "attached" });
    await chooseFilter(page, "debtor-group-filter", say("debtors.group.any"));
    await page.getByTestId("debtor-search").fill("没有这一户");
    await page.getByText(say("debtors.noMatch"), { exact: true }).waitFor();
    await page.getByTestId("clear-search").click();
    await page.getByText(say("debtors.caption", { total: 310, unit: moneyUnitLabel("wanYuan", language) }), { exact: true }).waitFor();
    await page.keyboard.press("Control+z");
    await page.getByText(say("journal.undone", { step: say("journal.step.debtorsGrouped", { name: "中原集团" }) }), { exact: true }).waitFor();
  });

  it("opens a debtor to its loans, its history and a loan's trace, and copies lines with their heads", async () => {
    const { page } = desk;
    await toFirstDebtor(page);
    await page.keyboard.press("Enter");
    const drawer = page.getByTestId("debtor-drawer");
    await drawer.waitFor();
    await page.getByTestId(`debtor-loan-trace-${contract}`).waitFor();
    await countIs(page, '[data-testid="debtor-loan"]', 2);
    await page.getByTestId("debtor-history-0").getByText("厂房空置", { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId(`debtor-loan-trace-${contract}`).click();
    await page.getByTestId("trace-drawer").waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("trace-drawer").waitFor({ state: "detached" });
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
    await toFirstDebtor(page);
    await page.keyboard.press("Control+Shift+C");
    await page.getByText(say("action.copied", { rows: 1 }), { exact: true }).waitFor();
    expect((await pasted(desk)).text).toBe([say("debtors.column.debtorName"), largest].join("\n"));
  });

  it("has nothing that axe finds wrong, and says how it is sorted", async () => {
    const { page } = desk;
    await page.locator('[role="columnheader"][aria-sort="descending"]').waitFor({ state: "attached" });
    expect(await axeFindings(page)).toEqual([]);
    await toFirstDebtor(page);
    await page.keyboard.press("F2");
    await page.getByRole("dialog").waitFor();
    await faded(page);
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("leaves the package as it was for the next", async () => {
    const { page } = desk;
    await page.keyboard.press("Control+z");
    await page.getByText(say("journal.undone", { step: say("journal.step.debtorEdited", { name: largest }) }), { exact: true }).waitFor();
    await page.getByText(say("debtors.noOwn"), { exact: true }).waitFor();
  });
});
