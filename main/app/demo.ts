import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { BrowserWindow } from "electron";
import type { PricingRun } from "../../shared/contract/run-channels.ts";
import { deskOrigin } from "../../shared/desk-bridge.ts";
import type { TapeCounts } from "../../shared/domain/import-report.ts";
import type { Irr } from "../../shared/domain/pricing-results.ts";
import { formatMoney } from "../../shared/format.ts";
import type { DeskServices } from "./compose.ts";

export interface DemoParts {
  readonly services: DeskServices;
  readonly window: BrowserWindow;
  /** An existing folder that takes memo.pdf, workbench.png and demo-summary.json. */
  readonly outDir: string;
}

const shownWithinMs = 30_000;
const lookEveryMs = 100;

/**
 * One trip of the desk without a hand on it: sample tape in, three cases priced, run saved, memo printed, workbench
 * pictured. Answers the process's exit code; a failure is written to stderr.
 */
export async function playDemo({ services, window, outDir }: DemoParts): Promise<number> {
  const startedMs = performance.now();
  const language = process.env.AMC_DEMO_LANGUAGE === "en" ? "en" : "zh";
  try {
    await services.settings.update({ language });
    const { deals, tapes, assumptions: terms, pricing, simulations, runs, memos, settings } = services;
    const deal = await deals.openSample();
    const { assumptions, cases, bidPriceFen } = await terms.model(deal.id);
    await pricing.price(deal.id, { assumptions, cases, bidPriceFen });
    // A run keeps the simulation of its pricing.
    await simulations.run(deal.id);
    const run = await runs.save(deal.id, language === "en" ? "Committee draft" : "投决稿");
    const { moneyUnit } = await settings.get();
    await memos.writePdf({ runId: run.id, language, moneyUnit }, join(outDir, "memo.pdf"));
    await picture(window, deal.id, formatMoney(baseOf(run).maxBidFen, moneyUnit), join(outDir, "workbench.png"));
    const [tape] = await tapes.list(deal.id);
    if (tape === undefined) throw new Error("the sample deal has no tape");
    const summary = summaryOf(deal.name, tape.report.counts, run, Math.round(performance.now() - startedMs));
    await writeFile(join(outDir, "demo-summary.json"), `${JSON.stringify(summary, null, 2)}\n`);
    return 0;
  } catch (failure) {
    process.stderr.write(`${failure instanceof Error ? (failure.stack ?? failure.message) : String(failure)}\n`);
    return 1;
  }
}

function baseOf({ result }: PricingRun) {
  const base = result.cases.find((one) => one.caseName === "base");
  if (base === undefined) throw new Error("the run has no base case");
  return base;
}

/** A lone rate only where there is exactly one; otherwise why there is none. */
function irrOf(irr: Irr): { readonly irr: number | null; readonly irrNote?: string } {
  if (irr.kind === "one") return { irr: irr.rate };
  if (irr.kind === "none") return { irr: null, irrNote: "the cash flows have no real internal rate of return" };
  return { irr: null, irrNote: `several internal rates of return: ${irr.rates.join(", ")}` };
}

function summaryOf(dealName: string, counts: TapeCounts, run: PricingRun, elapsedMs: number) {
  const { result, contentHash, runHash } = run;
  const { atBidPrice } = baseOf(run);
  return {
    dealName,
    rowsIn: counts.loanRows,
    rowsKept: counts.loansKept,
    rowsRejected: counts.loansRejected,
    upbFen: result.totals.upbFen,
    claimFen: result.totals.claimFen,
    bidPriceFen: result.bidPriceFen,
    priceToPrincipal: atBidPrice.priceToPrincipal,
    priceToClaim: atBidPrice.priceToClaim,
    ...irrOf(atBidPrice.irr),
    moic: atBidPrice.moic,
    walYears: atBidPrice.walYears,
    cases: result.cases.map(({ caseName, maxBidFen }) => ({ caseName, maxBidFen })),
    contentHash,
    runHash,
    elapsedMs,
  };
}

/** Whether the page shows the text, the loans' first cell and all charts, and no font is on its way. */
const whetherDrawn = (expectedText: string) =>
  [
    `document.body.innerText.includes(${JSON.stringify(expectedText)})`,
    `document.getElementById("glide-cell-0-0")?.textContent > ""`,
    `document.querySelector('figure[aria-busy="false"]') !== null`,
    `document.querySelector('figure[aria-busy="true"]') === null`,
    `document.fonts.status === "loaded"`,
  ].join(" && ");

/** Opens the workbench in the real window and saves its picture once all of it is drawn. */
async function picture(window: BrowserWindow, dealId: number, expectedText: string, file: string): Promise<void> {
  const { webContents } = window;
  await untilLoaded(window);
  await window.loadURL(`${deskOrigin}/index.html#workbench=${dealId}`);
  // A change of the hash alone keeps the page; the route is read when it starts.
  webContents.reload();
  const until = performance.now() + shownWithinMs;
  while ((await webContents.executeJavaScript(whetherDrawn(expectedText)).catch(() => false)) !== true) {
    if (performance.now() > until) throw new Error(`the workbench did not show ${expectedText}`);
    await delay(lookEveryMs);
  }
  await webContents.executeJavaScript("new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn(true))))");
  await writeFile(file, (await webContents.capturePage()).toPNG());
}

async function untilLoaded({ webContents }: BrowserWindow): Promise<void> {
  while (webContents.isLoading()) await delay(lookEveryMs);
}
