import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readXlsx } from "hucre";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CaseName, Language } from "../../shared/domain/codes.ts";
import { openSampleDeal, openWorkbench, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

const fileOf = (language: Language, way: "button" | "key" | "run") => `${language}-${way}.xlsx`;

let desk: DeskWindow;
let dataFolder: string;
beforeAll(async () => {
  dataFolder = await newDataFolder();
  const save = (["zh", "en"] as const).flatMap((language) => (["button", "key", "run"] as const).map((way) => join(dataFolder, fileOf(language, way))));
  desk = await openDesk({ dataFolder, dialogs: { save } });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

/** The proof by its labels, once the window says that the workbook is there and what it proves. */
async function proven(page: Page, language: Language, way: Parameters<typeof fileOf>[1]): Promise<ReadonlyMap<unknown, readonly unknown[]>> {
  const fileName = fileOf(language, way);
  const pattern = textOf(language, "twin.menu.saved", { fileName, share: "100.0%", difference: "#" })
    .replaceAll(/[.%()]/g, "\\$&")
    .replace("#", "\\d(\\.\\d)?e[-+]\\d+");
  await page.getByText(new RegExp(`^${pattern}$`)).waitFor();
  const [proof] = (await readXlsx(readFileSync(join(dataFolder, fileName)))).sheets;
  expect(proof?.name).toBe(textOf(language, "twin.sheet.proof"));
  const [before = ""] = textOf(language, "twin.proof.trail", { head: "#" }).split("#");
  expect((proof?.rows ?? []).some(([label]) => new RegExp(`${before}\\d+-[0-9a-f]{16}`).test(String(label)))).toBe(true);
  return new Map((proof?.rows ?? []).map((row) => [row[0], row]));
}

const line = (language: Language, figure: "max_bid" | "irr_at_bid", caseName: CaseName) =>
  `${textOf(language, `twin.figure.${figure}`)} · ${textOf(language, `code.caseName.${caseName}`)}`;

describe.each(["zh", "en"] as const)("the Excel twin (%s)", (language) => {
  it("proves by formulas what the workbench shows", async () => {
    const { page } = desk;
    await speak(page, language);
    await openWorkbench(page);
    await page.getByTestId("view-bid").click();
    await page.getByTestId("twin-export").click();
    const proof = await proven(page, language, "button");
    for (const caseName of ["low", "base", "high"] as const) {
      const shown = (await page.getByTestId(`max-bid-${caseName}`).innerText()).replaceAll(",", "");
      const [, app, formula] = proof.get(line(language, "max_bid", caseName)) ?? [];
      expect([(Number(app) / 10_000).toFixed(2), (Number(formula) / 10_000).toFixed(2)]).toEqual([shown, shown]);
    }
  });

  it("is written by Ctrl+Shift+E, and of a saved run", async () => {
    const { page } = desk;
    await page.getByTestId("max-bid-base").click({ button: "right" });
    await page.keyboard.press("Escape");
    await page.keyboard.press("Control+Shift+E");
    expect((await proven(page, language, "key")).get(line(language, "irr_at_bid", "base"))?.[2]).toBeCloseTo(0.12, 6);
    await page.getByTestId("save-run").click();
    await page.getByTestId("run-name").fill(`twin ${language}`);
    await page.getByTestId("run-save-confirm").click();
    await page.getByText(textOf(language, "pricing.run.saved", { name: `twin ${language}` }), { exact: true }).waitFor();
    await page.getByTestId("show-runs").click();
    await page.getByTestId("run-twin-export").click();
    const proof = await proven(page, language, "run");
    expect(Array.from(proof.keys()).some((label) => String(label).includes(`twin ${language}`))).toBe(true);
    expect(desk.pageErrors).toEqual([]);
  });
});
