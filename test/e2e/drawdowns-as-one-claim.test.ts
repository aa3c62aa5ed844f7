import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { axeFindings } from "./axe-findings.ts";
import { openWorkbench, registerDeal, speak, stateDayAndYuan } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

/** Of the drawn grid. */
const headHeight = 28;
const rowHeight = 25;

const tape = [
  "金额单位：元,,,,,,,,,,",
  "合同编号,借据号,债务人名称,本金余额,利息,垫付费用,逾期日期,到期日期,抵押物类型,不动产权证号,评估价值",
  "HT-1,JJ-1,示例甲公司,1000000.01,10000.02,100,2024-01-31,2024-12-31,住宅,豫(2020)郑州市不动产权第0012345号,5000000",
  "HT-1,JJ-2,示例甲公司,2000000.02,20000.03,200,2023-01-31,2025-12-31,住宅,豫(2020)郑州市不动产权第0012345号,5000000",
  "HT-2,JJ-3,示例乙公司,3000000,30000,300,2023-06-30,2023-05-31,住宅,豫(2020)郑州市不动产权第0099999号,3000000",
].join("\n");

let dataFolder: string;
let desk: DeskWindow;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  const path = join(dataFolder, "drawdowns.csv");
  writeFileSync(path, `${tape}\n`);
  desk = await openDesk({ dataFolder, dialogs: { open: languages.map(() => [path]) } });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(languages)("drawdowns under one contract (%s)", (language) => {
  const say = (key: TextKey, values?: Parameters<typeof textOf>[2]) => textOf(language, key, values);

  it("are asked for before the import, and joined to one claim with the keyboard", async () => {
    const { page } = desk;
    await speak(page, language);
    await registerDeal(page, `Drawdowns ${language}`);
    await page.getByTestId("choose-file").press("Enter");
    await page.getByTestId("import-tape").waitFor();
    await stateDayAndYuan(page, language);
    await page.getByText(say("tape.drawdowns.of", { contract: "HT-1" }), { exact: true }).waitFor();
    await page.getByText(say("pricing.tape.problem.drawdownsOpen", { sheet: "drawdowns" }), { exact: true }).waitFor();
    expect(await page.getByTestId("import-tape").isDisabled()).toBe(true);
    const choice = page.getByRole("combobox", { name: say("tape.drawdowns.label"), exact: true });
    await choice.focus();
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    expect(await choice.inputValue()).toBe("claim");
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByTestId("rows-joined").waitFor();
    expect(await page.getByTestId("rows-in").textContent()).toBe("3");
    expect(await page.getByTestId("rows-kept").textContent()).toBe("2");
    expect(await page.getByTestId("rows-joined").textContent()).toBe("1");
    await page.getByText(say("tape.code.partsJoined"), { exact: true }).waitFor();
    await page.getByText(say("tape.code.partsEarliest"), { exact: true }).waitFor();
    await page.getByText(say("tape.code.partItemRepeated"), { exact: true }).waitFor();
    await page.getByText("JJ-1 (3)、JJ-2 (4)", { exact: true }).waitFor();
  });

  it("stand in the drawer of their claim, each with its amounts and its row", async () => {
    const { page } = desk;
    await openWorkbench(page);
    const grid = page.getByTestId("loan-table");
    const cell = grid.getByTestId(/^glide-cell-0-\d+$/).filter({ hasText: /^HT-1$/ });
    await cell.waitFor({ state: "attached" });
    const row = Number((await cell.getAttribute("data-testid"))?.split("-").at(-1));
    await grid.click({ position: { x: 60, y: headHeight + (row + 0.5) * rowHeight } });
    const parts = page.getByRole("region", { name: say("loanFacts.parts.title"), exact: true });
    await parts.getByRole("heading", { name: say("loanFacts.parts.title"), exact: true }).waitFor();
    const shown = (await parts.textContent()) ?? "";
    for (const fact of ["JJ-1", "JJ-2", say("loanFacts.parts.place", { sheet: "drawdowns", row: 4 }), "2023-01-31", "2025-12-31"])
      expect(shown).toContain(fact);
    await page.keyboard.press("Escape");
    await page.getByTestId("trace-drawer").waitFor({ state: "hidden" });
    expect(desk.pageErrors).toEqual([]);
  });
});
