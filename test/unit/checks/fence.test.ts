import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { describe, expect, it } from "vitest";
import { forbiddenForms } from "../../checks/forbidden-forms.ts";
import { filesOfHouse, importedFiles, readSource, readSources, type SourceFile, strayFiles } from "../../checks/import-graph.ts";
import { mayImport, mayImportPackage, roomOf } from "../../checks/room-rules.ts";

/*
 * The house itself, held to the table of rooms without the linter: what its files really import, and the forms by which they
 * could import unseen.
 */

const root = resolve(import.meta.dirname, "../../..");
const sources = readSources(root);
const files = sources.map(({ path }) => path);

/** Imports of a file that the table doesn't allow, or that name no file. */
function strangers(source: SourceFile): string[] {
  const room = roomOf(source.path);
  const isHeld = (file: string) => mayImport(room, file) && (files.includes(file) || existsSync(join(root, file)));
  const packages = source.specifiers.filter((specifier) => !specifier.startsWith("."));
  return [...importedFiles(source, files).filter((file) => !isHeld(file)), ...packages.filter((name) => !mayImportPackage(room, name))];
}

describe("the files of the house", () => {
  it("import what the table of rooms allows, and nothing else", () => {
    expect(sources.map((source) => [source.path, strangers(source)]).filter(([, found]) => found?.length !== 0)).toEqual([]);
  });

  it("have no form that would go round the table", () => {
    expect(sources.map(({ path, text }) => [path, forbiddenForms(path, text)]).filter(([, found]) => found?.length !== 0)).toEqual([]);
  });

  it("are all read: none with another ending, none of the kernels' language outside its folder", () => {
    expect(strayFiles(filesOfHouse(root))).toEqual([]);
    expect(strayFiles(["main/deals/a.mts", "main/deals/a.js", "shared/a.jsx", "main/deals/a.as.ts", "main/deals/generated/a.cjs"])).toHaveLength(5);
  });

  it("keep the kernels' language among itself", () => {
    const assembly = filesOfHouse(root).filter((path) => path.endsWith(".as.ts"));
    const read = assembly.map((path) => readSource(path, readFileSync(join(root, path), "utf8")));
    const places = new Set(read.flatMap((source) => source.specifiers.map((name) => name.replace(/[^/]+$/, ""))));
    expect([...places].sort()).toEqual(["../generated/", "./"]);
    expect(read.flatMap(({ path, text }) => forbiddenForms(path, text).filter((form) => !form.startsWith("Math")))).toEqual([]);
  });
});

describe("an import in another dress", () => {
  const from = "main/deals/planted.ts";
  it.each([
    ["a static import", `import { answerCall } from "../ipc/answer-call.ts";`],
    ["an import for its effect", `import "../ipc/answer-call.ts";`],
    ["a type", `import type { AnswerDeps } from "../ipc/answer-call.ts";`],
    ["a type where it is used", `export type Y = import("../ipc/answer-call.ts").AnswerDeps;`],
    ["typeof a module", `export type Y = typeof import("../ipc/answer-call.ts");`],
    ["a re-export", `export { answerCall as other } from "../ipc/answer-call.ts";`],
    ["export *", `export * from "../ipc/answer-call.ts";`],
    ["export * as", `export * as ipc from "../ipc/answer-call.ts";`],
    ["import()", `export const y = await import("../ipc/answer-call.ts");`],
    ["import() with a query", `export const y = await import("../ipc/answer-call.ts?raw");`],
    ["a worker", `new Worker(new URL("../ipc/answer-call.ts", import.meta.url));`],
    ["one of two workers", `const at = new URL(isBuilt ? "./deal-service.ts" : "../ipc/answer-call.ts", import.meta.url);`],
    ["a built worker", `const at = new URL("./answer-call.js", import.meta.url);`],
    ["a file by the ending of the build", `import { answerCall } from "../ipc/answer-call.js";`],
    ["a file without its ending", `import { dealService } from "./deal-service";`],
    ["a file of the tests", `import { x } from "../../test/checks/rooms.ts";`],
    ["a package by its path", `import x from "../../node_modules/lodash/index.js";`],
    ["a path from the root", `import x from "/main/ipc/answer-call.ts";`],
    ["a package", `import x from "electron";`],
    ["a folder of that name elsewhere", `import x from "./generated/x.ts";`],
  ])("is seen: %s", (_name, text) => {
    expect(strangers(readSource(from, text))).toHaveLength(1);
  });

  it("is seen in the page that asks for the engine", () => {
    const text = `new Worker(new URL("../../main/engine/price-package.ts", import.meta.url));`;
    expect(strangers(readSource("renderer/workbench/planted.ts", text))).toEqual(["main/engine/price-package.ts"]);
  });
});

