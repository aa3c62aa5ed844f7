import type { TapeDelimiter, TapeEncoding } from "../../../shared/domain/tape-mapping.ts";
import { type CountFields, type CsvDialect, delimiterSigns, findDialect, withoutHint } from "./csv-dialect.ts";
import { type CsvRecord, CsvRecords } from "./csv-records.ts";
import { decodeFile, detectEncoding } from "./detect-encoding.ts";
import { assertRowWithinLimits, type RawRow, type SheetSource, type TapeSource } from "./raw-sheet.ts";
import { TapeError } from "./tape-error.ts";

const maxRecordCharacters = 4 * 1024 * 1024;
/** Characters in which delimiter and width are looked for. */
const headCharacters = 65_536;

/** The user's choices for a text list; what is left out is detected. */
export interface CsvChoice {
  readonly encoding?: TapeEncoding | undefined;
  readonly delimiter?: TapeDelimiter | undefined;
}

/** A text list as one sheet. Rows are counted as records with the header as 1, as a spreadsheet shows them. */
export async function openCsv(path: string, sheetName: string, choice: CsvChoice, countFields: CountFields): Promise<TapeSource> {
  const encoding = await detectEncoding(path, choice.encoding);
  const head = await readHead(path, encoding);
  const dialect = findDialect(head.text, head.isWhole, countFields, choice.delimiter);
  const sheet: SheetSource = {
    name: sheetName,
    hidden: false,
    merges: [],
    hiddenColumns: new Set(),
    records: { width: dialect.width, sign: delimiterSigns[dialect.delimiter] },
    rows: () => readRecords(path, encoding, dialect, sheetName),
  };
  return { format: "csv", encoding, delimiter: dialect.delimiter, dateSystem: "1900", sheets: [sheet] };
}

async function readHead(path: string, encoding: TapeEncoding): Promise<{ readonly text: string; readonly isWhole: boolean }> {
  let text = "";
  for await (const piece of decodeFile(path, encoding)) {
    text += piece;
    if (text.length > headCharacters) return { text: text.slice(0, headCharacters), isWhole: false };
  }
  return { text, isWhole: true };
}

async function* readRecords(path: string, encoding: TapeEncoding, { delimiter, width }: CsvDialect, sheetName: string): AsyncGenerator<RawRow> {
  const reader = new CsvRecords(delimiterSigns[delimiter], width);
  const counted = { cells: 0, rows: 0 };
  let isFirst = true;
  for await (const piece of decodeFile(path, encoding)) {
    const text = isFirst ? withoutHint(piece) : piece;
    isFirst = isFirst && piece === "";
    yield* rowsOf(reader.push(text), sheetName, counted);
    if (reader.waiting > maxRecordCharacters) throw new TapeError("csvDamaged", { line: counted.rows + 1 });
  }
  yield* rowsOf(reader.end(), sheetName, counted);
}

function* rowsOf(records: readonly CsvRecord[], sheetName: string, counted: { cells: number; rows: number }): Generator<RawRow> {
  for (const { cells, isIrregular } of records) {
    counted.rows += 1;
    const row: RawRow = { rowNumber: counted.rows, cells, ...(isIrregular ? { isIrregular } : {}) };
    assertRowWithinLimits(sheetName, row, counted);
    if (cells.some((cell) => cell.trim() !== "")) yield row;
  }
}
