import { fieldRecord } from "../../../shared/domain/tape-fields.ts";
import { displayCell } from "../cells/cell-text.ts";
import type { RawCell, RawRow } from "../files/raw-sheet.ts";
import type { SheetPlan } from "../header/sheet-plan.ts";
import { narrowText } from "../words/visible-text.ts";

/** Cells in their columns again, or null where no one reading fits. */
export type MendedRow = { readonly row: RawRow; readonly how: "asIs" | "joined" | "short" } | null;

type CellKind = "blank" | "number" | "date" | "code" | "text";

function kindOf(cell: RawCell | undefined): CellKind {
  const text = narrowText(displayCell(cell));
  if (text === "") return "blank";
  if (/^\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?$|^\d{8}$/.test(text)) return "date";
  if (/^[-+(¥]*\d{1,3}(,\d{3})+(\.\d+)?\)?$|^[-+(¥]*\d*\.?\d+\)?%?$/.test(text)) return "number";
  return /^[!-~]+$/.test(text) ? "code" : "text";
}

const mostReadings = 2000;

/**
 * The shape of a text list's records: how many cells they have and what stands in each column. A record with another number
 * of cells is put right only where one reading alone fits; a value must not be taken from its neighbour's column.
 */
export class RecordShape {
  readonly #width: number;
  readonly #kinds: readonly ReadonlySet<CellKind>[];
  readonly #amounts: readonly number[];
  readonly #usualWidth: number;
  /** What stands in each column of the first records. */
  readonly #values: readonly Set<string>[];
  readonly #sign: string;

  constructor(plan: SheetPlan, headerWidth: number, records: { readonly width: number; readonly sign: string }, sample: readonly RawRow[]) {
    this.#width = headerWidth;
    this.#sign = records.sign;
    const texts = sample.map(({ cells }) => cells.map(displayCell));
    const parted = partedThousands(texts, headerWidth, records.width);
    // Where the thousands of most records are parted, a record of the usual width is none as it stands.
    this.#usualWidth = parted === null ? records.width : headerWidth;
    const kinds = Array.from({ length: headerWidth }, () => new Set<CellKind>());
    this.#values = kinds.map(() => new Set<string>());
    for (const cells of parted ?? texts.filter(({ length }) => length === records.width || length === headerWidth)) {
      for (const [at, seen] of kinds.entries()) {
        seen.add(kindOf(cells[at]));
        this.#values[at]?.add(cells[at] ?? "");
      }
    }
    const amounts: number[] = [];
    for (const [field, columns] of plan.columns) {
      for (const { index } of columns) {
        if (fieldRecord(field).kind !== "amount") continue;
        amounts.push(index);
        kinds[index]?.add("number");
      }
    }
    this.#kinds = kinds;
    this.#amounts = amounts;
  }

  isUsual(length: number): boolean {
    return length === this.#width || length === this.#usualWidth;
  }

