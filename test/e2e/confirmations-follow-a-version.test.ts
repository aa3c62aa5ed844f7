import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { axeFindings } from "./axe-findings.ts";
import { chooseTape, importTape, openWorkbench, registerDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

const head = "单位：人民币万元,,基准日：2025年9月30日\n合同编号,债务人名称,本金余额,放款日期,到期日期";
const items = "单位：人民币万元,,,\n合同编号,抵押物类型,坐落,评估价值\nQ-9,商铺,某市某路9号,900\n";
const first = ["Q-1,示例甲公司,8000,2022-01-10,2021-01-10", "Q-2,示例乙公司,5000,2022-02-10,2021-02-10"];
/** The one as it was, the other with another date. */
const second = ["Q-2,示例乙公司,5000,2022-02-10,2021-02-11", "Q-1,示例甲公司,7900,2022-01-10,2021-01-10"];

let dataFolder: string;
let desk: DeskWindow;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  const write = (name: string, text: string) => {
    const path = join(dataFolder, name);
    writeFileSync(path, `${text}\n`);
    return path;
  };
  const older = [write("一版.csv", [head, ...first].join("\n")), write("抵押物.csv", items)];
  const newer = [write("二版.csv", [head, ...second].join("\n"))];
  desk = await openDesk({ dataFolder, dialogs: { open: languages.flatMap(() => [older, newer]) } });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(languages)("confirmed exceptions of a tape that comes again (%s)", (language) => {
  const say = (key: TextKey, values?: Parameters<typeof textOf>[2]) => textOf(language, key, values);
  const open = (count: number) => desk.page.locator(`[data-testid="quality-kind-maturityBeforeDrawdown"][data-open="${count}"]`).waitFor();

  it("stay confirmed where nothing changed, and are asked again where something did", async () => {
    const { page } = desk;
    await speak(page, language);
    await registerDeal(page, `Confirmed ${language}`);
    await chooseTape(page);
    await importTape(page);
    await openWorkbench(page);
    await page.keyboard.press("Control+Shift+U");
    await open(2);
    await page.getByRole("button", { name: say("quality.confirmKindOf", { kind: say("quality.is.maturityBeforeDrawdown") }), exact: true }).press("Enter");
    await page.getByTestId("confirm-reason").fill("原件如此");
    await page.getByTestId("confirm-exceptions").press("Enter");
    await open(0);

    await page.getByTestId("nav-tape").click();
    await page.getByTestId("import-reissue").press("Enter");
    await chooseTape(page);
    await page.locator('[data-testid="import-tape"]:enabled').press("Enter");
    await page.getByText(say("versions.orphans", { older: "1", newer: "0" }), { exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    await page.locator('[data-testid="adopt-version"]:enabled').press("Enter");
    await page.getByText(say("versions.adopted", { number: "2", carried: "0", confirmed: "2" }), { exact: true }).waitFor();
    await openWorkbench(page);
    await page.keyboard.press("Control+Shift+U");
    await open(1);
    const confirmed = page.getByTestId("confirmations");
    await confirmed.getByText(say("quality.followed", { count: "1" }), { exact: true }).waitFor();
    await confirmed.getByRole("cell", { name: "原件如此", exact: true }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
    expect(desk.pageErrors).toEqual([]);
  });
});
