import { existsSync, mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { axeFindings } from "./axe-findings.ts";
import { registerDeal, speak } from "./desk-steps.ts";
import { type DeskWindow, databaseName, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

const words = {
  zh: { check: "检查数据库", sound: "未发现问题", notes: "版本说明", about: "关于", lastNote: "程序本身" },
  en: { check: "Check the database", sound: "Nothing is wrong", notes: "Release notes", about: "About", lastNote: "The program itself" },
} as const;

describe("what a program offers about itself", () => {
  let desk: DeskWindow;

  beforeAll(async () => {
    desk = await openDesk();
  });
  afterAll(async () => {
    await desk.quit();
    await removeFolder(desk.dataFolder);
  });

  it.each(["zh", "en"] as const)("says in %s what it is made of, what is new, and that its database is whole, by keys alone", async (language) => {
    const { page } = desk;
    await speak(page, language);
    const choose = async (command: string) => {
      await page.keyboard.press("Control+k");
      await page.getByTestId("palette-input").fill(command);
      await page.locator('[data-testid="palette-command"][aria-selected="true"]').getByText(command, { exact: true }).waitFor();
      await page.keyboard.press("Enter");
    };
    await choose(words[language].check);
    const check = page.getByTestId("database-check");
    await check.getByText(words[language].sound, { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await check.waitFor({ state: "detached" });
    await choose(words[language].notes);
    await page.getByTestId("release-notes").getByText(words[language].lastNote, { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("release-notes").waitFor({ state: "detached" });
    await choose(words[language].about);
    await page
      .getByTestId("about")
      .getByText(/^Electron \d+\.\d+\.\d+$/)
      .waitFor();
    await page.getByTestId("about-notices").focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.querySelector('[data-testid="notices"]')?.textContent?.includes("SIL OPEN FONT LICENSE") === true);
    await page.keyboard.press("Escape");
    await page.getByTestId("notices").waitFor({ state: "detached" });
  });
});

describe("a desk in another place", () => {
  it("is moved from Settings, found again from where it was, and opened beside others by its folder", async () => {
    const [home, other] = [await newDataFolder(), await newDataFolder()];
    const target = join(other, "moved");
    mkdirSync(target);
    const first = await openDesk({ dataFolder: home, dialogs: { open: [home, target] } });
    await speak(first.page, "en");
    await registerDeal(first.page, "Moved deal");
    await first.page.keyboard.press("Alt+8");
    // Its own folder is refused in words, and nothing happens.
    await first.page.getByTestId("move-data").click();
    await first.page.getByText("Code: program.folderInside", { exact: true }).waitFor();
    const ended = first.app.waitForEvent("close");
    await first.page.getByTestId("move-data").click();
    await ended;
    expect(existsSync(join(home, databaseName))).toBe(false);
    expect(readdirSync(target)).toContain(databaseName);

    const again = await openDesk({ dataFolder: home });
    // Back on the screen that was left, and from there to the register.
    await again.page.getByTestId("move-data").waitFor();
    await again.page.keyboard.press("Alt+1");
    await again.page.locator('[role="row"][data-id]').getByText("Moved deal", { exact: true }).waitFor();
    await again.quit();

    const named = await openDesk({ dataFolder: home, arguments: [`--desk=${join(other, "fresh")}`] });
    await named.page.getByTestId("open-sample").waitFor();
    expect(existsSync(join(other, "fresh", databaseName))).toBe(true);
    await named.quit();
    for (const folder of [home, other]) await removeFolder(folder);
  });
});
