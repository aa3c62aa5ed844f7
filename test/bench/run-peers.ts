import { spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

/**
 * Runs the peer benchmarks that lie beside the project (../shared/bench) with this engine among the peers:
 * `run-peers.ts check` proves agreement, `run-peers.ts price [ROUNDS]` times, `run-peers.ts table` prints the last timing
 * as ratios to C. TASKS=D,G and ONLY=c,c-avx2,engine,engine/2 shorten a run. What the peers need is said in run_peers.sh.
 */
const script = fileURLToPath(new URL("../../../shared/bench/run_peers.sh", import.meta.url));
const bench = fileURLToPath(new URL("./engine-bench.ts", import.meta.url));
const results = `${process.env["WORK"] ?? "/tmp/peers"}/results_price.json`;

interface Timing {
  readonly task: string;
  readonly n: number;
  readonly paths: number;
  readonly impl: string;
  readonly variant: string;
  readonly ms: number;
  readonly first_ms: number;
  readonly load_ms: number;
}

/** Times of a task and size against C on one thread: the faster of its two builds, since gcc lowers its vectors badly without AVX-512. */
function printTable(timings: readonly Timing[]): void {
  const groups = new Set(timings.map(({ task, n, paths }) => `${task} ${n} ${paths}`));
  for (const group of groups) {
    const rows = timings.filter(({ task, n, paths }) => `${task} ${n} ${paths}` === group);
    const base = Math.min(...rows.filter(({ impl, variant }) => (impl === "c" || impl === "c-avx2") && isBaseline(variant)).map(({ ms }) => ms));
    process.stdout.write(`\n${group}\n| peer | variant | ms | x C | first call, ms | load, ms |\n|---|---|---|---|---|---|\n`);
    for (const { impl, variant, ms, first_ms, load_ms } of rows) {
      const cells = [impl, variant, ms.toPrecision(3), (ms / base).toPrecision(2), first_ms.toPrecision(3), load_ms.toPrecision(3)];
      process.stdout.write(`| ${cells.join(" | ")} |\n`);
    }
  }
}

const isBaseline = (variant: string): boolean => variant === "D" || variant === "G-bucket" || variant === "MC";

function runScript(args: readonly string[]): void {
  if (!existsSync(script)) throw new Error(`the peers are not here: ${script}`);
  const env = { ...process.env, ENGINE_CMD: `${process.execPath} ${bench}` };
  const { status } = spawnSync("sh", [script, ...args], { stdio: "inherit", env });
  process.exitCode = status ?? 1;
}

const [what = "check", ...rest] = process.argv.slice(2);
if (what !== "table") runScript([what, ...rest]);
if (what !== "check") printTable(JSON.parse(readFileSync(results, "utf8")) as Timing[]);
