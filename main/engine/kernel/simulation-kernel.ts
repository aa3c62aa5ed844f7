import { simulationWasm } from "./generated/simulation-wasm.ts";
import { KernelHeap } from "./kernel-heap.ts";
import { kernelSizes } from "./kernel-layout.ts";
import { kernelFunctions } from "./kernel-module.ts";
import { storeRecord } from "./kernel-records.ts";

/** Functions of assembly/simulation.as.ts; addresses and sizes are bytes. */
interface SimulationFunctions {
  ownBytes(): number;
  open(simulation: number): void;
  fillTables(): void;
  fillTable(table: number, sigma: number): void;
  drawNormals(counter: number, firstPath: number, out: number): void;
  drawNormalPairs(counter: number, firstPath: number, out: number): void;
  drawFirstWords(counter: number, firstPath: number, out: number): void;
  exponentials(list: number, count: number): void;
  inverseNormals(list: number, count: number): void;
  addRows(rows: number, rowCount: number, stride: number, firstPath: number): void;
}

/** Paths of a block. */
export const BLOCK_PATHS = kernelSizes.BLOCK_PATHS;
/** Rows drawn in one call: with a block's paths some 20 ms, so that a cancel is heard and compiled code takes over early. */
const CALL_ROWS = 4096;

/** Counter of the common factor, which no loan has. */
const COMMON_FACTOR = 0xffff_ffff;
/** Second word of the key: streams of one seed. */
const STREAM = 1;

/** How a row names a list: bytes from the first one, which no row names. */
export function listOffset(list: number): number {
  return list * kernelSizes.LIST_BYTES;
}

export interface KernelShape {
  readonly seed: number;
  /** Bytes of a row with room for all its outcomes. */
  readonly rowBytes: number;
  /** Lists over the paths of a block that rows add to or read from; none: nothing is drawn, only functions are used. */
  readonly listCount: number;
  /** Spread of each table of price levels. */
  readonly levelSpreads: readonly number[];
  /** Drawn delays; null where sales come as planned. */
  readonly delays: DrawnDelays | null;
  /** What rows are paid by; null: nothing is drawn. */
  readonly sales: DrawnSales | null;
}

/** Months, what comes before closing, and assets taken for the debt: as `Simulation` of the layout says. */
export interface DrawnSales {
  /** [month] list that takes what is received in it; months after the last one bring nothing. */
  readonly listOfMonth: Int32Array;
  readonly closingMonth: number;
  readonly earlyReceipt: number;
  readonly earlyCost: number;
  readonly takeOverOutlay: number;
  readonly takeOverProceeds: number;
  readonly takeOverLeast: number;
  readonly takeOverGap: number;
}

interface DrawnDelays {
  /** [quantile] months of a row's own delay. */
  readonly own: Float64Array;
  /** List of the months by which the common factor delays all; 0: none. */
  readonly commonList: number;
  /** [months of delay + NO_DELAY_AT] growth of the price. */
  readonly growth: Float64Array;
}

/** One kernel with its memory: tables, lists over the paths of a block, and rows brought in as they are drawn. */
export class SimulationKernel {
  readonly #functions: SimulationFunctions;
  readonly #lists: readonly Float64Array[];
  /** Two blocks of numbers that are valid until the next call. */
  readonly #pair: Float64Array;
  readonly #firstWords: Uint32Array;
  readonly #rows: Uint8Array;
  readonly #rowBytes: number;

  constructor(shape: KernelShape) {
    const heap = new KernelHeap();
    const functions = kernelFunctions<SimulationFunctions>(simulationWasm, heap.memory);
    const own = heap.reserve(functions.ownBytes());
    const levels = heap.reserve(shape.levelSpreads.length * kernelSizes.TABLE_BYTES);
    const lists = heap.reserve(shape.listCount * kernelSizes.LIST_BYTES);
    functions.open(
      storeRecord(heap, "Simulation", {
        own,
        lists,
        levels,
        seed: shape.seed,
        stream: STREAM,
        ...storeDelays(heap, shape.delays, lists),
        ...storeSales(heap, shape.sales),
      }),
    );
    if (shape.listCount > 0) functions.fillTables();
    shape.levelSpreads.forEach((spread, index) => functions.fillTable(levels + index * kernelSizes.TABLE_BYTES, spread));
    const pair = heap.reserve(2 * BLOCK_PATHS * 8);
    const rows = heap.reserve(CALL_ROWS * shape.rowBytes);
    this.#functions = functions;
    this.#lists = Array.from({ length: shape.listCount }, (_, list) => heap.floats(lists + listOffset(list), BLOCK_PATHS));
    this.#pair = heap.floats(pair, 2 * BLOCK_PATHS);
    this.#firstWords = heap.words(pair, BLOCK_PATHS);
    this.#rows = heap.bytes(rows, CALL_ROWS * shape.rowBytes);
    this.#rowBytes = shape.rowBytes;
  }

