import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { cacheFolder, fromRoot, readJson, SetupError } from "../setup/shell.mjs";

const bundledParts = ["main", "preload", "renderer"];
/** In the app's folder `resources/third-party`. */
const noticesFolder = fromRoot("dist", "third-party");

/** What may be shipped in a closed program without giving its source away. A check holds every component to it. */
const allowed = ["MIT", "ISC", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "0BSD", "OFL-1.1", "BlueOak-1.0.0", "Zlib", "Unlicense", "CC0-1.0"];

/** Not bundled but packed as it is: the binding, with SQLite inside. */
const packed = ["better-sqlite3"];

/** Inside the binding; its own files say no more than this. */
const sqlite = { name: "SQLite", version: null, license: "blessing", text: "SQLite is in the public domain: https://www.sqlite.org/copyright.html" };

const ciphers = {
  name: "SQLite3 Multiple Ciphers",
  version: null,
  license: "MIT",
  text: `Copyright (c) 2006-2026 Ulrich Telle; AEGIS: Copyright (c) 2023-2024 Frank Denis

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`,
};

/** Writes the licences in full (`notices.txt`) and the components as CycloneDX (`sbom.cdx.json`) of what the last build put into the app. */
export function writeNotices(electronVersion) {
  const folders = new Set(packed);
  for (const part of bundledParts) for (const folder of readJson(bundledFileOf(part)) ?? []) folders.add(folder);
  const components = [...folders].sort().map(componentIn);
  const refused = components.filter(({ license }) => !isAllowed(license));
  if (refused.length > 0) {
    throw new SetupError(
      `Bundled under a licence that is not on the list: ${refused.map(({ name, license }) => `${name} (${license})`).join(", ")}.`,
      "Take another package, or add the licence to scripts/packaging/write-notices.mjs if it may be shipped.",
    );
  }
  mkdirSync(noticesFolder, { recursive: true });
  writeFileSync(path.join(noticesFolder, "notices.txt"), noticesOf([...components, sqlite, ciphers]));
  writeFileSync(path.join(noticesFolder, "sbom.cdx.json"), `${JSON.stringify(bomOf(components, electronVersion), null, 2)}\n`);
  return components;
}

const bundledFileOf = (part) => path.join(cacheFolder, "bundled", `${part}.json`);

/** `A OR B` where one of them is allowed, `A AND B` where both are. */
function isAllowed(license) {
  const words = license.replace(/[()]/g, "");
  if (words.includes(" AND ")) return words.split(" AND ").every(isAllowed);
  return words.split(" OR ").some((word) => allowed.includes(word.trim()));
}

function componentIn(folder) {
  const place = fromRoot("node_modules", folder);
  const { name, version, license } = JSON.parse(readFileSync(path.join(place, "package.json"), "utf8"));
  return { name, version, license: typeof license === "string" ? license : (license?.type ?? "unknown"), text: textsIn(place) };
}

/** Licence and notice files of a package, those in a folder of that name too. */
function textsIn(place) {
  const entries = readdirSync(place, { withFileTypes: true }).filter(({ name }) => /^(licen[cs]e|notice|copying|ofl)/i.test(name));
  const files = entries.flatMap((entry) =>
    entry.isDirectory() ? readdirSync(path.join(place, entry.name)).map((name) => path.join(entry.name, name)) : [entry.name],
  );
  return files
    .sort()
    .map((name) => readFileSync(path.join(place, name), "utf8").trim())
    .join("\n\n");
}

function noticesOf(components) {
  const head =
    "AMC Deal Desk contains the components below. Electron's and Chromium's licences stand in files of their own in the program's folder.\n" +
    "AMC Deal Desk 含有下列组件；Electron 与 Chromium 的许可证另见程序目录。\n";
  const parts = components.map(({ name, version, license, text }) => {
    const title = [name, version, `(${license})`].filter(Boolean).join(" ");
    return `${"=".repeat(78)}\n${title}\n${"-".repeat(78)}\n${text || `Licensed under ${license}; the package carries no text of it.`}\n`;
  });
  return `${head}\n${parts.join("\n")}`;
}

function bomOf(components, electronVersion) {
  const { name, version } = readJson(fromRoot("package.json"));
  const libraries = components.map((component) => {
    const purl = `pkg:npm/${component.name.replace(/^@/, "%40")}@${component.version}`;
    return { type: "library", "bom-ref": purl, name: component.name, version: component.version, purl, licenses: [{ expression: component.license }] };
  });
  const electron = { type: "framework", "bom-ref": "electron", name: "electron", version: electronVersion, licenses: [{ expression: "MIT" }] };
  return {
    bomFormat: "CycloneDX",
    specVersion: "1.6",
    version: 1,
    metadata: { component: { type: "application", "bom-ref": name, name, version } },
    components: [electron, ...libraries],
  };
}
