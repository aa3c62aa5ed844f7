import { pricingKernel } from "./generated/pricing-kernel.ts";
import { type KernelMemory, kernelFunctions } from "./kernel-module.ts";
import type { KernelTeam, KernelWork } from "./kernel-team.ts";

/** Functions of the pricing module, as assembly/pricing.ts exports them; addresses are bytes. */
export interface PricingFunctions {
  priceChunk(rows: number, tables: number, chunk: number, scratch: number): void;
  sweepPart(rows: number, sweep: number, part: number, scratch: number): void;
  settlePrices(sweep: number): void;
  settleCurves(sweep: number): void;
  curveFlows(remaining: number, stride: number, rows: number, share: number, classes: number, months: number, flows: number): void;
}

/** Bytes of scratch of a thread: four interim columns of a block of 256 rows. */
export const THREAD_SCRATCH_BYTES = 4 * 256 * 8;

const instances = new WeakMap<KernelMemory, PricingFunctions>();

/** The pricing kernels over a memory. */
export function pricingFunctions(memory: KernelMemory): PricingFunctions {
  const known = instances.get(memory);
  if (known) return known;
  const functions = kernelFunctions<PricingFunctions>(pricingKernel, memory);
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
