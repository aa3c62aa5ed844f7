import { type KernelMemory, kernelMemory, PAGE_BYTES } from "./kernel-module.ts";

/** Vectors are read fastest where they don't cross a cache line. */
const ALIGNMENT = 64;

/**
 * Hands out the memory of a kernel from low to high addresses. What is handed out stays where it is; everything after
 * a mark can be given back at once.
 */
export class KernelHeap {
  readonly memory: KernelMemory = kernelMemory(PAGE_BYTES);
  /** Address 0 stays free: kernels read it as "none". */
  #top = ALIGNMENT;

  /** Address of so many bytes, rounded up to whole cache lines; they hold what was there before. */
  reserve(bytes: number): number {
    const address = this.#top;
    this.#top = Math.ceil((address + bytes) / ALIGNMENT) * ALIGNMENT;
    const missing = this.#top - this.memory.buffer.byteLength;
    if (missing > 0) this.memory.grow(Math.ceil(missing / PAGE_BYTES));
    return address;
  }

  get mark(): number {
    return this.#top;
  }

  /** Gives back everything reserved since the mark was read. */
  release(mark: number): void {
    this.#top = mark;
  }

  floats(address: number, length: number): Float64Array {
    return new Float64Array(this.memory.buffer, address, length);
  }

  words(address: number, length: number): Uint32Array {
    return new Uint32Array(this.memory.buffer, address, length);
  }

  shorts(address: number, length: number): Uint16Array {
    return new Uint16Array(this.memory.buffer, address, length);
  }

  bytes(address: number, length: number): Uint8Array {
    return new Uint8Array(this.memory.buffer, address, length);
  }

  /** Puts a list of numbers into the memory; its address. */
  storeFloats(numbers: ArrayLike<number>): number {
    const address = this.reserve(8 * numbers.length);
    this.floats(address, numbers.length).set(numbers);
    return address;
  }

  /** Puts a list of words of 32 bits into the memory; its address. */
  storeWords(words: ArrayLike<number>): number {
    const address = this.reserve(4 * words.length);
    this.words(address, words.length).set(words);
    return address;
  }

  storeShorts(shorts: ArrayLike<number>): number {
    const address = this.reserve(2 * shorts.length);
    this.shorts(address, shorts.length).set(shorts);
    return address;
  }
}
