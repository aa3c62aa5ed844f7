import { simulationKernel } from "./generated/simulation-kernel.ts";
import { kernelFunctions, kernelMemory } from "./kernel-module.ts";

/** Functions of assembly/simulation.ts; addresses and sizes are bytes. */
interface SimulationFunctions {
  ownBytes(): number;
  open(base: number, lists: number, levels: number, seed: number, stream: number): void;
  fillTables(): void;
  openDelays(months: number, growth: number, slots: number, last: number, closing: number): void;
  fillTable(table: number, sigma: number): void;
  drawNormals(counter: number, firstPath: number, out: number): void;
  drawNormalPairs(counter: number, firstPath: number, out: number): void;
  drawFirstWords(counter: number, firstPath: number, out: number): void;
  exponentials(list: number, count: number): void;
  inverseNormals(list: number, count: number): void;
  addRows(rows: number, rowCount: number, stride: number, firstPath: number): void;
}

/** Paths of a block; the kernel's constant BLOCK. */
export const BLOCK_PATHS = 256;
/** A list over the paths of a block has room for the path that an odd pair ends with. */
const BLOCK_BYTES = (BLOCK_PATHS + 2) * 8;
/** A table of quintics: 2 sides × 33 powers of two × 32 bins × 8 coefficients. */
const TABLE_BYTES = 2 * 33 * 32 * 64;
/** Rows drawn in one call: with 256 paths some 20 ms, so that a cancel is heard and compiled code takes over early. */
const CALL_ROWS = 4096;

/** Words (of 8 bytes) of a row before its outcomes, and of an outcome; see the kernel's row. */
export const ROW_WORDS = 8;
export const OUTCOME_WORDS = 5;

/** Counter of the common factor, which no loan has. */
const COMMON_FACTOR = 0xffff_ffff;
/** Second word of the key: streams of one seed. */
const STREAM = 1;

/** How a row names a list: bytes from the first one, which no row names. */
export function listOffset(list: number): number {
  return list * BLOCK_BYTES;
}

export interface KernelShape {
  readonly seed: number;
  /** Words of a row. */
  readonly rowWords: number;
  /** Lists over the paths of a block that rows add to or read from; none: nothing is drawn, only functions are used. */
  readonly listCount: number;
  /** Spread of each table of price levels. */
  readonly levelSpreads: readonly number[];
  /** Drawn delays; null where sales come as planned. */
  readonly delays: DrawnDelays | null;
}

interface DrawnDelays {
  /** [1024] months by quantile. */
  readonly months: Int8Array;
  /** [256] growth of the price by months of delay + 128. */
  readonly growth: Float64Array;
  /** [month] list that takes what is received in it; months after the last one bring nothing. */
  readonly listOfMonth: Int32Array;
  /** Sales before it bring an outcome's early gain. */
  readonly closingMonth: number;
}

/** One kernel with its memory: tables, lists over the paths of a block, and rows brought in as they are drawn. */
export class SimulationKernel {
  readonly #functions: SimulationFunctions;
  readonly #numbers: Float64Array;
  readonly #bytes: Uint8Array;
  readonly #words: Uint32Array;
  readonly #views: readonly Float64Array[];
  readonly #none: Float64Array;
  readonly #lists: number;
  readonly #pair: number;
  readonly #rows: number;
  readonly #rowBytes: number;

