/**
 * Lines of a text list that need no second look to be cut: each ends with a line feed, has as many cells as the other
 * records, each of them bare or between two quotation marks, no sign that steers, and a letter or digit. The same text cut by
 * CsvRecords gives the same cells.
 */
export interface PlainLines {
  /** UTF-8. What it holds is good until the next lines are asked for. */
  readonly bytes: Buffer;
  readonly width: number;
  readonly count: number;
  /** As the user sees it, of the first line. */
  readonly firstRow: number;
  /** Where each line begins, and where the last one ends. */
  readonly lineStarts: Int32Array;
  /** Of each cell where it begins and ends, line by line. */
  readonly starts: Int32Array;
  readonly ends: Int32Array;
}

/** Some of the lines. */
export function someLines({ bytes, width, firstRow, lineStarts, starts, ends }: PlainLines, from: number, to: number): PlainLines {
  const cells = (places: Int32Array) => places.subarray(from * width, to * width);
  const [cellStarts, cellEnds] = [cells(starts), cells(ends)];
  return { bytes, width, count: to - from, firstRow: firstRow + from, lineStarts: lineStarts.subarray(from, to + 1), starts: cellStarts, ends: cellEnds };
}

/** A line as it stands, with its end. */
export function lineText({ bytes, lineStarts }: PlainLines, line: number): string {
  return bytes.toString("utf8", lineStarts[line], lineStarts[line + 1]);
}

export function cellText(lines: PlainLines, line: number, index: number): string {
  const cell = line * lines.width + index;
  return lines.bytes.toString("utf8", lines.starts[cell], lines.ends[cell]);
}

/** Whether a cell holds more than blanks. */
export function isFilledCell(lines: PlainLines, line: number, index: number): boolean {
  const cell = line * lines.width + index;
  const to = lines.ends[cell] ?? 0;
  for (let at = lines.starts[cell] ?? 0; at < to; at += 1) {
    const byte = lines.bytes[at] ?? 0;
    if (byte > blank) return byte < 0x80 || cellText(lines, line, index).trim() !== "";
  }
  return false;
}

export function cellTexts(lines: PlainLines, line: number): string[] {
  return Array.from({ length: lines.width }, (_, index) => cellText(lines, line, index));
}

/** Longer lines are looked at sign by sign, as each of their cells has a limit. */
const longestLine = 32_000;
const [lineFeed, carriageReturn, blank, doubleQuote] = [10, 13, 32, 34];

/** What a byte of a line may be beside a sign of a cell. */
const [plainSign, cellEnd, lineEnd, otherSign, longSign, quoteSign] = [0, 1, 2, 3, 4, 5];

function byteKinds(delimiter: string, quote: string): Uint8Array {
  const kinds = new Uint8Array(256);
  kinds.fill(otherSign, 0, blank);
  // The first byte of a sign of three or four; the others need no look.
  kinds.fill(longSign, 0xe0);
  kinds[doubleQuote] = otherSign;
  kinds[quote.charCodeAt(0)] = quoteSign;
  kinds[delimiter.charCodeAt(0)] = cellEnd;
  kinds[lineFeed] = kinds[carriageReturn] = lineEnd;
  return kinds;
}

const isLetterOrDigit = (byte: number): boolean => (byte >= 48 && byte <= 57) || ((byte | 32) >= 97 && (byte | 32) <= 122);

const firstLines = 1024;

/** Finds plain lines among others, in bytes that are UTF-8 throughout. */
export class LineScanner {
  readonly #kinds: Uint8Array;
  readonly #width: number;
  /** For so many lines. */
  #room = firstLines;
  #lineStarts = new Int32Array(firstLines + 1);
  #starts: Int32Array;
  #ends: Int32Array;

  constructor(delimiter: string, quote: string, width: number) {
    this.#kinds = byteKinds(delimiter, quote);
    this.#width = width;
    this.#starts = new Int32Array(firstLines * width);
    this.#ends = new Int32Array(firstLines * width);
  }

  /** The plain lines from a place on, up to the first other one, and where that begins. */
  scan(bytes: Buffer, from: number, firstRow: number): { readonly lines: PlainLines; readonly end: number } {
    let count = 0;
    let at = from;
    for (;;) {
      if (count === this.#room) this.#grow();
      this.#lineStarts[count] = at;
      const next = this.#cut(bytes, at, count);
      if (next < 0) break;
      count += 1;
      at = next;
    }
    return { lines: { bytes, width: this.#width, count, firstRow, lineStarts: this.#lineStarts, starts: this.#starts, ends: this.#ends }, end: at };
  }

  /** Where the lines that aren't plain end: at a plain one or at the end of the bytes. */
  pass(bytes: Buffer, from: number): number {
    let at = from;
    while (at < bytes.length) {
      const feed = bytes.indexOf(lineFeed, at);
      at = feed < 0 ? bytes.length : feed + 1;
      if (this.#cut(bytes, at, 0) >= 0) break;
    }
    return at;
  }

  #grow(): void {
    this.#room *= 2;
    const grown = (old: Int32Array, length: number) => {
      const larger = new Int32Array(length);
      larger.set(old);
      return larger;
    };
    this.#lineStarts = grown(this.#lineStarts, this.#room + 1);
    this.#starts = grown(this.#starts, this.#room * this.#width);
    this.#ends = grown(this.#ends, this.#room * this.#width);
  }

  /** Notes where the cells of a line begin and end; answers where the next line begins, −1 where this one isn't plain. */
  #cut(bytes: Buffer, from: number, line: number): number {
    const [starts, ends, kinds] = [this.#starts, this.#ends, this.#kinds];
    const limit = Math.min(bytes.length, from + longestLine);
    let cell = line * this.#width;
    const last = cell + this.#width - 1;
    /** Behind the marks of the cell, if it has any. */
    let marked = -1;
    starts[cell] = from;
    for (let at = from; at < limit; at += 1) {
      const byte = bytes[at] ?? 0;
      const kind = kinds[byte];
      if (kind === plainSign) continue;
      if (kind === longSign) at += 2;
      else if (kind === cellEnd) {
        if (cell === last || (marked >= 0 && marked !== at)) return -1;
        if (marked < 0) ends[cell] = at;
        marked = -1;
        cell += 1;
        starts[cell] = at + 1;
      } else if (kind === lineEnd) {
        if (cell !== last || (marked >= 0 && marked !== at)) return -1;
        if (marked < 0) ends[cell] = at;
        const feed = byte === carriageReturn ? at + 1 : at;
        return bytes[feed] === lineFeed && hasLetterOrDigit(bytes, from, at) ? feed + 1 : -1;
      } else {
        if (kind !== quoteSign || starts[cell] !== at) return -1;
        const closing = this.#closing(bytes, at + 1, limit);
        if (closing < 0) return -1;
        starts[cell] = at + 1;
        ends[cell] = at = closing;
        marked = closing + 1;
      }
    }
    return -1;
  }

  /** The mark that ends a cell; −1 where the cell or the line isn't plain. */
  #closing(bytes: Buffer, from: number, limit: number): number {
    for (let at = from; at < limit; at += 1) {
      const kind = this.#kinds[bytes[at] ?? 0];
      if (kind === quoteSign) return at;
      if (kind === lineEnd || kind === otherSign) return -1;
    }
    return -1;
  }
}

function hasLetterOrDigit(bytes: Buffer, from: number, to: number): boolean {
  for (let at = from; at < to; at += 1) if (isLetterOrDigit(bytes[at] ?? 0)) return true;
  return false;
}
