import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright";
import { chooseTape, importTape, openSampleDeal, openWorkbench, registerDeal, speak, stateDayAndYuan } from "../e2e/desk-steps.ts";
import { openDesk, removeFolder } from "../e2e/desk-window.ts";
import { writeLoanList } from "./loan-list.ts";

/*
 * measure-repricing.ts [LOANS ...]: time from the key of an edit to the painted bid, in the real window;
 * 465 loans are the sample package. Beside it the time of one empty frame in the same run, which is what the machine's
 * drawing alone costs. Needs a display: `xvfb-run -a npm run bench` where there is none.
 */
const sampleLoans = 465;
const [edits, warmUps] = [25, 5];
const counts = process.argv.length > 2 ? process.argv.slice(2).map(Number) : [sampleLoans];
const folder = mkdtempSync(join(tmpdir(), "edit-bench-"));
const median = (values: readonly number[]) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

/** Milliseconds from the key that edits the hurdle to the paint of the bid that it gives. */
async function edited(page: Page, rate: number): Promise<number> {
  const painted = page.evaluate(
    () =>
      new Promise<number>((settle, reject) => {
        const field = document.querySelector('[data-testid="hurdle-rate"]');
        const bid = document.querySelector('[data-testid="max-bid-base"]');
        if (field === null || bid === null) return reject(new Error("the workbench is not there"));
        let from = Number.NaN;
        field.addEventListener("input", () => (from = performance.now()), { once: true, capture: true });
        new MutationObserver((_, observer) => {
          observer.disconnect();
          requestAnimationFrame(() => setTimeout(() => settle(performance.now() - from), 0));
        }).observe(bid, { subtree: true, childList: true, characterData: true });
      }),
  );
  await page.getByTestId("hurdle-rate").fill(String(rate));
  return painted;
}

const emptyFrame = (page: Page) =>
  page.evaluate(async () => {
    const from = performance.now();
    await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
    return performance.now() - from;
  });

for (const loans of counts) {
  const list = join(folder, `${loans}.csv`);
  if (loans !== sampleLoans) await writeLoanList(list, loans);
  const desk = await openDesk({ dialogs: { open: [list] } });
  const { page } = desk;
  if (loans === sampleLoans) await openSampleDeal(page);
  else {
    await speak(page, "zh");
    await registerDeal(page, "测速");
    page.context().setDefaultTimeout(600_000);
    await chooseTape(page);
    await stateDayAndYuan(page, "zh");
    await importTape(page);
    await openWorkbench(page);
  }
  for (const shown of ["max-bid-base", "hurdle-rate"]) await page.getByTestId(shown).waitFor();
  const frames: number[] = [];
  const repricings: number[] = [];
  for (let edit = 0; edit < edits; edit++) {
    repricings.push(await edited(page, 10 + edit / 4));
    frames.push(await emptyFrame(page));
  }
  await desk.quit();
  await removeFolder(desk.dataFolder);
  // The first edits run code that is not compiled yet.
  const warm = repricings.slice(warmUps);
  const repriceMs = { median: Math.round(median(warm)), least: Math.round(Math.min(...warm)), most: Math.round(Math.max(...warm)) };
  process.stdout.write(
    `${JSON.stringify({ loans, edits: warm.length, repriceMs, first: Math.round(repricings[0] ?? Number.NaN), emptyFrameMs: Math.round(median(frames)) })}\n`,
  );
}
rmSync(folder, { recursive: true, force: true });
