import { BLOCK_PATHS, SimulationKernel } from "../kernel/simulation-kernel.ts";
import { monthlyIrr } from "../pool/certified-irr.ts";
import { type CashPlan, mostCashFactor } from "./simulation-cash.ts";
import { GroupDrawer, type GroupSimulation } from "./simulation-groups.ts";
import type { RowSimulation } from "./simulation-rows.ts";

/** A package made ready for drawing: what the threads of a simulation share. Plain data. */
export interface Simulation {
  readonly rows: RowSimulation;
  /** Loans that one row cannot express; null where there are none. */
  readonly groups: GroupSimulation | null;
  readonly paths: number;
  /** [month] discount factor at the hurdle. */
  readonly discountFactor: Float64Array;
  /** [month] what the buyer pays at the desk's price, yuan; null: no rates of return are wanted. */
  readonly outlay: Float64Array | null;
}

/** What paths give, by path, over shared memory. */
export interface PathResults {
  /** Present value of the net flows at the hurdle, yuan. */
  readonly presentValue: Float64Array;
  /** Internal rate of return at the desk's price; NaN where there is none or more than one. */
  readonly irr: Float64Array;
}

export const blockCount = (paths: number): number => Math.ceil(paths / BLOCK_PATHS);

/** Room for the results of all paths, to be shared by the threads. */
export function pathResults(paths: number): PathResults {
  const column = () => new Float64Array(new SharedArrayBuffer(paths * 8));
  return { presentValue: column(), irr: column().fill(Number.NaN) };
}

/**
 * Draws blocks of paths (METHOD §6). What a block gives depends on its number alone, not on the blocks drawn before it,
 * the thread or the machine.
 */
export class PathDrawer {
  readonly #simulation: Simulation;
  readonly #kernel: SimulationKernel;
  readonly #groups: GroupDrawer | null;
  readonly #flow: Float64Array;

  constructor(simulation: Simulation) {
    const { seed, rowWords, listCount, levelSpreads, delays, listOfMonth } = simulation.rows;
    this.#simulation = simulation;
    this.#kernel = new SimulationKernel({ seed, rowWords, listCount, levelSpreads, delays: delays === null ? null : { ...delays, listOfMonth } });
    this.#groups = simulation.groups === null ? null : new GroupDrawer(simulation.groups, this.#kernel);
    this.#flow = new Float64Array(simulation.rows.fixedFlow.length);
  }

  /** Draws the paths of one block into `results`; `between` runs every 20 ms or so and may throw to stop. */
  drawBlock(block: number, results: PathResults, between: () => void): void {
    const { rows, paths } = this.#simulation;
    const firstPath = block * BLOCK_PATHS;
    const count = Math.min(BLOCK_PATHS, paths - firstPath);
    this.#drawFactors(firstPath);
    for (let list = rows.flowList; list < rows.listCount; list++) this.#kernel.list(list).fill(0);
    this.#kernel.addRows(rows.rows, firstPath, between);
    this.#groups?.drawBlock(rows, this.#kernel, firstPath, between);
    if (rows.cash === null) {
      const drawn = this.#kernel.list(rows.flowList);
      const fixed = rows.fixedFlow[0] ?? 0;
      for (let path = 0; path < count; path++) results.presentValue[firstPath + path] = fixed + (drawn[path] ?? 0);
      return;
    }
    const factors = this.#cashFactors(rows.cash);
    for (let path = 0; path < count; path++) {
      this.#addUpPath(path, rows.cash, factors);
      results.presentValue[firstPath + path] = this.#presentValue();
      results.irr[firstPath + path] = this.#irr();
      if (path % 32 === 0) between();
    }
  }

  /** Lists of the common factor: latent parts by segment, exponentials of price levels and cash factors. */
  #drawFactors(firstPath: number): void {
    const { factors } = this.#simulation.rows;
    const kernel = this.#kernel;
    kernel.drawCommonFactor(firstPath, 0);
    const z = kernel.list(0);
    factors.latent.forEach((number, segment) => {
      const list = kernel.list(number);
      const factor = factors.latentFactor[segment] ?? 0;
      for (let path = 0; path < BLOCK_PATHS; path++) list[path] = factor * (z[path] ?? 0);
    });
    for (const { list: number, loading } of factors.exponential) {
      const list = kernel.list(number);
      for (let path = 0; path < BLOCK_PATHS; path++) list[path] = loading * (z[path] ?? 0) - 0.5 * loading * loading;
      kernel.exponentiate(number);
    }
  }

  /** By curve class: the list of factors on cash, null where it is always 1. */
  #cashFactors(cash: CashPlan): readonly (Float64Array | null)[] {
    return Array.from(cash.factorList, (number) => (number === 0 ? null : this.#kernel.list(number)));
  }

  /** Net flows of a path by month: what is fixed, what collateral brings, what the curves collect on the rest of the claims. */
  #addUpPath(path: number, cash: CashPlan, factors: readonly (Float64Array | null)[]): void {
    const { rows } = this.#simulation;
    const flow = this.#flow;
    for (let month = 0; month < flow.length; month++) flow[month] = (rows.fixedFlow[month] ?? 0) + (this.#kernel.list(rows.flowList + month)[path] ?? 0);
    for (let curve = 0; curve < cash.classCount; curve++) {
      const used = this.#kernel.list(cash.firstList + curve)[path] ?? 0;
      const factor = Math.min(factors[curve]?.[path] ?? 1, mostCashFactor(cash, curve));
      const remaining = ((cash.scaledClaims[curve] ?? 0) - used) * factor;
      if (remaining === 0) continue;
      const at = curve * cash.monthCount;
      for (let month = 0; month < flow.length; month++) flow[month] = (flow[month] ?? 0) + remaining * (cash.netShare[at + month] ?? 0);
    }
  }

  #presentValue(): number {
    const { discountFactor } = this.#simulation;
    let value = 0;
    for (let month = 0; month < this.#flow.length; month++) value += (this.#flow[month] ?? 0) * (discountFactor[month] ?? 0);
    return value;
  }

  #irr(): number {
    const { outlay } = this.#simulation;
    if (outlay === null) return Number.NaN;
    const irr = monthlyIrr(outlay.map((paid, month) => (this.#flow[month] ?? 0) - paid));
    return irr.kind === "one" ? irr.rate : Number.NaN;
  }
}
