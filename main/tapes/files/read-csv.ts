import { Readable } from "node:stream";
import { CsvError, parse } from "csv-parse";
import type { TapeEncoding } from "../../../shared/domain/tape-mapping.ts";
import { decodeFile, detectEncoding } from "./detect-encoding.ts";
import { assertRowWithinLimits, type RawRow, type SheetSource, type TapeSource } from "./raw-sheet.ts";
import { TapeError } from "./tape-error.ts";

const delimiters = [",", "\t", ";", "|"] as const;
const maxRecordCharacters = 4 * 1024 * 1024;

/** A text list as one sheet. Rows are counted as records with the header as 1, as a spreadsheet shows them. */
export async function openCsv(path: string, sheetName: string, chosen?: TapeEncoding): Promise<TapeSource> {
  const encoding = await detectEncoding(path, chosen);
  const delimiter = await findDelimiter(path, encoding);
  const sheet: SheetSource = {
    name: sheetName,
    hidden: false,
    merges: [],
    rows: () => readRecords(path, encoding, delimiter, sheetName),
  };
  return { format: "csv", encoding, dateSystem: "1900", sheets: [sheet] };
}

async function* readRecords(path: string, encoding: TapeEncoding, delimiter: string, sheetName: string): AsyncGenerator<RawRow> {
  const parser = parse({
    delimiter,
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: false,
    max_record_size: maxRecordCharacters,
  });
  const input = Readable.from(decodeFile(path, encoding));
  input.on("error", (error) => parser.destroy(error));
  input.pipe(parser);
  const counted = { cells: 0 };
  let rowNumber = 0;
  try {
    for await (const record of parser) {
      rowNumber += 1;
      const row: RawRow = { rowNumber, cells: record as string[] }; // csv-parse without columns gives arrays of text
      assertRowWithinLimits(sheetName, row, counted);
      if (row.cells.some((cell) => cell !== "")) yield row;
    }
  } catch (error) {
    if (error instanceof CsvError) throw new TapeError("csvDamaged", { line: Number(error["lines"] ?? rowNumber + 1) });
    throw error;
  } finally {
    input.destroy();
    parser.destroy();
  }
}

/** The delimiter that the first line with text has most of, outside quotes. */
async function findDelimiter(path: string, encoding: TapeEncoding): Promise<string> {
  let head = "";
  for await (const text of decodeFile(path, encoding)) {
    head += text;
    if (head.length > 65_536) break;
  }
  const lines = head
    .replaceAll(/"[^"]*"/g, "")
    .split(/\r\n|\n|\r/)
    .slice(0, 20);
  const counts = delimiters.map((delimiter) => Math.max(0, ...lines.map((line) => line.split(delimiter).length - 1)));
  const best = counts.indexOf(Math.max(...counts));
  return delimiters[best] ?? ",";
}
