import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../shared/domain/codes.ts";
import { axeFindings } from "./axe-findings.ts";
import { countIs, openSampleDeal, registerDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

let desk: DeskWindow;
beforeAll(async () => {
  desk = await openDesk();
  await openSampleDeal(desk.page);
});
afterAll(() => removeFolder(desk.dataFolder));

const names = { zh: "QXZH清除的包ZV", en: "QXEN deal to erase ZV" } as const;

async function showData(page: Page, language: Language): Promise<void> {
  await page.keyboard.press("Alt+8");
  await page.getByTestId("open-safekeeping").press("Enter");
  await page.getByTestId("safekeeping-page-data").press("Enter");
  await page.getByRole("table", { name: textOf(language, "erase.kinds"), exact: true }).waitFor();
}

describe.each(["zh", "en"] as const)("in %s", (language) => {
  it("a deal is erased by the keyboard, with the backups from before, and its day is kept", async () => {
    const { page } = desk;
    await speak(page, language);
    await registerDeal(page, names[language]);
    await page.getByTestId("nav-deals").click();
    await showData(page, language);
    const row = page.getByRole("row").filter({ has: page.getByText(names[language], { exact: true }) });
    await row.getByLabel(`${textOf(language, "erase.retainUntil")} · ${names[language]}`, { exact: true }).fill("2020-01-31");
    await page.keyboard.press("Tab");
    await row.getByText(textOf(language, "erase.due"), { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await row.getByRole("button", { name: textOf(language, "erase.eraseDeal"), exact: true }).press("Enter");
    await page.getByTestId("erase-confirm").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.getByLabel(textOf(language, "erase.removesBackups"), { exact: true }).press("Space");
    await page.getByTestId("erase-confirm").press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await row.waitFor({ state: "detached" });
    await page.getByTestId("safekeeping-page-backups").press("Enter");
    await countIs(page, '[data-testid="backup"]', 1);
  });
});

it("nothing of what was erased is in any file that the app left", async () => {
  await desk.quit();
  const files = readdirSync(desk.dataFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  const holding = (text: string) =>
    files.flatMap(({ parentPath, name }) => (readFileSync(join(parentPath, name)).includes(Buffer.from(text, "utf8")) ? [name] : []));
  expect(Object.values(names).flatMap(holding)).toEqual([]);
  expect(files.length).toBeGreaterThan(3);
});
