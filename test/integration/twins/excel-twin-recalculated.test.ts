import { execFile, spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { promisify } from "node:util";
import { parse } from "csv-parse/sync";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeZip } from "../../../main/twins/workbook/zip-parts.ts";
import { type CaseName, caseNames } from "../../../shared/domain/codes.ts";
import { flatTexts, type TextKey } from "../../../shared/locales/texts.ts";
import { corporateTape, openTestDesk, type TestDesk, testDeal } from "../pricing/test-desk.ts";
import { changed, differing, figureNames, figuresOf, inputChanges } from "./input-changes.ts";
import { partsOf } from "./workbook-parts.ts";

/*
 * LibreOffice works twins out from nothing: all values that stand beside formulas are taken off first. The sample's as it is, that
 * of a part of its loans under each change. Where it isn't installed this is skipped, but for .ci/run, which installs it and says
 * that it must be there.
 */
const isHere = spawnSync("soffice", ["--version"]).status === 0;
const isRequired = process.env["AMC_LIBREOFFICE"] === "required";

let desk: TestDesk;
let folder: string;
/** What is worked out as it is. */
const whole = "as it is";
/** By file: label → cells of the proof. */
const proofs = new Map<string, ReadonlyMap<string, readonly string[]>>();
const apps = new Map<string, ReadonlyMap<string, number>>();

/** Formulas without the values that were worked out when they were written. */
const withoutValues = (part: string): string => part.replaceAll(/(<f[^>]*?(?:\/>|>[^<]*<\/f>))<v>[^<]*<\/v>/g, "$1");

/** Types a number into the cell of a name. */
function typed(parts: ReadonlyMap<string, string>, name: string, value: number): ReadonlyMap<string, string> {
  const workbook = parts.get("xl/workbook.xml") ?? "";
  const place = new RegExp(`<definedName name="${name}">(?:&apos;|')?([^'!]+)(?:&apos;|')?!\\$([A-Z]+)\\$(\\d+)<`).exec(workbook);
  const sheets = Array.from(workbook.matchAll(/<sheet name="([^"]+)"/g), ([, sheet]) => sheet);
  const part = `xl/worksheets/sheet${sheets.indexOf(place?.[1] ?? "") + 1}.xml`;
  const cell = new RegExp(`(<c r="${place?.[2]}${place?.[3]}"[^>]*><v>)[^<]*(</v>)`);
  const before = parts.get(part) ?? "";
  if (!cell.test(before)) throw new Error(`no cell of the name ${name}`);
  return new Map(parts).set(part, before.replace(cell, `$1${value}$2`));
}

/** What LibreOffice keeps to itself, apart from the user's own; told to work everything out when it opens a workbook. */
function officeProfile(): string {
  const profile = join(folder, "profile");
  mkdirSync(join(profile, "user"), { recursive: true });
  writeFileSync(
    join(profile, "user", "registrymodifications.xcu"),
    `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"><item oor:path="/org.openoffice.Office.Calc/Formula/Load">
<prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item></oor:items>`,
  );
  return pathToFileURL(profile).href;
}

/** The first sheet with all digits. */
const asList = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false";

const numberIn = (text: string | undefined): number => (text?.endsWith("%") ? Number(text.slice(0, -1)) / 100 : Number(text || Number.NaN));

/** The deal's twin, with no value beside a formula. */
async function bareTwin(dealId: number): Promise<ReadonlyMap<string, string>> {
  desk.writeWorkbooksTo(join(folder, "twin.xlsx"));
  await desk.twins.saveDeal(dealId, { fileName: ["twin"], language: "en" });
  return new Map(Array.from(partsOf(join(folder, "twin.xlsx")), ([name, part]) => [name, withoutValues(part)]));
}

/** Writes a workbook that LibreOffice then opens. */
async function write(name: string, parts: ReadonlyMap<string, string>): Promise<string> {
  const file = join(folder, `${name}.xlsx`);
  await writeZip(
    file,
    Array.from(parts, ([part, text]) => ({ name: part, pieces: [text] })),
  );
  return file;
}

