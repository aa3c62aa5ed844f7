import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { importTape, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";

/** A list of a seller with its own words; the title says unit, currency and day. */
const listOf = (quarter: string, rows: readonly string[], extra = "") =>
  [`示例银行不良资产清单${quarter}`, "单位：人民币万元,,基准日：2025年9月30日", `合同编号,债务人名称,结欠本金额,进程${extra}`, ...rows].join("\n");
const rowsOf = (letter: string) =>
  Array.from({ length: 6 }, (_, at) => `${letter}-${at + 1},示例${letter}${at + 1}公司,${300 + at},${at === 0 ? "已报案" : "执行中"}`);

let dataFolder: string;
let desk: DeskWindow;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  const write = (name: string, text: string) => {
    const path = join(dataFolder, name);
    writeFileSync(path, text);
    return path;
  };
  const first = write("2025Q2.csv", listOf("二季度", rowsOf("A")));
  const second = write("2025Q3.csv", listOf("三季度", rowsOf("B")));
  const third = write(
    "2025Q4.csv",
    listOf(
      "四季度",
      rowsOf("C").map((row) => `${row},张三`),
      ",经办人",
    ),
  );
  desk = await openDesk({ dataFolder, dialogs: { open: languages.flatMap(() => [first, second, third]) } });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(languages)("a seller's second tape (%s)", (language) => {
  const say = (key: TextKey, values?: Parameters<typeof textOf>[2]) => textOf(language, key, values);
  const register = async (quarter: string) => {
    const { page } = desk;
    await page.getByTestId("nav-deals").click();
    await page.getByTestId("new-deal").click();
    await page.getByTestId("deal-name").fill(`${quarter} ${language}`);
    await page.getByTestId("deal-seller").fill(`示例银行 ${language}`);
    await page.getByTestId("dialog-save").click();
    await page.getByTestId("choose-file").click();
    await page.getByTestId("import-tape").waitFor();
  };

  it("is imported with one key after the first was mapped by hand; a word is taught on the way", async () => {
    const { page } = desk;
    await speak(page, language);
    await register("Q2");
    const fieldOf = (head: string) => page.getByRole("combobox", { name: `${head} ${say("pricing.tape.field")}`, exact: true });
    await fieldOf("结欠本金额").selectOption({ label: say("tape.field.principal") });
    await fieldOf("进程").selectOption({ label: say("tape.field.litigationStage") });
    await importTape(page);
    const teach = page.getByTestId("unknown-words").getByRole("combobox", { name: `已报案 ${say("dictionary.code")}`, exact: true });
    await teach.selectOption({ label: say("code.litigationStage.sued") });
    await page.getByText(say("dictionary.taught", { word: "已报案", code: say("code.litigationStage.sued") }), { exact: true }).waitFor();

    await register("Q3");
    await page.getByTestId("last-mapping-same").waitFor();
    await page.locator('[data-testid="import-tape"]:enabled').waitFor();
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByTestId("rows-kept").waitFor();
    expect(await page.getByTestId("rows-kept").textContent()).toBe("6");
    await page.getByTestId("unknown-words").waitFor({ state: "detached" });
  });

  it("marks a column that was not there last time", async () => {
    const { page } = desk;
    await register("Q4");
    const changed = await page.getByTestId("last-mapping-differs").textContent();
    expect(changed).toContain(say("lastMapping.new", { header: "经办人" }));
    await page.getByText(say("lastMapping.newColumn"), { exact: true }).waitFor();
    await importTape(page);
  });

  it("is listed in the dictionary, where words are taught, found and forgotten by keyboard", async () => {
    const { page } = desk;
    await page.getByTestId("nav-settings").click();
    await page.getByTestId("open-dictionary").press("Enter");
    for (const fileName of ["2025Q3.csv", "2025Q4.csv"])
      await page
        .getByTestId("kept-layouts")
        .getByRole("row")
        .filter({ has: page.getByRole("cell", { name: `示例银行 ${language}`, exact: true }) })
        .filter({ has: page.getByRole("cell", { name: fileName, exact: true }) })
        .waitFor();
    const wordRow = (word: string) =>
      page
        .getByTestId("own-words")
        .getByRole("row")
        .filter({ has: page.getByRole("rowheader", { name: word, exact: true }) });
    const ask = (word: string) =>
      wordRow(word)
        .getByRole("button", { name: say("dictionary.forget", { word }), exact: true })
        .press("Enter");
    const forget = async (word: string) => {
      await ask(word);
      await page.getByTestId("forget-word").press("Enter");
    };
    await page.getByTestId("teach-word").focus();
    await page.keyboard.type("逾期90天以上");
    await page.getByTestId("teach-code").selectOption({ label: say("code.litigationStage.notSued") });
    await page.getByTestId("teach-word").press("Enter");
    await wordRow("逾期90天以上").waitFor();
    await ask("逾期90天以上");
    await page.getByText(say("dictionary.forgetTitle", { word: "逾期90天以上" }), { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await wordRow("逾期90天以上").waitFor();
    await forget("逾期90天以上");
    await wordRow("逾期90天以上").waitFor({ state: "detached" });
    await forget("已报案");
    await page.getByText(say("dictionary.ownEmpty"), { exact: true }).waitFor();
    await page.getByTestId("dictionary-search").fill("终本");
    await page
      .getByTestId("built-in-words")
      .getByRole("cell", { name: say("code.litigationStage.executionTerminated"), exact: true })
      .waitFor();
  });
});
