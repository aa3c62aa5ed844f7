import { alone } from "../../main/engine/kernel/pricing-kernel.ts";
import { preparePackage } from "../../main/engine/prepared-package.ts";
import { returnsAtPrice } from "../../main/engine/price-measures.ts";
import { basesOf, type PricedPool, pricePrepared } from "../../main/engine/price-package.ts";
import { priceScenarios } from "../../main/engine/price-scenarios.ts";
import { startKernelThreads } from "../../main/pricing/kernel-threads.ts";
import { yuanFromFen } from "../../shared/money.ts";
import { noShifts, WORKLOAD_PRICE_SHARE, workloadAssumptions, workloadColumns } from "./workload-tape.ts";

/**
 * The engine under the peers' workload: `engine-bench.ts TAPE.bin TASK PATHS REPS THREADS` prints one line of JSON as
 * WORKLOAD.md asks. Reading the tape and preparing the package are load time and not in the figures of a repetition.
 */
const [tape = "", task = "D", paths = "0", reps = "1", threads = "1"] = process.argv.slice(2);
const team = threads === "1" ? alone : startKernelThreads(new URL("../../main/app/kernel-thread.ts", import.meta.url), Number(threads));
const columns = workloadColumns(tape);
const assumptions = workloadAssumptions();
const bases = basesOf(columns);
const priceFen = Math.round(bases.upbYuan * WORKLOAD_PRICE_SHARE * 100);

interface Measured {
  readonly ms: number[];
  readonly loadMs: number;
  readonly out: object;
}

/** Repeats a calculation; the output is that of the last repetition. */
function repeat<Result>(calculate: () => Result, describe: (result: Result) => object, loadMs: number): Measured {
  const ms: number[] = [];
  let result = timed(calculate, ms);
  for (let rep = 1; rep < Number(reps); rep++) result = timed(calculate, ms);
  return { ms, loadMs, out: describe(result) };
}

function timed<Result>(calculate: () => Result, ms: number[]): Result {
  const started = performance.now();
  const result = calculate();
  ms.push(performance.now() - started);
  return result;
}

/** NPV, IRR, MOIC, WAL of pools, by measure. */
function measuresOf(pools: readonly PricedPool[]): object {
  const all = pools.map((pool) => ({ npv: pool.presentValueYuan, ...returnsAtPrice(pool.flows.net, yuanFromFen(priceFen), pool.plan) }));
  return {
    npv: all.map(({ npv }) => npv),
    irr: all.map(({ irr }) => (irr.kind === "one" ? irr.rate : Number.NaN)),
    moic: all.map(({ moic }) => moic),
    wal: all.map(({ walYears }) => walYears),
  };
}

function runDeterministic(): Measured {
  const started = performance.now();
  const prepared = preparePackage(columns, assumptions, [noShifts]);
  const loadMs = performance.now() - started;
  const calculate = () => {
    const pool = pricePrepared(prepared, noShifts, "presentValue", team);
    return { pool, measures: measuresOf([pool]) };
  };
  return repeat(
    calculate,
    ({ pool, measures }) => ({
      ...measures,
      price_upb: pool.presentValueYuan / bases.upbYuan,
      cf: pool.flows.net.slice(1),
      loans: [...pool.loans.presentValue.subarray(0, 16)],
      loan_weighted: pool.loans.presentValue.reduce((sum, value, loan) => sum + value * ((loan % 97) + 1), 0),
    }),
    loadMs,
  );
}

/** The workload's 121 scenarios: delays outside, value shifts inside. */
function runGrid(): Measured {
  const started = performance.now();
  preparePackage(columns, assumptions, [noShifts]);
  const loadMs = performance.now() - started;
  const scenarios = [0, 2, 4, 6, 8, 10, 12, 15, 18, 21, 24].flatMap((delayMonths) =>
    Array.from({ length: 11 }, (_, step) => ({ ...noShifts, delayMonths, collateralValue: (step - 5) / 10 })),
  );
  return repeat(
    () => measuresOf(priceScenarios(columns, assumptions, scenarios, team)),
    (out) => out,
    loadMs,
  );
}

const measured = task === "G" ? runGrid() : runDeterministic();
const { ms, loadMs, out } = measured;
process.stdout.write(
  `${JSON.stringify({ impl: "engine", task, n: columns.loanCount, paths: Number(paths), threads: Number(threads), ms, load_ms: loadMs, out })}\n`,
);
