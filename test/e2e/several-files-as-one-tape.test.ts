import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { importTape, registerDeal, speak, stateDayAndYuan } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";
import { dropFiles } from "./dropped-files.ts";

const loans = "金额单位：元,,\n合同编号,债务人名称,本金余额\nA-1,示例甲公司,1000\nA-2,示例乙公司,2000\n";
const more = "金额单位：元,,\n合同编号,债务人名称,本金余额\nB-1,示例丙公司,3000\n";
const collateral = "金额单位：元,,,\n借款人名称,抵押物类型,坐落,评估价值\n示例甲公司,住宅,某市某路1号,500\n无此公司,住宅,某市某路2号,900\n";
const paid = "金额单位：元,,,\n合同编号,债务人名称,还款日期,还款金额\nA-1,示例甲公司,2024-05-31,12.5\n";

let dataFolder: string;
let desk: DeskWindow;
let files: Readonly<Record<"loans" | "more" | "collateral" | "paid", string>>;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  const write = (name: string, text: string) => {
    const path = join(dataFolder, name);
    writeFileSync(path, text);
    return path;
  };
  files = { loans: write("loans.csv", loans), more: write("more.csv", more), collateral: write("collateral.csv", collateral), paid: write("paid.csv", paid) };
  desk = await openDesk({ dataFolder, dialogs: { open: languages.flatMap(() => [[files.loans, files.collateral], [files.more]]) } });
});
afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

describe.each(languages)("several files of a seller (%s)", (language) => {
  const say = (key: TextKey, values?: Parameters<typeof textOf>[2]) => textOf(language, key, values);
  const sheet = (name: string) => desk.page.getByRole("region", { name, exact: true });
  const roleOf = (name: string) => sheet(name).getByRole("combobox", { name: say("pricing.tape.role"), exact: true });

  it("are chosen together, with one more added, and imported by their roles with the keyboard", async () => {
    const { page } = desk;
    await speak(page, language);
    await registerDeal(page, `Files ${language}`);
    await page.getByTestId("choose-file").press("Enter");
    await page.getByTestId("import-tape").waitFor();
    await stateDayAndYuan(page, language);
    expect(await roleOf("loans").inputValue()).toBe("loans");
    expect(await roleOf("collateral").inputValue()).toBe("collateral");
    // What was chosen stays when another file comes to it.
    await roleOf("collateral").selectOption("notes");
    await page.getByTestId("add-files").press("Enter");
    await sheet("more").waitFor();
    expect(await roleOf("collateral").inputValue()).toBe("notes");
    expect(await page.getByTestId("cut-off-date").inputValue()).toBe("2025-09-30");
    await roleOf("collateral").selectOption("collateral");
    await page.keyboard.press("ControlOrMeta+Enter");
    await page.getByTestId("rows-kept").waitFor();
    expect(await page.getByTestId("rows-kept").textContent()).toBe("3");
    await page.getByText(say("tape.code.collateralOrphan"), { exact: true }).waitFor();
    await page.getByRole("cell", { name: "loans.csv + collateral.csv + more.csv", exact: true }).waitFor();
  });

  it("are dropped on the screen together", async () => {
    const { page } = desk;
    await registerDeal(page, `Drop ${language}`);
    await dropFiles(desk, [files.loans, files.more, files.paid]);
    await sheet("loans").waitFor();
    await sheet("paid").waitFor();
    expect(await roleOf("paid").inputValue()).toBe("repayments");
    await stateDayAndYuan(page, language);
    await importTape(page);
    expect(await page.getByTestId("rows-kept").textContent()).toBe("3");
    expect(desk.pageErrors).toEqual([]);
  });
});
