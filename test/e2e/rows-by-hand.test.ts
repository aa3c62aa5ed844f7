import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { languages } from "../../shared/domain/codes.ts";
import { axeFindings } from "./axe-findings.ts";
import { openSampleDeal, openWorkbench, registerDeal, speak, stored } from "./desk-steps.ts";
import { textOf } from "./desk-texts.ts";
import { type DeskWindow, newDataFolder, openDesk, removeFolder } from "./desk-window.ts";
import { atCell, bidNow, columnOf, goToCell, openSheet, rowsShown } from "./sheet-steps.ts";

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

describe.each(languages)("in %s", (language) => {
  const say = (key: Parameters<typeof textOf>[1], values?: Parameters<typeof textOf>[2]) => textOf(language, key, values);
  const head = (field: "contractNo" | "branch" | "address") => say(`tape.field.${field}`);
  const added = (text: string) => `${text} · ${say("tapeSheet.mark.added")}`;

  it("a loan is added, priced, taken away and brought back", async () => {
    const { page } = desk;
    await speak(page, language);
    await page.getByTestId("nav-deals").click();
    await openSampleDeal(page);
    await openSheet(page);
    const before = await bidNow(page);
    const loans = await page.getByTestId("sheet-loans").textContent();
    await page.getByTestId("add-row").click();
    await page.getByTestId("new-contractNo").fill(`手工-${language}`);
    await page.getByTestId("save-row").click();
    await page.getByTestId("new-principal").locator('xpath=self::*[@aria-invalid="true"]').waitFor();
    await page.getByTestId("new-principal").fill("5000万元");
    await page.getByTestId("save-row").click();
    await page.getByTestId("save-row").waitFor({ state: "detached" });
    await atCell(page, language, head("contractNo"), Number(loans) + 1, added(`手工-${language}`));
    expect(await bidNow(page)).not.toBe(before);
    expect(await page.getByTestId("sheet-loans").textContent()).toBe(String(Number(loans) + 1));
    await page.keyboard.press("Shift+F10");
    await page.getByTestId("place-removeSheetRows").click();
    await page.getByTestId("remove-rows").click();
    await page.getByTestId("remove-rows").waitFor({ state: "detached" });
    await page
      .getByTestId("sheet-loans")
      .and(page.getByText(loans ?? "", { exact: true }))
      .waitFor();
    expect(await bidNow(page)).toBe(before);
    await goToCell(page, "contractNo", 1);
    await page.keyboard.press("Control+z");
    await page
      .getByTestId("sheet-loans")
      .and(page.getByText(String(Number(loans) + 1), { exact: true }))
      .waitFor();
    await page.keyboard.press("Control+z");
    await page
      .getByTestId("sheet-loans")
      .and(page.getByText(loans ?? "", { exact: true }))
      .waitFor();
    expect(await bidNow(page)).toBe(before);
  });

  it("an item is added to a loan", async () => {
    const { page } = desk;
    await page.getByTestId("sheet-collateral").click();
    await rowsShown(page);
    await goToCell(page, "contractNo", 1, "collateral");
    await page.getByTestId("add-row").click();
    await page.getByTestId("new-address").fill(`新址 ${language}`);
    await page.getByTestId("new-appraisal").fill("100");
    await page.getByTestId("save-row").click();
    await page.getByTestId("save-row").waitFor({ state: "detached" });
    await page.locator(`[data-testid="grid-editor"][aria-label$="${added("")}"]`).waitFor();
    await page.keyboard.press("Home");
    for (let step = columnOf("address", "collateral"); step > 0; step -= 1) await page.keyboard.press("ArrowRight");
    await page.locator(`[data-testid="grid-editor"][aria-label*="${added(`新址 ${language}`)}"]`).waitFor();
    await page.getByTestId("sheet-loan").click();
    await rowsShown(page);
  });

  it("a text is found, cell after cell, and replaced, in one step", async () => {
    const { page } = desk;
    await goToCell(page, "branch", 1);
    await page.keyboard.type(`旧行 ${language}`);
    await page.keyboard.press("Enter");
    await page.keyboard.type(`旧行 ${language} 二`);
    await page.keyboard.press("Enter");
    await atCell(page, language, head("branch"), 3, "");
    await page.keyboard.press("Control+Home");
    await page.keyboard.press("Control+f");
    await page.getByTestId("find-text").fill(`旧行 ${language}`);
    await page.keyboard.press("Enter");
    await page
      .getByTestId("grid-editor")
      .and(
        page.getByRole("combobox", {
          name: say("grid.cell", { column: head("branch"), row: 1, text: `旧行 ${language} · ${say("tapeSheet.mark.edited")}` }),
          exact: true,
        }),
      )
      .waitFor();
    await page.keyboard.press("Enter");
    await atCell(page, language, head("branch"), 2, `旧行 ${language} 二 · ${say("tapeSheet.mark.edited")}`);
    await page.getByTestId("find-replacement").fill("新行");
    await page.getByTestId("replace-all").click();
    await atCell(page, language, head("branch"), 2, `新行 二 · ${say("tapeSheet.mark.edited")}`);
    expect(await axeFindings(page)).toEqual([]);
    await page.getByTestId("find-text").focus();
    await page.keyboard.press("Escape");
    await goToCell(page, "branch", 2);
    for (const text of [`旧行 ${language} 二 · ${say("tapeSheet.mark.edited")}`, ""]) {
      await page.keyboard.press("Control+z");
      await atCell(page, language, head("branch"), 2, text);
    }
    await page.keyboard.press("Control+z");
    await goToCell(page, "branch", 1);
    await atCell(page, language, head("branch"), 1, "");
  });

  it("a single loan is priced without any file, from the empty tape's screen on", async () => {
    const { page } = desk;
    await registerDeal(page, `手工 ${language}`);
    await page.getByTestId("tape-by-hand").click();
    await page.getByTestId("start-by-hand").click();
    await page.getByTestId("new-contractNo").fill("HT-1");
    await page.getByTestId("new-debtorName").fill("甲公司");
    await page.getByTestId("new-cut-off").fill("2025-09-30");
    const { dealId } = (await page.evaluate(() => /=(?<dealId>\d+)/.exec(location.hash)?.groups)) as { readonly dealId: string };
    await stored(desk, "drafts.of", { form: "startByHand", dealId: Number(dealId) }, "2025-09-30");
    await page.reload();
    await page.getByTestId("draft-note").waitFor();
    await page.locator('[data-testid="new-debtorName"][value="甲公司"]').waitFor();
    await page.keyboard.press("Escape");
    await page.getByTestId("dialog-keep").press("Enter");
    await page.getByTestId("new-principal").fill("1000");
    await page.getByTestId("save-row").click();
    await page
      .getByTestId("glide-cell-0-0")
      .and(page.getByText("HT-1", { exact: true }))
      .waitFor({ state: "attached" });
    await bidNow(page);
    expect(await page.getByTestId("sheet-loans").textContent()).toBe("1");
    await page.keyboard.press("Control+z");
    await page.getByTestId("start-by-hand").waitFor();
    await page.getByText(say("journal.undone", { step: say("journal.step.startedByHand") }), { exact: true }).waitFor();
    await page.keyboard.press("Control+y");
    await bidNow(page);
    await openWorkbench(page);
  });
});
