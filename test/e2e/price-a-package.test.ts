import { execFile } from "node:child_process";
import { basename, join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TextKey } from "../../shared/locales/texts.ts";
import { chooseTape, importTape, openWorkbench, pagesSaid, priced, registerDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder, samplePackage } from "./desk-window.ts";

const run = promisify(execFile);

/** Text of a PDF without white space, which pdftotext puts where it likes. */
async function textInPdf(pdf: string): Promise<string> {
  const { stdout } = await run("pdftotext", ["-layout", pdf, "-"], { maxBuffer: 20_000_000 });
  return stdout.replace(/\s+/g, "");
}

const names = { zh: "债权包一号", en: "Package One" } as const;
const rejectedRows = ["93", "156", "216"];
const rejectedContract = "洛农商借字2021第206634号";

let desk: DeskWindow;
let dataFolder: string;
const memos = { zh: "", en: "" };

beforeAll(async () => {
  dataFolder = await newDataFolder();
  for (const language of ["zh", "en"] as const) memos[language] = join(dataFolder, `memo-${language}.pdf`);
  desk = await openDesk({ dataFolder, dialogs: { open: [samplePackage, samplePackage], save: [memos.zh, memos.en] } });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(["zh", "en"] as const)("from a new deal to the printed memo (%s)", (language) => {
  const say = (key: TextKey, values = {}) => textOf(language, key, values);

  beforeAll(() => speak(desk.page, language));

  it("registers a deal", () => registerDeal(desk.page, names[language]));

  it("imports the seller's package and shows each rejected row", async () => {
    const { page } = desk;
    await chooseTape(page);
    await importTape(page);
    expect(await page.getByTestId("rows-in").textContent()).toBe("468");
    expect(await page.getByTestId("rows-kept").textContent()).toBe("465");
    expect(await page.getByTestId("rows-rejected").textContent()).toBe("3");
    const rejections = page.getByRole("region", { name: say("pricing.tape.rejections"), exact: true });
    for (const row of rejectedRows) await rejections.getByRole("cell", { name: row, exact: true }).waitFor();
  });

  it("prices three cases and reprices at a changed assumption", async () => {
    const { page } = desk;
    await openWorkbench(page);
    const maxBid = page.getByTestId("max-bid-base");
    const before = await maxBid.textContent();
    const hurdle = page.getByTestId("hurdle-rate");
    await hurdle.fill("18");
    await priced(page);
    expect(await maxBid.textContent()).not.toBe(before);
    await hurdle.fill("12");
    await priced(page);
    expect(await maxBid.textContent()).toBe(before);
  });

  it("says in one language where the market's average is from", async () => {
    // A line that comes late moves the page below the pointer.
    await desk.page.getByTestId("quality-note").waitFor();
    const gauge = desk.page.getByTestId("price-gauge");
    await gauge.locator("[title]").hover();
    const source = (await desk.page.getByRole("tooltip").textContent()) ?? "";
    expect(source.length).toBeGreaterThan(10);
    expect(/\p{Script=Han}/u.test(source)).toBe(language === "zh");
    await desk.page.getByTestId("status-bar").hover();
    await desk.page.getByRole("tooltip").waitFor({ state: "detached" });
  });

  it("saves the run", async () => {
    const { page } = desk;
    const name = "委员会稿 1";
    await page.getByTestId("save-run").click();
    await page.getByTestId("run-name").fill(name);
    await page.getByTestId("run-save-confirm").click();
    await page.getByText(say("pricing.run.saved", { name }), { exact: true }).waitFor();
  });

  it("prints the memo with the bid, the rejected rows and the run's hash", async () => {
    const { page } = desk;
    await page.getByTestId("nav-memo").click();
    await page.getByTestId("memo-save-pdf").click();
    expect(await pagesSaid(page, language, basename(memos[language]))).toBeGreaterThan(3);
    const text = await textInPdf(memos[language]);
    expect(text).toContain(names[language].replace(/\s+/g, ""));
    expect(text).toContain(rejectedContract);
    expect(text).toMatch(language === "zh" ? /目标收益率/ : /Hurdlerate/i);
    expect(text).toMatch(/[0-9a-f]{12}/);
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});

it("the deals are found again after a restart", async () => {
  await desk.quit();
  desk = await openDesk({ dataFolder });
  await desk.page.getByTestId("nav-deals").click();
  for (const name of Object.values(names)) await desk.page.getByRole("gridcell", { name, exact: true }).waitFor();
});