  /** A record of the usual width is left alone; of others the one reading that fits. */
  mend(row: RawRow): MendedRow {
    const { length } = row.cells;
    if (this.isUsual(length)) return { row, how: "asIs" };
    const texts = this.#withoutTail(row.cells.map(displayCell));
    if (length < this.#width) return this.#mendShort(row, texts);
    const isTrailing = texts.slice(this.#width).every((text) => text === "");
    const readings = [...(isTrailing ? [texts.slice(0, this.#width)] : []), ...this.#joined(texts)].filter((cells) => this.#fits(cells));
    const distinct = new Map(readings.map((cells) => [JSON.stringify(cells), cells]));
    const only = this.#likeliest([...distinct.values()]);
    if (only === null) return null;
    return { row: { ...row, cells: only }, how: isTrailing && only.every((text, at) => text === texts[at]) ? "asIs" : "joined" };
  }

  /** The one reading; of several with the same amounts the one whose cells stand in other records too. */
  #likeliest(readings: readonly (readonly string[])[]): readonly string[] | null {
    const [first, ...others] = readings;
    if (first === undefined) return null;
    if (others.some((cells) => this.#amounts.some((index) => cells[index] !== first[index]))) return null;
    const rated = readings.map((cells) => ({ cells, known: cells.filter((cell, at) => this.#values[at]?.has(cell)).length })).sort((a, b) => b.known - a.known);
    const [best, second] = rated;
    return best === undefined || (second !== undefined && second.known === best.known) ? null : best.cells;
  }

  /** Where every record ends with a delimiter too many, so does this one. */
  #withoutTail(texts: readonly string[]): readonly string[] {
    const tail = Math.max(0, this.#usualWidth - this.#width);
    return texts.length > this.#width && texts.slice(-tail).every((text) => text === "") ? texts.slice(0, texts.length - tail) : texts;
  }

  /** Cells that are missing at the end are empty ones, unless a lost cell in the middle would fit as well and change an amount. */
  #mendShort(row: RawRow, texts: readonly string[]): MendedRow {
    const blanks = Array.from({ length: this.#width - texts.length }, () => "");
    const asIs = [...texts, ...blanks];
    if (!this.#fits(asIs)) return null;
    const others = texts.map((_, at) => [...texts.slice(0, at), ...blanks, ...texts.slice(at)]).filter((cells) => this.#fits(cells));
    const isSure = others.every((cells) => this.#amounts.every((index) => cells[index] === asIs[index]));
    return isSure ? { row, how: "short" } : null;
  }

  #fits(cells: readonly string[]): boolean {
    return this.#kinds.every((seen, at) => {
      const kind = kindOf(cells[at]);
      return kind === "blank" || seen.has(kind) || (seen.size === 0 && kind === "text");
    });
  }

  /** Readings of a record with too many cells: amounts whose thousands were parted, or one text that holds the delimiter. */
  #joined(texts: readonly string[]): string[][] {
    const extra = texts.length - this.#width;
    const readings: string[][] = joinThousands(texts, extra);
    for (let at = 0; at + extra < texts.length; at += 1) {
      const parts = texts.slice(at, at + extra + 1);
      const isText = parts.every((part) => kindOf(part) === "text");
      if (isText) readings.push([...texts.slice(0, at), parts.join(this.#sign), ...texts.slice(at + extra + 1)]);
    }
    return readings;
  }
}

/**
 * The records of a list whose amounts are written with thousands and without quotation marks, put together, and those that
 * are whole; null where records are wider than the header for another reason.
 */
function partedThousands(records: readonly (readonly string[])[], width: number, usualWidth: number): readonly (readonly string[])[] | null {
  const extra = usualWidth - width;
  const wide = records.filter((cells) => cells.length === usualWidth && cells.slice(width).some((text) => text !== ""));
  if (extra <= 0 || wide.length === 0) return null;
  const readings = wide.map((cells) => joinThousands(cells, extra));
  if (readings.filter((list) => list.length > 0).length <= 0.5 * wide.length) return null;
  return [...readings.flatMap((list) => (list.length === 1 ? list : [])), ...records.filter(({ length }) => length === width)];
}

/** Every way to put parted thousands together that takes away a number of cells: 1 | 030 | 303.03 is 1,030,303.03. */
function joinThousands(texts: readonly string[], extra: number): string[][] {
  const readings: string[][] = [];
  let tries = 0;
  const readFrom = (at: number, left: number, cells: readonly string[]): void => {
    tries += 1;
    if (tries > mostReadings || left < 0) return;
    if (at >= texts.length) {
      if (left === 0) readings.push([...cells]);
      return;
    }
    readFrom(at + 1, left, [...cells, texts[at] ?? ""]);
    for (let length = 2; length <= 5 && at + length <= texts.length; length += 1) {
      const parts = texts.slice(at, at + length);
      if (isParted(parts)) readFrom(at + length, left - (length - 1), [...cells, parts.join(",")]);
    }
  };
  readFrom(0, extra, []);
  return readings;
}

function isParted(parts: readonly string[]): boolean {
  return parts.every((part, at) => {
    if (at === 0) return /^[-(¥￥]*[1-9]\d{0,2}$/.test(part);
    return at === parts.length - 1 ? /^\d{3}(\.\d+)?\)?$/.test(part) : /^\d{3}$/.test(part);
  });
}
