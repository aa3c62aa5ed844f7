import { writeFileSync } from "node:fs";
import { kernelRecords, kernelSizes, layoutFingerprint } from "../../main/engine/kernel/kernel-layout.ts";
import { recordBytes } from "../../main/engine/kernel/kernel-records.ts";

/** Writes the kernels' side of the layout into the file named: run by set-up on the pinned Node, which reads TypeScript. */
const [file] = process.argv.slice(2);

const sizes = Object.entries(kernelSizes).map(([name, size]) => `export const ${name}: usize = ${size};`);
const records = Object.entries(kernelRecords).map(([name, fields]) => {
  const lines = Object.entries(fields).map(([field, type]) => `  ${field}: ${type};`);
  return ["@unmanaged", `export class ${name} {`, `  static readonly BYTES: usize = ${recordBytes(name)};`, ...lines, "}"].join("\n");
});
const head = "/** Written by set-up from ../kernel-layout.ts. */";
const fingerprint = `export const LAYOUT: u32 = ${layoutFingerprint()};`;
writeFileSync(file, `${[`${head}\n${fingerprint}`, sizes.join("\n"), ...records].join("\n\n")}\n`);
