import { createWriteStream } from "node:fs";
import { join } from "node:path";
import { finished } from "node:stream/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type {} from "../../renderer/desk/desk-client.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { loanList } from "../bench/loan-list.ts";
import { chooseTape, openSampleDeal, priced, registerDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

/** So many that no machine imports them while a hurdle rate is typed. */
const loans = 700_000;
const names = { zh: "大额资产包", en: "Large package" } as const;

let desk: DeskWindow;
let dataFolder: string;

async function writeList(path: string): Promise<void> {
  const file = createWriteStream(path);
  file.write("基准日：2025年9月30日\n");
  let text = "";
  for (const cells of loanList(loans)) {
    text += `${cells.join(",")}\n`;
    if (text.length < 1 << 20) continue;
    file.write(text);
    text = "";
  }
  file.end(text);
  await finished(file);
}

beforeAll(async () => {
  dataFolder = await newDataFolder();
  const list = join(dataFolder, "large.csv");
  await writeList(list);
  desk = await openDesk({ dataFolder, dialogs: { open: [list, list] } });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(["zh", "en"] as const)("while a large package is imported (%s)", (language) => {
  const say = (key: TextKey, values = {}) => textOf(language, key, values);
  const job = () => desk.page.getByTestId("status-bar").getByRole("progressbar", { name: say("code.jobKind.importTape"), exact: true });

  beforeAll(() => speak(desk.page, language));

  it("another deal is priced under a changed assumption, which is saved", async () => {
    const { page } = desk;
    await registerDeal(page, names[language]);
    await chooseTape(page);
    await page.getByTestId("import-tape").click();
    await job().waitFor();
    await page.getByTestId("nav-deals").click();
    await openSampleDeal(page);
    const maxBid = page.getByTestId("max-bid-base");
    const before = await maxBid.textContent();
    await page.getByTestId("hurdle-rate").fill(language === "zh" ? "18" : "19");
    await priced(page);
    expect(await maxBid.textContent()).not.toBe(before);
    expect(await job().count()).toBe(1);
  });

  it("the import can be cancelled from anywhere, and leaves nothing", async () => {
    const { page } = desk;
    await page.getByRole("button", { name: say("status.cancelJob"), exact: true }).click();
    await job().waitFor({ state: "detached" });
    expect(await page.getByTestId("hurdle-rate").inputValue()).toBe(language === "zh" ? "18" : "19");
    const packages = await page.evaluate(() => window.desk.call("deals.list", { archived: false }));
    expect(packages).toMatchObject({ ok: true, value: expect.arrayContaining([expect.objectContaining({ name: names[language], package: null })]) });
  });
});
