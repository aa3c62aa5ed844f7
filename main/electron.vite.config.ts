import { cpSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";
import type { Plugin } from "vite";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const inRoot = (path: string) => resolve(root, path);
/** Everything is bundled but the binding; the packed app carries no other package. */
const external = ["electron", "better-sqlite3"];

const copySamples: Plugin = {
  name: "copy-samples",
  closeBundle: () => cpSync(inRoot("main/samples"), inRoot("dist/main/samples"), { recursive: true }),
};

export default defineConfig({
  main: {
    root,
    plugins: [copySamples],
    build: {
      outDir: inRoot("dist/main"),
      emptyOutDir: true,
      externalizeDeps: false,
      minify: false,
      rollupOptions: {
        external,
        input: {
          main: inRoot("main/app/main.ts"),
          "desk-worker": inRoot("main/worker/desk-worker.ts"),
          "kernel-thread": inRoot("main/worker/kernel-thread.ts"),
          "storing-thread": inRoot("main/worker/storing-thread.ts"),
        },
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  },
  preload: {
    root,
    build: {
      outDir: inRoot("dist/preload"),
      emptyOutDir: true,
      externalizeDeps: false,
      rollupOptions: {
        external,
        input: { preload: inRoot("main/preload/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: inRoot("renderer"),
    base: "/",
    plugins: [react()],
    build: {
      outDir: inRoot("dist/renderer"),
      emptyOutDir: true,
      // The page's policy refuses data: fonts, so nothing is inlined.
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: inRoot("renderer/index.html"), memo: inRoot("renderer/memo.html") } },
    },
  },
});
