import { mkdirSync, mkdtempSync, rmSync, statSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { runApp } from "./setup/launch.mjs";
import { fromRoot, readJson, SetupError } from "./setup/shell.mjs";
import { reportFailure, setUp } from "./setup.mjs";

const outFolder = fromRoot("out");
const outputs = ["memo.pdf", "workbench.png", "demo-summary.json"];
const timeLimitMs = 180_000;

try {
  await setUp();
  await runDemo();
  console.log(`\n${summaryLines(readSummary()).join("\n")}\n`);
  for (const name of outputs) console.log(path.join("out", name));
} catch (error) {
  reportFailure(error);
  process.exitCode = 1;
}

/** The real app on a fresh data folder; old outputs are removed first, so none can pass for new. */
async function runDemo() {
  mkdirSync(outFolder, { recursive: true });
  for (const name of outputs) rmSync(path.join(outFolder, name), { force: true });
  const dataFolder = mkdtempSync(path.join(os.tmpdir(), "amc-demo-"));
  try {
    const environment = { AMC_DATA_DIR: dataFolder, AMC_OUT_DIR: outFolder };
    const { code, signal, isLate } = await runApp(["--demo"], { environment, timeoutMs: timeLimitMs });
    if (isLate) throw new SetupError(`The demo did not end within ${timeLimitMs / 1000} s.`, "See the lines above.");
    if (code !== 0) throw new SetupError(`The app ended with ${signal ?? `code ${code}`}.`, "See the lines above.");
  } finally {
    rmSync(dataFolder, { recursive: true, force: true, maxRetries: 5 });
  }
  const missing = outputs.filter((name) => !statSync(path.join(outFolder, name), { throwIfNoEntry: false })?.size);
  if (missing.length > 0) {
    throw new SetupError(`The app ended without writing ${missing.join(", ")} in out.`, "See the lines above.");
  }
}

function readSummary() {
  const summary = readJson(path.join(outFolder, "demo-summary.json"));
  const wanted = ["dealName", "rowsIn", "rowsKept", "rowsRejected", "upbFen", "claimFen", "bidPriceFen", "cases"];
  const absent = wanted.filter((key) => summary?.[key] === undefined);
  if (absent.length > 0) {
    throw new SetupError(`out/demo-summary.json lacks ${absent.join(", ")}.`, "The app and scripts/demo.mjs disagree.");
  }
  return summary;
}

function summaryLines(summary) {
  const rows = [
    ["Deal", summary.dealName],
    ["Loans read", count(summary.rowsIn)],
    ["Loans kept", count(summary.rowsKept)],
    ["Loans rejected", count(summary.rowsRejected)],
    ["Principal (UPB)", yuan(summary.upbFen)],
    ["Claim", yuan(summary.claimFen)],
    ...summary.cases.map(({ caseName, maxBidFen }) => [`Highest bid, ${caseName}`, yuan(maxBidFen)]),
    ["Bid", yuan(summary.bidPriceFen)],
    ["Price to principal", percent(summary.priceToPrincipal)],
    ["Price to claim", percent(summary.priceToClaim)],
    ["IRR", summary.irr === null ? `none: ${summary.irrNote ?? "no reason given"}` : percent(summary.irr)],
    ["MOIC", times(summary.moic)],
    ["WAL", `${decimal(summary.walYears, 2)} years`],
    ["Run", summary.runHash],
    ["Time", `${decimal(summary.elapsedMs / 1000, 1)} s`],
  ];
  const width = Math.max(...rows.map(([label]) => columns(label)));
  return rows.map(([label, text]) => `${label}${" ".repeat(width - columns(label))}  ${text}`);
}

/** Chinese signs take two columns of a terminal. */
function columns(text) {
  return [...text].reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 0);
}

function count(value) {
  return value.toLocaleString("en-US");
}

function yuan(fen) {
  if (fen === null || fen === undefined) return "none";
  return `CNY ${(fen / 100).toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 })}`;
}

function percent(ratio) {
  return typeof ratio === "number" ? `${(ratio * 100).toFixed(2)}%` : "none";
}

function times(multiple) {
  return typeof multiple === "number" ? `${multiple.toFixed(2)}x` : "none";
}

function decimal(value, places) {
  return typeof value === "number" ? value.toFixed(places) : "none";
}
