import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, it } from "vitest";
import { droppedTapes } from "../../../main/tapes/dropped-tape.ts";

let folder: string;
const at = (name: string) => join(folder, name);

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dropped-"));
  mkdirSync(at("folder.xlsx"));
  for (const name of ["清单.xlsx", "list.CSV", "list.tsv", "old.xls", "note.docx", "noending", "deal.dealdossier"]) writeFileSync(at(name), "x");
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each(["清单.xlsx", "list.CSV", "list.tsv", "old.xls"])("%s is taken: what is in it is looked at when it is read", async (name) => {
  await expect(droppedTapes([at(name)])).resolves.toEqual([at(name)]);
});

it("several are taken together, in their order", async () => {
  const paths = ["list.CSV", "清单.xlsx"].map(at);
  await expect(droppedTapes(paths)).resolves.toEqual(paths);
});

it("a dossier is taken where it is alone", async () => {
  await expect(droppedTapes([at("deal.dealdossier")])).resolves.toEqual([at("deal.dealdossier")]);
});

it.each([
  ["a dossier among lists", ["清单.xlsx", "deal.dealdossier"], "drop.unknownKind", { extension: ".dealdossier" }],
  ["one of several that is none", ["清单.xlsx", "note.docx"], "drop.unknownKind", { extension: ".docx" }],
  ["more than are read as one", Array.from({ length: 21 }, () => "list.CSV"), "drop.several", { files: 21, most: 20 }],
  ["a folder, whatever its name", ["folder.xlsx"], "drop.folder", {}],
  ["another kind of file", ["note.docx"], "drop.unknownKind", { extension: ".docx" }],
  ["a file without an ending", ["noending"], "drop.unknownKind", { extension: "" }],
  ["a file that is gone", ["gone.xlsx"], "file.notFound", {}],
] as const)("%s is refused with its code", async (_what, names, code, values) => {
  await expect(droppedTapes(names.map(at))).rejects.toMatchObject({ code, values });
});

it("what is on no disk, and nothing at all, is no file", async () => {
  await expect(droppedTapes([""])).rejects.toMatchObject({ code: "drop.noFile" });
  await expect(droppedTapes([])).rejects.toMatchObject({ code: "drop.noFile" });
});
