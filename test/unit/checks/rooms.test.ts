import { execFile } from "node:child_process";
import { cp, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { circlesOf, importedFiles, readSource, readSources } from "../../checks/import-graph.ts";
import { holds, isFile, mayImport, mayImportPackage, roomOf, specifier } from "../../checks/room-rules.ts";
import { rooms } from "../../checks/rooms.ts";

const root = resolve(import.meta.dirname, "../../..");
const sources = readSources(root);
const files = sources.map(({ path }) => path);
/** What whole floors of rooms may use, needed or not, and what only a build brings. */
const ground = [
  "shared",
  "shared/contract",
  "shared/domain",
  "main/db",
  "main/jobs",
  "main/engine",
  "main/engine/numbers",
  "main/engine/kernel/generated",
  "renderer/desk",
  "renderer/ui",
  "renderer/ui/fields",
  "renderer/ui/exports",
  "renderer/ui/tables",
];
const copies: string[] = [];
afterAll(() => Promise.all(copies.map((copy) => rm(copy, { recursive: true }))));

/** A copy of the house into which imports may be planted. */
async function copyOfHouse(): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), "rooms-"));
  copies.push(copy);
  await Promise.all(["main", "renderer", "shared"].map((side) => cp(join(root, side), join(copy, side), { recursive: true })));
  return copy;
}

interface Refusal {
  readonly file: string;
  readonly line: number;
  readonly rule: string;
  readonly text: string;
}

/** What the project's own configuration says of files in a copy of the house. */
async function lint(copy: string, paths: readonly string[]): Promise<Refusal[]> {
  const json = await new Promise<string>((done) => {
    const linter = join(root, "node_modules/oxlint/bin/oxlint");
    const args = [linter, "-c", join(root, "test/checks/oxlint.config.ts"), "--format=json", "-A", "import/no-cycle", ...paths];
    execFile(process.execPath, args, { cwd: copy, maxBuffer: 2 ** 30 }, (_error, stdout) => done(stdout));
  });
  const { diagnostics } = JSON.parse(json) as {
    diagnostics: { filename: string; code: string; message: string; help?: string; labels: { span: { line: number } }[] }[];
  };
  return diagnostics.map(({ filename, code, message, help, labels }) => ({
    file: filename,
    line: labels[0]?.span.line ?? 0,
    rule: code,
    text: `${message} ${help ?? ""}`,
  }));
}

/** Packages that some room may import, and some that none may. */
const packages = [
  "electron",
  "better-sqlite3",
  "kysely",
  "zod",
  "react",
  "@mui/material/Box",
  "zustand",
  "echarts/core",
  "date-fns",
  "node:fs",
  "lodash",
  "vite",
];
describe("the table of rooms", () => {
  it("names every folder of the house, and no other", () => {
    const folders = new Set(files.map((file) => roomOf(file)));
    expect([...folders].filter((folder) => !(folder in rooms))).toEqual([]);
    expect(Object.keys(rooms).filter((name) => !folders.has(name))).toEqual([]);
  });

  it("allows nothing but the ground that no file asks for", () => {
    const unused = Object.entries(rooms).flatMap(([name, { uses }]) => {
      const wanted = sources.filter(({ path }) => roomOf(path) === name).flatMap((source) => importedFiles(source, files));
      return uses.filter((place) => !ground.includes(place) && !wanted.some((file) => holds(place, file))).map((place) => `${name} -> ${place}`);
    });
    expect(unused).toEqual([]);
  });

  it("runs in one direction", () => {
    const allowed = new Map(
      Object.keys(rooms).map((name) => [name, new Set(files.filter((file) => roomOf(file) !== name && mayImport(name, file)).map(roomOf))]),
    );
    expect(circlesOf(allowed)).toEqual([]);
  });

  it("holds at most 20 files in a folder, or says why", () => {
    const crowded = Object.entries(rooms).filter(([name, { roomy }]) => roomy === undefined && files.filter((file) => dirname(file) === name).length > 20);
    expect(crowded.map(([name]) => name)).toEqual([]);
  });
});

describe("the house", () => {
  it("has no circle of files, by value or by type", () => {
    expect(circlesOf(new Map(sources.map((source) => [source.path, new Set(importedFiles(source))])))).toEqual([]);
  });

  it("exports no name twice", () => {
    const places = new Map<string, string[]>();
    for (const { path, exports } of sources) for (const name of exports) places.set(name, [...(places.get(name) ?? []), path]);
    expect([...places].filter(([, paths]) => paths.length > 1)).toEqual([]);
  });
});

