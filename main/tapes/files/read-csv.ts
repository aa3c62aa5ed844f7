import { createHash } from "node:crypto";
import { stat } from "node:fs/promises";
import { delimiterSigns, type TapeDelimiter } from "../../../shared/domain/tape-mapping.ts";
import { type CountFields, type CsvDialect, findDialect, withoutHint } from "./csv-dialect.ts";
import { type CsvRecord, CsvRecords } from "./csv-records.ts";
import { decodeFile, detectEncoding, type KnownEncoding, type TextReading } from "./detect-encoding.ts";
import { assertRowWithinLimits, type RawRow, type SheetSource, type TapeSource } from "./raw-sheet.ts";
import { readLimits } from "./read-limits.ts";
import { ReadMeter, type ReadWatch, unwatched } from "./read-meter.ts";
import { TapeError } from "./tape-error.ts";

/** Characters in which delimiter and width are looked for. */
const headCharacters = 65_536;
const lineEnd = /[\r\n]/;

/** The user's choices for a text list; what is left out is detected. */
export interface CsvChoice extends KnownEncoding {
  readonly delimiter?: TapeDelimiter | undefined;
}

/** A text list as one sheet. Rows are counted as records with the header as 1, as a spreadsheet shows them. */
export async function openCsv(path: string, sheetName: string, choice: CsvChoice, countFields: CountFields, watch: ReadWatch = unwatched): Promise<TapeSource> {
  const meter = new ReadMeter(watch);
  meter.expect((await stat(path)).size);
  const reading = await detectEncoding(path, choice);
  const head = await readHead(path, reading);
  const dialect = findDialect(head.text, head.isWhole, countFields, choice.delimiter);
  let sha256: string | null = null;
  const sheet: SheetSource = {
    name: sheetName,
    hidden: false,
    merges: [],
    hiddenColumns: new Set(),
    records: { width: dialect.width, sign: delimiterSigns[dialect.delimiter] },
    blocks: async function* () {
      const hash = createHash("sha256");
      const pieces = decodeFile(path, reading, { meter, hash });
      yield* readRecords(pieces, dialect, sheetName);
      sha256 = hash.digest("hex");
    },
  };
  const { encoding } = reading;
  return { format: "csv", encoding, delimiter: dialect.delimiter, dateSystem: "1900", sheets: [sheet], sha256: () => sha256 };
}

async function readHead(path: string, reading: TextReading): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  let text = "";
  for await (const piece of decodeFile(path, reading)) {
    text += piece;
    const isLong = text.length > headCharacters;
    // Blank cells may stretch the first line beyond.
    if (isLong && lineEnd.test(text.slice(0, headCharacters))) return { text: text.slice(0, headCharacters), isWhole: false };
    if (text.length > readLimits.rowCharacters) return { text, isWhole: false };
  }
  return { text, isWhole: true };
}

async function* readRecords(pieces: AsyncIterable<string>, { delimiter, width, quote }: CsvDialect, sheetName: string): AsyncGenerator<readonly RawRow[]> {
  const reader = new CsvRecords(delimiterSigns[delimiter], width, quote);
  const counted = { cells: 0, rows: 0 };
  let isFirst = true;
  for await (const piece of pieces) {
    const text = isFirst ? withoutHint(piece) : piece;
    isFirst = isFirst && piece === "";
    yield rowsOf(reader.push(text), sheetName, counted);
    if (reader.waiting > readLimits.rowCharacters)
      throw new TapeError("rowTooLong", { sheet: sheetName, row: counted.rows + 1, limit: readLimits.rowCharacters });
  }
  yield rowsOf(reader.end(), sheetName, counted);
}

function rowsOf(records: readonly CsvRecord[], sheetName: string, counted: { cells: number; rows: number }): RawRow[] {
  const rows: RawRow[] = [];
  for (const { cells, isIrregular, characters } of records) {
    counted.rows += 1;
    const row: RawRow = isIrregular ? { rowNumber: counted.rows, cells, isIrregular } : { rowNumber: counted.rows, cells };
    assertRowWithinLimits(sheetName, row, counted, characters);
    // Cells beyond are blank, and there may be millions.
    if (cells.length > readLimits.columns) cells.length = readLimits.columns;
    if (cells.some((cell) => cell.trim() !== "")) rows.push(row);
  }
  return rows;
}
