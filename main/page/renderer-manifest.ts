import { readdirSync } from "node:fs";
import { join, relative, sep } from "node:path";

const contentTypes: Readonly<Record<string, string>> = {
  html: "text/html; charset=utf-8",
  js: "text/javascript; charset=utf-8",
  css: "text/css; charset=utf-8",
  json: "application/json; charset=utf-8",
  svg: "image/svg+xml",
  png: "image/png",
  jpg: "image/jpeg",
  woff2: "font/woff2",
  woff: "font/woff",
  ttf: "font/ttf",
};

interface ManifestEntry {
  readonly file: string;
  readonly contentType: string;
}

/** Every file that the page may ask for, by its exact path; what isn't listed at start isn't served. */
export type RendererManifest = ReadonlyMap<string, ManifestEntry>;

export function listRendererFiles(folder: string): RendererManifest {
  const manifest = new Map<string, ManifestEntry>();
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const contentType = contentTypes[entry.name.slice(entry.name.lastIndexOf(".") + 1)];
    if (!entry.isFile() || !contentType) continue;
    const file = join(entry.parentPath, entry.name);
    manifest.set(`/${relative(folder, file).split(sep).join("/")}`, { file, contentType });
  }
  return manifest;
}
