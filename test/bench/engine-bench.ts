import { once } from "node:events";
import { Worker } from "node:worker_threads";
import { defaultAssumptionSet } from "../../main/assumptions/default-assumptions.ts";
import { alone } from "../../main/engine/kernel/pricing-kernel.ts";
import { sumOf } from "../../main/engine/numbers/summation.ts";
import { returnsAtPrice } from "../../main/engine/pool/price-measures.ts";
import { basesOf, type PricedPool, pricePrepared } from "../../main/engine/price-package.ts";
import { preparePackage } from "../../main/engine/rows/prepared-package.ts";
import { priceScenarios } from "../../main/engine/sensitivity/price-scenarios.ts";
import { expectedShortfall, quantileOf } from "../../main/engine/simulation/distribution.ts";
import { PathDrawer } from "../../main/engine/simulation/draw-paths.ts";
import { planSimulation } from "../../main/engine/simulation/plan-simulation.ts";
import { drawBlocks, pathWork } from "../../main/engine/simulation/simulate-paths.ts";
import { warmEngine } from "../../main/pricing/warm-engine.ts";
import { startKernelThreads } from "../../main/threads/kernel-threads.ts";
import { noShifts, WORKLOAD_PRICE_SHARE, workloadAssumptions, workloadColumns } from "./workload-tape.ts";

/**
 * The engine under the peers' workload: `engine-bench.ts TAPE.bin TASK PATHS REPS THREADS` prints one line of JSON as
 * WORKLOAD.md asks. Reading the tape and preparing the package are load time and not in the figures of a repetition; the engine is warmed before.
 */
const [tape = "", task = "D", paths = "0", reps = "1", threads = "1"] = process.argv.slice(2);
const columns = workloadColumns(tape);
const assumptions = workloadAssumptions();
const upbYuan = basesOf(columns).upbYuan;

interface Measured {
  readonly ms: number[];
  readonly loadMs: number;
  readonly out: object;
}

/** Repeats a calculation; the output is that of the last repetition. */
async function repeat(loadMs: number, calculate: () => object | Promise<object>): Promise<Measured> {
  const ms: number[] = [];
  let out = {};
  for (let rep = 0; rep < Number(reps); rep++) {
    const started = performance.now();
    // In turn: each repetition is a measurement of its own.
    out = await calculate();
    ms.push(performance.now() - started);
  }
  return { ms, loadMs, out };
}

function timed<Result>(prepare: () => Result): { result: Result; loadMs: number } {
  const started = performance.now();
  const result = prepare();
  return { result, loadMs: performance.now() - started };
}

/** NPV, IRR, MOIC, WAL of pools, by measure. */
function measuresOf(pools: readonly PricedPool[]): object {
  const returns = pools.map(({ flows, plan }) => returnsAtPrice(flows.net, upbYuan * WORKLOAD_PRICE_SHARE, plan));
  return {
    npv: pools.map(({ presentValueYuan }) => presentValueYuan),
    irr: returns.map(({ irr }) => (irr.kind === "one" ? irr.rate : Number.NaN)),
    moic: returns.map(({ moic }) => moic),
    wal: returns.map(({ walYears }) => walYears),
  };
}

const kernelTeam = () => (threads === "1" ? alone : startKernelThreads(new URL("../../main/worker/kernel-thread.ts", import.meta.url), Number(threads)));

async function runDeterministic(): Promise<Measured> {
  const { result: prepared, loadMs } = timed(() => preparePackage(columns, assumptions, [noShifts]));
  const team = kernelTeam();
  const price = () => {
    const pool = pricePrepared(prepared, noShifts, "everything", team);
    return { ...measuresOf([pool]), pool };
  };
  const { ms, out } = await repeat(loadMs, price);
  const { pool, ...measures } = out as ReturnType<typeof price>;
  const { presentValue } = pool.loans;
  const loan_weighted = presentValue.reduce((sum, value, loan) => sum + value * ((loan % 97) + 1), 0);
  const price_upb = pool.presentValueYuan / upbYuan;
  return { ms, loadMs, out: { ...measures, price_upb, cf: pool.flows.net.slice(1), loans: [...presentValue.subarray(0, 16)], loan_weighted } };
}

/** The workload's 121 scenarios: delays outside, value shifts inside. */
function runGrid(): Promise<Measured> {
  const { loadMs } = timed(() => preparePackage(columns, assumptions, [noShifts]));
  const team = kernelTeam();
  const scenarios = [0, 2, 4, 6, 8, 10, 12, 15, 18, 21, 24].flatMap((delayMonths) =>
    Array.from({ length: 11 }, (_, step) => ({ ...noShifts, delayMonthsShift: delayMonths, collateralValueShift: (step - 5) / 10 })),
  );
  return repeat(loadMs, () => measuresOf(priceScenarios(columns, assumptions, scenarios, team)));
}

async function runSimulation(): Promise<Measured> {
  const terms = { ...assumptions, simulation: { ...assumptions.simulation, paths: Number(paths) } };
  const { loadMs } = timed(() => preparePackage(columns, terms, [noShifts]));
  const helpers = Array.from({ length: Number(threads) - 1 }, () => new Worker(new URL("./draw-thread.ts", import.meta.url)));
  const measured = await repeat(loadMs, async () => {
    const planned = planSimulation({ columns, assumptions: terms, shifts: noShifts, priceFen: null });
    const work = pathWork(planned.simulation);
    const others = helpers.map((helper) => once(helper, "message"));
    for (const helper of helpers) helper.postMessage(work);
    const drawer = new PathDrawer(planned.simulation);
    drawBlocks(
      work,
      drawer,
      () => undefined,
      () => false,
    );
    await Promise.all(others);
    const { presentValue } = work.results;
    const sorted = presentValue.slice().sort();
    const [p5, p50, p95] = [0.05, 0.5, 0.95].map((share) => quantileOf(sorted, share));
    return { mean: sumOf(presentValue) / presentValue.length, p5, p50, p95, es: expectedShortfall(sorted), first: [...presentValue.subarray(0, 16)] };
  });
  await Promise.all(helpers.map((helper) => helper.terminate()));
  return measured;
}

// As the app does behind its first paint.
warmEngine(defaultAssumptionSet);
const run = { D: runDeterministic, G: runGrid, MC: runSimulation }[task] ?? runDeterministic;
const { ms, loadMs, out } = await run();
const line = { impl: "engine", task, n: columns.loanCount, paths: Number(paths), threads: Number(threads), ms, load_ms: loadMs, out };
process.stdout.write(`${JSON.stringify(line)}\n`);
