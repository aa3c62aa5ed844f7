import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { axeFindings } from "./axe-findings.ts";
import { countIs, openSampleDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

let dataFolder: string;
let desk: DeskWindow;
const papers = () => languages.map((language) => join(dataFolder, `card-${language}.pdf`));

beforeAll(async () => {
  dataFolder = await newDataFolder();
  desk = await openDesk({ dataFolder, dialogs: { save: papers() } });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

const figure = (page: Page, testId: string, text: string) => page.getByTestId(testId).getByText(text, { exact: true }).waitFor();
const extended = (page: Page, times: number) => page.locator(`[data-testid="card-extensions"][data-extensions="${times}"]`).waitFor();

/** Types into the field that has the focus, and goes to the next. */
async function typeOn(page: Page, text: string): Promise<void> {
  await page.keyboard.type(text);
  await page.keyboard.press("Tab");
}

/** CAPABILITIES (a): list 22,725.2353 万, step 50 万, limit 24,000 万. */
describe.each(languages)("an auction in %s, by the keyboard alone", (language) => {
  const say = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) => textOf(language, key, values);
  const unit = language === "zh" ? "万元" : "10k yuan";

  it("has a card of one page with the ladder to the limit", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.keyboard.press("F9");
    await page.getByTestId("bid-edit-terms").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("term-listFen").focus();
    for (const text of ["22725.2353", "50", "", "", "24000"]) await typeOn(page, text);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByTestId("bid-page-card").focus();
    await page.keyboard.press("Enter");
    await page.locator('[data-testid="card-ladder"][data-steps="25"]').waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("card-print-open").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("card-paper").waitFor();
    await page.getByTestId("card-print").focus();
    await page.keyboard.press("Enter");
    await page.getByText(say("bids.card.printed"), { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("card-paper").waitFor({ state: "detached" });
    const paper = papers()[languages.indexOf(language)] ?? "";
    expect(execFileSync("pdfinfo", [paper], { encoding: "utf8" })).toMatch(/^Pages:\s+1$/m);
    const text = execFileSync("pdftotext", ["-layout", paper, "-"], { encoding: "utf8" });
    expect(text).toContain("23,975.2353");
    expect(text).toContain(say("bids.card.paperNote").slice(0, 12));
    expect(text).toContain(say("bids.card.noApproval"));
    expect(text).toMatch(new RegExp(`${say("trail.head")} \\d+-[0-9a-f]{16}`));
    expect(text).not.toContain(say("nav.workbench"));
  });

  it("runs through two extensions and stops at the limit", async () => {
    const { page } = desk;
    await page.getByTestId("card-minutes").focus();
    await page.keyboard.type("1.5");
    await page.keyboard.press("Enter");
    await page.getByText(say("bids.card.minutesRange"), { exact: true }).waitFor();
    await page.keyboard.press("Control+a");
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await page.getByTestId("card-live").waitFor();
    await figure(page, "card-next", `22,725.2353 ${unit}`);
    await extended(page, 0);
    await page.keyboard.press("r");
    await figure(page, "card-standing", `22,725.2353 ${unit}`);
    await extended(page, 1);
    await page.keyboard.press("o");
    await figure(page, "card-standing", `22,775.2353 ${unit}`);
    await extended(page, 2);
    expect(await axeFindings(page)).toEqual([]);
    // Who leads doesn't bid against himself; keys pressed fast are as many bids.
    await page.keyboard.press("o");
    await page.keyboard.press("r");
    await page.keyboard.press("r");
    await figure(page, "card-standing", `22,875.2353 ${unit}`);
    // A rival's bid of another amount, then a slip that is struck.
    await page.keyboard.press("a");
    await page.keyboard.type("23900");
    await page.keyboard.press("Enter");
    await figure(page, "card-standing", `23,900.00 ${unit}`);
    await figure(page, "card-off-ladder", say("bids.card.offLadder", { step: `50.00 ${unit}` }));
    await figure(page, "card-next", `23,925.2353 ${unit}`);
    await figure(page, "card-distance", `100.00 ${unit}`);
    await page.keyboard.press("r");
    await figure(page, "card-standing", `23,925.2353 ${unit}`);
    await page.keyboard.press("Backspace");
    await figure(page, "card-standing", `23,900.00 ${unit}`);
  });

  it("refuses a bid 0.01 yuan above the limit, which only a name and a reason raise", async () => {
    const { page } = desk;
    await page.keyboard.press("a");
    await page.keyboard.type("24000.000001");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.getByText(say("common.errorCode", { code: "bid.aboveLimit" }), { exact: true }).waitFor();
    await figure(page, "card-standing", `23,900.00 ${unit}`);
    await page.getByTestId("card-live").focus();
    await page.keyboard.press("l");
    await page.getByTestId("limit-limitFen").focus();
    await page.keyboard.type("24001");
    await page.keyboard.press("Enter");
    await page.getByText(say("common.errorCode", { code: "bid.limitOnlyFalls" }), { exact: true }).waitFor();
    await page.getByTestId("limit-limitFen").fill("23950");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByTestId("card-live").focus();
    await page.keyboard.press("r");
    await page.getByTestId("card-next").getByText(say("bids.card.stop"), { exact: true }).waitFor();
    await page.getByTestId("card-raise").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("limit-limitFen").focus();
    for (const text of ["24000", "投委会主任", "对手只剩一家"]) await typeOn(page, text);
    await page.getByTestId("limit-reason").press("Control+a");
    await page.keyboard.type("对手只剩一家");
    await page.getByTestId("dialog-save").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await figure(page, "card-next", `23,975.2353 ${unit}`);
    await page.getByTestId("card-live").focus();
    await page.keyboard.press("o");
    await figure(page, "card-standing", `23,975.2353 ${unit}`);
    await page.getByTestId("card-next").getByText(say("bids.card.stop"), { exact: true }).waitFor();
    await page.keyboard.press("c");
    await page.getByTestId("dialog-save").focus();
    await page.keyboard.press("Enter");
    await page.getByText(say("bids.card.closed"), { exact: true }).waitFor();
    await page.getByTestId("bid-page-ledger").focus();
    await page.keyboard.press("Enter");
    await page.getByText(say("bids.ledger.few"), { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    // What is added later stands beside what was said at first.
    const round = languages.indexOf(language) + 1;
    await page.getByTestId(`amend-${round}`).focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("close-note").focus();
    await page.keyboard.type("保证金已退");
    await page.getByTestId("dialog-save").focus();
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.getByTestId(`record-${round}`).focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("sale-statements").getByRole("cell", { name: "保证金已退", exact: true }).waitFor();
    await countIs(page, '[data-testid="sale-statements"] tbody tr', 2);
    await page
      .getByTestId("sale-record")
      .getByText(`投委会主任${say("bids.card.join")}对手只剩一家`, { exact: true })
      .waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await page.getByTestId("sale-record").waitFor({ state: "detached" });
    await page.getByTestId("bid-page-structures").focus();
    await page.keyboard.press("Enter");
    await page.getByTestId("structure-cash").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("bid-page-decision").focus();
    await page.keyboard.press("Enter");
  });
});
