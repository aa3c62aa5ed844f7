import { createWriteStream } from "node:fs";
import { open } from "node:fs/promises";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { type WriteSheet, writeXlsx, writeXlsxStream } from "hucre";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { ExportCell, ExportColumn, ExportTable } from "../../shared/domain/export-tables.ts";
import type { TaskContext } from "../jobs/task-types.ts";
import { byteOrderMark, csvLine } from "./csv-text.ts";
import { type PlainCell, plainCell } from "./plain-cells.ts";
import { numberFormat, sheetNames, sheetText, sheetValue, sheetWidth } from "./sheet-cells.ts";

export const exportFormats = ["xlsx", "csv"] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Where a table goes and how. */
export interface ExportPlace {
  readonly file: string;
  readonly format: ExportFormat;
  readonly unit: MoneyUnit;
  /** Where the trail stood, for the properties of a workbook; null before its first event. A list has no place for it. */
  readonly head: string | null;
}

/** A table whose rows come as they are written. */
export interface RowStream {
  readonly name: string;
  readonly columns: readonly ExportColumn[];
  readonly rowCount: number;
  readonly rows: Iterable<readonly ExportCell[]> | AsyncIterable<readonly ExportCell[]>;
}

/** Rows between two looks at whether the user has cancelled. */
const rowsPerStep = 1000;
/** Lines of a list written at once. */
const linesPerPiece = 500;
const headCell = ({ head }: ExportColumn): PlainCell => ({ kind: "text", value: head });

async function* plainRows({ columns, rowCount, rows }: RowStream, context: TaskContext): AsyncGenerator<readonly PlainCell[]> {
  let written = 0;
  for await (const row of rows) {
    if (written % rowsPerStep === 0) context.step(rowCount === 0 ? null : Math.min(1, written / rowCount));
    written += 1;
    yield columns.map((column, index) => plainCell(row[index], column));
  }
}

async function* csvPieces(stream: RowStream, unit: MoneyUnit, context: TaskContext): AsyncGenerator<string> {
  let piece = csvLine(stream.columns.map(headCell), unit);
  let lines = 0;
  for await (const row of plainRows(stream, context)) {
    piece += csvLine(row, unit);
    lines += 1;
    if (lines % linesPerPiece !== 0) continue;
    yield piece;
    piece = "";
  }
  yield piece;
}

async function* sheetRows(stream: RowStream, unit: MoneyUnit, context: TaskContext) {
  for await (const row of plainRows(stream, context)) yield row.map((cell) => sheetValue(cell, unit));
}

const sheetColumns = (columns: readonly ExportColumn[], unit: MoneyUnit, textsOf: (index: number) => readonly string[] = () => []) =>
  columns.map((column, index) => ({
    header: sheetText(column.head),
    width: sheetWidth(column, textsOf(index)),
    style: { numFmt: numberFormat(column.kind, unit) },
  }));

/** Writes a table of any length row by row; what a sheet doesn't hold goes on in a second one under the same heads. */
export async function writeRows(stream: RowStream, { file, format, unit }: ExportPlace, context: TaskContext): Promise<void> {
  const out = createWriteStream(file, { flags: "w", mode: 0o600 });
  if (format === "csv") {
    await pipeline(
      Readable.from(
        (async function* () {
          yield byteOrderMark;
          yield* csvPieces(stream, unit, context);
        })(),
      ),
      out,
    );
    return;
  }
  const [name = ""] = sheetNames([stream.name]);
  const bytes = writeXlsxStream(sheetRows(stream, unit, context), {
    name,
    columns: sheetColumns(stream.columns, unit),
    freezePane: { rows: 1 },
    zip64: stream.rowCount * stream.columns.length > zip64Cells,
  });
  await pipeline(Readable.fromWeb(bytes as Parameters<typeof Readable.fromWeb>[0]), out); // the same stream by Node's own type
}

/** A part of the workbook may come to 4 GiB beyond some 25 million cells. */
const zip64Cells = 25_000_000;

function sheetOf({ columns, rows }: ExportTable, name: string, unit: MoneyUnit): WriteSheet {
  const plain = rows.map((row) => columns.map((column, index) => plainCell(row[index], column)));
  const texts = (index: number) => plain.map((row) => row[index]?.value).filter((value) => typeof value === "string");
  const cells: NonNullable<WriteSheet["cells"]> = new Map();
  plain.forEach((row, down) => {
    row.forEach((cell, right) => {
      if (cell.value !== null && cell.kind !== columns[right]?.kind) cells.set(`${down + 1},${right}`, { style: { numFmt: numberFormat(cell.kind, unit) } });
    });
  });
  return {
    name,
    columns: sheetColumns(columns, unit, texts).map(({ width, style }) => ({ width, style })),
    rows: [columns.map(({ head }) => sheetText(head)), ...plain.map((row) => row.map((cell) => sheetValue(cell, unit)))],
    cells,
    freezePane: { rows: 1 },
  };
}

/** Writes tables that are at hand: a workbook with a sheet for each; as a list they follow one another, an empty line between. */
export async function writeTables(tables: readonly ExportTable[], { file, format, unit, head }: ExportPlace, context: TaskContext): Promise<void> {
  const handle = await open(file, "w", 0o600);
  try {
    if (format === "csv") {
      await handle.write(byteOrderMark);
      for (const [index, table] of tables.entries()) {
        const stream = { ...table, rowCount: table.rows.length };
        await handle.write(index === 0 ? "" : "\r\n");
        for await (const piece of csvPieces(stream, unit, context)) await handle.write(piece);
      }
      return;
    }
    const names = sheetNames(tables.map(({ name }) => name));
    context.step(null);
    const sheets = tables.map((table, index) => sheetOf(table, names[index] ?? "", unit));
    await handle.writeFile(await writeXlsx({ sheets, ...(head === null ? {} : { properties: { description: head } }) }));
  } finally {
    await handle.close();
  }
}