  constructor(shape: KernelShape) {
    const probe = kernelFunctions<SimulationFunctions>(simulationKernel, kernelMemory(1));
    let next = 64;
    const place = (bytes: number): number => {
      const at = next;
      next = Math.ceil((at + bytes) / 64) * 64;
      return at;
    };
    const own = place(probe.ownBytes());
    const delayMonths = place(1024);
    const delayGrowth = place(256 * 8);
    const delaySlots = place(128 * 4);
    const levels = place(shape.levelSpreads.length * TABLE_BYTES);
    this.#lists = place(shape.listCount * BLOCK_BYTES);
    this.#pair = place(2 * BLOCK_PATHS * 8);
    this.#rowBytes = shape.rowWords * 8;
    this.#rows = place(CALL_ROWS * this.#rowBytes);
    const memory = kernelMemory(next);
    this.#functions = kernelFunctions<SimulationFunctions>(simulationKernel, memory);
    this.#numbers = new Float64Array(memory.buffer);
    this.#bytes = new Uint8Array(memory.buffer);
    this.#words = new Uint32Array(memory.buffer);
    this.#views = Array.from({ length: shape.listCount }, (_, list) => new Float64Array(memory.buffer, this.#lists + listOffset(list), BLOCK_PATHS));
    this.#none = new Float64Array(0);
    this.#functions.open(own, this.#lists, levels, shape.seed, STREAM);
    if (shape.listCount > 0) this.#functions.fillTables();
    shape.levelSpreads.forEach((spread, index) => this.#functions.fillTable(levels + index * TABLE_BYTES, spread));
    const { delays } = shape;
    if (delays === null) return;
    new Int8Array(memory.buffer).set(delays.months, delayMonths);
    this.#numbers.set(delays.growth, delayGrowth / 8);
    new Uint32Array(memory.buffer).set(
      delays.listOfMonth.map((list) => listOffset(list)),
      delaySlots / 4,
    );
    this.#functions.openDelays(delayMonths, delayGrowth, delaySlots, delays.listOfMonth.length - 1, delays.closingMonth);
  }

  /** A list over the paths of a block, to read and write. */
  list(list: number): Float64Array {
    return this.#views[list] ?? this.#none;
  }

  /** The common factor of the paths of a block, into a list. */
  drawCommonFactor(firstPath: number, list: number): void {
    this.#functions.drawNormals(COMMON_FACTOR, firstPath, this.#lists + listOffset(list));
  }

  /** Both normal numbers of a counter for the paths of a block: first those of the first word, then of the second. Valid until the next call. */
  drawPairs(counter: number, firstPath: number): Float64Array {
    this.#functions.drawNormalPairs(counter, firstPath, this.#pair);
    return this.#numbers.subarray(this.#pair / 8, this.#pair / 8 + 2 * BLOCK_PATHS);
  }

  /** First words of a counter for the paths of a block. Valid until the next call. */
  drawFirstWords(counter: number, firstPath: number): Uint32Array {
    this.#functions.drawFirstWords(counter, firstPath, this.#pair);
    return this.#words.subarray(this.#pair / 4, this.#pair / 4 + BLOCK_PATHS);
  }

  /** e^x of a list over the paths of a block, in place. */
  exponentiate(list: number): void {
    this.#functions.exponentials(this.#lists + listOffset(list), BLOCK_PATHS);
  }

  /** e^x of numbers, one per path of a block. */
  exponentiated(exponents: Float64Array): Float64Array {
    const at = this.#pair / 8;
    this.#numbers.set(exponents, at);
    this.#functions.exponentials(this.#pair, exponents.length);
    return this.#numbers.slice(at, at + exponents.length);
  }

  /** Φ⁻¹ of probabilities strictly between 0 and 1, in place. */
  invertNormal(probabilities: Float64Array): void {
    const at = this.#pair / 8;
    const most = 2 * BLOCK_PATHS;
    for (let from = 0; from < probabilities.length; from += most) {
      const part = probabilities.subarray(from, from + most);
      this.#numbers.set(part, at);
      this.#functions.inverseNormals(this.#pair, part.length);
      part.set(this.#numbers.subarray(at, at + part.length));
    }
  }

  /** Draws rows for a block of paths; `between` runs after each call of some 20 ms. */
  addRows(rows: Uint8Array, firstPath: number, between: () => void): void {
    const step = CALL_ROWS * this.#rowBytes;
    for (let from = 0; from < rows.length; from += step) {
      const part = rows.subarray(from, from + step);
      this.#bytes.set(part, this.#rows);
      this.#functions.addRows(this.#rows, part.length / this.#rowBytes, this.#rowBytes, firstPath);
      between();
    }
  }
}
