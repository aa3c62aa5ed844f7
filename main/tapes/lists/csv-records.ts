/** One record of a text list. */
export interface CsvRecord {
  readonly cells: string[];
  /** A quotation mark in it opens or closes nothing; the cells are the most likely reading. */
  readonly isIrregular: boolean;
  /** Characters of the text that it takes up. */
  readonly characters: number;
}

/** A reading of the text from one place on, up to `end`, the first character of what follows. */
interface Reading extends Omit<CsvRecord, "characters"> {
  readonly end: number;
}

/** A quoted cell that is longer never closes: its mark is a stray one. */
const longestQuoted = 32_768;
/** Lists with fewer columns than this are too narrow to tell a record within a quoted cell from its text. */
const leastTellingWidth = 4;

/** The mark around cells that hold the delimiter or a line break. */
export type QuoteSign = '"' | "'";

/** A spreadsheet's `="0012"` is the text 0012. */
function unwrapped(text: string): string {
  return text.startsWith('="') && text.endsWith('"') && text.length > 2 ? text.slice(2, -1).replaceAll('""', '"') : text;
}

/**
 * Cuts a text list into records as it arrives. A line ends with CR LF, LF or CR, whichever stands there, and a record
 * takes in further lines only by a quoted cell that opens and closes as it should and doesn't hold whole records: a
 * stray mark must cost no line.
 */
export class CsvRecords {
  readonly #delimiter: string;
  /** Cells that most records have; 0 where it isn't known. */
  readonly #width: number;
  readonly #quote: QuoteSign;
  #text = "";
  #at = 0;
  /** The first carriage return from a place on. */
  #return = { from: 0, at: -1 };

  constructor(delimiter: string, width: number, quote: QuoteSign = '"') {
    this.#delimiter = delimiter;
    this.#width = width;
    this.#quote = quote;
  }

  /** Characters that wait for the rest of their record. */
  get waiting(): number {
    return this.#text.length - this.#at;
  }

  /** The records that are complete with this piece. */
  push(piece: string): CsvRecord[] {
    this.#text = this.#text.slice(this.#at) + piece;
    this.#at = 0;
    this.#return = { from: 0, at: -1 };
    return this.#take(false);
  }

  /** The records that the end of the text completes. */
  end(): CsvRecord[] {
    return this.#take(true);
  }

