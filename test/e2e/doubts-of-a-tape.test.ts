import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Language } from "../../shared/domain/codes.ts";
import type { TapeUnit } from "../../shared/domain/tape-units.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { chooseTape, importTape, registerDeal, speak, stateDayAndYuan } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, projectRoot, removeFolder } from "./desk-window.ts";

const caseFile = (name: string) => join(projectRoot, "test/fixtures/cases", name);
const files = [
  "p09b-usd-header.xlsx",
  "p11b-filtered-rows-total.xlsx",
  "p17-granted-and-balance.xlsx",
  "p19h-semicolons-in-remark.csv",
  "p11c-hidden-old-sheet.xlsx",
].map(caseFile);

let desk: DeskWindow;
let dataFolder: string;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  const ownFiles = {
    "open-interest.csv": "债务人名称,借款合同编号,本金余额,利息1,利息2\n甲,HT-1,100.00,1.00,2.00\n乙,HT-2,200.00,3.00,4.00\n",
    "units-by-row.csv": "基准日：2025-09-30,,,,\n债务人名称,借款合同编号,本金余额,利息余额,单位\n甲,HT-1,100.00,1.00,万元\n乙,HT-2,2000000.00,3.00,元\n",
  };
  const paths = await Promise.all(
    Object.entries(ownFiles).map(async ([name, text]) => {
      const path = join(dataFolder, name);
      await writeFile(path, text);
      return path;
    }),
  );
  const otherFormats = ["p11c-hidden-old-sheet.xls", "p11c-hidden-old-sheet.ods"].map((name) => join(projectRoot, "test/fixtures/workbooks", name));
  const perLanguage = [...files, ...paths, ...otherFormats];
  desk = await openDesk({ dataFolder, dialogs: { open: [...perLanguage, ...perLanguage] } });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

const importButton = (page: Page) => page.getByTestId("import-tape");

describe.each(["zh", "en"] as const)("what a tape leaves open (%s)", (language: Language) => {
  const say = (key: TextKey, values = {}) => textOf(language, key, values);
  const line = (text: string) => desk.page.getByText(text, { exact: true });
  const chooseUnit = (unit: TapeUnit) => desk.page.getByTestId("unit-loans").selectOption(unit);

  beforeAll(() => speak(desk.page, language));

  it("waits where a column states another currency, until the sheet is confirmed", async () => {
    const { page } = desk;
    await registerDeal(page, `usd ${language}`);
    await chooseTape(page);
    await line(say("tape.code.currencyContradicts", { sheet: "债权清单", column: "贷款本金余额（美元）", stated: "USD" })).waitFor();
    expect(await importButton(page).isDisabled()).toBe(true);
    await page.getByRole("checkbox", { name: say("pricing.tape.confirmSheet"), exact: true }).check();
    await importTape(page);
    const confirmed = say("tape.said.choice", {
      sheet: "债权清单",
      choice: say("tape.choice.unitConfirmed"),
      text: `${say("tape.unit.yuan")} · 贷款本金余额（美元）, 利息余额, 代垫费用`,
    });
    await line(confirmed).waitFor();
  });

  it("counts hidden rows and says so, or leaves them out and says so", async () => {
    const { page } = desk;
    await registerDeal(page, `hidden ${language}`);
    await chooseTape(page);
    await page.getByTestId("hidden-rows-loans").selectOption({ label: say("pricing.tape.hiddenRowsLeave") });
    await importTape(page);
    expect(await page.getByTestId("rows-kept").textContent()).toBe("7");
    await line(say("tape.said.unusedRows", { sheet: "债权清单", kind: say("tape.left.hidden"), count: 3, rows: "6, 9, 12" })).waitFor();
  });

  it("says which of two columns the principal is", async () => {
    const { page } = desk;
    await registerDeal(page, `granted ${language}`);
    await chooseTape(page);
    await importTape(page);
    const preferred = { sheet: "债权清单", choice: say("tape.choice.columnPreferred"), text: `${say("tape.field.principal")} · 本金余额 ≠ 贷款本金` };
    await line(say("tape.said.choice", preferred)).waitFor();
  });

  it("reads a text list under another sign again, and back", async () => {
    const { page } = desk;
    await registerDeal(page, `signs ${language}`);
    await chooseTape(page);
    const sign = page.getByTestId("delimiter");
    await sign.selectOption({ label: say("tape.delimiter.semicolon") });
    await line(say("pricing.tape.problem.noLoanSheet")).waitFor();
    expect(await importButton(page).isDisabled()).toBe(true);
    await sign.selectOption({ label: say("tape.delimiter.comma") });
    await page.getByTestId("unit-loans").waitFor();
    await chooseUnit("yuan");
    await stateDayAndYuan(page, language);
    await importTape(page);
    expect(await page.getByTestId("rows-kept").textContent()).toBe("10");
  });

  it("leaves out a hidden sheet by name", async () => {
    const { page } = desk;
    await registerDeal(page, `sheets ${language}`);
    await chooseTape(page);
    await line(say("pricing.tape.hidden")).waitFor();
    await importTape(page);
    expect(await page.getByTestId("rows-in").textContent()).toBe("10");
    await line(say("tape.said.hiddenSheet", { sheet: "旧版" })).waitFor();
  });

  it("offers the columns that may be the interest", async () => {
    const { page } = desk;
    await registerDeal(page, `open ${language}`);
    await chooseTape(page);
    await chooseUnit("yuan");
    await stateDayAndYuan(page, language);
    await line(say("tape.code.fieldOpen", { sheet: "open-interest", field: say("tape.field.interest"), stated: "利息1 / 利息2" })).waitFor();
    expect(await importButton(page).isDisabled()).toBe(true);
    await page.getByTestId("settle-interest-4").click();
    await importTape(page);
    const preferred = { sheet: "open-interest", choice: say("tape.choice.columnPreferred"), text: `${say("tape.field.interest")} · 利息2 ≠ 利息1` };
    await line(say("tape.said.choice", preferred)).waitFor();
  });

  it("reads each row in the unit that it states", async () => {
    const { page } = desk;
    await registerDeal(page, `rows ${language}`);
    await chooseTape(page);
    await line(say("pricing.tape.unitByRow")).waitFor();
    await importTape(page);
    await line(say("tape.said.choice", { sheet: "units-by-row", choice: say("tape.choice.unitByRow"), text: "单位" })).waitFor();
    expect(await page.getByTestId("rows-rejected").textContent()).toBe("0");
  });

  it("reads a workbook of Excel 97 and one of OpenDocument, without their hidden sheets", async () => {
    const { page } = desk;
    for (const format of ["XLS", "ODS"]) {
      await registerDeal(page, `${format} ${language}`);
      await chooseTape(page);
      await page.getByText(new RegExp(`^${format} · .*$`)).waitFor();
      await importTape(page);
      expect(await page.getByTestId("rows-kept").textContent()).toBe("10");
    }
  });
});
