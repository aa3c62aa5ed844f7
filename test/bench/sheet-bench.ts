import { mkdtempSync, rmSync } from "node:fs";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { type SheetView, wholeSheet } from "../../shared/contract/sheet-channels.ts";
import { chooseTape, importTape, openWorkbench, registerDeal, speak, stateDayAndYuan } from "../e2e/desk-steps.ts";
import { openDesk, removeFolder } from "../e2e/desk-window.ts";
import { goToCell, openSheet, rowsShown } from "../e2e/sheet-steps.ts";
import { writeLoanList } from "./loan-list.ts";

/*
 * sheet-bench.ts [LOANS ...]: the sheet of a tape in the real window. Frames while it is scrolled and while it jumps, sorting and
 * filtering to the first rows, a cell to its new bid, a paste of 5,000 × 6 cells and its undo. Needs a display.
 */
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [20_000];
const folder = mkdtempSync(join(tmpdir(), "sheet-bench-"));
const [edits, warmUps, tries] = [15, 3, 5];
const pastedRows = 5000;
const pastedFields = ["principal", "interest", "fees", "branch", "industry", "product"] as const;

const sorted = (values: readonly number[]) => values.toSorted((left, right) => left - right);
const at = (values: readonly number[], share: number) => Math.round((sorted(values)[Math.floor(values.length * share)] ?? Number.NaN) * 10) / 10;
const spread = (values: readonly number[]) => ({ median: at(values, 0.5), p95: at(values, 0.95), most: at(values, 0.9999) });

/** Milliseconds between frames while the grid's scroller moves by so much in each; a negative step jumps about. */
const frames = (page: Page, step: number) =>
  page.evaluate(async (by) => {
    const scroller = document.querySelector('[data-testid="sheet-grid"] .dvn-scroller');
    if (scroller === null) throw new Error("the sheet is not there");
    const took: number[] = [];
    let before = await new Promise<number>(requestAnimationFrame);
    for (let frame = 0; frame < 200; frame += 1) {
      scroller.scrollTop = by < 0 ? ((frame * 7919) % 1000) * (scroller.scrollHeight / 1000) : scroller.scrollTop + by;
      const now = await new Promise<number>(requestAnimationFrame);
      took.push(now - before);
      before = now;
    }
    return took.slice(20);
  }, step);

/** Milliseconds until the first rows of a view are in the page. */
const asked = (page: Page, dealId: number, change: Partial<SheetView>) =>
  page.evaluate(
    async ([id, view]) => {
      const from = performance.now();
      const answer = await window.desk.call("sheet.rows", { dealId: id, list: "loan", view, offset: 0, limit: 100 });
      if (!answer.ok) throw new Error(answer.code);
      return performance.now() - from;
    },
    [dealId, { ...wholeSheet, ...change }] as const,
  );

/** Milliseconds from Enter in a cell to the paint of the bid that it gives. */
async function cellToBid(page: Page, amount: number): Promise<number> {
  await goToCell(page, "principal", 1);
  await page.keyboard.type(String(amount));
  const painted = await page.evaluateHandle(() => {
    const bid = document.querySelector('[data-testid="sheet-bid"]');
    if (bid === null) throw new Error("the bid is not there");
    let from = Number.NaN;
    document.addEventListener("keydown", () => (from = performance.now()), { once: true, capture: true });
    const took = new Promise<number>((settle) => {
      new MutationObserver((_, observer) => {
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => settle(performance.now() - from), 0));
      }).observe(bid, { subtree: true, childList: true, characterData: true });
    });
    return { took };
  });
  await page.keyboard.press("Enter");
  return painted.evaluate(({ took }) => took);
}

