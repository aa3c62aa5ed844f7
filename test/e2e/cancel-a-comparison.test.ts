import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { chooseTape, registerDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

/** So many that comparing them takes seconds. */
const loans = 150_000;
const head = "单位：元,,基准日：2025年9月30日\n合同编号,债务人名称,本金余额";
const list = (principal: number) =>
  [head, ...Array.from({ length: loans }, (_, at) => `HT-${String(at).padStart(8, "0")},示例${at % 9973}公司,${principal + at}`)].join("\n");

let dataFolder: string;
let desk: DeskWindow;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  const files = [1000, 2000].map((principal) => {
    const path = join(dataFolder, `list-${principal}.csv`);
    writeFileSync(path, `${list(principal)}\n`);
    return path;
  });
  desk = await openDesk({ dataFolder, dialogs: { open: languages.flatMap(() => files) } });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(languages)("the comparison of two large versions (%s)", (language) => {
  const say = (key: TextKey, values?: Parameters<typeof textOf>[2]) => textOf(language, key, values);

  it("is cancelled by keyboard, says so, and is made when it is asked for again", async () => {
    const { page } = desk;
    await speak(page, language);
    await registerDeal(page, `Cancel ${language}`);
    await chooseTape(page);
    await page.getByTestId("import-tape").press("Enter");
    await page.getByTestId("rows-in").waitFor();
    await page.getByTestId("import-reissue").press("Enter");
    await chooseTape(page);
    await page.locator('[data-testid="import-tape"]:enabled').press("Enter");
    const comparing = page.getByRole("region", { name: say("versions.compared", { newer: "2", older: "1" }), exact: true });
    await comparing.locator(`[data-testid="cancel-job"]:enabled`).press("Enter");
    const code = say("common.errorCode", { code: "job.cancelled" });
    await page.getByText(code, { exact: true }).waitFor();
    expect(await comparing.getByRole("alert").textContent()).toContain(say("error.job.cancelled"));
    await page.getByTestId("version-sums").waitFor({ state: "detached" });
    await comparing.getByRole("button", { name: say("common.retry"), exact: true }).press("Enter");
    await page.getByTestId("version-sums").waitFor();
    expect(desk.pageErrors).toEqual([]);
  });
});
