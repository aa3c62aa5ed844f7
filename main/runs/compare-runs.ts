import type { PricingResult } from "../../shared/domain/pricing-results.ts";
import type { Moves, RunChangeKey, RunComparison } from "../../shared/domain/run-comparison.ts";
import type { PackageInput } from "../engine/price-package.ts";
import type { JobRunner } from "../jobs/job-runner.ts";
import { type FrozenPackage, hashPackage, replayInput } from "./frozen-run.ts";
import { inputChanges } from "./input-changes.ts";
import { pricingsOf } from "./part-moves.ts";
import type { StoredRun } from "./run-queries.ts";
import type { RunTasks } from "./run-tasks.ts";

/** Loans priced for one comparison: some seconds of work. Beyond it the changes are made in one order instead of all. */
const mostLoansPriced = 8_000_000;
/** Changes of which all orders are tried. */
const mostInAllOrders = 8;

/** The simulation's own numbers move no price. */
const isPriced = (key: RunChangeKey): key is Exclude<RunChangeKey, "simulation"> => key !== "simulation";
const noMoves: Moves = { bid: 0, low: 0, base: 0, high: 0 };
const less = (one: Moves, other: Moves): Moves => ({
  bid: one.bid - other.bid,
  low: one.low - other.low,
  base: one.base - other.base,
  high: one.high - other.high,
});

function pricesOf({ bidPriceFen, cases }: PricingResult): Moves {
  const maxBid = (name: string) => cases.find(({ caseName }) => caseName === name)?.maxBidFen ?? 0;
  return { bid: bidPriceFen, low: maxBid("low"), base: maxBid("base"), high: maxBid("high") };
}

export interface ComparedRun {
  readonly stored: StoredRun;
  readonly frozen: FrozenPackage;
}

const inputsOf = async ({ stored: { run, terms }, frozen }: ComparedRun) => ({
  terms,
  totals: run.result.totals,
  cutOffDate: frozen.stored.cutOffDate,
  packageHash: await hashPackage(frozen),
});

function methodFor(count: number, from: PackageInput, to: PackageInput): "shapley" | "order" {
  const loans = Math.max(from.columns.loanCount, to.columns.loanCount);
  return count <= mostInAllOrders && loans * pricingsOf.shapley(count) <= mostLoansPriced ? "shapley" : "order";
}

/** What changed from one run to the other, and what each change does to the prices: priced again in a worker, with some of the changes made. */
export async function compareRuns(jobs: Pick<JobRunner<RunTasks>, "run">, from: ComparedRun, to: ComparedRun, signal: AbortSignal): Promise<RunComparison> {
  const found = inputChanges(await inputsOf(from), await inputsOf(to));
  const keys = found.map(({ key }) => key).filter(isPriced);
  const [one, other] = [replayInput(from.frozen, from.stored.terms), replayInput(to.frozen, to.stored.terms)];
  const method = methodFor(keys.length, one, other);
  const { parts } = await jobs.run("compareRuns", { from: one, to: other, keys, method }, { kind: "compareRuns", signal });
  const whole = less(pricesOf(to.stored.run.result), pricesOf(from.stored.run.result));
  const changes = found.map(({ key, leaves }) => ({ key, leaves, moves: parts?.moves[isPriced(key) ? keys.indexOf(key) : -1] ?? noMoves }));
  const explained = parts === null ? noMoves : less(parts.to, parts.from);
  return { changes, other: less(whole, explained), method: parts === null ? "none" : method };
}
