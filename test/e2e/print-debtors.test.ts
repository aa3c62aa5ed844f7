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
  desk = await openDesk({ dataFolder, dialogs: { save: [...languages, "a3"].map((name) => join(dataFolder, `${name}.pdf`)) } });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

/** Sheets of a size across that a file has, in points. */
const sheetsIn = (name: string, [width, height]: readonly [string, string]) =>
  readFileSync(join(dataFolder, `${name}.pdf`))
    .toString("latin1")
    .match(new RegExp(`MediaBox \\[0 0 ${width}(\\.\\d+)? ${height}(\\.\\d+)?\\]`, "g"))?.length ?? 0;
const across = { A4: ["84\\d", "59\\d"], A3: ["119\\d", "84\\d"] } as const;

describe.each(languages)("the debtor sheet on paper (%s)", (language) => {
  it("has what is listed, on as many landscape sheets as that takes, by keyboard", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.keyboard.press("Control+Shift+D");
    await page.locator('[data-testid="debtors-print"]:not([disabled])').waitFor();
    await page.getByTestId("debtors-print").focus();
    await page.keyboard.press("Enter");
    await page.getByText(textOf(language, "debtors.printed"), { exact: true }).waitFor();
    // 310 debtors, and more columns than one sheet is wide.
    expect(sheetsIn(language, across.A4)).toBeGreaterThan(6);
    await countIs(page, "[data-debtor-paper]", 0);
    expect(desk.pageErrors).toEqual([]);
  });
});

it("is on fewer and larger sheets where wide tables print on A3", async () => {
  const { page } = desk;
  await page.getByTestId("nav-settings").click();
  await page
    .getByRole("group", { name: textOf("en", "settings.widePaper"), exact: true })
    .getByRole("button", { name: "A3", exact: true })
    .click();
  await page.keyboard.press("Control+Shift+D");
  await page.locator('[data-testid="debtors-print"]:not([disabled])').click();
  await page.getByText(textOf("en", "debtors.printed"), { exact: true }).waitFor();
  const large = sheetsIn("a3", across.A3);
  expect(large).toBeGreaterThan(1);
  expect(large).toBeLessThan(sheetsIn("en", across.A4));
});
