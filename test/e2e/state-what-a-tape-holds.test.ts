import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Page } from "playwright";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import type { TextKey } from "../../shared/locales/texts.ts";
import { chooseTape, editDealKind, importTape, openWorkbench, priced, registerDeal, speak, stateDayAndYuan } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, projectRoot, removeFolder } from "./desk-window.ts";
import { dropFiles } from "./dropped-files.ts";

/** Ten corporate loans in ten thousands, whose list says nothing of unit, currency or date. */
const rows = Array.from(
  { length: 10 },
  (_, at) => `HT-2021-${String(at + 1).padStart(4, "0")},示例${"甲乙丙丁戊己庚辛壬癸"[at]}实业有限公司,${880 + at}.50,${40 + at}.25`,
);
const silent = ["合同编号,债务人名称,本金余额,利息", ...rows].join("\n");
/** Twelve thousand card, consumer and business loans. */
const retailTape = resolve(import.meta.dirname, "../fixtures/retail-package-gb18030.csv");
/** The same with a title that says all three. */
const stated = ["示例银行不良资产清单,,,", "单位：人民币万元,,基准日：2025年9月30日,", silent].join("\n");

let dataFolder: string;
let desk: DeskWindow;
let silentTape: string;
let statedTape: string;
let emptyTape: string;
let headTape: string;

beforeAll(async () => {
  dataFolder = await newDataFolder();
  // Names that the driver can drag: it hands over no others where the system has no UTF-8 locale.
  [silentTape, statedTape, emptyTape] = [join(dataFolder, "silent.csv"), join(dataFolder, "Luoyang_2025_2.csv"), join(dataFolder, "empty.csv")];
  headTape = join(dataFolder, "heads.csv");
  writeFileSync(headTape, "合同编号,债务人名称,本金余额,利息");
  writeFileSync(silentTape, silent);
  writeFileSync(statedTape, stated);
  writeFileSync(emptyTape, "");
  desk = await openDesk({ dataFolder, dialogs: { open: languages.flatMap(() => [headTape, silentTape, statedTape, retailTape]) } });
});

afterAll(async () => {
  await desk.quit();
  await removeFolder(dataFolder);
});

const importButton = (page: Page, state: "enabled" | "disabled") => page.locator(`[data-testid="import-tape"]:${state}`);

