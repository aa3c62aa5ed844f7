import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { join, resolve } from "node:path";
import { build } from "vite";

const root = resolve(import.meta.dirname, "../..");

/**
 * Called by vitest before the first integration test: the workers in a file each, as the app has them. Hundreds of tests start
 * one, and from the sources each start would read some three hundred files. Outside of vitest the tests' desk takes the sources.
 */
export async function setup(): Promise<() => void> {
  mkdirSync(join(root, ".cache"), { recursive: true });
  // A folder of this run's own: another may be at work in the same tree.
  const outDir = mkdtempSync(join(root, ".cache/test-workers-"));
  const workers = ["desk-worker", "kernel-thread", "storing-thread"];
  await build({
    root,
    configFile: false,
    logLevel: "warn",
    ssr: { noExternal: true },
    build: {
      ssr: true,
      outDir,
      minify: false,
      rollupOptions: {
        external: ["better-sqlite3"],
        input: Object.fromEntries(workers.map((name) => [name, join(root, `main/worker/${name}.ts`)])),
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  });
  process.env["AMC_TEST_WORKER"] = join(outDir, "desk-worker.js");
  // Workers from the sources, as the command line has them, start from what they compile to.
  process.env["NODE_COMPILE_CACHE"] = join(root, ".cache/compile");
  return () => rmSync(outDir, { recursive: true, force: true });
}
