import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import { openSampleDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

let dataFolder: string;
let desk: DeskWindow;
const nameOf = (language: string) => `notice-${language}.xlsx`;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  desk = await openDesk({ dataFolder, dialogs: { save: languages.map((language) => join(dataFolder, nameOf(language))) } });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(languages)("the figures of a notice of sale (%s)", (language) => {
  it("are read in the tape's report, and saved by keyboard as they stand there", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.getByTestId("nav-tape").click();
    expect(await page.getByTestId("notice-loans").textContent()).toBe("465");
    expect(await page.getByTestId("notice-debtors").textContent()).toBe("310");
    expect(await page.getByTestId("notice-principal").textContent()).toBe("883,207.79");
    const days = await page.getByTestId("notice-daysPastDue").textContent();
    // Three rows are the heads of groups.
    const rows = (await page.getByTestId("notice-figures").locator("tbody tr").count()) - 3;
    await page.getByTestId("notice-export").press("Enter");
    await page.getByText(textOf(language, "exports.saved", { fileName: nameOf(language), rows }), { exact: true }).waitFor();
    const { sheets } = await readXlsx(readFileSync(join(dataFolder, nameOf(language))));
    const lineOf = (key: "principal" | "daysPastDue" | "loans") => sheets[0]?.rows.find(([item]) => item === textOf(language, `notice.line.${key}`));
    expect(lineOf("principal")?.[1]).toBe(883_207.794406);
    expect(lineOf("loans")?.[1]).toBe(465);
    expect(
      textOf(language, "notice.days", {
        days: Number(lineOf("daysPastDue")?.[1]).toLocaleString("en", { minimumFractionDigits: 2, maximumFractionDigits: 2 }),
      }),
    ).toBe(days);
    expect(sheets[1]?.rows.flat()).toContain(textOf(language, "code.litigationStage.inExecution"));
    expect(desk.pageErrors).toEqual([]);
  });
});
