import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { fromRoot, hashOf, pinnedNode, runLogged, toolScript } from "./shell.mjs";

const sources = "main/engine/kernel/assembly";
const generated = "main/engine/kernel/generated";
const stamp = fromRoot(generated, ".built-from");
/** One WebAssembly module per entry; `constant` is the name under which the engine imports its bytes. */
const entries = [
  { name: "pricing", constant: "pricingKernel" },
  { name: "simulation", constant: "simulationKernel" },
];
/** Memory comes from outside and may be shared between threads; no run-time, no static data, nothing that traps on purpose. */
const compilerOptions =
  "-O3 --noAssert --runtime stub --enable simd,threads --importMemory --sharedMemory --initialMemory 1 --maximumMemory 65536 --use abort=".split(" ");

/** Compiles the engine's AssemblyScript kernels when a source or the compiler changed. */
export async function buildKernels() {
  const present = entries.filter(({ name }) => existsSync(fromRoot(sources, `${name}.ts`)));
  const wanted = hashOf([sources, "scripts/setup/kernel-build.mjs", "node_modules/assemblyscript/package.json"]);
  const isThere = present.every(({ name }) => existsSync(moduleFile(name)));
  if (isThere && existsSync(stamp) && readFileSync(stamp, "utf8") === wanted) return "unchanged";
  mkdirSync(fromRoot(generated), { recursive: true });
  for (const { name, constant } of present) await compile(name, constant);
  writeFileSync(stamp, wanted);
  return "done";
}

function moduleFile(name) {
  return fromRoot(generated, `${name}-kernel.ts`);
}

async function compile(name, constant) {
  const binary = fromRoot(generated, `${name}.wasm`);
  const script = toolScript("assemblyscript", "asc");
  await runLogged(pinnedNode(), [script, path.posix.join(sources, `${name}.ts`), ...compilerOptions, "--outFile", binary], {
    remedy: "Mend the error above and run: node scripts/setup.mjs --only=kernels",
  });
  const bytes = [...readFileSync(binary)].join(",");
  writeFileSync(moduleFile(name), `/** Compiled by set-up from ../assembly/${name}.ts. */\nexport const ${constant} = new Uint8Array([${bytes}]);\n`);
}