describe("a form that goes round the table", () => {
  it.each([
    ["import() of a template", "await import(`../ipc/answer-call.ts`);", "import() of what is no plain string"],
    ["import() of what is computed", `await import("../ipc/" + name);`, "import() of what is no plain string"],
    ["require", `declare const require: (id: string) => unknown;`, "require"],
    ["require by a key", `module["require"]("../ipc/answer-call.ts");`, "require"],
    ["createRequire", `import { createRequire as make } from "x";`, "createRequire"],
    ["the loader's package", `import * as loader from "node:module";`, "import of node:module"],
    ["another context", `import { runInThisContext } from "node:vm";`, "import of node:vm"],
    ["getBuiltinModule", `process.getBuiltinModule("fs");`, "getBuiltinModule"],
    ["import =", `import x = require("../ipc/answer-call.ts");`, "import ="],
    ["import.meta.glob", `import.meta.glob("../../main/engine/*.ts");`, "import.meta but for url and dirname"],
    ["import.meta by another name", `const meta = import.meta;`, "import.meta but for url and dirname"],
    ["import.meta by a key", `import.meta["glob"]("../*.ts");`, "import.meta but for url and dirname"],
    ["a URL of a template", "new URL(`../ipc/answer-call.ts`, import.meta.url);", "a file's URL of what is no plain string"],
    ["a worker by a text", `new Worker("../ipc/answer-call.ts");`, "a worker that is named by a text"],
    ["a worker by a template", "new SharedWorker(`${x}.ts`);", "a worker that is named by a text"],
    ["export *", `export * from "./deal-queries.ts";`, "export *"],
    ["export * as", `export * as queries from "./deal-queries.ts";`, "export *"],
    ["a name from another file", `export { listDeals as other } from "./deal-queries.ts";`, "export from another file"],
    ["an imported name", `import { listDeals } from "./deal-queries.ts";\nexport { listDeals as other };`, "export of an imported name"],
    ["electron by default", `import electron from "electron";`, "electron as a whole"],
    ["electron by its default's name", `import { default as electron } from "electron";`, "electron as a whole"],
    ["electron as a namespace", `import * as electron from "electron";`, "electron as a whole"],
    ["electron by import()", `(await import("electron")).ipcMain;`, "electron otherwise than by an import of its names"],
    ["electron's type", `type E = typeof import("electron");`, "electron otherwise than by an import of its names"],
    ["the channel once more", `import { ipcMain as channel } from "electron";`, "a second ipcMain"],
    ["the page's end of the channel", `import { ipcRenderer } from "electron";`, "a second ipcRenderer"],
    ["a window's own channel", `window.webContents.ipc.handle("deals", answer);`, "a channel of one window"],
    ["another process", `import { fork } from "node:child_process";`, "import of node:child_process"],
    ["electron's other process", `import { utilityProcess } from "electron";`, "another process"],
    ["code from a text", `new Function("return process")();`, "code from a text"],
    ["a reference by comment", `/// <reference path="../ipc/answer-call.ts" />`, "a reference by comment"],
    ["the rooms' rule switched off", "// oxlint-disable-next-line no-restricted-imports", "a rule switched off: no-restricted-imports"],
    ["a rule switched off with a reason", "/* eslint-disable import/no-cycle -- soon */", "a rule switched off: import/no-cycle"],
    [
      "two rules switched off",
      "// oxlint-disable-line react-hooks/exhaustive-deps, no-console",
      "a rule switched off: react-hooks/exhaustive-deps, no-console",
    ],
    ["every rule switched off", "/* oxlint-disable */", "a rule switched off: all"],
    ["a rule set by comment", "/* eslint no-console: 0 */", "a rule set by comment"],
    ["types unchecked", "// @ts-expect-error -- soon", "a check of types switched off"],
  ])("is refused: %s", (_name, text, form) => {
    expect(forbiddenForms("main/deals/planted.ts", text)).toContain(form);
  });

  it.each([
    ["globalThis.Date.now();", "globalThis"],
    ["globalThis.Math.random();", "globalThis"],
    ["new Intl.DateTimeFormat().format();", "Intl"],
    ["Date.now();", "Date"],
    ["Date();", "Date"],
    ["new Date();", "Date"],
    ["new Date(...[]);", "Date"],
    ["const Clock = Date;", "Date"],
    ["const { now } = Date;", "Date"],
    ["const box = { Date };", "Date"],
    ["Temporal.Now.instant();", "Temporal"],
    ["performance.now();", "performance"],
    ["process.hrtime();", "process"],
    ["crypto.getRandomValues(x);", "crypto"],
    ["Math.random();", "Math.random"],
    [`Math["random"]();`, "Math otherwise than as Math.name"],
    ["const { random } = Math;", "Math otherwise than as Math.name"],
    ["const sums = Math;", "Math otherwise than as Math.name"],
    [`eval("1");`, "eval"],
    [`new Function("return 1");`, "Function"],
    [`(() => 1).constructor("return this")();`, "code by .constructor"],
    [`x["constructor"]("return this")();`, "code by .constructor"],
    ["setTimeout(f, 1);", "setTimeout"],
  ])("brings clock or chance to the engine: %s", (text, form) => {
    expect(forbiddenForms("main/engine/pool/planted.ts", text)).toContain(form);
    expect(forbiddenForms("shared/planted.ts", text)).toContain(form);
  });

  it("isn't seen where there is none", () => {
    const dressed = `import { type Deal, listDeals } from "./deal-queries.ts";
      // oxlint-disable-next-line react-hooks/exhaustive-deps -- a new function with each step
      const later = () => import("./deal-service.ts");
      new Worker(new URL("./deal-worker.ts", import.meta.url));
      export const y = Date.now() + Math.random();
      export { later };`;
    expect(forbiddenForms("main/deals/planted.ts", dressed)).toEqual([]);
    const pure = `type At = Date; interface Case { process: string; Date: At }\nexport const y = Math.max(1, Math.PI, kase.process);`;
    expect(forbiddenForms("main/engine/pool/planted.ts", pure)).toEqual([]);
    expect(forbiddenForms("shared/planted.ts", "new Date(moment);")).toEqual([]);
    expect(forbiddenForms("main/engine/pool/planted.ts", "new Date(moment);")).toEqual(["Date"]);
  });
});
