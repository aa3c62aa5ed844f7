import type { CDPSession } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Language, languages } from "../../shared/domain/codes.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { openSampleDeal, speak } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";
import { pasted } from "./pasted.ts";
import { atCell, bidNow, columnOf, goToCell, openSheet, pasteText, rowsShown } from "./sheet-steps.ts";

let dataFolder: string;
let desk: DeskWindow;
beforeAll(async () => {
  dataFolder = await newDataFolder();
  desk = await openDesk({ dataFolder });
  await openSampleDeal(desk.page);
});
afterAll(async () => {
  await desk?.quit();
  await removeFolder(dataFolder);
});

const say = (language: Language, key: TextKey, values?: Parameters<typeof textOf>[2]) => textOf(language, key, values);
const unitOf = { zh: "万元", en: "10k yuan" } as const;
const amountHead = (language: Language, field: TapeField) =>
  say(language, "tapeSheet.headWithUnit", { name: say(language, `tape.field.${field}`), unit: unitOf[language] });
const marked = (language: Language, text: string, mark: "edited" | "added" | "refused" | "pending") => `${text} · ${say(language, `tapeSheet.mark.${mark}`)}`;
const cell = (field: TapeField, row: number) => desk.page.getByTestId(`glide-cell-${columnOf(field)}-${row - 1}`);

