import { areLines, type RawRow, type RowGroup, type TapeSource } from "../files/raw-sheet.ts";
import { countHeaderFields } from "./find-header.ts";

/** Lists with fewer columns are too narrow to tell a broken record from two short ones. */
const leastTellingWidth = 4;
/** Lines that one record may be broken into. */
const mostLines = 6;

const cellText = (row: RawRow, at: number): string => {
  const cell = row.cells.at(at);
  return typeof cell === "string" ? cell.trim() : "";
};
const isNumber = (text: string): boolean => /^[-+(¥￥]*[\d.,%]+\)?$/.test(text);

/** Whether the last cell of a line and the first of the next may be one text. */
function meets(before: RawRow, after: RawRow): boolean {
  const [left, right] = [cellText(before, -1), cellText(after, 0)];
  return left !== "" && right !== "" && !isNumber(left);
}

function joined(lines: readonly RawRow[]): RawRow | null {
  const [first, ...others] = lines;
  if (first === undefined) return null;
  const cells = others.reduce((left: readonly RawRow["cells"][number][], { cells: [start, ...rest] }) => {
    const last = left.at(-1);
    // Cells of a text list are texts.
    return typeof last === "string" && typeof start === "string" ? [...left.slice(0, -1), `${last}\n${start}`, ...rest] : left;
  }, first.cells);
  return { ...first, cells, isJoined: true };
}

/** How a list's records look: numbers and texts in the same columns. */
function isLike(row: RawRow, record: RawRow): boolean {
  const kindOf = (cell: RawRow["cells"][number] | undefined) => {
    const text = typeof cell === "string" ? cell.trim() : "";
    return text === "" ? "blank" : isNumber(text) ? "number" : "text";
  };
  const kinds = record.cells.map((cell, at) => [kindOf(cell), kindOf(row.cells[at])] as const);
  const numbers = kinds.filter(([kind]) => kind === "number");
  return numbers.length > 0 && numbers.every(([, kind]) => kind !== "text") && kinds.filter(([a, b]) => a === b).length >= 0.6 * kinds.length;
}

const fieldsIn = ({ cells }: RawRow) => countHeaderFields([cells.map((cell) => (typeof cell === "string" ? cell : ""))]);

/** A text list whose records are whole. */
export function withWholeRecords(source: TapeSource): TapeSource {
  const sheets = source.sheets.map((sheet) => {
    const { groups, records } = sheet;
    // Plain lines are whole.
    if (groups === undefined || records === null || records.width < leastTellingWidth) return sheet;
    return {
      ...sheet,
      blocks: () => joinedBlocks(sheet.blocks(), records.width),
      groups: (areLinesWanted: () => boolean) => joinedGroups(groups(areLinesWanted), records.width),
    };
  });
  return { ...source, sheets };
}

async function* joinedBlocks(blocks: AsyncIterable<readonly RawRow[]>, width: number): AsyncGenerator<readonly RawRow[]> {
  const joiner = new LineJoiner(width);
  for await (const rows of blocks) yield joiner.push(rows);
  yield joiner.end();
}

async function* joinedGroups(groups: AsyncIterable<RowGroup>, width: number): AsyncGenerator<RowGroup> {
  const joiner = new LineJoiner(width);
  for await (const group of groups) {
    if (!areLines(group)) {
      yield joiner.push(group);
      continue;
    }
    // The row before is whole, and so is what follows it.
    yield joiner.end();
    yield group;
  }
  yield joiner.end();
}

/**
 * Puts records of a text list together whose cells hold line breaks without quotation marks: short lines that have as many
 * cells as a record together, and a line of one text between two whole records.
 */
class LineJoiner {
  readonly #width: number;
  #waiting: RawRow[] = [];
  /** How whole records look. */
  #record: RawRow | null = null;
  #out: RawRow[] = [];

  constructor(width: number) {
    this.#width = width;
  }

  /** The rows that are whole with these. */
  push(rows: readonly RawRow[]): readonly RawRow[] {
    for (const row of rows) {
      if (row.cells.length >= this.#width) this.#passWhole(row);
      else this.#passShort(row);
    }
    return this.#takeOut();
  }

  end(): readonly RawRow[] {
    this.#release();
    return this.#takeOut();
  }

  #takeOut(): readonly RawRow[] {
    const out = this.#out;
    this.#out = [];
    return out;
  }

  #release(): void {
    for (const row of this.#waiting) this.#out.push(row);
    this.#waiting.length = 0;
  }

  #passWhole(row: RawRow): void {
    const [first] = this.#waiting;
    if (this.#record !== null && first?.cells.length === this.#width && this.#waiting.length > 1 && isTailBetween(first, row, this.#record)) {
      this.#out.push(joined(this.#waiting) ?? first);
      this.#waiting.length = 0;
    } else this.#release();
    this.#waiting.push(row);
    if (this.#record === null && row.cells.length === this.#width && row.cells.some((cell) => typeof cell === "string" && isNumber(cell.trim())))
      this.#record = row;
  }

  #passShort(row: RawRow): void {
    const [first] = this.#waiting;
    const last = this.#waiting.at(-1);
    const fits = last !== undefined && meets(last, row) && this.#waiting.length < mostLines && !(first?.cells.length === this.#width && !mayBeTail(row));
    if (!fits) {
      this.#release();
      this.#waiting.push(row);
      return;
    }
    this.#waiting.push(row);
    const whole = first === undefined || first.cells.length >= this.#width ? null : joined(this.#waiting);
    if (whole === null || whole.cells.length < this.#width) return;
    if (this.#isOne(whole)) {
      this.#out.push(whole);
      this.#waiting.length = 0;
    } else this.#release();
  }

  #isOne(whole: RawRow): boolean {
    if (whole.cells.length !== this.#width) return false;
    return this.#record === null ? fieldsIn(whole) > Math.max(2, ...this.#waiting.map(fieldsIn)) : isLike(whole, this.#record);
  }
}

/**
 * Whether a line of one text behind a whole record goes on with its last cell. Where records begin with a text it might as
 * well be the start of the next one, so it stays a row of its own.
 */
function isTailBetween(before: RawRow, after: RawRow, record: RawRow): boolean {
  return isLike(before, record) && isLike(after, record) && isNumber(cellText(after, 0));
}

/** A single text that is no label, note or page number of its own. */
function mayBeTail({ cells }: RawRow): boolean {
  const text = cells.map((cell) => (typeof cell === "string" ? cell.trim() : "")).filter((cell) => cell !== "");
  return cells.length === 1 && text.length === 1 && !/[:：计頁页]|^[-\d\s/]+$|^(注|说明)/.test(text[0] ?? "");
}
