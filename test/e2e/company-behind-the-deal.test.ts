import { execFileSync } from "node:child_process";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import { plannedQuarters } from "../../shared/domain/company.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { axeFindings } from "./axe-findings.ts";
import { countIs, openSampleDeal, pagesSaid, priced, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

let dataFolder: string;
let desk: DeskWindow;
const paper = (language: string) => join(dataFolder, `${language}.pdf`);

beforeAll(async () => {
  dataFolder = await newDataFolder();
  desk = await openDesk({ dataFolder, dialogs: { save: languages.map(paper) } });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

/** Types into the fields of the open dialog, and saves it. */
async function fillDialog(page: Page, values: Readonly<Record<string, string>>): Promise<void> {
  for (const [field, text] of Object.entries(values)) await page.getByTestId(field).fill(text);
  await page.getByTestId("dialog-save").press("Enter");
  await page.getByRole("dialog").waitFor({ state: "detached" });
}

const gapsAre = (page: Page, count: number) => countIs(page, '[data-testid="company-gaps"] li', count);

describe.each(languages)("the company behind the deal in %s", (language) => {
  const say = (key: TextKey, values: Readonly<Record<string, string | number>> = {}) => textOf(language, key, values);
  const verdict = (code: string) => desk.page.locator(`[data-testid="headroom"] tr[data-rule="${code}"]`);

  it("cannot tell anything of an empty company, and says what to enter first", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.keyboard.press("F10");
    await page.getByTestId("effect-gaps").waitFor();
    await page.locator('[data-rule="leverage"][data-verdict="cannotTell"]').waitFor();
    expect(await verdict("leverage").innerText()).toContain(say("compliance.verdict.cannotTell"));
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("to-company").press("Enter");
    await gapsAre(page, 2);
    expect(await axeFindings(page)).toEqual([]);
  });

  it("fills as figures, an instrument and a plan are typed", async () => {
    const { page } = desk;
    await page.getByTestId("add-quarter").press("Enter");
    await page.getByTestId("quarter-quarterEnd").fill("2025-08-31");
    await page.getByTestId("dialog-save").press("Enter");
    await page.getByText(say("form.notQuarterEnd"), { exact: true }).waitFor();
    await fillDialog(page, {
      "quarter-quarterEnd": "2025-09-30",
      "quarter-netAssetsFen": "400000",
      "quarter-borrowingsFen": "840000",
      "quarter-cashFen": "120000",
      "quarter-investedAllFen": "210000",
      "quarter-totalAssetsFen": "1290000",
    });
    await gapsAre(page, 3);
    await page.getByTestId("add-instrument").press("Enter");
    await fillDialog(page, { "instrument-name": "某银行", "instrument-limitFen": "900000", "instrument-drawnFen": "840000", "instrument-rate": "4.2" });
    await page
      .getByTestId("company-cost")
      .getByText(say("company.average", { rate: "4.2%" }), { exact: true })
      .waitFor();
    await page.getByTestId("edit-plan").press("Enter");
    await fillDialog(page, { "plan-companyName": "某资产管理公司", "plan-floorFen": "20000", "plan-collections-0": "30000" });
    // A quarter that isn't planned is no quarter in which nothing comes in.
    await gapsAre(page, 2);
    await page.getByTestId("edit-plan").press("Enter");
    await fillDialog(page, Object.fromEntries(Array.from({ length: plannedQuarters }, (_none, at) => [`plan-collections-${at}`, "32000"])));
    await gapsAre(page, 1);
  });

  it("shows twelve quarters, with the largest price of a saved run and less of it under stress", async () => {
    const { page } = desk;
    await page.keyboard.press("Alt+3");
    await priced(page);
    await page.getByTestId("save-run").click();
    await page.getByTestId("run-name").fill(`company-${language}`);
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("F7");
    await page.getByTestId("company-page-capacity").press("Enter");
    await page.getByTestId("capacity-deal").getByRole("combobox").press("Enter");
    await page.getByRole("option", { name: "示例农商银行2025年第1期不良资产包", exact: true }).press("Enter");
    const answered = '[data-testid="capacity-answer"][data-answered="true"]';
    const largest = await page.locator(`${answered}:not([data-largest=""])`).getAttribute("data-largest");
    await countIs(page, '[data-testid="capacity-quarters"] thead th.number', 12);
    await page.getByTestId("stress-short").fill("50");
    const stressed = await page.locator(`${answered}:not([data-largest="${largest}"])`).getAttribute("data-largest");
    expect(Number(stressed)).toBeLessThan(Number(largest));
    expect(await axeFindings(page)).toEqual([]);
  });

  it("prints what the deal does to the company in the memo", async () => {
    const { page } = desk;
    await page.keyboard.press("F10");
    await page.locator('[data-rule="leverage"][data-verdict="pass"]').waitFor();
    const sentence = (await page.getByTestId("effect-sentence").innerText()).replaceAll(/\s/g, "");
    expect(sentence).toContain("2025-09-30");
    await page.keyboard.press("Alt+4");
    await page.getByTestId("memo-save-pdf").click();
    await pagesSaid(page, language, `${language}.pdf`);
    const printed = execFileSync("pdftotext", ["-raw", paper(language), "-"], { encoding: "utf8", maxBuffer: 1 << 26 }).replaceAll(/\s/g, "");
    expect(printed).toContain(say("companyMemo.effectHeading").replaceAll(/\s/g, ""));
    expect(printed).toContain("某资产管理公司");
  });

  it("is emptied again, undone record by record", async () => {
    const { page } = desk;
    await page.keyboard.press("F7");
    await page.getByTestId("company-page-funding").press("Enter");
    const steps = [
      say("journal.step.companyPlanEdited"),
      say("journal.step.companyPlanEdited"),
      ...["某银行", "2025-09-30"].map((name) => say("journal.step.companyEdited", { name })),
    ];
    for (const step of steps) {
      await page.keyboard.press("Control+z");
      await page.getByText(say("journal.undone", { step }), { exact: true }).waitFor();
    }
    await gapsAre(page, 2);
    await page.getByTestId("add-sample-company").dblclick();
    await page.getByTestId("remove-sample-company").waitFor();
    await page.getByText(say("company.sampleAdded"), { exact: true }).waitFor();
    expect(await page.getByText(say("error.company.notEmpty"), { exact: true }).count()).toBe(0);
    await page.getByTestId("remove-sample-company").press("Enter");
    await page.getByTestId("add-sample-company").waitFor();
  });
});
