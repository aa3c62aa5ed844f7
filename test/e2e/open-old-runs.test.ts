import { copyFile, readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, databaseName, newDataFolder, openDesk, projectRoot, removeFolder } from "./desk-window.ts";

const stored = (extension: string) => join(projectRoot, "test/fixtures/databases", `desk-v80.${extension}`);

let desk: DeskWindow;
let dataFolder: string;
let run: { readonly name: string; readonly engineVersion: string };

beforeAll(async () => {
  dataFolder = await newDataFolder();
  await copyFile(stored("sqlite"), join(dataFolder, databaseName));
  const { runs } = JSON.parse(await readFile(stored("json"), "utf8")) as { runs: [typeof run] }; // written by make-desk-file.ts
  [run] = runs;
  desk = await openDesk({ dataFolder });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(["zh", "en"] as const)("a run that an earlier engine made (%s)", (language) => {
  it("opens with its numbers, and says why they can't be computed again", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.getByTestId("nav-deals").click();
    await page.getByRole("gridcell", { name: "个贷资产包", exact: true }).dblclick();
    await page.getByTestId("nav-runs").click();
    await page.getByRole("button", { name: run.name, exact: true }).click();
    const now = await page.evaluate(() => window.desk.call("app.info", undefined));
    const values = { made: run.engineVersion, now: now.ok ? now.value.engineVersion : "" };
    expect(await page.getByTestId("other-engine").textContent()).toBe(textOf(language, "runs.otherEngine", values));
    await page.getByTestId("run-view").getByRole("heading", { name: run.name, exact: true }).waitFor();
  });
});
