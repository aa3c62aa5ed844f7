import { execFileSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, languages } from "../../shared/domain/codes.ts";
import type { VersionList } from "../../shared/domain/tape-versions.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { countIs, importTape, openWorkbench, pagesSaid, registerDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";
import { goToCell, openSheet } from "./sheet-steps.ts";

const head = "合同编号,债务人名称,统一社会信用代码,本金余额,利息,放款日期,到期日期,诉讼阶段";
const listOf = (day: string, rows: readonly string[]) => ["示例银行不良资产清单", `单位：人民币万元,,基准日：${day}`, head, ...rows].join("\n");
const first = [
  "HT-001,示例甲公司,91410300MA00000011,8000,900,2020-01-10,2022-01-10,已判决",
  "HT-002,示例乙公司,91410300MA00000022,5000,400,2020-02-10,2022-02-10,执行中",
  "HT-003,示例丙公司,91410300MA00000033,3650,510,2020-03-10,2022-03-10,未诉",
  "HT-004,示例丁公司,91410300MA00000044,2200,330,2020-04-10,2022-04-10,未诉",
];
/** The next day: interest moved on, a loan renumbered and paid down, one dropped, one added, and a number spelled otherwise. */
const second = [
  "HT-005,示例戊公司,91410300MA00000055,1000,20,2021-01-10,2023-01-10,未诉",
  "ＨＴ－001,示例甲公司,91410300MA00000011,8000,900,2020-01-10,2022-01-10,执行中",
  "HT-002,示例乙公司,91410300MA00000022,5000,450,2020-02-10,2022-02-10,执行中",
  "HT-933,示例丙公司,91410300MA00000033,3600,510,2020-03-10,2022-03-10,未诉",
];

const memoOf = (language: Language) => `memo-${language}.pdf`;

let dataFolder: string;
let desk: DeskWindow;
beforeAll(async () => {
  dataFolder = await newDataFolder();
  const write = (name: string, text: string) => {
    const path = join(dataFolder, name);
    writeFileSync(path, text);
    return path;
  };
  const files = [write("一版.csv", listOf("2025年9月30日", first)), write("二版.csv", listOf("2025年10月31日", second))];
  const save = languages.map((language) => join(dataFolder, memoOf(language)));
  desk = await openDesk({ dataFolder, dialogs: { open: languages.flatMap(() => files), save } });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(languages)("a seller's corrected tape (%s)", (language) => {
  const say = (key: TextKey, values?: Parameters<typeof textOf>[2]) => textOf(language, key, values);
  const standing = (number: number) => desk.page.getByTestId(`standing-${number}`);
  const isPriced = (number: number) => standing(number).getByText(say("versions.standing.priced"), { exact: true }).waitFor();
  const openVersions = async () => {
    await desk.page.getByTestId("nav-tape").click();
    await desk.page.getByRole("button", { name: say("versions.title"), exact: true }).click();
    await desk.page.getByTestId("version-list").waitFor();
  };
  const openList = (list: VersionList, count: number) =>
    desk.page.getByRole("button", { name: say("versions.listTab", { list: say(`versions.lists.${list}`), count: String(count) }), exact: true }).click();

  const saveRun = async (name: string) => {
    const { page } = desk;
    await openWorkbench(page);
    await page.getByTestId("save-run").click();
    await page.getByTestId("run-name").fill(name);
    await page.getByTestId("run-save-confirm").click();
    await page.getByText(say("pricing.run.saved", { name }), { exact: true }).waitFor();
  };

  it("stands beside the first, is decided by keyboard, priced with the desk's edit, and switched back", async () => {
    const { page } = desk;
    await speak(page, language);
    await registerDeal(page, `新版清单 ${language}`);
    await page.getByTestId("choose-file").click();
    await importTape(page);
    await openSheet(page);
    await goToCell(page, "interest", 2);
    await page.keyboard.type(language === "zh" ? "480万元" : "4800000元");
    await page.keyboard.press("Enter");
    await saveRun(say("versions.standing.beside"));

    await page.getByTestId("nav-tape").click();
    await page.getByTestId("import-reissue").click();
    await page.getByTestId("choose-file").click();
    await page.locator('[data-testid="import-tape"]:enabled').waitFor();
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByTestId("doubt-HT-003").waitFor();
    expect(await standing(2).textContent()).toBe(say("versions.standing.waiting"));
    expect(await page.getByTestId("adopt-version").isDisabled()).toBe(true);
    await openList("changed", 2);
    await countIs(page, '[data-testid="version-rows-changed"] :is(tr, [role="row"])', 3);
    await openList("doubtful", 1);
    await page.getByTestId("doubt-HT-003").focus();
    await page.keyboard.press("1");
    // The same loan: what it owes has changed.
    await openList("changed", 4);
    await openList("edits", 1);
    await page.getByTestId("edit-HT-002-interest").focus();
    await page.keyboard.press("1");
    await page.getByText(say("versions.ready"), { exact: true }).waitFor();
    await page.getByTestId("adopt-version").press("Enter");
    await isPriced(2);
    await page.getByText(say("versions.adopted", { number: "2", carried: "1", confirmed: "0" }), { exact: true }).waitFor();

    await openSheet(page);
    await saveRun(say("versions.standing.priced"));
    // The memo of the first run of another version leads from the last one of the version before, without a choice.
    await page.getByTestId("nav-memo").click();
    await page.getByRole("figure", { name: say("bridge.memoChart"), exact: true }).waitFor();
    await page.getByTestId("memo-save-pdf").press("Enter");
    expect(await pagesSaid(page, language, memoOf(language))).toBeGreaterThan(1);
    const printed = execFileSync("pdftotext", ["-layout", join(dataFolder, memoOf(language)), "-"], { encoding: "utf8" });
    for (const cause of ["dropped", "added", "balances", "timing"] as const) expect(printed).toContain(say(`bridge.cause.${cause}`));
    await openVersions();
    await page.getByTestId("price-1").press("Enter");
    await isPriced(1);
    await page.getByRole("heading", { name: say("pricing.tape.title"), exact: true }).click();
    await page.keyboard.press("ControlOrMeta+z");
    await isPriced(2);
    expect(await standing(1).textContent()).toBe(say("versions.standing.beside"));
  });
});