  #take(isLast: boolean): CsvRecord[] {
    const records: CsvRecord[] = [];
    while (this.#at < this.#text.length) {
      const reading = this.#readRecord(isLast);
      if (reading === null) break;
      records.push({ cells: reading.cells, isIrregular: reading.isIrregular, characters: reading.end - this.#at });
      this.#at = reading.end;
    }
    return records;
  }

  #withoutLoneMark(cell: string): string {
    if (cell.startsWith(this.#quote) === cell.endsWith(this.#quote)) return cell;
    return cell.startsWith(this.#quote) ? cell.slice(1) : cell.slice(0, -1);
  }

  #readRecord(isLast: boolean): Reading | null {
    const lineEnd = this.#lineEnd(this.#at);
    const next = this.#afterLine(lineEnd, isLast);
    if (next === null) return null;
    const line = this.#text.slice(this.#at, lineEnd);
    if (!line.includes(this.#quote)) return { cells: line.split(this.#delimiter), isIrregular: false, end: next };
    return this.#readQuoted(line, next, isLast);
  }

  /** Where the line from `from` ends: at its line end or at the end of the text. */
  #lineEnd(from: number): number {
    const feed = this.#text.indexOf("\n", from);
    const known = this.#return;
    // Looked for once only, since most lists have none or one before each line feed.
    if (from < known.from || from > known.at) {
      const found = this.#text.indexOf("\r", from);
      this.#return = { from, at: found < 0 ? this.#text.length : found };
    }
    return Math.min(feed < 0 ? this.#text.length : feed, this.#return.at);
  }

  /** The first character after a line end; null where the next piece must tell. */
  #afterLine(lineEnd: number, isLast: boolean): number | null {
    if (lineEnd >= this.#text.length) return isLast ? lineEnd : null;
    if (this.#text[lineEnd] !== "\r") return lineEnd + 1;
    if (lineEnd + 1 >= this.#text.length) return isLast ? lineEnd + 1 : null;
    return this.#text[lineEnd + 1] === "\n" ? lineEnd + 2 : lineEnd + 1;
  }

  #readQuoted(line: string, next: number, isLast: boolean): Reading | null {
    const strict = this.#readStrictly(isLast);
    if (strict === "waits") return null;
    if (strict !== null && (strict.end === next || !this.#holdsRecords(line, next, strict.end))) return strict;
    const cells = this.#readLeniently(line) ?? line.split(this.#delimiter).map((cell) => this.#withoutLoneMark(cell));
    return { cells, isIrregular: true, end: next };
  }

  /** The record with marks as they should be, over several lines if need be; null where they aren't. */
  #readStrictly(isLast: boolean): Reading | "waits" | null {
    const cells: string[] = [];
    let at = this.#at;
    for (;;) {
      const opening = this.#openingMark(at);
      const quoted = opening < 0 ? undefined : this.#readQuotedCell(opening, isLast);
      if (quoted === null || quoted === "waits") return quoted;
      const cellEnd = quoted?.end ?? this.#cellEnd(at);
      cells.push(quoted?.text ?? this.#text.slice(at, cellEnd));
      if (this.#text[cellEnd] !== this.#delimiter) {
        const end = this.#afterLine(cellEnd, isLast);
        return end === null ? "waits" : { cells, isIrregular: false, end };
      }
      at = cellEnd + 1;
    }
  }

  #readQuotedCell(opening: number, isLast: boolean): { readonly text: string; readonly end: number } | "waits" | null {
    const closing = this.#closingMark(opening + 1);
    if (closing === null) return !isLast && this.#text.length - opening < longestQuoted ? "waits" : null;
    if (closing - opening > longestQuoted) return null;
    // A mark at the end of the piece may be the first of two.
    if (!isLast && closing + 1 >= this.#text.length) return "waits";
    const end = this.#skipBlanks(closing + 1);
    if (!this.#endsCell(end)) return null;
    return { text: unwrapped(this.#text.slice(opening + 1, closing).replaceAll(this.#quote + this.#quote, this.#quote)), end };
  }

  /** The mark that opens the cell at a place, -1 if none does. */
  #openingMark(at: number): number {
    const start = this.#skipBlanks(at);
    if (this.#text[start] === this.#quote) return start;
    return this.#text[start] === "=" && this.#text[start + 1] === this.#quote ? start + 1 : -1;
  }

  #skipBlanks(at: number): number {
    let start = at;
    while (this.#text[start] === " " || (this.#text[start] === "\t" && this.#delimiter !== "\t")) start += 1;
    return start;
  }

  /** The first mark that isn't one of two; null where none closes. */
  #closingMark(from: number): number | null {
    let at = from;
    for (;;) {
      const mark = this.#text.indexOf(this.#quote, at);
      if (mark < 0) return null;
      if (this.#text[mark + 1] !== this.#quote) return mark;
      at = mark + 2;
    }
  }

  #cellEnd(from: number): number {
    const delimiter = this.#text.indexOf(this.#delimiter, from);
    return Math.min(delimiter < 0 ? this.#text.length : delimiter, this.#lineEnd(from));
  }

  #endsCell(at: number): boolean {
    const sign = this.#text[at];
    return sign === undefined || sign === "\n" || sign === "\r" || sign === this.#delimiter;
  }

  /** Whether a line that a quoted cell took in is a record of its own: as wide as the others and like the first line. */
  #holdsRecords(line: string, from: number, end: number): boolean {
    const first = line.split(this.#delimiter);
    if (Math.min(first.length, this.#width) < leastTellingWidth) return false;
    let at = from;
    while (at < end) {
      const lineEnd = this.#lineEnd(at);
      const cells = cellsOfLine(this.#text.slice(at, lineEnd), this.#delimiter, this.#quote);
      if (cells.length === this.#width && areAlike(first, cells)) return true;
      at = this.#afterLine(lineEnd, true) ?? end;
    }
    return false;
  }

  /** One line whose quoted cells hold marks that nobody doubled: the reading with as many cells as the other records have. */
  #readLeniently(line: string): string[] | null {
    let tries = 0;
    const readFrom = (at: number, cells: readonly string[]): string[] | null => {
      tries += 1;
      if (at > line.length) return cells.length === this.#width ? [...cells] : null;
      if (cells.length >= this.#width || tries > mostReadings) return null;
      if (line[at] !== this.#quote) {
        const end = line.indexOf(this.#delimiter, at);
        return readFrom((end < 0 ? line.length : end) + 1, [...cells, line.slice(at, end < 0 ? undefined : end)]);
      }
      for (let closing = line.indexOf(this.#quote, at + 1); closing >= 0; closing = line.indexOf(this.#quote, closing + 1)) {
        if (closing + 1 < line.length && line[closing + 1] !== this.#delimiter) continue;
        const found = readFrom(closing + 2, [...cells, line.slice(at + 1, closing).replaceAll(this.#quote + this.#quote, this.#quote)]);
        if (found !== null) return found;
      }
      return null;
    };
    return readFrom(0, []);
  }
}

const mostReadings = 500;

/** The cells of a line that is a record without doubt. */
function cellsOfLine(line: string, delimiter: string, quote: QuoteSign): readonly string[] {
  const reader = new CsvRecords(delimiter, 0, quote);
  const [record] = [...reader.push(line), ...reader.end()];
  return record === undefined || record.isIrregular ? [] : record.cells;
}

function kindOf(cell: string): "blank" | "number" | "text" {
  const text = cell.replaceAll(/["']/g, "").trim();
  return text === "" ? "blank" : /^[-+\d.,/%]+$/.test(text) ? "number" : "text";
}

/** Two lines of one table hold numbers, texts and nothing in mostly the same columns. */
function areAlike(first: readonly string[], second: readonly string[]): boolean {
  const width = Math.min(first.length, second.length);
  const alike = first.slice(0, width).filter((cell, at) => kindOf(cell) === kindOf(second[at] ?? ""));
  return alike.length >= 0.6 * width;
}
