import { readdirSync, readFileSync } from "node:fs";
import { main as compile } from "assemblyscript/asc";
import { beforeAll, describe, expect, it } from "vitest";
import { KernelHeap } from "../../../../main/engine/kernel/kernel-heap.ts";
import { type FieldType, kernelRecords, kernelSizes, layoutFingerprint } from "../../../../main/engine/kernel/kernel-layout.ts";
import { kernelFunctions } from "../../../../main/engine/kernel/kernel-module.ts";
import { type RecordName, RecordWriter, recordBytes, recordFields, storeRecord } from "../../../../main/engine/kernel/kernel-records.ts";

const folder = new URL("../../../../main/engine/kernel/", import.meta.url);
/** The kernels' side of the layout, as set-up wrote it. */
const kernelSide = readFileSync(new URL("generated/kernel-memory.as.ts", folder), "utf8");
const records = Object.entries<Readonly<Record<string, FieldType>>>(kernelRecords) as [RecordName, Readonly<Record<string, FieldType>>][];

/** A kernel that answers every field of a record that lies at an address, and every size. */
const probe = [
  ...records.flatMap(([name, fields]) => [
    `export function ${name}_BYTES(): usize { return ${name}.BYTES; }`,
    `export function ${name}_end(): usize { return offsetof<${name}>(); }`,
    ...Object.entries(fields).map(([field, type]) => `export function ${name}_${field}(record: ${name}): ${type} { return record.${field}; }`),
  ]),
  ...Object.keys(kernelSizes).map((size) => `export function size_${size}(): usize { return ${size}; }`),
].join("\n");
const options =
  "--runtime stub --enable simd,threads --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536 --use abort= --outFile probe.wasm".split(" ");

async function compiled(source: string): Promise<Uint8Array> {
  let binary: Uint8Array = new Uint8Array(0);
  const { error } = await compile(["probe.ts", ...options], {
    readFile: (name) => (name === "probe.ts" ? source : null),
    writeFile: (name, contents) => {
      if (name === "probe.wasm" && typeof contents !== "string") binary = contents;
    },
    listFiles: () => [],
  });
  if (error) throw error;
  return binary;
}

type Probe = Readonly<Record<string, (address?: number) => number>>;

describe("the kernels' memory", () => {
  const heap = new KernelHeap();
  let kernel: Probe;
  beforeAll(async () => {
    kernel = kernelFunctions<Probe>(await compiled(`${kernelSide}\n${probe}`), heap.memory);
  });
  const answer = (name: string, address?: number): number | undefined => kernel[name]?.(address);

  it.each(records)("%s: the kernel reads in every field what was written into it, and no record reaches into the next", (name, fields) => {
    // Different in every field; halves in fields of 64 bits.
    const values = Object.fromEntries(Object.entries(fields).map(([field, type], at) => [field, type === "f64" ? at + 1.5 : at + 1]));
    const address = storeRecord(heap, name, values as Parameters<typeof storeRecord<typeof name>>[2]);
    for (const [field, value] of Object.entries(values)) expect([field, answer(`${name}_${field}`, address)]).toEqual([field, value]);
    expect(answer(`${name}_BYTES`)).toBe(recordBytes(name));
    expect(answer(`${name}_end`)).toBeLessThanOrEqual(recordBytes(name));
  });

  it("has the same sizes on both sides", () => {
    for (const [size, value] of Object.entries(kernelSizes)) expect([size, (answer(`size_${size}`) ?? Number.NaN) >>> 0]).toEqual([size, value]);
  });

  it("refuses a kernel that was built from another layout", async () => {
    const other = await compiled(`${kernelSide.replace(String(layoutFingerprint()), "1")}\n${probe}`);
    expect(() => kernelFunctions(other, heap.memory)).toThrow("another kernel-layout.ts");
  });
});

describe("the writer of records", () => {
  const writer = new RecordWriter(new SharedArrayBuffer(recordBytes("DrawnRow")));
  const { ahead, counter } = recordFields("DrawnRow");

  it("refuses what an index that is off gives, where a typed array would hold 0", () => {
    const [beyond] = new Float64Array(0);
    expect(() => writer.float(0, ahead, beyond as number)).toThrow("not a number");
    for (const value of [beyond as number, Number.NaN, -1, 0.5, 2 ** 32]) expect(() => writer.word(0, counter, value)).toThrow("no word of 32 bits");
  });

  it("refuses to write outside the memory", () => {
    expect(() => writer.float(recordBytes("DrawnRow"), ahead, 1)).toThrow(RangeError);
  });
});

describe("the kernels' sources", () => {
  const sources = readdirSync(new URL("assembly/", folder)).filter((name) => name.endsWith(".ts"));

  it.each(sources)("%s ends in .as.ts and has no line over 160 columns", (name) => {
    expect(name).toMatch(/\.as\.ts$/);
    const lines = readFileSync(new URL(`assembly/${name}`, folder), "utf8").split("\n");
    expect(lines.filter((line) => line.length > 160)).toEqual([]);
  });
});
