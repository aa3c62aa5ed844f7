import { fork } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { basename } from "node:path";
import { TapeError } from "../../main/tapes/files/tape-error.ts";
import { inspectTape } from "../../main/tapes/open-tape.ts";
import * as bombs from "../unit/tapes/bomb-files.ts";
import { parseTape } from "../unit/tapes/whole-tape.ts";

/*
 * Seconds and peak memory of reading files at the reader's bounds, each in a process of its own. `npm run bench:bounds`
 * makes them; with `-- FILE…` reads those; ONLY=text takes the made ones whose name holds it.
 */
const made: Readonly<Record<string, () => string>> = {
  "1.2 M shared texts, all used": () => bombs.manyTexts(1_200_000, true),
  "4 M shared texts, one used": () => bombs.manyTexts(4_000_000),
  "1,900 overlapping parts": () => bombs.overlappingParts(1900),
  "100 MB attribute": () => bombs.longAttribute(100_000_000),
  "100 MB attribute behind the rows": () => bombs.longAttribute(100_000_000, true),
  "one 100 MB cell": () => bombs.longCell(100_000_000),
  "one 100 MB shared text": () => bombs.longText(100_000_000, true),
  "1 M rows of 16 blank formatted cells": () => bombs.blankRows(1_000_000),
  "2,000 sheets": () => bombs.manySheets(2000),
  "2,001 sheets": () => bombs.manySheets(2001),
  "nested 10,000 deep": () => bombs.deepNesting(10_000),
  "a CSV line of 200 MB": () => bombs.longLine(200_000_000),
  "the same, in quotes": () => bombs.longLine(200_000_000, true),
  "1e6 columns of a CSV": () => bombs.manyColumns(1_000_000),
  "1e6 blank columns of a CSV": () => bombs.manyColumns(1_000_000, ""),
  "honest .xlsx of 1e5 rows": () => bombs.honestWorkbook(100_000),
  "honest .xlsx of 1e6 rows": () => bombs.honestWorkbook(1_000_000),
  "honest .csv of 1e6 rows": () => bombs.honestCsv(1_000_000),
};

interface Reading {
  readonly said: string;
  /** Of the inspection and of the import, with the processor's seconds for both. */
  readonly seconds: readonly [inspection: number, whole: number, processor: number];
  readonly megabytes: number;
}

const limitMs = 300_000;
const alone = "--alone";

async function readHere(path: string): Promise<Reading> {
  const began = performance.now();
  const since = () => (performance.now() - began) / 1000;
  let inspected = 0;
  let said: string;
  try {
    const { suggestedMapping } = await inspectTape({ path });
    inspected = since();
    const sheets = suggestedMapping.sheets.map((sheet) => ({ ...sheet, unit: sheet.unit ?? ("yuan" as const) }));
    const { counts } = await parseTape({ path, mapping: { ...suggestedMapping, sheets } }, () => undefined);
    said = `${counts.loansKept} loans`;
  } catch (error) {
    if (!(error instanceof TapeError)) throw error;
    said = error.code;
  }
  const { user, system } = process.cpuUsage();
  return { said, seconds: [inspected, since(), (user + system) / 1e6], megabytes: peakMegabytes() };
}

/** The peak of this process alone; what the system counts for a child includes its parent's at the fork. */
function peakMegabytes(): number {
  const status = "/proc/self/status";
  const own = existsSync(status) ? /VmHWM:\s+(\d+)/.exec(readFileSync(status, "utf8"))?.[1] : undefined;
  return (own === undefined ? process.resourceUsage().maxRSS : Number(own)) / 1024;
}

function readApart(path: string): Promise<Reading | null> {
  return new Promise((resolve) => {
    const child = fork(import.meta.filename, [alone, path], { execArgv: [] });
    const limit = setTimeout(() => child.kill("SIGKILL"), limitMs);
    let reading: Reading | null = null;
    child.on("message", (message) => {
      reading = message as Reading; // the child sends nothing else
    });
    child.on("close", () => {
      clearTimeout(limit);
      resolve(reading);
    });
  });
}

async function tell(name: string, path: string): Promise<void> {
  const reading = await readApart(path);
  const figures =
    reading === null ? [`ended after ${limitMs / 1000} s`] : [reading.said, ...reading.seconds.map((one) => one.toFixed(1)), reading.megabytes.toFixed(0)];
  process.stdout.write(`| ${[name, ...figures].join(" | ")} |\n`);
}

const [first = "", ...rest] = process.argv.slice(2);
if (first === alone) {
  process.send?.(await readHere(rest[0] ?? ""));
  process.disconnect();
} else {
  process.stdout.write("| file | outcome | s, inspection | s, both | s, processor | MB |\n");
  const only = process.env["ONLY"] ?? "";
  for (const path of [first, ...rest].filter((one) => one !== "")) await tell(basename(path), path);
  if (first === "") for (const [name, make] of Object.entries(made)) if (name.includes(only)) await tell(name, make());
}