/** Twenty loans of the sample that follow one another, some of one debtor, out of every 240, with their collateral: enough for each change to show. */
const isInPart = (number: number) => (number - 1) % 240 < 20;
async function openPart(): Promise<number> {
  const { read, write: written, utils } = await import("@e965/xlsx");
  const sample = read(readFileSync(corporateTape), { cellNF: true });
  const kept = new Set<unknown>();
  for (const [at, name] of sample.SheetNames.slice(0, 2).entries()) {
    const sheet = sample.Sheets[name] ?? {};
    const { e: end } = utils.decode_range(sheet["!ref"] ?? "");
    const rows = Array.from({ length: end.r + 1 }, (_, row) =>
      Array.from({ length: end.c + 1 }, (_cell, column) => sheet[utils.encode_cell({ r: row, c: column })] as { readonly v?: unknown } | undefined),
    );
    const isLoan = (row: (typeof rows)[number]) => typeof row[0]?.v === "number";
    const loans = rows.filter((row) => isLoan(row) && isInPart(Number(row[0]?.v)));
    for (const row of at === 0 ? loans : []) kept.add(row[5]?.v);
    const chosen = at === 0 ? [...rows.slice(0, rows.findIndex(isLoan)), ...loans] : rows.filter((row, place) => place === 0 || kept.has(row[0]?.v));
    const cells = chosen.flatMap((row, r) => row.flatMap((cell, c) => (cell === undefined ? [] : [[utils.encode_cell({ r, c }), cell] as const])));
    sample.Sheets[name] = { ...Object.fromEntries(cells), "!ref": utils.encode_range({ s: { r: 0, c: 0 }, e: { r: chosen.length - 1, c: end.c } }) };
  }
  const file = desk.copyOf(corporateTape, "part.xlsx");
  writeFileSync(file, written(sample, { type: "buffer", bookType: "xlsx" }) as Buffer);
  const { id } = await desk.deals.create(testDeal);
  const { report } = await desk.tapes.importAsProposed(id, desk.admit(file));
  expect(report.counts).toMatchObject({ loansKept: kept.size, loansRejected: 0 });
  return id;
}

beforeAll(async () => {
  if (!isHere) return;
  desk = openTestDesk();
  folder = mkdtempSync(join(tmpdir(), "twins-"));
  const sampleId = (await desk.deals.openSample()).id;
  await desk.pricing.price(sampleId, await desk.assumptions.model(sampleId));
  const files = [await write(whole, await bareTwin(sampleId))];
  const dealId = await openPart();
  const own = await desk.assumptions.model(dealId);
  const [, base] = (await desk.pricing.price(dealId, own)).cases;
  const model = { ...own, bidPriceFen: Math.round((base?.maxBidFen ?? 0) * 0.9) };
  await desk.assumptions.saveModel(dealId, model);
  apps.set(whole, figuresOf(await desk.pricing.price(dealId, model)));
  const parts = await bareTwin(dealId);
  for (const change of inputChanges) {
    apps.set(change.name, figuresOf(await desk.pricing.price(dealId, changed(model, change))));
    files.push(await write(change.name, typed(parts, change.name, change.value)));
  }
  const call = ["-env:UserInstallation=" + officeProfile(), "--headless", "--convert-to", asList, "--outdir", join(folder, "out"), ...files];
  await promisify(execFile)("soffice", call, { timeout: 900_000 });
  for (const name of apps.keys()) {
    const rows = parse(readFileSync(join(folder, "out", `${name}.csv`)), { relax_column_count: true }) as string[][];
    proofs.set(name, new Map(rows.map((row) => [row[0] ?? "", row])));
  }
}, 1_000_000);
afterAll(async () => {
  await desk?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

const texts = flatTexts.en;
const label = (name: string, caseName: CaseName) => `${texts[`twin.figure.${name}` as TextKey]} · ${texts[`code.caseName.${caseName}`]}`;
const rowNames: ReadonlyMap<string, string> = new Map(
  figureNames.flatMap((name) => caseNames.map((caseName) => [`${name}_${caseName}`, label(name, caseName)] as const)),
);

describe("LibreOffice, which works twins out from nothing", () => {
  it("is there where it must be", () => {
    expect([isHere, isRequired]).not.toEqual([false, true]);
  });

  it.skipIf(!isHere)("finds what the app found, for every headline figure (skipped where LibreOffice is not installed)", () => {
    const lines = Array.from(proofs.get(whole)?.values() ?? []);
    const proven = lines.filter(([first = "", app, formula]) => / · /.test(first) && app !== "" && formula !== undefined);
    expect(proven.length).toBeGreaterThan(100);
    const off = proven.filter(([, app, formula, , relative]) => {
      // A figure that is nothing in the app is nothing by formula.
      const [value, found] = [numberIn(app), numberIn(formula)];
      return Number.isNaN(numberIn(relative)) || Math.abs(found - value) > 1e-6 * Math.abs(value) + 0.006;
    });
    expect(off).toEqual([]);
    expect(numberIn(proofs.get(whole)?.get(texts["twin.figure.bid_share"] ?? "")?.[1])).toBeGreaterThanOrEqual(0.9);
  });

  it.skipIf(!isHere).each(inputChanges.map(({ name, value }) => [name, value] as const))("follows %s, set to %d, as the app does", (name) => {
    const before = apps.get(whole);
    const app = apps.get(name) ?? new Map<string, number>();
    expect(Array.from(app).some(([figure, value]) => value !== before?.get(figure))).toBe(true);
    const lines = proofs.get(name);
    expect(differing(app, (figure) => numberIn(lines?.get(rowNames.get(figure) ?? "")?.[2]))).toEqual([]);
  });
});
