import { readFile } from "node:fs/promises";
import { type StreamRow, streamXlsxRows } from "hucre/xlsx";
import { assertRowWithinLimits, type RawCell, type RawRow, type SheetSource, type TapeSource, uncachedFormula } from "./raw-sheet.ts";
import { columnFromLetters, scanWorkbook } from "./scan-workbook.ts";
import { TapeError } from "./tape-error.ts";
import { readWorkbookDirectory, type SheetEntry } from "./workbook-directory.ts";

/** All worksheets of an xlsx that has passed the gate, hidden ones too. Formulas give their stored result only. */
export async function openWorkbook(path: string): Promise<TapeSource> {
  const scans = await scanWorkbook(path);
  const { entries, dateSystem } = await readWorkbookDirectory(path);
  const bytes = new Uint8Array(await readFile(path));
  const counted = { cells: 0 };
  const sheets = entries.map((entry): SheetSource => {
    const scan = scans.get(entry.part);
    return {
      name: entry.name,
      hidden: entry.hidden,
      merges: scan?.merges ?? [],
      rows: () => readRows(bytes, entry, columnsByRow(scan?.uncached ?? new Set()), counted),
    };
  });
  return { format: "xlsx", encoding: null, dateSystem, sheets };
}

async function* readRows(
  bytes: Uint8Array,
  entry: SheetEntry,
  uncachedColumns: ReadonlyMap<number, readonly number[]>,
  counted: { cells: number },
): AsyncGenerator<RawRow> {
  counted.cells = 0;
  let lastRowNumber = 0;
  const source = streamXlsxRows(bytes, { sheet: entry.position });
  while (true) {
    const step = await damagedUnlessRefused(() => source.next());
    if (step.done) return;
    const row = toRawRow(step.value, uncachedColumns);
    // A row number that doesn't grow would let two rows pass for one.
    if (!Number.isInteger(row.rowNumber) || row.rowNumber <= lastRowNumber) throw new TapeError("damagedWorkbook");
    lastRowNumber = row.rowNumber;
    assertRowWithinLimits(entry.name, row, counted);
    if (row.cells.length > 0) yield row;
  }
}

function toRawRow(row: StreamRow, uncachedColumns: ReadonlyMap<number, readonly number[]>): RawRow {
  const rowNumber = row.index + 1;
  const cells: RawCell[] = row.values;
  for (const column of uncachedColumns.get(rowNumber) ?? []) {
    while (cells.length <= column) cells.push(null);
    cells[column] = uncachedFormula;
  }
  return { rowNumber, cells };
}

function columnsByRow(references: ReadonlySet<string>): ReadonlyMap<number, readonly number[]> {
  const rows = new Map<number, number[]>();
  for (const reference of references) {
    const match = /^([A-Z]+)(\d+)$/.exec(reference);
    if (match?.[1] === undefined) continue;
    const row = Number(match[2]);
    const columns = rows.get(row) ?? [];
    columns.push(columnFromLetters(match[1]));
    rows.set(row, columns);
  }
  return rows;
}

async function damagedUnlessRefused<T>(read: () => Promise<T>): Promise<T> {
  try {
    return await read();
  } catch (error) {
    if (error instanceof TapeError) throw error;
    throw new TapeError("damagedWorkbook");
  }
}
