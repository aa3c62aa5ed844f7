import { pricingWasm } from "./generated/pricing-wasm.ts";
import { kernelSizes } from "./kernel-layout.ts";
import { type KernelMemory, kernelFunctions } from "./kernel-module.ts";
import { recordBytes } from "./kernel-records.ts";
import type { KernelTeam, KernelWork } from "./kernel-team.ts";

/** Functions of the pricing module, as assembly/pricing.as.ts exports them; addresses are bytes. */
export interface PricingFunctions {
  priceChunk(rows: number, tables: number, chunk: number, scratch: number): void;
  payItems(rows: number, tables: number, run: number, scratch: number): void;
  sweepPart(rows: number, sweep: number, part: number): void;
  settlePrices(sweep: number): void;
  settleCurves(sweep: number): void;
  curveFlows(remaining: number, stride: number, rows: number, share: number, classes: number, months: number, flows: number): void;
}

/** Bytes of scratch of a thread: the interim columns of a block of rows. */
export const THREAD_SCRATCH_BYTES = recordBytes("Interim") * kernelSizes.BLOCK_ROWS;

const instances = new WeakMap<KernelMemory, PricingFunctions>();

/** The pricing kernels over a memory. */
export function pricingFunctions(memory: KernelMemory): PricingFunctions {
  const known = instances.get(memory);
  if (known) return known;
  const functions = kernelFunctions<PricingFunctions>(pricingWasm, memory);
  instances.set(memory, functions);
  return functions;
}

/** Does one part of the work on a thread, threads numbered from 0. */
export function doPart({ memory, kernel, addresses: [first, second], scratch }: KernelWork, part: number, thread: number): void {
  pricingFunctions(memory)[kernel](first, second, part, scratch + thread * THREAD_SCRATCH_BYTES);
}

/** Everything on the calling thread. */
export const alone: KernelTeam = {
  threadCount: 1,
  run: (work) => {
    for (let part = 0; part < work.partCount; part++) doPart(work, part, 0);
  },
};
