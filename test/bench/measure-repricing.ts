/**
 * Time from an edit to the painted bid, as the workbench stamps it, for the sample package (465 loans) in the real window.
 * Beside it the time of one empty frame in the same run, which is what the machine's drawing alone costs.
 * Needs a display: `xvfb-run -a npm run bench` where there is none.
 */
import { openDesk, removeFolder } from "../e2e/desk-window.ts";

const edits = 25;
const median = (values: readonly number[]) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;

const desk = await openDesk();
const { page } = desk;
await page.getByTestId("open-sample").click();
await page.getByTestId("max-bid-base").waitFor();

const frames: number[] = [];
const repricings: number[] = [];
for (let edit = 0; edit < edits; edit++) {
  await page.getByTestId("hurdle-rate").fill(String(10 + edit / 4));
  await page.waitForTimeout(400);
  repricings.push(Number((await page.getByTestId("reprice-ms").textContent())?.match(/\d+/)?.[0]));
  frames.push(
    await page.evaluate(async () => {
      const from = performance.now();
      await new Promise((done) => requestAnimationFrame(() => setTimeout(done, 0)));
      return performance.now() - from;
    }),
  );
}
await desk.quit();
await removeFolder(desk.dataFolder);

// The first edits run code that is not compiled yet.
const warm = repricings.slice(5);
process.stdout.write(
  `${JSON.stringify({ loans: 465, edits: warm.length, repriceMs: { median: median(warm), least: Math.min(...warm), most: Math.max(...warm) }, first: repricings[0], emptyFrameMs: median(frames), ratioToFrame: median(warm) / median(frames) })}\n`,
);
process.exit(0);
