import { afterAll, beforeAll, describe, expect, it } from "vitest";
import * as bombs from "../unit/tapes/bomb-files.ts";
import { chooseTape, importTape, registerDeal, speak, stateDayAndYuan } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, openDesk, removeFolder } from "./desk-window.ts";

let desk: DeskWindow;
const languages = ["zh", "en"] as const;

beforeAll(async () => {
  const heavy = bombs.blankRows(800_000);
  const refused = bombs.overlappingParts(50);
  desk = await openDesk({ dialogs: { open: [heavy, refused, heavy, refused, bombs.manySheets(2000)] } });
  await registerDeal(desk.page, "大文件");
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(desk.dataFolder);
});

describe.each(languages)("a tape at the reader's bounds, in %s", (language) => {
  it("shows how far it is read, and ends when it is told to", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.getByTestId("choose-file").click();
    await page.locator('[data-testid="tape-progress"][aria-valuenow]:not([aria-valuenow="0"])').waitFor();
    await page.getByTestId("cancel-job").click();
    const code = textOf(language, "common.errorCode", { code: "job.cancelled" });
    await page.getByText(code, { exact: true }).waitFor();
    expect(await page.getByRole("alert").textContent()).toBe(`${textOf(language, "error.job.cancelled")}${code}`);
    await page.getByTestId("tape-progress").waitFor({ state: "detached" });
  });

  it("is refused by a sentence of its own", async () => {
    const { page } = desk;
    await page.getByTestId("choose-file").click();
    const said = await page.getByTestId("tape-refused").textContent();
    expect(said).toBe(textOf(language, "tape.code.overlappingParts", { entry: "xl/worksheets/o0.xml" }));
  });
});

describe("a workbook of 2,000 sheets", () => {
  it("is shown a page at a time, and imported whole", async () => {
    const { page } = desk;
    await chooseTape(page);
    await page.getByText(textOf("en", "common.shown", { from: 1, to: 25, count: "2,000" }), { exact: true }).waitFor();
    await stateDayAndYuan(page, "en");
    await importTape(page);
    expect(await page.getByTestId("rows-in").textContent()).toBe("2,009");
    expect(desk.pageErrors).toEqual([]);
  });
});
