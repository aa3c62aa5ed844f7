import { copyFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import { importTape, registerDeal, speak, stateDayAndYuan } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

let dataFolder: string;
let desk: DeskWindow;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  const copied = (name: string) => {
    const path = join(dataFolder, name);
    copyFileSync(resolve(import.meta.dirname, "../fixtures/locked", name), path);
    return path;
  };
  desk = await openDesk({ dataFolder, dialogs: { open: [copied("standard.xlsx"), copied("excel-2003.xls")] } });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(languages)("a workbook with a password (%s)", (language) => {
  it("is opened by it with the keyboard, after a wrong one, and imported", async () => {
    const { page } = desk;
    await speak(page, language);
    await registerDeal(page, `Protected ${language}`);
    await page.getByTestId("choose-file").press("Enter");
    const field = page.getByLabel(textOf(language, "pricing.tape.password.label"), { exact: true });
    await field.waitFor();
    await page.keyboard.type("deal-7");
    await page.keyboard.press("Enter");
    await page.getByText(textOf(language, "tape.code.wrongPassword"), { exact: true }).waitFor();
    expect(await field.inputValue()).toBe("");
    await page.keyboard.type("Deal-7");
    await page.keyboard.press("Enter");
    await page.getByTestId("import-tape").waitFor();
    await stateDayAndYuan(page, language);
    await importTape(page);
    expect(await page.getByTestId("rows-kept").textContent()).toBe("10");
    expect(desk.pageErrors).toEqual([]);
  });
});
