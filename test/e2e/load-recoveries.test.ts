import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../shared/domain/codes.ts";
import { openSampleDeal, priced, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, projectRoot, removeFolder } from "./desk-window.ts";

const closedLoans = join(projectRoot, "test/fixtures/retail_charged_off.csv");

let desk: DeskWindow;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  // Dated receipts of forty loans, a row without a segment, and one below zero.
  const rows = Array.from({ length: 40 }, (_, at) => {
    const product = at % 2 === 0 ? "信用卡" : "消费贷";
    const month = String((at % 6) + 2).padStart(2, "0");
    return `L${at},${product},10000,2024-01-01,2024-${month}-01,${at % 3 === 0 ? 900 : 100},2025-01-01`;
  });
  const dated = join(dataFolder, "已结贷款.csv");
  await writeFile(dated, ["借据号,产品,余额,收购日,回款日期,回款金额,观察截止日", ...rows, "X1,,10000,2024-01-01,,,", "X2,信用卡,-5,2024-01-01,,,"].join("\n"));
  const single = join(dataFolder, "一笔.csv");
  await writeFile(single, "贷款编号,产品,余额,回收金额\nL1,信用卡,100,500");
  desk = await openDesk({ dataFolder, dialogs: { open: [closedLoans, dated, single, closedLoans, dated, single] } });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(["zh", "en"] as const)("own recoveries (%s)", (language: Language) => {
  const bid = () => desk.page.getByTestId("max-bid-base").textContent();
  const openDialog = async () => {
    await desk.page.getByTestId("nav-assumptions").click();
    await desk.page.getByTestId("load-recoveries").click();
    await desk.page.getByTestId("choose-recoveries").click();
    await desk.page.getByTestId("recovery-segments").waitFor();
  };
  /** The figures of the row of a table. */
  const cellsOf = async (testId: string, name: string) => {
    const head = desk.page.getByRole("rowheader", { name, exact: true });
    const row = desk.page.getByTestId(testId).getByRole("row").filter({ has: head });
    await row.waitFor();
    return row.getByRole("cell").allTextContents();
  };
  const textOfPart = async (testId: string) => (await desk.page.getByTestId(testId).textContent()) ?? "";
  const segmentName = textOf(language, "code.segment.corporateUnsecured");

  beforeAll(() => speak(desk.page, language));

  it("are read, tested on what was held back, mapped, and used in the open deal; undo takes them back", async () => {
    const { page } = desk;
    await openDialog();
    await page.getByText(textOf(language, "recoveries.timing.totals", { months: 84 }), { exact: true }).waitFor();
    expect((await cellsOf("recovery-segments", "C")).slice(0, 6)).toEqual(["3,776", "2,623.23", "12.66%", "0.28%", "0.000", "12.63%"]);
    expect(await cellsOf("back-test-folds", textOf(language, "recoveries.fold", { number: 5 }))).toEqual(["2,143", "201.39", "190.68", "5.62%"]);
    expect(await cellsOf("back-test-segments", textOf(language, "recoveries.total"))).toEqual(["10,719", "990.41", "990.38", "0.00%"]);
    // Nothing can be used before a segment is mapped.
    expect(await page.getByTestId("use-recoveries").isDisabled()).toBe(true);
    await page.getByTestId("map-all").selectOption("corporateUnsecured");
    await page.getByTestId("map-G").selectOption("");
    await page.getByTestId("calibrated-curves").getByRole("cell", { name: "10,698", exact: true }).waitFor();
    expect((await cellsOf("calibrated-curves", segmentName))[1]).toBe("12.63%");
    // Esc asks before the mapping goes.
    await page.keyboard.press("Escape");
    await page.getByTestId("dialog-keep").click();
    const source = (await textOfPart("calibrated-source")).replace(`${textOf(language, "recoveries.source")}: `, "");
    await page.getByTestId("use-recoveries").click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
    // The edit is the deal's; the screen that made it takes it back, and makes it again.
    const label = textOf(language, "journal.step.curvesCalibrated", { name: "retail_charged_off.csv" });
    await page.keyboard.press("Control+z");
    await page.getByText(textOf(language, "journal.undone", { step: label }), { exact: true }).waitFor();
    await page.keyboard.press("Control+y");
    await page.getByText(textOf(language, "journal.redone", { step: label }), { exact: true }).waitFor();
    await page.getByTestId("nav-workbench").click();
    await priced(page);
    await page.getByTestId("group-curves").click();
    const asOf = new Date().toISOString().slice(0, 10);
    await page.getByText(textOf(language, "pricing.source.line", { source, asOf }), { exact: true }).waitFor();
    const calibrated = await bid();
    await page.keyboard.press("Control+z");
    await page.getByText(textOf(language, "journal.undone", { step: label }), { exact: true }).waitFor();
    await priced(page);
    expect(await bid()).not.toBe(calibrated);
  });

  it("with dates say how they are timed, and what of the file doesn't count", async () => {
    const { page } = desk;
    await openDialog();
    expect(await textOfPart("recoveries-timing")).toBe(textOf(language, "recoveries.timing.dated", { months: 12 }));
    const finding = (code: "segmentMissing" | "balanceNotPositive", row: number) =>
      textOf(language, "recoveries.findingLine", { text: textOf(language, `recoveries.finding.${code}`), count: 1, rows: row });
    expect(await textOfPart("recoveries-findings")).toBe(finding("segmentMissing", 42) + finding("balanceNotPositive", 43));
    expect(await page.getByTestId("map-信用卡").inputValue()).toBe("retailCard");
    // Read as totals where the user says so: then the timing is not the file's.
    await page.getByTestId("recovery-column-receiptDate").selectOption("");
    await page.getByText(textOf(language, "recoveries.timing.totals", { months: 84 }), { exact: true }).waitFor();
    await page.getByRole("button", { name: textOf(language, "common.close"), exact: true }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });

  it("of a single loan may be looked at, and are refused for use with the reason", async () => {
    const { page } = desk;
    await openDialog();
    expect((await cellsOf("recovery-segments", "信用卡")).slice(2, 6)).toEqual(["500.00%", "—", "—", "500.00%"]);
    await page.getByText(textOf(language, "recoveries.tooFew", { loans: 1, least: 30 }), { exact: true }).waitFor();
    await page.getByText(textOf(language, "recoveries.cut", { cut: "400.00%" }), { exact: true }).waitFor();
    expect(await page.getByTestId("use-recoveries").isDisabled()).toBe(true);
    await page.getByRole("button", { name: textOf(language, "common.close"), exact: true }).click();
    await page.getByRole("dialog").waitFor({ state: "detached" });
  });
});