describe.each(languages)("in %s", (language) => {
  const head = (field: TapeField) => say(language, `tape.field.${field}`);

  it("a cell takes typing, the bid follows, and undo brings both back, also after the app was killed", async () => {
    await speak(desk.page, language);
    await openSheet(desk.page);
    const before = await bidNow(desk.page);
    await goToCell(desk.page, "principal", 1);
    const seller = await cell("principal", 1).textContent();
    await desk.page.keyboard.type("1.2亿");
    await desk.page.getByText(say(language, "tapeSheet.readAs", { value: `12,000.00 ${unitOf[language]}` }), { exact: true }).waitFor();
    await desk.page.keyboard.press("Enter");
    await desk.page.keyboard.press("ArrowUp");
    await atCell(desk.page, language, amountHead(language, "principal"), 1, marked(language, "12,000.00", "edited"));
    expect(await bidNow(desk.page)).not.toBe(before);
    const ended = new Promise((settle) => desk.app.process().once("exit", settle));
    desk.app.process().kill("SIGKILL");
    await ended;
    desk = await openDesk({ dataFolder });
    await openSheet(desk.page);
    await goToCell(desk.page, "principal", 1);
    await desk.page.keyboard.press("Control+z");
    await atCell(desk.page, language, amountHead(language, "principal"), 1, seller ?? "");
    expect(await bidNow(desk.page)).toBe(before);
    await desk.page.keyboard.press("Control+y");
    await atCell(desk.page, language, amountHead(language, "principal"), 1, marked(language, "12,000.00", "edited"));
    await desk.page.keyboard.press("Control+z");
    await atCell(desk.page, language, amountHead(language, "principal"), 1, seller ?? "");
  });

  it("what can't be read stays in its cell with the reason and its code, until it is mended", async () => {
    const { page } = desk;
    await goToCell(page, "maturityDate", 2);
    const seller = await cell("maturityDate", 2).textContent();
    await page.keyboard.type("3/4/2025");
    await page.keyboard.press("Enter");
    const place = `${(await cell("contractNo", 2).textContent()) ?? ""} · ${head("maturityDate")}`;
    const refused = say(language, "tapeSheet.refusedAt", { place, text: "3/4/2025" });
    const reason = say(language, "tapeSheet.refusalWithCode", { sentence: say(language, "typed.dayOrMonthFirst"), code: "typed.dayOrMonthFirst" });
    await page.getByText(`${refused}${reason}`, { exact: true }).waitFor();
    await page.keyboard.press("ArrowUp");
    await atCell(page, language, head("maturityDate"), 2, marked(language, "3/4/2025", "refused"));
    await page.keyboard.press("F2");
    expect(await page.getByTestId("grid-editor").inputValue()).toBe("3/4/2025");
    await page.keyboard.press("Escape");
    await page.getByTestId("give-up-cell").click();
    await page.getByTestId("refused-cell").waitFor({ state: "detached" });
    await goToCell(page, "maturityDate", 2);
    await atCell(page, language, head("maturityDate"), 2, seller ?? "");

    // Undo gives the refused text up first, and leaves the edit that was made before it.
    const edited = await cell("maturityDate", 3).textContent();
    await goToCell(page, "maturityDate", 3);
    await page.keyboard.type("2025-03-04");
    await page.keyboard.press("Enter");
    await goToCell(page, "maturityDate", 3);
    await atCell(page, language, head("maturityDate"), 3, marked(language, "2025-03-04", "edited"));
    await goToCell(page, "maturityDate", 2);
    await page.keyboard.type("3/4/2025");
    await page.keyboard.press("Enter");
    await page.getByTestId("refused-cell").waitFor();
    await page.keyboard.press("ControlOrMeta+z");
    await page.getByText(say(language, "journal.givenUp"), { exact: true }).waitFor();
    await page.getByTestId("refused-cell").waitFor({ state: "detached" });
    await goToCell(page, "maturityDate", 3);
    await atCell(page, language, head("maturityDate"), 3, marked(language, "2025-03-04", "edited"));
    await page.keyboard.press("ControlOrMeta+z");
    await atCell(page, language, head("maturityDate"), 3, edited ?? "");
  });

  it("Chinese is composed in a cell of every kind, and the Enter that ends a composition leaves the cell open", async () => {
    const { page } = desk;
    const session: CDPSession = await page.context().newCDPSession(page);
    const compose = async (text: string) => {
      await session.send("Input.imeSetComposition", { text: "pin", selectionStart: 3, selectionEnd: 3 });
      await session.send("Input.insertText", { text });
    };
    for (const [field, text, shown] of [
      ["debtorName", "张三公司", "张三公司"],
      ["debtorId", "甲一二三", "甲一二三"],
      ["fiveTierClass", "损失", say(language, "code.fiveTierClass.loss")],
      ["principal", "三百万元", "300.00"],
      ["maturityDate", "二〇二五年三月五日", "2025-03-05"],
      ["daysPastDue", "184天", "184"],
    ] as const) {
      await goToCell(page, field, 3);
      const before = await cell(field, 3).textContent();
      await compose(text);
      expect(await page.getByTestId("grid-editor").inputValue()).toBe(text);
      await page.keyboard.press("Enter");
      await page.keyboard.press("ArrowUp");
      const title = field === "principal" ? amountHead(language, field) : head(field);
      await atCell(page, language, title, 3, marked(language, shown, "edited"));
      await page.keyboard.press("Control+z");
      await atCell(page, language, title, 3, before ?? "");
    }
    await session.detach();
  });

  it("a composition that is given up leaves the cell as it was", async () => {
    const { page } = desk;
    const session = await page.context().newCDPSession(page);
    await goToCell(page, "debtorName", 3);
    const before = (await cell("debtorName", 3).textContent()) ?? "";
    await session.send("Input.imeSetComposition", { text: "zhang", selectionStart: 5, selectionEnd: 5 });
    await page.locator('[data-editing="true"]').waitFor();
    await session.send("Input.imeSetComposition", { text: "", selectionStart: 0, selectionEnd: 0 });
    await page.keyboard.press("Escape");
    await page.locator('[data-editing="false"]').waitFor({ state: "attached" });
    await atCell(page, language, head("debtorName"), 3, before);
    await session.detach();
  });

  it("cells of a spreadsheet are pasted, copied, filled and emptied, each as one step", async () => {
    const { page } = desk;
    await goToCell(page, "branch", 1);
    await pasteText(desk, "一支行\t批发\r\n二支行\t零售\r\n");
    await page.getByText(say(language, "tapeSheet.changed", { count: 4 }), { exact: true }).waitFor();
    await goToCell(page, "industry", 2);
    await atCell(page, language, head("industry"), 2, marked(language, "零售", "edited"));
    await goToCell(page, "branch", 1);
    await page.keyboard.press("Shift+ArrowRight");
    await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+c");
    expect((await pasted(desk)).text).toBe("一支行\t批发\n二支行\t零售");
    await goToCell(page, "branch", 2);
    for (let row = 0; row < 3; row += 1) await page.keyboard.press("Shift+ArrowDown");
    await page.keyboard.press("Control+d");
    await page.getByText(say(language, "tapeSheet.changed", { count: 3 }), { exact: true }).waitFor();
    await goToCell(page, "branch", 5);
    await atCell(page, language, head("branch"), 5, marked(language, "二支行", "edited"));
    await page.keyboard.press("Delete");
    await atCell(page, language, head("branch"), 5, "");
    for (const [row, text] of [
      [5, "二支行"],
      [5, ""],
    ] as const) {
      await page.keyboard.press("Control+z");
      await atCell(page, language, head("branch"), row, text === "" ? "" : marked(language, text, "edited"));
    }
    await page.keyboard.press("Control+z");
    await goToCell(page, "branch", 1);
    await atCell(page, language, head("branch"), 1, "");
  });

  it("a paste that doesn't fit asks first, and writes the rest only where that is said", async () => {
    const { page } = desk;
    await goToCell(page, "maturityDate", 1);
    const seller = (await cell("maturityDate", 1).textContent()) ?? "";
    await pasteText(desk, "2025-03-05\r\n3/4/2025\r\n2025-03-07");
    await page.getByTestId("write-nothing").click();
    await page.getByTestId("writing-question").waitFor({ state: "detached" });
    await atCell(page, language, head("maturityDate"), 1, seller);
    await pasteText(desk, "2025-03-05\r\n3/4/2025\r\n2025-03-07");
    await page.getByTestId("write-rest").click();
    await page.getByText(say(language, "tapeSheet.changed", { count: 2 }), { exact: true }).waitFor();
    await atCell(page, language, head("maturityDate"), 1, marked(language, "2025-03-05", "edited"));
    await page.keyboard.press("Control+z");
    await atCell(page, language, head("maturityDate"), 1, seller);
  });

  it("the seller's value is said, and comes back; every edit is listed with its reason", async () => {
    const { page } = desk;
    await goToCell(page, "branch", 1);
    await page.getByTestId("sheet-why").fill(`电话核实 ${language}`);
    await goToCell(page, "branch", 1);
    const value = `总行 ${language}`;
    await page.keyboard.type(value);
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await atCell(page, language, head("branch"), 1, marked(language, value, "edited"));
    await page.keyboard.press("Shift+F10");
    await page.getByTestId("place-cellHistory").click();
    await page.getByTestId("cell-history").getByText(`电话核实 ${language}`, { exact: true }).waitFor();
    await page.getByTestId("reset-cell").click();
    await page.getByTestId("cell-history").waitFor({ state: "detached" });
    await goToCell(page, "branch", 1);
    await atCell(page, language, head("branch"), 1, "");
    await page.getByTestId("open-edits").click();
    const place = `${(await cell("contractNo", 1).textContent()) ?? ""} · ${head("branch")}`;
    const change = say(language, "tapeSheet.changeOf", { place, old: value, new: say(language, "tapeSheet.nothing") });
    await page.getByTestId("all-edits").getByText(change, { exact: true }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("all-edits").waitFor({ state: "detached" });
    await page.getByTestId("sheet-why").fill("");
  });

  it("rows are narrowed and sorted by a column, and numbers of persons are hidden until they are asked for", async () => {
    const { page } = desk;
    await goToCell(page, "debtorId", 1);
    const seller = (await cell("debtorId", 1).textContent()) ?? "";
    await page.keyboard.type("410305198811072319");
    await page.keyboard.press("Enter");
    await page.keyboard.press("ArrowUp");
    await atCell(page, language, head("debtorId"), 1, marked(language, "410•••••••••••2319", "edited"));
    await page.getByTestId("reveal-numbers").click();
    await goToCell(page, "debtorId", 1);
    await atCell(page, language, head("debtorId"), 1, marked(language, "410305198811072319", "edited"));
    await page.getByTestId("reveal-numbers").click();
    await page.getByTestId("sheet-search").fill("没有这个债务人");
    await page.getByTestId("clear-search").click();
    await rowsShown(page);
    await goToCell(page, "debtorId", 1);
    await page.keyboard.press("Control+z");
    await atCell(page, language, head("debtorId"), 1, seller);
  });
});
