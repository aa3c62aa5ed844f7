import { spawn } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { cpus, loadavg, tmpdir } from "node:os";
import { basename, dirname, join, resolve } from "node:path";
import { setup as buildWorkers } from "../integration/built-workers.ts";
import { writeLoanList } from "./loan-list.ts";
import { watchPage } from "./start/page-under-watch.ts";

/*
 * start-bench.ts [LOANS] [ROUNDS]: seconds from starting the process until the register's rows are drawn and a click is
 * answered, for an empty desk and one with LOANS (1e6), of the checkout, of the packed app (`npm run dist:dir`) and of the
 * installed one (its deb, packed for tests), each round beside an empty Electron window with one SQLite row. Needs a display.
 */
const [loans = 1_000_000, rounds = 7] = process.argv.slice(2).map(Number);
const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "start-bench-"));
const isSuperUser = process.getuid?.() === 0;

interface Program {
  readonly name: string;
  readonly command: string;
  readonly args: readonly string[];
}

interface Usable {
  readonly page: (url: string) => boolean;
  /** Drawn, then pressed, then there. */
  readonly steps: readonly [row: string, button: string, answer: string];
}

const runtime = JSON.parse(readFileSync(join(root, ".cache/runtime.json"), "utf8")) as { executable: string; appArguments: string[]; electronDist: string };
const packed = join(root, "out/pack/linux-unpacked/amc-deal-desk");
const installed = "/opt/AMC Deal Desk/amc-deal-desk";
const programs: readonly Program[] = [
  { name: "checkout", command: runtime.executable, args: runtime.appArguments },
  { name: "packed", command: packed, args: [] },
  { name: "installed", command: installed, args: [] },
].filter(({ command }) => existsSync(command));
const desk = (row: string): Usable => ({
  page: (url) => url.startsWith("app://"),
  steps: [row, '[data-testid="new-deal"]', '[role="dialog"]'],
});

/** Milliseconds until it can be used. The clean end is waited for and not counted. */
async function start({ command, args }: Program, dataFolder: string, { page, steps }: Usable): Promise<number> {
  rmSync(join(dataFolder, "DevToolsActivePort"), { force: true });
  const from = performance.now();
  const child = spawn(command, [...args, "--remote-debugging-port=0", ...(isSuperUser ? ["--no-sandbox"] : [])], {
    env: { ...process.env, AMC_DATA_DIR: dataFolder, AMC_BENCH_BINDING: dirname(createRequire(import.meta.url).resolve("better-sqlite3/package.json")) },
    stdio: "ignore",
  });
  const ended = new Promise((settle) => child.on("close", settle));
  const watched = await watchPage(dataFolder, page);
  const [row, button, answer] = steps;
  await watched.waitFor(row);
  await watched.click(await watched.waitFor(button));
  await watched.waitFor(answer);
  const ms = performance.now() - from;
  await watched.close();
  const limit = setTimeout(() => child.kill("SIGKILL"), 10_000);
  await ended;
  clearTimeout(limit);
  return ms;
}

/** A desk with one deal, whose list of loans is imported as the app does it. */
async function fillDesk(dataFolder: string): Promise<void> {
  const removeWorkers = await buildWorkers();
  const { openTestDesk, testDeal } = await import("../integration/pricing/test-desk.ts");
  const made = openTestDesk();
  const deal = await made.deals.create({ ...testDeal, cutOffDate: "2025-09-30" });
  const list = join(folder, "loans.csv");
  await writeLoanList(list, loans);
  const fileToken = made.admit(list);
  const { suggestedMapping } = await made.tapes.inspect(fileToken);
  await made.tapes.import({ dealId: deal.id, fileToken, encoding: null, mapping: { ...suggestedMapping, cutOffDate: "2025-09-30" } });
  made.db.raw.pragma("wal_checkpoint(TRUNCATE)");
  copyFileSync(made.db.file, join(dataFolder, "desk.sqlite"));
  await made.close();
  rmSync(list);
  removeWorkers();
}

const median = (values: readonly number[]) => [...values].sort((left, right) => left - right)[Math.floor(values.length / 2)] ?? Number.NaN;
const newFolder = () => mkdtempSync(join(folder, "data-"));
const say = (line: string) => process.stdout.write(`${line}\n`);

/** The same runtime, with another app in the place where it looks for one. */
function makeEmptyWindow(): Program {
  const copy = join(folder, "empty-window");
  const place = join(copy, "resources", "app");
  cpSync(runtime.electronDist, copy, { recursive: true, verbatimSymlinks: true, filter: (from) => !from.endsWith(join("resources", "app")) });
  cpSync(join(import.meta.dirname, "start/empty"), place, { recursive: true });
  writeFileSync(join(place, "package.json"), JSON.stringify({ name: "empty-window", main: "main.cjs" }));
  return { name: "empty window", command: join(copy, basename(runtime.executable)), args: [] };
}

const full = newFolder();
try {
  if (loans > 0) await fillDesk(full);
  const times = new Map<string, number[]>();
  const note = (name: string, ms: number) => times.set(name, [...(times.get(name) ?? []), ms]);
  const empties = new Map(programs.map(({ name }) => [name, newFolder()]));
  const [bare, emptyWindow] = [makeEmptyWindow(), newFolder()];
  const usableWindow: Usable = { page: (url) => url.startsWith("file://"), steps: ["[data-row]", "button", "[data-answer]"] };
  // The first round fills the system's and Chromium's caches and is dropped.
  for (let round = 0; round <= rounds; round += 1) {
    const keep = round === 0 ? () => undefined : note;
    keep(bare.name, await start(bare, emptyWindow, usableWindow));
    for (const program of programs) {
      keep(`${program.name}, empty`, await start(program, empties.get(program.name) ?? newFolder(), desk('[data-testid="new-deal"]')));
      if (loans > 0) keep(`${program.name}, ${loans} loans`, await start(program, full, desk('[role="row"][data-id]')));
    }
  }
  const floor = median(times.get(bare.name) ?? []);
  say(
    `${cpus()[0]?.model ?? ""}, ${cpus().length} cores, load ${loadavg()
      .map((load) => load.toFixed(1))
      .join(" ")}, ${rounds} rounds`,
  );
  for (const [name, values] of times) {
    const seconds = (ms: number) => (ms / 1000).toFixed(2);
    say(
      `${name}: median ${seconds(median(values))} s, least ${seconds(Math.min(...values))}, most ${seconds(Math.max(...values))}; x ${(median(values) / floor).toFixed(2)}`,
    );
  }
} finally {
  rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}
