import { cpSync, mkdirSync, writeFileSync } from "node:fs";
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

/** Writes which packages went into a part of the app, for scripts/packaging/write-notices.mjs: afterwards nothing in the bundle tells. */
const listBundled = (part: string): Plugin => ({
  name: "list-bundled",
  generateBundle(_options, bundle) {
    const modules = Object.values(bundle).flatMap((output) => (output.type === "chunk" ? Object.entries(output.modules) : []));
    const kept = modules.filter(([, { renderedLength }]) => renderedLength > 0).map(([id]) => id);
    // Styles, and the fonts they load, are text of no chunk.
    const styles = [...this.getModuleIds()].filter((id) => /\.css(\?|$)/.test(id));
    const folders = new Set([...kept, ...styles].flatMap((id) => packageFolderOf(id) ?? []));
    mkdirSync(inRoot(".cache/bundled"), { recursive: true });
    writeFileSync(inRoot(`.cache/bundled/${part}.json`), `${JSON.stringify([...folders].sort(), null, 2)}\n`);
  },
});

/** The page's first script brings its app by a second import: what that needs is fetched meanwhile, not after. */
const preloadFirstScreen: Plugin = {
  name: "preload-first-screen",
  transformIndexHtml: {
    order: "post",
    handler: (_html, { bundle, chunk }) => {
      const needed = new Set<string>();
      const styles = new Set<string>();
      const add = (fileName: string) => {
        const found = bundle?.[fileName];
        if (found?.type !== "chunk" || needed.has(fileName)) return;
        needed.add(fileName);
        for (const style of found.viteMetadata?.importedCss ?? []) styles.add(style);
        found.imports.forEach(add);
      };
      chunk?.dynamicImports.forEach(add);
      const named = new Set([chunk?.fileName, ...(chunk?.imports ?? [])]);
      const link = (rel: string, fileName: string) => ({ tag: "link", attrs: { rel, crossorigin: true, href: `./${fileName}` }, injectTo: "head" as const });
      const scripts = [...needed].filter((fileName) => !named.has(fileName));
      return [...[...styles].map((file) => link("stylesheet", file)), ...scripts.map((file) => link("modulepreload", file))];
    },
  },
};

/** Path from `node_modules` to the package that a module belongs to; null for the app's own. */
function packageFolderOf(id: string): string | null {
  const parts = id.replaceAll("\\", "/").split("?")[0]?.split("/") ?? [];
  const last = parts.lastIndexOf("node_modules");
  if (last === -1) return null;
  return parts.slice(parts.indexOf("node_modules") + 1, last + (parts[last + 1]?.startsWith("@") ? 3 : 2)).join("/");
}

export default defineConfig({
  main: {
    root,
    plugins: [copySamples, listBundled("main")],
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
    plugins: [listBundled("preload")],
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
    plugins: [react(), listBundled("renderer"), preloadFirstScreen],
    build: {
      outDir: inRoot("dist/renderer"),
      emptyOutDir: true,
      // The page's policy refuses data: fonts, so nothing is inlined.
      assetsInlineLimit: 0,
      minify: true,
      modulePreload: { polyfill: false },
      rollupOptions: { input: { index: inRoot("renderer/index.html"), lock: inRoot("renderer/lock.html"), memo: inRoot("renderer/memo.html") } },
    },
  },
});
