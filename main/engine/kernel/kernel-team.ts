import type { KernelMemory } from "./kernel-module.ts";

/** One kernel call per part, parts numbered from 0; the order in which they are done changes nothing. */
export interface KernelWork {
  readonly memory: KernelMemory;
  readonly kernel: "priceChunk" | "payItems" | "sweepPart";
  /** Addresses that go before the part's number. */
  readonly addresses: readonly [number, number];
  readonly partCount: number;
  /** Address of the scratch of thread 0, each further thread has its own behind it; 0 where the kernel needs none. */
  readonly scratch: number;
}

/** Threads that share kernel work. The engine knows none; whoever starts it may bring some. */
export interface KernelTeam {
  readonly threadCount: number;
  /** Returns when all parts are done. */
  run(work: KernelWork): void;
}