describe.each(languages)("a tape is imported in %s", (language) => {
  const say = (key: TextKey, values?: Parameters<typeof textOf>[2]) => textOf(language, key, values);

  it("not from a header alone, which says so and asks for nothing else", async () => {
    const { page } = desk;
    await speak(page, language);
    await registerDeal(page, `${language} 0`);
    await chooseTape(page);
    await page.getByRole("alert").getByRole("listitem").getByText(say("pricing.tape.problem.noLoanRows"), { exact: true }).waitFor();
    expect(await page.getByRole("alert").getByRole("listitem").count()).toBe(1);
    await importButton(page, "disabled").waitFor();
  });

  it("once unit, cut-off date and currency are stated, all by keyboard", async () => {
    const { page } = desk;
    await registerDeal(page, `${language} 1`);
    await chooseTape(page);
    for (const key of ["cutOffMissing", "currencyMissing"] as const)
      await page
        .getByRole("listitem")
        .filter({ hasText: new RegExp(`^${say(`pricing.tape.problem.${key}`).replaceAll(/[()（）]/g, "\\$&")}$`) })
        .waitFor();
    await importButton(page, "disabled").waitFor();

    await page.getByTestId("unit-proposal-loans-take").press("Enter");
    expect(await page.getByTestId("unit-loans").inputValue()).toBe("wanYuan");
    await page.getByTestId("unit-proposal-loans").waitFor({ state: "detached" });

    const day = page.getByTestId("cut-off-date");
    await day.focus();
    await page.keyboard.type("2025-9-31");
    await page.keyboard.press("Tab");
    await page.getByText(say("typed.noSuchDay"), { exact: true }).waitFor();
    await day.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("2025年9月30日");
    await page.keyboard.press("Tab");
    expect(await day.inputValue()).toBe("2025-09-30");
    await importButton(page, "disabled").waitFor();

    const currency = page.getByRole("combobox", { name: say("pricing.tape.currency"), exact: true });
    const yuan = say("pricing.tape.currencyOf.CNY");
    await currency.press("Enter");
    await page.getByRole("option", { name: say("pricing.tape.currencyOf.other"), exact: true }).press("Enter");
    await page
      .getByRole("listitem")
      .filter({ hasText: new RegExp(`^${say("pricing.tape.problem.otherCurrency")}$`) })
      .waitFor();
    await importButton(page, "disabled").waitFor();
    await currency.press("Enter");
    await page.getByRole("option", { name: yuan, exact: true }).press("Enter");

    await importButton(page, "enabled").press("Enter");
    await page.getByTestId("rows-in").waitFor();
    expect(await page.getByTestId("rows-kept").textContent()).toBe("10");
    await page.getByTestId("nav-deals").click();
  });

  it("not while another unit is chosen than the file states, unless that is confirmed; the plausible one is proposed", async () => {
    const { page } = desk;
    await registerDeal(page, `${language} 2`);
    await chooseTape(page);
    await importButton(page, "enabled").waitFor();
    expect(await page.getByTestId("cut-off-date").inputValue()).toBe("2025-09-30");
    expect(await page.getByTestId("unit-loans").inputValue()).toBe("wanYuan");

    await page.getByTestId("unit-loans").selectOption("yuan");
    await importButton(page, "disabled").waitFor();
    const doubts = page.getByTestId("doubts-loans");
    await doubts.waitFor();
    await page.getByTestId("unit-proposal-loans").waitFor();
    await doubts.getByRole("checkbox").press("Space");
    await importButton(page, "enabled").waitFor();
    await doubts.getByRole("checkbox").press("Space");
    await page.getByTestId("unit-proposal-loans-take").press("Enter");
    await doubts.waitFor({ state: "detached" });
    await importTape(page);
    expect(await page.getByTestId("rows-kept").textContent()).toBe("10");
  });

  it("of retail loans with the assumptions of a retail deal: a positive bid out of the box, and why it is no market price", async () => {
    const { page } = desk;
    const name = `${language} 3`;
    await registerDeal(page, name, say("code.dealKind.retailBulk"));
    await chooseTape(page);
    await page.getByTestId("unit-loans").selectOption("yuan");
    await stateDayAndYuan(page, language);
    await importTape(page);
    expect(await page.getByTestId("rows-kept").textContent()).toBe("12,000");
    await openWorkbench(page);
    const retailSet = language === "zh" ? "默认假设（个贷批量包）" : "Default assumptions (retail bulk)";
    expect(await page.getByTestId("assumption-set").textContent()).toBe(say("setOfDeal.line", { name: retailSet, asOf: "2025-11-30" }));
    const bid = page.getByTestId("max-bid-base");
    expect(await bid.textContent()).toBe("546.49");
    expect(await page.getByTestId("market-check").textContent()).toContain("2.81%");

    // Another kind: unedited assumptions follow it, edited ones stay until the user says otherwise.
    await editDealKind(page, name, say("code.dealKind.corporateBulk"), language);
    await openWorkbench(page);
    expect(await page.getByTestId("assumption-set").textContent()).toContain(language === "zh" ? "对公批量包" : "corporate bulk");
    await page.getByTestId("bid-remark-noPrice").waitFor();
    await page.getByTestId("hurdle-rate").fill("13");
    await page.keyboard.press("Tab");
    await priced(page);
    await editDealKind(page, name, say("code.dealKind.retailBulk"), language);
    await openWorkbench(page);
    await page.getByTestId("set-offer-change").click();
    await page
      .getByRole("dialog")
      .getByRole("button", { name: say("pricing.sets.apply"), exact: true })
      .click();
    await page.getByTestId("set-offer").waitFor({ state: "detached" });
    await page.locator('[data-testid="max-bid-base"]', { hasText: /^546\.49$/ }).waitFor();
    await page.getByTestId("nav-deals").click();
  });

  it("that is dropped on the register begins a deal, with what the file says of it", async () => {
    const { page } = desk;
    await page.getByTestId("nav-deals").click();
    await page.getByTestId("new-deal").waitFor();
    await dropFiles(desk, [statedTape], async () => {
      expect(await page.getByTestId("drop-says").textContent()).toBe(say("drop.register"));
    });
    await page.getByTestId("deal-tape").waitFor();
    expect(await page.getByTestId("deal-name").inputValue()).toBe("Luoyang 2025 2");
    expect(await page.getByTestId("deal-seller").inputValue()).toBe("示例银行");
    expect(await page.getByTestId("deal-cutOffDate").inputValue()).toBe("2025-09-30");
    expect(await page.getByTestId("deal-unit").textContent()).toContain(say("tape.unit.wanYuan"));
    await page.getByTestId("deal-name").fill(`${language} 4`);
    await page.getByTestId("dialog-save").click();
    await importButton(page, "enabled").waitFor();
    await page.getByText("Luoyang_2025_2.csv", { exact: true }).and(page.locator("b")).waitFor();
    expect(await page.getByTestId("unit-loans").inputValue()).toBe("wanYuan");
    expect(await page.getByTestId("cut-off-date").inputValue()).toBe("2025-09-30");
  });

  it("that is dropped on a deal's own screen is chosen; folders and other kinds are refused with a sentence, and elsewhere it is said where", async () => {
    const { page } = desk;
    await registerDeal(page, `${language} 5`);
    const refused = async (files: readonly string[], says: "drop.otherKind" | "drop.elsewhere" | "drop.dialog") => {
      const cursor = await dropFiles(desk, files, async () => {
        expect(await page.getByTestId("drop-says").textContent()).toBe(say(says));
      });
      expect(cursor).toBe("none");
      await page.getByText(say(says), { exact: true }).waitFor();
    };
    await refused([join(projectRoot, "README.md")], "drop.otherKind");
    await refused([silentTape, join(projectRoot, "README.md")], "drop.otherKind");
    // What a folder is shows only when it is let go.
    const cursor = await dropFiles(desk, [dataFolder], async () => {
      expect(await page.getByTestId("drop-says").textContent()).toBe(say("drop.tapeIfTape"));
    });
    expect(cursor).toBe("copy");
    const alert = page.getByRole("alert").filter({ has: page.getByText(say("common.errorCode", { code: "drop.folder" }), { exact: true }) });
    expect(await alert.textContent()).toContain(say("error.drop.folder"));
    expect(await page.getByRole("alert").count()).toBe(1);
    await page.getByTestId("nav-market").click();
    await page.getByTestId("drop-failure").waitFor({ state: "detached" });
    await page.getByTestId("nav-tape").click();
    await page.getByTestId("choose-file").waitFor();
    await dropFiles(desk, [silentTape], async () => {
      expect(await page.getByTestId("drop-says").textContent()).toBe(say("drop.tape"));
    });
    const mapped = (fileName: string) => page.getByText(fileName, { exact: true }).and(page.locator("b")).waitFor();
    await mapped("silent.csv");
    await page.getByTestId("unit-loans").selectOption("wanYuan");
    await dropFiles(desk, [emptyTape]);
    expect(await page.getByTestId("drop-failure").textContent()).toContain("empty.csv");
    await mapped("silent.csv");
    expect(await page.getByTestId("unit-loans").inputValue()).toBe("wanYuan");
    await dropFiles(desk, [statedTape]);
    await page.getByTestId("replace-tape").waitFor();
    expect(await page.getByTestId("drop-failure").count()).toBe(0);
    expect(await page.getByRole("dialog").textContent()).toContain(say("drop.replaceText", { fileName: "silent.csv", newName: "Luoyang_2025_2.csv" }));
    await page.keyboard.press("Escape");
    await page.getByTestId("replace-tape").waitFor({ state: "detached" });
    await mapped("silent.csv");
    expect(await page.getByTestId("unit-loans").inputValue()).toBe("wanYuan");
    await dropFiles(desk, [statedTape]);
    await page.getByTestId("replace-tape").click();
    await mapped("Luoyang_2025_2.csv");
    expect(await page.getByTestId("cut-off-date").inputValue()).toBe("2025-09-30");
    await page.getByTestId("nav-market").click();
    await refused([statedTape], "drop.elsewhere");
    await page.getByTestId("nav-deals").click();
    await page.getByTestId("new-deal").click();
    await page.getByTestId("deal-name").waitFor();
    await refused([statedTape], "drop.dialog");
    expect(await page.getByTestId("deal-name").inputValue()).toBe("");
    expect(await page.evaluate(() => location.origin)).toBe("app://desk");
    await page.keyboard.press("Escape");
    await page.getByTestId("deal-name").waitFor({ state: "detached" });
  });

  it("raises no error in the window", () => {
    expect(desk.pageErrors).toEqual([]);
  });
});