/** Milliseconds of an edit of 5,000 × 6 cells as a paste hands it over, and of its undo, each with the first rows that show it. */
const pasteAndUndo = (page: Page, dealId: number, mark: number) =>
  page.evaluate(
    async ([id, rows, fields, unlike, view]) => {
      const call = async <N extends Parameters<typeof window.desk.call>[0]>(channel: N, input: Parameters<typeof window.desk.call<N>>[1]) => {
        const answer = await window.desk.call(channel, input);
        if (!answer.ok) throw new Error(answer.code);
        return answer.value;
      };
      const { rowIds } = await call("sheet.rowIds", { dealId: id, list: "loan", view, offset: 0, limit: rows });
      const cells = rowIds.flatMap((rowId, row) => fields.map((field, column) => ({ rowId, field, text: `${1000 + row + column + unlike}` })));
      const first = () => call("sheet.rows", { dealId: id, list: "loan", view, offset: 0, limit: 100 });
      const from = performance.now();
      const { changed } = await call("sheet.edit", { dealId: id, list: "loan", cells, unit: "yuan", why: "", cause: "pasted", skipUnreadable: false });
      await first();
      const between = performance.now();
      await call("journal.move", { stack: { area: "deal", dealId: id }, way: "undo", stepId: null });
      await first();
      return { changed, paste: between - from, undo: performance.now() - between };
    },
    [dealId, pastedRows, pastedFields, mark, wholeSheet] as const,
  );

for (const loans of counts) {
  const list = join(folder, `${loans}.csv`);
  await writeLoanList(list, loans);
  const desk = await openDesk({ dialogs: { open: [list] } });
  const { page } = desk;
  await speak(page, "zh");
  await registerDeal(page, "测速");
  page.context().setDefaultTimeout(900_000);
  await chooseTape(page);
  await stateDayAndYuan(page, "zh");
  await importTape(page);
  await openWorkbench(page);
  await page.getByTestId("max-bid-base").waitFor();
  const answer = await page.evaluate(() => window.desk.call("deals.list", { archived: false }));
  const dealId = answer.ok ? (answer.value[0]?.id ?? 0) : 0;
  await openSheet(page);
  const scrolling = spread(await frames(page, 75));
  const jumping = spread(await frames(page, -1));
  await page.getByTestId("grid-editor").focus();
  await page.keyboard.press("Control+End");
  await page
    .locator(`[data-testid$="-${loans - 1}"][role="gridcell"]`)
    .last()
    .waitFor({ state: "attached" });
  await rowsShown(page);
  const views: Readonly<Record<string, Partial<SheetView>>> = {
    sortByPrincipal: { sort: { field: "principal", descending: true } },
    sortByName: { sort: { field: "debtorName", descending: false } },
    search: { search: "杭州" },
  };
  const asking: Record<string, number[]> = {};
  for (const [name, view] of Object.entries(views)) {
    asking[name] = [];
    for (let turn = 0; turn < tries; turn += 1) asking[name].push(await asked(page, dealId, view));
  }
  const cellMs: number[] = [];
  for (let edit = 0; edit < edits; edit += 1) cellMs.push(await cellToBid(page, 200 + edit));
  const pastes: { readonly changed: number; readonly paste: number; readonly undo: number }[] = [];
  for (let turn = 0; turn < tries; turn += 1) pastes.push(await pasteAndUndo(page, dealId, 100_000 * turn));
  await desk.quit();
  await removeFolder(desk.dataFolder);
  const said = {
    loans,
    load: loadavg()[0],
    scrollingMs: scrolling,
    jumpingMs: jumping,
    askedMs: Object.fromEntries(Object.entries(asking).map(([name, took]) => [name, took.map(Math.round)])),
    cellToBidMs: spread(cellMs.slice(warmUps)),
    cells: pastes[0]?.changed,
    pasteMs: pastes.map(({ paste }) => Math.round(paste)),
    undoMs: pastes.map(({ undo }) => Math.round(undo)),
  };
  process.stdout.write(`${JSON.stringify(said)}\n`);
}
rmSync(folder, { recursive: true, force: true });
