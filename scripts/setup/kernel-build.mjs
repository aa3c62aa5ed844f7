import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fromRoot, hashOf, pinnedNode, runLogged, toolScript } from "./shell.mjs";

const sources = "main/engine/kernel/assembly";
const generated = "main/engine/kernel/generated";
const stamp = fromRoot(generated, ".built-from");
const layout = ["main/engine/kernel/kernel-layout.ts", "main/engine/kernel/kernel-records.ts", "scripts/setup/write-kernel-memory.mjs"];
/** One WebAssembly module per entry; `constant` is the name under which the engine imports its bytes. */
const entries = [
  { name: "pricing", constant: "pricingWasm" },
  { name: "simulation", constant: "simulationWasm" },
];
/** Memory comes from outside and may be shared between threads; no run-time, no static data, nothing that traps on purpose. */
const compilerOptions =
  "-O3 --noAssert --runtime stub --enable simd,threads --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536 --use abort=".split(" ");
const remedy = "Mend the error above and run: node scripts/setup.mjs --only=kernels";

/** Writes the kernels' side of the memory's layout and compiles the AssemblyScript kernels, when a source or the compiler changed. */
export async function buildKernels() {
  const wanted = hashOf([sources, ...layout, "scripts/setup/kernel-build.mjs", "node_modules/assemblyscript/package.json"]);
  const isThere = entries.every(({ name }) => existsSync(moduleFile(name)));
  if (isThere && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return "unchanged";
  rmSync(fromRoot(generated), { recursive: true, force: true });
  mkdirSync(fromRoot(generated), { recursive: true });
  await runLogged(pinnedNode(), ["scripts/setup/write-kernel-memory.mjs", fromRoot(generated, "kernel-memory.as.ts")], { remedy });
  for (const { name, constant } of entries) await compile(name, constant);
  writeFileSync(stamp, wanted);
  return "done";
}

function moduleFile(name) {
  return fromRoot(generated, `${name}-wasm.ts`);
}

async function compile(name, constant) {
  const binary = fromRoot(generated, `${name}.wasm`);
  const script = toolScript("assemblyscript", "asc");
  await runLogged(pinnedNode(), [script, path.posix.join(sources, `${name}.as.ts`), ...compilerOptions, "--outFile", binary], { remedy });
  const bytes = [...readFileSync(binary)].join(",");
  writeFileSync(moduleFile(name), `/** Compiled by set-up from ../assembly/${name}.as.ts. */\nexport const ${constant} = new Uint8Array([${bytes}]);\n`);
}
