import type { RawRow, TapeSource } from "../files/raw-sheet.ts";
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
  return {
    ...source,
    sheets: source.sheets.map((sheet) => ({
      ...sheet,
      rows: () => (sheet.records === null ? sheet.rows() : joinBrokenLines(sheet.rows(), sheet.records.width)),
    })),
  };
}

/**
 * Puts records of a text list together whose cells hold line breaks without quotation marks: short lines that have as many
 * cells as a record together, and a line of one text between two whole records.
 */
async function* joinBrokenLines(rows: AsyncIterable<RawRow>, width: number): AsyncGenerator<RawRow> {
  if (width < leastTellingWidth) return yield* rows;
  let waiting: RawRow[] = [];
  let record: RawRow | null = null;
  for await (const row of rows) {
    const isWhole = row.cells.length >= width;
    const [first] = waiting;
    if (isWhole) {
      if (record !== null && first?.cells.length === width && waiting.length > 1 && isTailBetween(first, row, record)) yield joined(waiting) ?? first;
      else yield* waiting;
      waiting = [row];
      if (record === null && row.cells.length === width && row.cells.some((cell) => typeof cell === "string" && isNumber(cell.trim()))) record = row;
      continue;
    }
    const last = waiting.at(-1);
    const fits = last !== undefined && meets(last, row) && waiting.length < mostLines && !(first?.cells.length === width && !mayBeTail(row));
    if (!fits) {
      yield* waiting;
      waiting = [row];
      continue;
    }
    waiting.push(row);
    const whole = first === undefined || first.cells.length >= width ? null : joined(waiting);
    if (whole === null || whole.cells.length < width) continue;
    const isOne = whole.cells.length === width && (record === null ? fieldsIn(whole) > Math.max(2, ...waiting.map(fieldsIn)) : isLike(whole, record));
    if (isOne) yield whole;
    else yield* waiting;
    waiting = [];
  }
  yield* waiting;
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
