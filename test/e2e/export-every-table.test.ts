import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../shared/domain/codes.ts";
import { answered, openSampleDeal, openWorkbench, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

/** The tables that have a button of their own, in the order in which the test comes by them. */
const tables = ["bid", "loans", "scenarios-view", "tornado", "grid", "gaps-view", "debtors", "market", "deals", "key"] as const;
const fileOf = (language: Language, table: string) => `${language}-${table}.xlsx`;

let desk: DeskWindow;
let dataFolder: string;
beforeAll(async () => {
  dataFolder = await newDataFolder();
  const save = (["zh", "en"] as const).flatMap((language) => tables.map((table) => join(dataFolder, fileOf(language, table))));
  desk = await openDesk({ dataFolder, dialogs: { save } });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

/** Reads the workbook once the window says that it is there. */
async function written(page: Page, language: Language, table: string) {
  const fileName = fileOf(language, table);
  const [before = "", behind = ""] = textOf(language, "exports.saved", { fileName, rows: "#" }).split("#");
  await page.getByText(new RegExp(`^${before}[\\d,]+${behind.replace(".", "\\.")}$`)).waitFor();
  const { sheets, properties } = await readXlsx(readFileSync(join(dataFolder, fileName)));
  // Where the trail stood; loans are written row by row, without properties.
  expect(table === "loans" || /^\d+-[0-9a-f]{16}$/.test(properties?.description ?? "")).toBe(true);
  return sheets;
}

async function exported(page: Page, language: Language, table: (typeof tables)[number]) {
  await page.getByTestId(`${table}-export`).click();
  return written(page, language, table);
}

async function openView(page: Page, view: string, analyses: readonly string[]): Promise<void> {
  await page.getByTestId(`view-${view}`).click();
  for (const analysis of analyses) await answered(page, analysis);
}

describe.each(["zh", "en"] as const)("every table leaves the desk as a workbook (%s)", (language) => {
  it("with whole amounts, cases and months, loans, scenarios and sensitivities", async () => {
    const { page } = desk;
    await speak(page, language);
    await openWorkbench(page);
    await page.getByTestId("view-bid").click();
    const bid = await exported(page, language, "bid");
    expect(bid).toHaveLength(4);
    expect(bid[0]?.rows[0]?.slice(2)).toEqual(
      ["low", "base", "high"].map((caseName) => textOf(language, `code.caseName.${caseName as "low" | "base" | "high"}`)),
    );
    // The highest bid of the base case in 10k yuan: to the fen, not as it is shown.
    const maxBid = bid[0]?.rows.find(([, measure]) => String(measure).startsWith(textOf(language, "pricing.measure.maxBid")))?.[3];
    expect(Number(maxBid).toFixed(2)).toBe((await page.getByTestId("max-bid-base").innerText()).replaceAll(",", ""));
    expect(bid[2]?.rows).toHaveLength(86);
    expect(await exported(page, language, "loans")).toMatchObject([{ rows: { length: 466 } }]);
    await openView(page, "scenarios", ["scenarios-view"]);
    expect((await exported(page, language, "scenarios-view"))[0]?.rows[0]).toHaveLength(5);
    await openView(page, "sensitivity", ["tornado", "grid"]);
    const [tornado] = await exported(page, language, "tornado");
    expect(new Set(tornado?.rows.slice(1).map((row) => row.at(-1))).size).toBe(1);
    const [grid] = await exported(page, language, "grid");
    expect(grid?.rows.flat()).toContain(maxBid);
  });

  it("gaps with their contracts, debtors, market and register", async () => {
    const { page } = desk;
    await openView(page, "gaps", ["gaps-view"]);
    const [gaps, ...annexes] = await exported(page, language, "gaps-view");
    expect(annexes.map(({ rows }) => rows.length - 1)).toEqual(gaps?.rows.slice(1).map((row) => row[3]));
    await page.getByTestId("nav-debtors").click();
    const [debtors] = await exported(page, language, "debtors");
    expect(debtors?.rows).toHaveLength(311);
    await page.getByTestId("nav-market").click();
    expect(await exported(page, language, "market")).toHaveLength(2);
    await page.getByTestId("nav-deals").click();
    const [deals] = await exported(page, language, "deals");
    expect(deals?.rows[1]).toContain(883_207.794_406);
  });

  it("by Ctrl+E a table without a button of its own, as it is shown", async () => {
    const { page } = desk;
    await page.getByTestId("nav-help").click();
    const table = page.getByRole("table", { name: textOf(language, "help.termsTitle"), exact: true });
    await table.click();
    await page.keyboard.press("Control+e");
    const [terms] = await written(page, language, "key");
    expect(terms?.rows[0]).toEqual([textOf(language, "help.termHead"), textOf(language, "help.otherHead"), textOf(language, "help.meaningHead")]);
    expect(desk.pageErrors).toEqual([]);
  });
});
