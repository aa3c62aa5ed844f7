import { BLOCK_PATHS, SimulationKernel } from "../kernel/simulation-kernel.ts";
import { sumOf } from "../numbers/summation.ts";
import { monthlyIrr } from "../returns/certified-irr.ts";
import { claimsAt } from "./bounded-claims.ts";
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
  /** [month] what the buyer pays at the desk's price, yuan. */
  readonly outlay: Float64Array;
}

/** What paths give, by path, over shared memory. */
export interface PathResults {
  /** Present value of the net flows at the hurdle, yuan. */
  readonly presentValue: Float64Array;
  /**
   * Internal rate of return at the desk's price: `TOTAL_LOSS` where it lies below −99 % or nothing comes back,
   * `ABOVE_RANGE` where it lies above 1000 % or nothing is paid, NaN where there are several or no flows at all.
   */
  readonly irr: Float64Array;
}

export const TOTAL_LOSS = -1;
export const ABOVE_RANGE = 10;

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
    const { seed, rowBytes, listCount, levelSpreads, delays, sales } = simulation.rows;
    this.#simulation = simulation;
    this.#kernel = new SimulationKernel({ seed, rowBytes, listCount, levelSpreads, delays, sales });
    this.#groups = simulation.groups === null ? null : new GroupDrawer(simulation.groups, delays, this.#kernel);
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
    const factors = this.#cashFactors();
    for (let path = 0; path < count; path++) {
      this.#addUpPath(path, factors);
      results.presentValue[firstPath + path] = this.#presentValue();
      results.irr[firstPath + path] = this.#irr();
      if (path % 32 === 0) between();
    }
  }

  /** Lists of the common factor: latent parts by segment, exponentials of price levels and cash factors, months of delay. */
  #drawFactors(firstPath: number): void {
    const { factors, delays } = this.#simulation.rows;
    const kernel = this.#kernel;
    kernel.drawCommonFactor(firstPath, 0);
    const z = kernel.list(0);
    factors.latent.forEach((number, segment) => {
      const list = kernel.list(number);
      const factor = factors.latentFactor[segment];
      for (let path = 0; path < BLOCK_PATHS; path++) list[path] = factor * z[path];
    });
    for (const { list: number, loading } of factors.exponential) {
      const list = kernel.list(number);
      for (let path = 0; path < BLOCK_PATHS; path++) list[path] = loading * z[path] - 0.5 * loading * loading;
      kernel.exponentiate(number);
    }
    if (delays === null || delays.commonList === 0) return;
    const late = kernel.list(delays.commonList);
    for (let path = 0; path < BLOCK_PATHS; path++) late[path] = delays.perFactor * z[path];
  }

  /** By class: the list of factors on cash, null where it is always 1. */
  #cashFactors(): readonly (Float64Array | null)[] {
    return Array.from(this.#simulation.rows.cash.factorList, (number) => (number === 0 ? null : this.#kernel.list(number)));
  }

  /** Net flows of a path by month: what is fixed, what collateral brings, what curves and guarantors pay of the rest of the claims. */
  #addUpPath(path: number, factors: readonly (Float64Array | null)[]): void {
    const { rows } = this.#simulation;
    const { cash, claims } = rows;
    const flow = this.#flow;
    for (let month = 0; month < flow.length; month++) flow[month] = rows.fixedFlow[month] + this.#kernel.list(rows.flowList + month)[path];
    for (let cashClass = 0; cashClass < cash.classCount; cashClass++) {
      const factor = factors[cashClass];
      const remaining = claimsAt(claims[cashClass], factor === null ? 1 : factor[path]) - this.#kernel.list(cash.firstList + cashClass)[path];
      if (remaining === 0) continue;
      const at = cashClass * cash.monthCount;
      for (let month = 0; month < flow.length; month++) flow[month] += remaining * cash.netShare[at + month];
    }
  }

  #presentValue(): number {
    const { discountFactor } = this.#simulation;
    let value = 0;
    for (let month = 0; month < this.#flow.length; month++) value += this.#flow[month] * discountFactor[month];
    return value;
  }

  #irr(): number {
    const buyer = this.#simulation.outlay.map((paid, month) => this.#flow[month] - paid);
    const irr = monthlyIrr(buyer);
    if (irr.kind === "one") return irr.rate;
    if (irr.kind === "several") return Number.NaN;
    // Without a root in the range the value has one sign all over it, also at a rate of zero.
    const sum = sumOf(buyer);
    if (sum === 0) return Number.NaN;
    return sum < 0 ? TOTAL_LOSS : ABOVE_RANGE;
  }
}
