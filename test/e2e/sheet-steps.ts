import type { Page } from "playwright";
import { sheetLooks } from "../../renderer/sheet/sheet-columns.ts";
import type { Language } from "../../shared/domain/codes.ts";
import type { SheetList } from "../../shared/domain/sheet-fields.ts";
import type { TapeField } from "../../shared/domain/tape-fields.ts";
import { textOf } from "./desk-texts.ts";
import type { DeskWindow } from "./desk-window.ts";

/*
 * Steps on the sheet of a tape. The canvas has a table behind it for who hears the screen, and the editor says at which cell the
 * keyboard is: that is what a test reads.
 */

/** Waits until the rows that are asked for are shown. */
export const rowsShown = (page: Page): Promise<void> => page.locator('[data-testid="sheet-grid"][data-waiting="false"]').waitFor();

export async function openSheet(page: Page): Promise<void> {
  await page.getByTestId("nav-sheet").click();
  await rowsShown(page);
  await page.getByTestId("glide-cell-0-0").waitFor({ state: "attached" });
}

/** The place of a field among a list's columns as the sheet has them at first. */
export const columnOf = (field: TapeField, list: SheetList = "loan"): number => sheetLooks[list].findIndex(({ key }) => key === field);

/** The editor, at a cell with this text and mark; rows count from 1. */
export async function atCell(page: Page, language: Language, column: string, row: number, text: string): Promise<void> {
  const name = textOf(language, "grid.cell", { column, row, text });
  await page.getByRole("combobox", { name, exact: true }).waitFor();
}

/** Goes to a cell by keys alone, from wherever the focus is in the grid. */
export async function goToCell(page: Page, field: TapeField, row: number, list: SheetList = "loan"): Promise<void> {
  await page.getByTestId("grid-editor").focus();
  await page.keyboard.press("Control+Home");
  for (let step = columnOf(field, list); step > 0; step -= 1) await page.keyboard.press("ArrowRight");
  for (let step = 1; step < row; step += 1) await page.keyboard.press("ArrowDown");
}

/** Text on the clipboard, pasted by the key for it. */
export async function pasteText({ app, page }: DeskWindow, text: string): Promise<void> {
  await app.evaluate(({ clipboard }, given) => clipboard.writeText(given), text);
  await page.keyboard.press("Control+v");
}

/** The highest bid, once it is that of the rows as they are. */
export async function bidNow(page: Page): Promise<string> {
  await page.locator('[data-testid="sheet-bid-state"][data-state="current"]').waitFor();
  return (await page.getByTestId("sheet-bid").textContent()) ?? "";
}
