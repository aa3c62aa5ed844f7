import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { writeXlsx } from "hucre/xlsx";
import { setup as buildWorkers } from "../integration/built-workers.ts";
import { loanList, writeLoanList } from "./loan-list.ts";

/*
 * import-bench.ts [ROWS] [ROUNDS]: importing a list of 20 columns beside the SQLite shell's `.import`, and reading a
 * workbook beside hucre, each in turn and in a process of its own, with the workers built as the app has them. Times are
 * wall and processor seconds, ratios are to the peer of the same round.
 */
const [rows = 1_000_000, rounds = 1] = process.argv.slice(2).map(Number);
const workbookRows = Math.min(rows, 100_000);
const folder = mkdtempSync(join(tmpdir(), "import-bench-"));
const part = fileURLToPath(new URL("./import-bench-part.ts", import.meta.url));

interface Measured {
  readonly seconds: number;
  readonly cpuSeconds: number;
  readonly peakMebibytes: number;
  readonly said: Readonly<Record<string, number | string>>;
}

/** Kibibytes of memory that a process alone answers for (PSS). */
function pssOf(pid: number): number {
  try {
    return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/smaps_rollup`, "utf8"))?.[1] ?? 0);
  } catch {
    return 0;
  }
}

async function measured(command: string, args: readonly string[], input = ""): Promise<Measured> {
  const started = performance.now();
  const child = spawn("/usr/bin/env", ["bash", "-c", `TIMEFORMAT='%U %S'; time "$@"`, "bash", command, ...args], { stdio: ["pipe", "pipe", "pipe"] });
  child.stdin.end(input);
  let [out, errors] = ["", ""];
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  let isOver = false;
  const exit = new Promise<number | null>((settle) => child.on("close", settle)).finally(() => {
    isOver = true;
  });
  let peak = 0;
  while (!isOver) {
    const { stdout } = spawnSync("pgrep", ["-P", String(child.pid)], { encoding: "utf8" });
    peak = Math.max(
      peak,
      stdout.split("\n").reduce((sum, pid) => sum + (pid === "" ? 0 : pssOf(Number(pid))), 0),
    );
    await Promise.race([exit, pause(100)]);
  }
  const seconds = (performance.now() - started) / 1000;
  if ((await exit) !== 0) throw new Error(`${command} failed: ${errors}`);
  const [user = 0, system = 0] = (errors.trim().split("\n").at(-1) ?? "").split(" ").map(Number);
  return { seconds, cpuSeconds: user + system, peakMebibytes: peak / 1024, said: out.startsWith("{") ? (JSON.parse(out) as Measured["said"]) : {} };
}

function print(name: string, own: Measured, peer: Measured): void {
  const ratio = (a: number, b: number) => (a / b).toFixed(2);
  process.stdout.write(
    `${name}: ${own.seconds.toFixed(1)} s (CPU ${own.cpuSeconds.toFixed(1)}), peak ${own.peakMebibytes.toFixed(0)} MB; peer ${peer.seconds.toFixed(1)} s (CPU ${peer.cpuSeconds.toFixed(1)}), peak ${peer.peakMebibytes.toFixed(0)} MB; ` +
      `x ${ratio(own.seconds, peer.seconds)} wall, x ${ratio(own.cpuSeconds, peer.cpuSeconds)} CPU\n${JSON.stringify(own.said)}\n`,
  );
}

/** The import itself, without what a process does before and after it. */
function printImport(how: string, { said, peakMebibytes }: Measured, peer: Measured): void {
  const [seconds, cpuSeconds] = [Number(said["import"]) / 1000, Number(said["importCpu"]) / 1000];
  process.stdout.write(
    `import ${how}: ${seconds.toFixed(1)} s (CPU ${cpuSeconds.toFixed(1)}); peer ${peer.seconds.toFixed(1)} s; x ${(seconds / peer.seconds).toFixed(2)} wall, x ${(cpuSeconds / peer.cpuSeconds).toFixed(2)} CPU; peak of the process ${peakMebibytes.toFixed(0)} MB\n`,
  );
}

async function shellImport(list: string): Promise<Measured> {
  const file = join(folder, "shell.sqlite");
  rmSync(file, { force: true });
  return measured("sqlite3", [file], `.mode csv\n.import ${list} loans\n`);
}

const list = join(folder, "loans.csv");
const workbook = join(folder, "loans.xlsx");
const removeWorkers = await buildWorkers();
try {
  await writeLoanList(list, rows);
  const cells = [...loanList(workbookRows)].map((row, at) => row.map((cell, column) => (at > 0 && column >= 7 && column <= 10 ? Number(cell) : cell)));
  writeFileSync(workbook, await writeXlsx({ sheets: [{ name: "债权清单", rows: cells }] }));
  for (let round = 0; round < rounds; round += 1) {
    const peer = await shellImport(list);
    const own = await measured(process.execPath, [part, "import", list]);
    print(`${rows} rows of CSV, inspected, imported, undone`, own, peer);
    printImport("while an assumption is saved all the time", own, peer);
    const alone = await measured(process.execPath, [part, "importAlone", list]);
    printImport("alone", alone, await shellImport(list));
    print(
      `${workbookRows} rows of .xlsx read`,
      await measured(process.execPath, [part, "readWorkbook", workbook]),
      await measured(process.execPath, [part, "hucre", workbook]),
    );
  }
} finally {
  removeWorkers();
  if (existsSync(folder)) rmSync(folder, { recursive: true });
}
