import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Locator } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { columnWidth, loanColumns } from "../../renderer/loans/loan-columns.ts";
import { answered, countIs, priceNewDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";
import { type DrawnText, likenessOf, wordsOver } from "./drawn-text.ts";
import { pasted } from "./pasted.ts";

/*
 * Canvas and charts say what they should in the font they should, on a machine without a Chinese font too: whatever is
 * drawn before its part of the font is here stays boxes, or lies over its neighbour.
 */

const rowHeight = 25;
const headHeight = 28;
const loans = 300;
const rareFrom = 280;
const gb = new TextDecoder("gbk");
/** A sign of the second level of GB 2312: no word of the desk has one. */
const rareSign = (place: number) => gb.decode(Uint8Array.of(0xd8 + (place % 31), 0xa1 + ((place * 7) % 94)));
const debtorAt = (row: number) =>
  row < rareFrom ? `洛阳第${row + 1}农贸公司` : `${[0, 1, 2, 3].map((sign) => rareSign((row - rareFrom) * 4 + sign)).join("")}${row + 1}公司`;

function writeTape(file: string): void {
  const head = ["基准日：2025-09-30,,,,", "借款合同编号,债务人名称,币种,本金余额（元）,利息（元）"];
  const rows = Array.from({ length: loans }, (_, row) => `HT-${String(row + 1).padStart(4, "0")},${debtorAt(row)},人民币,${(loans - row) * 100_000},1000`);
  writeFileSync(file, [...head, ...rows, ""].join("\r\n"));
}

const folder = mkdtempSync(join(tmpdir(), "drawn-e2e-"));
let desk: DeskWindow;
let canvas: Locator;

beforeAll(async () => {
  const tape = join(folder, "tape.csv");
  writeTape(tape);
  desk = await openDesk({ dialogs: { open: [tape] } });
  canvas = desk.page.getByTestId("data-grid-canvas");
  await priceNewDeal(desk.page, "字形");
});
afterAll(async () => {
  await desk?.quit();
  if (desk) await removeFolder(desk.dataFolder);
  rmSync(folder, { recursive: true });
});

const leftOf = (key: string, language: "zh" | "en") =>
  loanColumns
    .slice(
      0,
      loanColumns.findIndex((column) => column.key === key),
    )
    .reduce((sum, column) => sum + columnWidth(column, language, "wanYuan"), 0);

/** The heads of words, which stand at the left of their columns. */
const headsIn = (language: "zh" | "en"): DrawnText[] =>
  (["contractNo", "debtorName", "litigationStage"] as const).map((key) => ({
    text: textOf(language, `pricing.loans.${key}`),
    weight: 700,
    left: leftOf(key, language),
    top: 0,
    height: headHeight,
  }));
const debtorsIn = (language: "zh" | "en", first: number, last: number, topRow: number): DrawnText[] =>
  Array.from({ length: last - first + 1 }, (_, index) => ({
    text: debtorAt(first + index),
    weight: 400,
    left: leftOf("debtorName", language),
    top: headHeight + (first + index - topRow) * rowHeight,
    height: rowHeight,
  }));
/** The cells behind the canvas say what it draws. */
const seen = (row: number) =>
  desk.page
    .getByTestId(`glide-cell-1-${row}`)
    .filter({ hasText: new RegExp(`^${debtorAt(row)}$`) })
    .waitFor({ state: "attached" });
const headSeen = (language: "zh" | "en") =>
  desk.page
    .locator('[role="columnheader"][aria-colindex="2"]')
    .filter({ hasText: new RegExp(`^${textOf(language, "pricing.loans.debtorName")}$`) })
    .waitFor({ state: "attached" });

async function boxesAmong(texts: readonly DrawnText[]): Promise<string[]> {
  const likeness = await canvas.evaluate(likenessOf, texts);
  return texts.flatMap(({ text }, index) => ((likeness[index] ?? 0) > 0.8 ? [] : [`${text} ${likeness[index]}`]));
}

describe.each(["zh", "en"] as const)("in %s", (language) => {
  it("the loan table draws heads and debtors, and what scrolls in", async () => {
    await speak(desk.page, language);
    const scroller = desk.page.getByTestId("loan-table").locator(".dvn-scroller");
    await scroller.evaluate((element) => void (element.scrollTop = 0));
    await seen(1);
    await headSeen(language);
    expect(await boxesAmong([...headsIn(language), ...debtorsIn(language, 0, 1, 0)])).toEqual([]);
    await scroller.evaluate((element, top) => void (element.scrollTop = top), rareFrom * rowHeight);
    await seen(rareFrom + 1);
    expect(await boxesAmong(debtorsIn(language, rareFrom, rareFrom + 1, rareFrom))).toEqual([]);
  });

  it.each([
    [1280, 700],
    [1440, 900],
  ] as const)("no word of a chart lies over another in a window of %i × %i", async (width, height) => {
    const { page, app } = desk;
    await speak(page, language);
    await app.evaluate(({ BrowserWindow }, [x, y]) => BrowserWindow.getAllWindows()[0]?.setContentSize(x, y), [width, height] as const);
    await page.waitForFunction((wanted) => innerWidth === wanted, width);
    for (const [view, count, ...analyses] of [
      ["bid", 1],
      ["charts", 3, "price-curve", "debtor-shares"],
      ["scenarios", 1, "scenarios-view"],
      ["sensitivity", 2, "tornado", "grid"],
      ["financing", 1],
    ] as const) {
      await page.getByTestId(`view-${view}`).click();
      for (const analysis of analyses) await answered(page, analysis);
      await page.waitForFunction(() => document.querySelector('figure[aria-busy="true"]') === null);
      const charts = page.locator('figure [role="img"] svg');
      await countIs(page, 'figure [role="img"] svg', count);
      expect((await charts.evaluateAll(wordsOver)).map((pair) => `${view}: ${pair}`)).toEqual([]);
    }
    await page.getByTestId("view-bid").click();
  });
});

it("a chart alone is copied, saved and printed, and nothing else of the window with it", async () => {
  const { page, dataFolder } = desk;
  const [picture, paper] = [join(folder, "图.png"), join(folder, "chart.pdf")];
  writeFileSync(join(dataFolder, "e2e-dialogs.json"), JSON.stringify({ open: [], save: [picture, paper] }));
  await speak(page, "zh");
  await page.getByTestId("view-bid").click();
  await page.getByTestId("chart-picture").press("Enter");
  await page.getByTestId("chart-picture-image").waitFor();
  await page.getByTestId("chart-copy").click();
  await page.getByText(textOf("zh", "chart.copied"), { exact: true }).waitFor();
  await page.getByTestId("chart-save").click();
  await page.getByText(textOf("zh", "chart.saved", { fileName: "图.png" }), { exact: true }).waitFor();
  expect(readFileSync(picture).subarray(0, 8)).toEqual(Buffer.from("89504e470d0a1a0a", "hex"));
  await page.getByTestId("chart-print").click();
  await page.getByText(textOf("zh", "chart.printed"), { exact: true }).waitFor();
  // The picture has its words as pixels; whatever could be read besides would be the window's.
  expect(execFileSync("pdftotext", [paper, "-"], { encoding: "utf8" }).trim()).toBe("");
  expect(execFileSync("pdfimages", ["-list", paper], { encoding: "utf8" })).toMatch(/\b1920\b/);
  await page.keyboard.press("Escape");
  await page.getByTestId("chart-picture-image").waitFor({ state: "detached" });
});

it.each(["zh", "en"] as const)("a chart is copied whole where the window is zoomed (%s)", async (language) => {
  const { page, app } = desk;
  await speak(page, language);
  const width = await page.evaluate(() => innerWidth);
  // So far out that the place of the picture on the screen is not where it is on the page.
  for (let steps = 0; steps < 6; steps += 1) await page.keyboard.press("Control+-");
  await page.waitForFunction((before) => innerWidth > before * 1.6, width);
  await page.getByTestId("chart-picture").press("Enter");
  await page.getByTestId("chart-picture-image").waitFor();
  await app.evaluate(({ clipboard }) => clipboard.clear());
  await page.getByTestId("chart-copy").click();
  await page.getByText(textOf(language, "chart.copied"), { exact: true }).waitFor();
  await page.keyboard.press("Escape");
  await page.getByTestId("chart-picture-image").waitFor({ state: "detached" });
  expect((await pasted(desk)).pictureWidth).toBe(1920);
  await page.keyboard.press("Control+0");
  await page.waitForFunction((before) => innerWidth === before, width);
});

it("no error is raised", () => expect(desk.pageErrors).toEqual([]));
