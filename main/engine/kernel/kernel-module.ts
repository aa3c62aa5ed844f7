import { layoutFingerprint } from "./kernel-layout.ts";

/** The parts of WebAssembly that the engine uses: it is compiled without the types of a browser or of Node. */
declare const WebAssembly: {
  readonly Memory: new (limits: { initial: number; maximum: number; shared: true }) => KernelMemory;
  readonly Module: new (bytes: Uint8Array) => object;
  readonly Instance: new (module: object, imports: { env: { memory: KernelMemory } }) => { readonly exports: unknown };
};

/** Linear memory of a kernel, shared between the threads that work on it. */
export interface KernelMemory {
  readonly buffer: SharedArrayBuffer;
  grow(pages: number): number;
}

export const PAGE_BYTES = 65_536;
/** Compiled code by its bytes: compiling costs milliseconds, an instance microseconds. */
const compiled = new WeakMap<Uint8Array, object>();
const layout = layoutFingerprint();

/** The most that 32-bit addresses reach; reserving it costs nothing, only touched pages count. */
const MAX_PAGES = 65_536;

/** Memory of at least this many bytes, all zero. It grows only by `KernelHeap`; views on it stay valid. */
export function kernelMemory(bytes: number): KernelMemory {
  return new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(bytes / PAGE_BYTES)), maximum: MAX_PAGES, shared: true });
}

/**
 * Functions of a kernel module over a memory; `Exports` names them as its AssemblyScript entry does, addresses are bytes.
 * A module that was built from another layout of the memory is refused: it would read one field as another.
 */
export function kernelFunctions<Exports>(bytes: Uint8Array, memory: KernelMemory): Exports {
  const module = compiled.get(bytes) ?? new WebAssembly.Module(bytes);
  compiled.set(bytes, module);
  const functions = new WebAssembly.Instance(module, { env: { memory } }).exports as Exports & { readonly LAYOUT: { readonly value: number } };
  if (functions.LAYOUT.value >>> 0 !== layout) throw new Error("the kernels were built from another kernel-layout.ts: run npm run setup");
  return functions;
}
