import { readFile } from "node:fs/promises";
import { unlockOldWorkbook } from "../locked/unlock-old-workbook.ts";
import { nullIfBlank, numberCell } from "./cell-value.ts";
import { builtInLook, type FormatLook, readNumberFormat } from "./number-format.ts";
import { assertRowWithinLimits, type DateSystem, type RawCell, type RawRow, type SheetSource, type TapeSource, uncachedFormula } from "./raw-sheet.ts";
import { readLimits } from "./read-limits.ts";
import type { ReadWatch } from "./read-meter.ts";
import { TapeError } from "./tape-error.ts";
import { opened } from "./tape-gate.ts";

/** What is used of the library; the types that it ships with are not found by way of its exports. */
interface CellObject {
  readonly t: string;
  readonly v?: string | number | boolean | Date;
  readonly f?: string;
  readonly z?: string | number;
}
interface Place {
  readonly r: number;
  readonly c: number;
}
interface DenseWorkSheet {
  readonly "!data": readonly (readonly (CellObject | undefined)[] | undefined)[];
  readonly "!merges"?: readonly { readonly s: Place; readonly e: Place }[];
  readonly "!cols"?: readonly ({ readonly hidden?: boolean } | undefined)[];
  readonly "!rows"?: readonly ({ readonly hidden?: boolean } | undefined)[];
}
interface Library {
  readonly read: (
    bytes: Uint8Array,
    options: typeof readOptions,
  ) => {
    readonly SheetNames: readonly string[];
    readonly Sheets: Readonly<Record<string, Partial<DenseWorkSheet>>>;
    readonly Workbook?: { readonly WBProps?: { readonly date1904?: boolean }; readonly Sheets?: readonly ({ readonly Hidden?: number } | undefined)[] };
  };
}

/** What is read of a workbook by the library, which holds it whole. */
const readOptions = {
  type: "buffer",
  dense: true,
  cellFormula: true,
  cellNF: true,
  // Hidden rows and columns are among the styles.
  cellStyles: true,
  cellHTML: false,
  cellText: false,
  // Formulas without a result.
  sheetStubs: true,
  sheetRows: readLimits.rows + 1,
} as const;

/**
 * All worksheets of a workbook of Excel 97 to 2003 (.xls), hidden ones too. The library reads the whole file at once: whoever
 * calls this does so in a worker whose memory and silence are bounded.
 */
export async function openOldWorkbook(path: string, watch: ReadWatch, passwords: readonly string[] = []): Promise<TapeSource> {
  const bytes = await readFile(path);
  const { read }: Library = await import("@e965/xlsx");
  if (watch.isCancelled()) throw new TapeError("cancelled");
  const protectedBook = async () => {
    const whole = opened(await unlockOldWorkbook(bytes, passwords), passwords);
    return readBook(() => read(whole, readOptions));
  };
  const book = readBook(() => read(bytes, readOptions)) ?? (await protectedBook());
  if (book === null) throw new TapeError("damagedWorkbook");
  if (book.SheetNames.length > readLimits.sheets) throw new TapeError("tooManySheets", { limit: readLimits.sheets });
  const dateSystem: DateSystem = book.Workbook?.WBProps?.date1904 === true ? "1904" : "1900";
  const looks = new Map<string, FormatLook | undefined>();
  const sheets = book.SheetNames.flatMap((name, at): SheetSource[] => {
    const sheet = book.Sheets[name];
    // Sheets of charts and macros have no rows.
    if (sheet === undefined || !Array.isArray(sheet["!data"])) return [];
    const rows = sheet as DenseWorkSheet; // as the options ask for
    const hidden = (book.Workbook?.Sheets?.[at]?.Hidden ?? 0) !== 0;
    return [{ name, hidden, ...layoutOf(rows), blocks: () => rowsOf(name, rows, { looks, dateSystem, watch }) }];
  });
  watch.onShare(1);
  return { format: "xls", encoding: null, delimiter: null, dateSystem, sheets, sha256: () => null };
}

/** Null for a book that asks for a password; whatever else the library throws is damage. */
function readBook<T>(read: () => T): T | null {
  try {
    return read();
  } catch (error) {
    if (/password/i.test(String(error))) return null;
    throw new TapeError("damagedWorkbook");
  }
}

function layoutOf(sheet: DenseWorkSheet): Pick<SheetSource, "merges" | "hiddenColumns" | "records"> {
  const merges = (sheet["!merges"] ?? []).map(({ s, e }) => ({ startRow: s.r, startColumn: s.c, endRow: e.r, endColumn: e.c }));
  const hidden = (sheet["!cols"] ?? []).flatMap((column, at) => (column?.hidden === true ? [at] : []));
  return { merges, hiddenColumns: new Set(hidden), records: null };
}

interface ReadFacts {
  readonly looks: Map<string, FormatLook | undefined>;
  readonly dateSystem: DateSystem;
  readonly watch: ReadWatch;
}

async function* rowsOf(name: string, sheet: DenseWorkSheet, facts: ReadFacts): AsyncGenerator<readonly RawRow[]> {
  const counted = { cells: 0 };
  let block: RawRow[] = [];
  for (const [at, found] of sheet["!data"].entries()) {
    if (found === undefined) continue;
    const cells = Array.from(found, (cell) => cellOf(cell, facts));
    const row: RawRow = { rowNumber: at + 1, cells, ...(sheet["!rows"]?.[at]?.hidden === true ? { isHidden: true } : {}) };
    if (cells.every((cell) => cell === null)) continue;
    assertRowWithinLimits(name, row, counted);
    block.push(row);
    if (block.length < rowsPerBlock) continue;
    if (facts.watch.isCancelled()) throw new TapeError("cancelled");
    yield block;
    block = [];
  }
  yield block;
}

const rowsPerBlock = 500;

/** Error values as the file numbers them. */
const errorTexts: Readonly<Record<number, string>> = {
  0: "#NULL!",
  7: "#DIV/0!",
  15: "#VALUE!",
  23: "#REF!",
  29: "#NAME?",
  36: "#NUM!",
  42: "#N/A",
  43: "#GETTING_DATA",
};

function cellOf(cell: CellObject | undefined, { looks, dateSystem }: ReadFacts): RawCell {
  if (cell === undefined) return null;
  const { t: type, v: value, f: formula, z } = cell;
  if (value === undefined) return formula === undefined ? null : uncachedFormula;
  if (type === "e") return typeof value === "number" ? (errorTexts[value] ?? "#VALUE!") : String(value);
  if (typeof value === "boolean") return value;
  if (typeof value === "string") return nullIfBlank(value);
  if (typeof value !== "number") return value;
  const format = z === undefined ? "General" : String(z);
  if (!looks.has(format)) looks.set(format, lookOf(format));
  return numberCell(value, looks.get(format), dateSystem);
}

/** The look of a format by its code, or by the number of a built-in one. */
function lookOf(format: string): FormatLook | undefined {
  if (!/^\d+$/.test(format) || format === "0") return readNumberFormat(format);
  const look = builtInLook(Number(format));
  return look === null ? undefined : () => look;
}
