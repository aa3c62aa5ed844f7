import { isUtf8 } from "node:buffer";
import { delimiterSigns } from "../../../shared/domain/tape-mapping.ts";
import { LineScanner, lineText, type PlainLines, someLines } from "../bytes/plain-lines.ts";
import { assertRowWithinLimits, type RawRow, type RowGroup } from "../files/raw-sheet.ts";
import { readLimits } from "../files/read-limits.ts";
import { TapeError } from "../files/tape-error.ts";
import { type CsvDialect, withoutHint } from "./csv-dialect.ts";
import { CsvRecords } from "./csv-records.ts";
import { pieceDecoder, type TextReading } from "./detect-encoding.ts";

const lineFeed = 10;
/** Fewer plain lines in a row are no gain. */
const fewestLines = 8;
/** Where a record isn't complete, so many bytes come as text: more than a quoted cell may hold. */
const unfinishedBytes = 1 << 17;

/** The rows of a text list, piece by piece. */
export async function* rowsOfList(pieces: AsyncIterable<Buffer>, cutter: ListCutter): AsyncGenerator<readonly RawRow[]> {
  for await (const piece of pieces) yield cutter.cut(piece);
  yield cutter.end();
}

/** The same, with plain lines uncut while they are wanted. */
export async function* groupsOfList(pieces: AsyncIterable<Buffer>, cutter: ListCutter, areLinesWanted: () => boolean): AsyncGenerator<RowGroup> {
  for await (const piece of pieces) {
    if (areLinesWanted()) yield* cutter.cutLines(piece);
    else yield cutter.cut(piece);
  }
  yield cutter.end();
}

/** Cuts the bytes of a text list into rows as they arrive. */
export class ListCutter {
  readonly #reading: TextReading;
  readonly #decode: (bytes?: Uint8Array) => string;
  readonly #records: CsvRecords;
  /** Null where a list has more cells than are read, or a sign of several bytes between them. */
  readonly #scanner: LineScanner | null;
  readonly #width: number;
  readonly #sheetName: string;
  readonly #counted = { cells: 0, rows: 0 };
  #isFirst = true;

  constructor(reading: TextReading, { delimiter, width, quote }: CsvDialect, sheetName: string) {
    this.#reading = reading;
    this.#decode = pieceDecoder(reading);
    this.#records = new CsvRecords(delimiterSigns[delimiter], width, quote);
    const sign = delimiterSigns[delimiter];
    this.#scanner = width > 0 && width <= readLimits.columns && Buffer.byteLength(sign) === 1 ? new LineScanner(sign, quote, width) : null;
    this.#width = width;
    this.#sheetName = sheetName;
  }

  /** The rows that are complete with this piece. */
  cut(piece: Buffer): RawRow[] {
    return this.#push(this.#decode(piece));
  }

  end(): RawRow[] {
    return [...this.#push(this.#decode()), ...this.#rowsOf(this.#records.end())];
  }

  /** The same, with the plain lines of the piece uncut. */
  *cutLines(piece: Buffer): Generator<RowGroup> {
    const isUtf8List = this.#reading.encoding === "utf-8";
    const bytes = isUtf8List ? piece : Buffer.from(this.#decode(piece));
    const textOf = (part: Buffer) => (isUtf8List ? this.#decode(part) : part.toString());
    const [first, last] = [bytes.indexOf(lineFeed) + 1, bytes.lastIndexOf(lineFeed) + 1];
    // What stands before goes with the piece before, what stands behind with the next one.
    yield this.#push(textOf(bytes.subarray(0, first)));
    const lines = bytes.subarray(first, last);
    if (lines.includes(0)) throw new TapeError("notText");
    if (isUtf8List && !isUtf8(lines)) throw this.#reading.misfit();
    yield* this.#cutWhole(lines);
    yield this.#push(textOf(bytes.subarray(last)));
  }

  *#cutWhole(bytes: Buffer): Generator<RowGroup> {
    for (let at = 0; at < bytes.length; ) {
      const { end, lines } = this.#plainLines(bytes, at);
      if (lines === null) yield this.#push(bytes.toString("utf8", at, end));
      else yield* this.#giveLines(lines);
      at = end;
    }
  }

  /** Plain lines from a place on, or none, and where they or the other ones end. */
  #plainLines(bytes: Buffer, at: number): { readonly end: number; readonly lines: PlainLines | null } {
    if (this.#records.waiting > 0 || this.#scanner === null) {
      const feed = bytes.indexOf(lineFeed, at + unfinishedBytes);
      return { end: feed < 0 ? bytes.length : feed + 1, lines: null };
    }
    const { end, lines } = this.#scanner.scan(bytes, at, this.#counted.rows + 1);
    const { rows, cells } = this.#counted;
    const isWithinLimits = rows + lines.count <= readLimits.rows && cells + lines.count * this.#width <= readLimits.cells;
    return lines.count >= fewestLines && isWithinLimits ? { end, lines } : { end: this.#scanner.pass(bytes, end), lines: null };
  }

  /** The first and the last line are cut: only their neighbours tell whether a broken record goes on with them. */
  *#giveLines(lines: PlainLines): Generator<RowGroup> {
    const last = lines.count - 1;
    yield this.#push(lineText(lines, 0));
    this.#counted.rows += last - 1;
    this.#counted.cells += (last - 1) * this.#width;
    yield someLines(lines, 1, last);
    yield this.#push(lineText(lines, last));
  }

  #push(text: string): RawRow[] {
    if (text === "") return [];
    const shown = this.#isFirst ? withoutHint(text) : text;
    this.#isFirst = false;
    const rows = this.#rowsOf(this.#records.push(shown));
    if (this.#records.waiting <= readLimits.rowCharacters) return rows;
    throw new TapeError("rowTooLong", { sheet: this.#sheetName, row: this.#counted.rows + 1, limit: readLimits.rowCharacters });
  }

  #rowsOf(records: ReturnType<CsvRecords["push"]>): RawRow[] {
    const rows: RawRow[] = [];
    for (const { cells, isIrregular, characters } of records) {
      this.#counted.rows += 1;
      const rowNumber = this.#counted.rows;
      const row: RawRow = isIrregular ? { rowNumber, cells, isIrregular } : { rowNumber, cells };
      assertRowWithinLimits(this.#sheetName, row, this.#counted, characters);
      // Cells beyond are blank, and there may be millions.
      if (cells.length > readLimits.columns) cells.length = readLimits.columns;
      if (cells.some((cell) => cell.trim() !== "")) rows.push(row);
    }
    return rows;
  }
}