describe("the linter", () => {
  it("refuses every import that the table forbids, by the rooms' rule, and no other", async () => {
    const copy = await copyOfHouse();
    const planted = Object.keys(rooms).map((name) => {
      const folder = isFile(name) ? dirname(name) : name;
      const wanted = [
        ...files.filter((file) => file !== name).map((file) => ({ text: specifier(folder, file), isAllowed: mayImport(name, file) })),
        ...packages.map((text) => ({ text, isAllowed: mayImportPackage(name, text) })),
      ];
      return { name, file: isFile(name) ? name : `${name}/planted-imports.ts`, wanted };
    });
    await Promise.all(
      planted.map(({ file, wanted }) =>
        writeFile(
          join(copy, file),
          `${wanted.map(({ text }, at) => `import ${at % 2 === 0 ? "type " : ""}{ planted as from${at} } from "${text}";`).join("\n")}\n`,
        ),
      ),
    );
    const refusals = (
      await lint(
        copy,
        planted.map(({ file }) => file),
      )
    ).filter(({ rule }) => rule === "eslint(no-restricted-imports)");
    const said = (file: string) => new Map(refusals.filter((refusal) => refusal.file === file).map(({ line, text }) => [line, text]));
    const linesSaid = planted.map(({ name, file }) => ({ name, lines: [...said(file).keys()].toSorted((one, other) => one - other) }));
    const linesForbidden = planted.map(({ name, wanted }) => ({ name, lines: wanted.flatMap(({ isAllowed }, at) => (isAllowed ? [] : [at + 1])) }));
    expect(linesSaid).toEqual(linesForbidden);
    const otherVoices = planted.flatMap(({ name, file }) => [...said(file).values()].filter((text) => !text.includes(`${name} may import:`)));
    expect(otherVoices).toEqual([]);
  });

  describe("in a room", () => {
    const wrong = [
      ["a type named where it is used", "main/deals", `export type Y = import("../ipc/answer-call.ts").AnswerDeps;`, "typescript(consistent-type-imports)"],
      ["a module named as it is loaded", "main/deals", `export const y = await import("../ipc/answer-call.ts");`, "eslint(no-restricted-imports)"],
      ["a name handed on", "main/deals", `export { answerCall } from "../ipc/answer-call.ts";`, "eslint(no-restricted-imports)"],
      ["the engine's clock", "main/engine/pool", "export const y = Date.now();", "eslint(no-restricted-globals)"],
      ["a draw without a seed", "main/engine/pool", "export const y = Math.random();", "eslint(no-restricted-properties)"],
      ["a second binding of the channel", "main/app", `import { ipcMain } from "electron";\nexport const y = ipcMain;`, "eslint(no-restricted-imports)"],
      ["any", "main/deals", "export const y: any = 1;", "typescript(no-explicit-any)"],
      ["a default export", "main/deals", "export default 1;", "import(no-default-export)"],
      ["a log past the log", "main/deals", "console.log(1);", "eslint(no-console)"],
    ] as const;
    const fileOf = ([, folder]: (typeof wrong)[number], at: number) => `${folder}/planted-${at}.ts`;
    let refusals: Refusal[] = [];
    beforeAll(async () => {
      const copy = await copyOfHouse();
      await Promise.all(wrong.map((one, at) => writeFile(join(copy, fileOf(one, at)), one[2])));
      refusals = await lint(copy, wrong.map(fileOf));
    });

    it.each(wrong.map((one, at) => [one[0], fileOf(one, at), one[3]] as const))("refuses %s", (_name, file, rule) => {
      expect(refusals.filter((refusal) => refusal.file === file).map((refusal) => refusal.rule)).toContain(rule);
    });
  });

  it.each(["value", "type"])("refuses two files that import each other by %s", (kind) => {
    const importOf = (name: string) => `import ${kind === "type" ? "type " : ""}{ ${name.toUpperCase()} } from "./planted-${name}.ts";`;
    const planted = [
      readSource("main/deals/planted-a.ts", `${importOf("b")}\nexport class A { b: B | null = null; }\n`),
      readSource("main/deals/planted-b.ts", `${importOf("a")}\nexport class B { a: A | null = null; }\n`),
    ];
    const circle = circlesOf(new Map([...sources, ...planted].map((source) => [source.path, new Set(importedFiles(source))])));
    expect(circle.flat()).toEqual(expect.arrayContaining(["main/deals/planted-a.ts", "main/deals/planted-b.ts"]));
  });
});
