import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type DeskWindow, newDataFolder, openDesk, projectRoot, removeFolder } from "./desk-window.ts";

const run = promisify(execFile);
const samplePackage = join(projectRoot, "main/samples/corporate-package.xlsx");

/** Text of a PDF without white space, which pdftotext puts where it likes. */
async function textOf(pdf: string): Promise<string> {
  const { stdout } = await run("pdftotext", ["-layout", pdf, "-"], { maxBuffer: 20_000_000 });
  return stdout.replace(/\s+/g, "");
}

const words = {
  zh: { name: "债权包一号", next: "2025-09-30", rejected: "洛农商借字2021第206634号" },
  en: { name: "Package One", next: "2025-09-30", rejected: "洛农商借字2021第206634号" },
} as const;

describe.each(["zh", "en"] as const)("from an empty database to the printed memo (%s)", (language) => {
  let desk: DeskWindow;
  let dataFolder: string;
  let memo: string;

  beforeAll(async () => {
    dataFolder = await newDataFolder();
    memo = join(dataFolder, "memo.pdf");
    desk = await openDesk({ dataFolder, dialogs: { open: [samplePackage], save: [memo] } });
    if (language === "en") await desk.page.getByTestId("language-switch").click();
  });
  afterAll(async () => {
    await desk.quit();
    await removeFolder(dataFolder);
  });

  it("registers a deal", async () => {
    const { page } = desk;
    await page.getByTestId("new-deal").first().click();
    await page.getByTestId("deal-name").fill(words[language].name);
    await page.getByTestId("deal-seller").fill("示例农村商业银行");
    await page.getByTestId("dialog-save").click();
    await page.getByTestId("choose-file").waitFor();
  });

  it("imports the seller's package and shows each rejected row", async () => {
    const { page } = desk;
    await page.getByTestId("choose-file").click();
    await page.getByTestId("import-tape").click();
    await expect.poll(() => page.getByTestId("rows-in").textContent(), { timeout: 30_000 }).toContain("468");
    expect(await page.getByTestId("rows-kept").textContent()).toContain("465");
    expect(await page.getByTestId("rows-rejected").textContent()).toContain("3");
    for (const row of ["93", "156", "216"]) await page.getByRole("cell", { name: row, exact: true }).first().waitFor();
  });

  it("prices three cases and reprices at a changed assumption", async () => {
    const { page } = desk;
    await page.getByTestId("nav-workbench").click();
    const maxBid = page.getByTestId("max-bid-base");
    await maxBid.waitFor();
    const before = await maxBid.textContent();
    const hurdle = page.getByTestId("hurdle-rate");
    await hurdle.fill("18");
    await expect.poll(() => maxBid.textContent()).not.toBe(before);
    await hurdle.fill("12");
    await expect.poll(() => maxBid.textContent()).toBe(before);
  });

  it("saves the run", async () => {
    const { page } = desk;
    await page.getByTestId("save-run").click();
    await page.getByTestId("run-name").fill("委员会稿 1");
    await page.getByTestId("run-save-confirm").click();
    await page.getByText("委员会稿 1").first().waitFor();
  });

  it("prints the memo with the bid, the rejected rows and the run's hash", async () => {
    const { page } = desk;
    await page.getByTestId("nav-memo").click();
    await page.getByTestId("memo-save-pdf").click();
    await expect.poll(async () => (await stat(memo).catch(() => null))?.size ?? 0, { timeout: 60_000 }).toBeGreaterThan(20_000);
    const text = await textOf(memo);
    expect(text).toContain(words[language].name.replace(/\s+/g, ""));
    expect(text).toContain(words[language].rejected);
    expect(text).toMatch(language === "zh" ? /目标收益率/ : /Hurdlerate/i);
    expect(text).toMatch(/[0-9a-f]{12}/);
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });

  it("finds the same deal again after a restart", async () => {
    await desk.quit();
    desk = await openDesk({ dataFolder });
    await desk.page.getByText(words[language].name).first().waitFor();
  });
});
