import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "csv-parse/sync";
import { readXlsx } from "hucre";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../shared/domain/codes.ts";
import { axeFindings } from "./axe-findings.ts";
import { answered, openSampleDeal, openWorkbench, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

let desk: DeskWindow;
let dataFolder: string;
beforeAll(async () => {
  dataFolder = await newDataFolder();
  const save = ["债权.csv", "分层.xlsx", "纸.pdf", "loans.csv", "strata.xlsx", "paper.pdf"].map((name) => join(dataFolder, name));
  desk = await openDesk({ dataFolder, dialogs: { save } });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

/** Chooses in a list by its words, with the keyboard alone. */
async function choose(page: Page, testId: string, words: string): Promise<void> {
  await page.getByTestId(testId).getByRole("combobox").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("option", { name: words, exact: true }).focus();
  await page.keyboard.press("Enter");
  await page.getByRole("listbox").waitFor({ state: "detached" });
  await answered(page, "strata-view");
}

const cellsOf = async (page: Page, testId: string) => (await page.getByTestId(testId).locator("td, th").allInnerTexts()).map((text) => text.trim());
/** What is said at the foot of the window once a file was written. */
const saidSaved = (page: Page, language: Language, fileName: string, rows: string) =>
  page.getByText(textOf(language, "exports.saved", { fileName, rows }), { exact: true }).waitFor();

describe.each([
  ["zh", "分层.xlsx", "债权.csv", "纸.pdf"],
  ["en", "strata.xlsx", "loans.csv", "paper.pdf"],
] as const)("a package cut into strata (%s)", (language, workbook, list, paper) => {
  it("by one field shows every measure, and its total is the package's", async () => {
    const { page } = desk;
    await speak(page, language);
    await openWorkbench(page);
    await page.getByTestId("view-bid").click();
    const bid = await page.getByTestId("max-bid-base").innerText();
    await page.keyboard.press("Control+Shift+T");
    await answered(page, "strata-view");
    await choose(page, "strata-rows", textOf(language, "strata.field.litigationStage"));
    await choose(page, "strata-columns", textOf(language, "strata.alone"));
    const total = await cellsOf(page, "strata-total");
    expect(total.slice(0, 5)).toEqual([textOf(language, "strata.total"), "465", "310", bid, "883,207.79"]);
    await page.getByTestId("concentration-index").waitFor();
  });

  it("by two fields opens a cell to its loans by the keyboard, and a chip takes the filter off", async () => {
    const { page } = desk;
    await choose(page, "strata-columns", textOf(language, "strata.field.claim"));
    await page.getByTestId("strata-edges-claim").fill("１００、1000");
    await page.keyboard.press("Enter");
    await answered(page, "strata-view");
    await choose(page, "strata-measure", textOf(language, "strata.measure.loans"));
    const loans = await page.getByTestId("stratum-1-1").innerText();
    await page.getByTestId("stratum-0-1").focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    const caption = (total: string) =>
      page.getByText(
        textOf(language, "pricing.loans.caption", { total, unit: language === "zh" ? "万元" : "10k yuan", caseName: textOf(language, "code.caseName.base") }),
        { exact: true },
      );
    await caption(loans).waitFor();
    await page.getByTestId("strata-chip-litigationStage").focus();
    await page.keyboard.press("Control+e");
    await saidSaved(page, language, list, loans);
    expect(parse(readFileSync(join(dataFolder, list)), { bom: true })).toHaveLength(Number(loans) + 1);
    await page.getByTestId("strata-chip-claim").focus();
    await page.keyboard.press("Delete");
    await page.getByTestId("strata-chip-claim").waitFor({ state: "detached" });
    await page.getByTestId("strata-chip-litigationStage").click();
    await caption("465").waitFor();
  });

  it("is remembered, exported with all its measures and printed on landscape paper", async () => {
    const { page } = desk;
    await page.getByTestId("data-grid-canvas").focus();
    await page.keyboard.press("Alt+ArrowLeft");
    await answered(page, "strata-view");
    await page.getByTestId("stratum-1-1").waitFor();
    await page.keyboard.press("Alt+ArrowRight");
    await page.getByTestId("data-grid-canvas").waitFor();
    await page.keyboard.press("Alt+ArrowLeft");
    await answered(page, "strata-view");
    await page.getByTestId("stratum-1-1").waitFor();
    await page.getByTestId("strata-export").click();
    // Six stages and ten debtors; their total twice, and the index.
    await saidSaved(page, language, workbook, "25");
    const { sheets } = await readXlsx(readFileSync(join(dataFolder, workbook)));
    expect(sheets).toHaveLength(3);
    const totals = sheets[1]?.rows.at(-1) ?? [];
    expect(totals[0]).toBe(textOf(language, "strata.total"));
    expect(totals).toContain(883_207.794_406);
    await page.getByTestId("strata-print").click();
    await page.getByText(textOf(language, "strata.printed"), { exact: true }).waitFor();
    expect(readFileSync(join(dataFolder, paper)).toString("latin1")).toMatch(/MediaBox \[0 0 84\d(\.\d+)? 59\d/);
  });

  it("has nothing that axe finds wrong", async () => {
    await desk.page.mouse.move(0, 0);
    await desk.page.getByRole("tooltip").waitFor({ state: "detached" });
    expect(await axeFindings(desk.page)).toEqual([]);
    expect(desk.pageErrors).toEqual([]);
  });
});