  /** A list over the paths of a block, to read and write. */
  list(list: number): Float64Array {
    const view = this.#lists[list];
    if (view === undefined) throw new RangeError(`no list ${list} of ${this.#lists.length}`);
    return view;
  }

  /** The common factor of the paths of a block, into a list. */
  drawCommonFactor(firstPath: number, list: number): void {
    this.#functions.drawNormals(COMMON_FACTOR, firstPath, this.list(list).byteOffset);
  }

  /** Both normal numbers of a counter for the paths of a block: first those of the first word, then of the second. Valid until the next call. */
  drawPairs(counter: number, firstPath: number): Float64Array {
    this.#functions.drawNormalPairs(counter, firstPath, this.#pair.byteOffset);
    return this.#pair;
  }

  /** First words of a counter for the paths of a block. Valid until the next call. */
  drawFirstWords(counter: number, firstPath: number): Uint32Array {
    this.#functions.drawFirstWords(counter, firstPath, this.#firstWords.byteOffset);
    return this.#firstWords;
  }

  /** e^x of a list over the paths of a block, in place. */
  exponentiate(list: number): void {
    this.#functions.exponentials(this.list(list).byteOffset, BLOCK_PATHS);
  }

  /** e^x of numbers, one per path of a block. */
  exponentiated(exponents: Float64Array): Float64Array {
    this.#pair.set(exponents);
    this.#functions.exponentials(this.#pair.byteOffset, exponents.length);
    return this.#pair.slice(0, exponents.length);
  }

  /** Φ⁻¹ of probabilities strictly between 0 and 1, in place. */
  invertNormal(probabilities: Float64Array): void {
    for (let from = 0; from < probabilities.length; from += this.#pair.length) {
      const part = probabilities.subarray(from, from + this.#pair.length);
      this.#pair.set(part);
      this.#functions.inverseNormals(this.#pair.byteOffset, part.length);
      part.set(this.#pair.subarray(0, part.length));
    }
  }

  /** Draws rows for a block of paths; `between` runs after each call of some 20 ms. */
  addRows(rows: Uint8Array, firstPath: number, between: () => void): void {
    for (let from = 0; from < rows.length; from += this.#rows.length) {
      const part = rows.subarray(from, from + this.#rows.length);
      this.#rows.set(part);
      this.#functions.addRows(this.#rows.byteOffset, part.length / this.#rowBytes, this.#rowBytes, firstPath);
      between();
    }
  }
}

/** Puts the tables of delays into the kernel's memory: what a `Simulation` says of them. */
function storeDelays(heap: KernelHeap, delays: DrawnDelays | null, lists: number) {
  if (delays === null) return { ownDelays: 0, commonDelays: 0, delayGrowth: 0 };
  const { own, commonList, growth } = delays;
  if (own.length !== 2 ** kernelSizes.DELAY_BITS || growth.length !== 2 * kernelSizes.NO_DELAY_AT) throw new RangeError("tables of delays have another size");
  return {
    ownDelays: heap.storeFloats(own),
    commonDelays: commonList === 0 ? 0 : lists + listOffset(commonList),
    delayGrowth: heap.storeFloats(growth),
  };
}

const noSales: DrawnSales = {
  listOfMonth: new Int32Array(1),
  closingMonth: 0,
  earlyReceipt: 1,
  earlyCost: 1,
  takeOverOutlay: 0,
  takeOverProceeds: 0,
  takeOverLeast: 0,
  takeOverGap: 0,
};

function storeSales(heap: KernelHeap, sales: DrawnSales | null) {
  const { listOfMonth, ...terms } = sales ?? noSales;
  return { ...terms, monthLists: heap.storeWords(listOfMonth.map(listOffset)), lastMonth: listOfMonth.length - 1 };
}
