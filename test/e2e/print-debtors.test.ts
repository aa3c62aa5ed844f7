import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import { countIs, openSampleDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

let dataFolder: string;
let desk: DeskWindow;
beforeAll(async () => {
  dataFolder = await newDataFolder();
  desk = await openDesk({ dataFolder, dialogs: { save: languages.map((language) => join(dataFolder, `${language}.pdf`)) } });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

describe.each(languages)("the debtor sheet on paper (%s)", (language) => {
  it("has what is listed, on as many landscape sheets as that takes, by keyboard", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.keyboard.press("Control+Shift+D");
    await page.locator('[data-testid="debtors-print"]:not([disabled])').waitFor();
    await page.getByTestId("debtors-print").focus();
    await page.keyboard.press("Enter");
    await page.getByText(textOf(language, "debtors.printed"), { exact: true }).waitFor();
    const sheets = readFileSync(join(dataFolder, `${language}.pdf`))
      .toString("latin1")
      .match(/MediaBox \[0 0 84\d(\.\d+)? 59\d/g);
    // 310 debtors, and more columns than one sheet is wide.
    expect(sheets?.length).toBeGreaterThan(6);
    await countIs(page, "[data-debtor-paper]", 0);
    expect(desk.pageErrors).toEqual([]);
  });
});
