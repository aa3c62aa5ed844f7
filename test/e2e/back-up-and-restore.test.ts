import { open, readdir } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../shared/domain/codes.ts";
import { axeFindings } from "./axe-findings.ts";
import { countIs, registerDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, databaseName, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

let dataFolder: string;
beforeAll(async () => {
  dataFolder = await newDataFolder();
});
afterAll(() => removeFolder(dataFolder));

const dealRow = (page: Page, name: string) => page.getByRole("row").filter({ has: page.getByText(name, { exact: true }) });

/** Goes there as the keyboard does. */
async function showBackups(page: Page, language: Language): Promise<void> {
  await page.keyboard.press("Alt+8");
  await page.getByTestId("open-safekeeping").press("Enter");
  await page.getByRole("heading", { level: 1, name: textOf(language, "backups.title"), exact: true }).waitFor();
  await page.getByTestId("choose-backup-folder").waitFor();
}

/** The first thing on the page with that mark gets the focus by Tab alone. */
async function tabTo(page: Page, testId: string): Promise<void> {
  const reached = () => page.evaluate((id) => document.activeElement?.getAttribute("data-testid") === id, testId);
  for (let presses = 0; presses < 60; presses += 1) {
    if (await reached()) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`${testId} is not reached by Tab`);
}

async function loseDeal(page: Page, name: string, language: Language): Promise<void> {
  await page.getByTestId("nav-deals").click();
  await dealRow(page, name).getByLabel(textOf(language, "deals.archive"), { exact: true }).click();
  await dealRow(page, name).waitFor({ state: "detached" });
}

describe.each(["zh", "en"] as const)("in %s", (language) => {
  let desk: DeskWindow;
  beforeAll(async () => {
    desk = await openDesk({ dataFolder });
    await speak(desk.page, language);
  });
  afterAll(() => desk?.quit());

  it("a deal that was lost is back after a restore, all by the keyboard", async () => {
    const { page } = desk;
    const name = language === "zh" ? "会丢的包" : "A deal to lose";
    await registerDeal(page, name);
    await showBackups(page, language);
    const before = await page.getByTestId("backup").count();
    await tabTo(page, "make-backup");
    await page.keyboard.press("Enter");
    await countIs(page, '[data-testid="backup"]', before + 1);
    expect(await axeFindings(page)).toEqual([]);
    await loseDeal(page, name, language);
    await showBackups(page, language);
    await tabTo(page, "restore-backup");
    await page.keyboard.press("Enter");
    await page.getByTestId("restore-confirm").waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await tabTo(page, "restore-confirm");
    await page.keyboard.press("Enter");
    await page.getByTestId("restored-from").waitFor();
    await countIs(page, '[data-testid="backup"]', before + 2);
    await page.getByTestId("nav-deals").click();
    await dealRow(page, name).waitFor();
    expect(desk.pageErrors.filter((error) => !error.includes("ipc."))).toEqual([]);
  });
});

it("a damaged desk offers its backups at the start, and works on with the one that is chosen", async () => {
  const file = join(dataFolder, databaseName);
  const handle = await open(file, "r+");
  await handle.write(Buffer.alloc(16_384, 0xa5), 0, 16_384, 4096);
  await handle.close();
  const kept = (await readdir(join(dataFolder, "backups"))).filter((name) => name.endsWith(".sqlite")).length;
  // The latest is what the last restore took the place of: there the deal is lost. The one before is the backup.
  const desk = await openDesk({ dataFolder, dialogs: { start: [1] } });
  const { page } = desk;
  await page.getByTestId("nav-deals").click();
  await dealRow(page, "A deal to lose").waitFor();
  await registerDeal(page, "恢复后的包");
  await desk.quit();
  expect((await readdir(join(dataFolder, "backups"))).filter((name) => name.endsWith(".sqlite"))).toHaveLength(kept + 1);
});
