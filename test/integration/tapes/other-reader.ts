import { readFileSync } from "node:fs";
import { extname } from "node:path";
import { parse } from "csv-parse/sync";
import { streamXlsxRows } from "hucre/xlsx";
import { powerOfUnit } from "../../../shared/domain/tape-units.ts";
import type { ReadFile } from "./reading-worker.ts";

/** Cells by sheet (in the file's order), row as a spreadsheet counts, and column. */
type Cells = readonly ReadonlyMap<number, readonly unknown[]>[];

/** What a reader that shares nothing with ours finds in a file; null where it finds it damaged. */
export async function cellsOf(path: string): Promise<Cells | null> {
  try {
    const extension = extname(path);
    if (extension === ".xls" || extension === ".ods") return await cellsOfSaved(path);
    return extension === ".xlsx" ? await cellsOfWorkbook(path) : [cellsOfList(path)];
  } catch {
    return null;
  }
}

async function cellsOfWorkbook(path: string): Promise<Cells> {
  const bytes = new Uint8Array(readFileSync(path));
  const sheets: Map<number, readonly unknown[]>[] = [];
  for (let sheet = 0; sheet < 200; sheet += 1) {
    const rows = new Map<number, readonly unknown[]>();
    try {
      for await (const row of streamXlsxRows(bytes, { sheet })) rows.set(row.index + 1, row.values);
    } catch (error) {
      if (sheet === 0) throw error;
      break;
    }
    sheets.push(rows);
  }
  return sheets;
}

/** What is used of it; the types that it ships with are not found by way of its exports. */
interface SheetLibrary {
  readonly read: (
    bytes: Uint8Array,
    options: { readonly dense: true },
  ) => {
    readonly SheetNames: readonly string[];
    readonly Sheets: Readonly<Record<string, { readonly "!data"?: readonly (readonly ({ readonly v?: unknown } | undefined)[] | undefined)[] }>>;
  };
}

/** Of an .ods ours is another reader; of an .xls it is the same one, so that only what is made of its cells is compared. */
async function cellsOfSaved(path: string): Promise<Cells> {
  const { read }: SheetLibrary = await import("@e965/xlsx");
  const book = read(readFileSync(path), { dense: true });
  return book.SheetNames.map((name) => {
    const rows = book.Sheets[name]?.["!data"] ?? [];
    return new Map(rows.map((cells, at) => [at + 1, Array.from(cells ?? [], (cell) => cell?.v)]));
  });
}

function textOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le", { fatal: true }).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("gb18030", { fatal: true }).decode(bytes);
  }
}

function cellsOfList(path: string): ReadonlyMap<number, readonly unknown[]> {
  const text = textOf(new Uint8Array(readFileSync(path)));
  const delimiter = [",", ";", "\t", "|", "^"].map((sign) => ({ sign, count: text.split(sign).length })).sort((a, b) => b.count - a.count)[0]?.sign ?? ",";
  const records: string[][] = parse(text, { delimiter, relax_quotes: true, relax_column_count: true, record_delimiter: ["\r\n", "\n", "\r"] });
  return new Map(records.map((cells, at) => [at + 1, cells]));
}

const fields = ["principal", "interest", "fees"] as const;
const sums = { principal: "principalFen", interest: "interestFen", fees: "feesFen" } as const;

/** Where the amounts of the loans that were kept aren't those of the cells, and rows with an amount that nothing is said of. */
export function contradictions(read: ReadFile, cells: Cells | null): readonly string[] {
  if (cells === null) return ["the other reader can't read the file"];
  return [...wrongAmounts(read, cells), ...lostRows(read, cells)];
}

function lostRows({ tape, mapping }: ReadFile, cells: Cells): readonly string[] {
  if (tape === null || mapping === null) return [];
  const placeOf = (sheet: string, row: number | null) => `${sheet} ${row}`;
  const known = new Set([
    ...tape.loans.map(({ sheet, rowNumber }) => placeOf(sheet, rowNumber)),
    ...tape.rejections.map(({ sheet, row }) => placeOf(sheet, row)),
    ...tape.unused.rows.flatMap(({ sheet, first }) => first.map((row) => placeOf(sheet, row))),
  ]);
  return mapping.sheets.flatMap(({ name, role, headerRows, columns }, place) => {
    const principal = columns.find(({ field }) => field === "principal");
    if (role !== "loans" || principal === undefined) return [];
    const rows = [...(cells[place] ?? [])].filter(([row, values]) => row > Math.max(...headerRows) && amountOf(values[principal.index]) !== 0);
    return rows.flatMap(([row]) => (known.has(placeOf(name, row)) ? [] : [`row ${row} is lost`]));
  });
}

function wrongAmounts({ tape, mapping }: ReadFile, cells: Cells): readonly string[] {
  if (tape === null || mapping === null) return [];
  return tape.loans.flatMap((loan) => {
    const place = mapping.sheets.findIndex(({ name }) => name === loan.sheet);
    const sheet = mapping.sheets[place];
    const row = cells[place]?.get(loan.rowNumber);
    if (sheet === undefined || row === undefined) return [`row ${loan.rowNumber} isn't there`];
    return fields.flatMap((field) => {
      const columns = sheet.columns.filter((column) => column.field === field);
      const fen = columns.reduce((sum, { index, unit }) => sum + amountOf(row[index]) * 10 ** (2 + powerOfUnit(unit ?? sheet.unit ?? "yuan")), 0);
      const ours = loan[sums[field]] ?? 0;
      return Math.abs(fen - ours) <= 1 ? [] : [`row ${loan.rowNumber} ${field}: ${ours} against ${fen}`];
    });
  });
}

function amountOf(cell: unknown): number {
  if (cell === null || cell === undefined || cell === "") return 0;
  if (typeof cell === "number") return cell;
  return typeof cell !== "string" ? Number.NaN : Number(cell.replaceAll(/[,，\s"=元￥¥]/g, ""));
}
