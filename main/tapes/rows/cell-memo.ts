import { TextTable } from "../bytes/text-table.ts";

/** Longer texts seldom come twice. */
const longestText = 48;
/** Of that many signs, at most. */
const mostBytes = 3 * longestText;
const mostTexts = 4096;
/** Looked up so often before a column with few repeats is given up: twice as often as a column of days or branches has texts. */
const fewestLookups = 2 * mostTexts;

/** By their bytes many more are remembered, at little cost: also the names of persons. */
const mostByteTexts = 1 << 15;

/** How often the texts of a column are known. */
class Repeats {
  readonly #fewestLookups: number;
  #lookups = 0;
  #found = 0;

  constructor(fewestLookups: number) {
    this.#fewestLookups = fewestLookups;
  }

  get areFew(): boolean {
    return this.#lookups >= this.#fewestLookups && 2 * this.#found <= this.#lookups;
  }

  count(isFound: boolean): void {
    this.#lookups += 1;
    if (isFound) this.#found += 1;
  }
}

/** What the texts of one column were read as. Lists repeat most of their texts; one value then stands for all cells of a text. */
export class ColumnMemo<Value> {
  readonly #values = new Map<string, Value>();
  readonly #repeats = new Repeats(fewestLookups);

  /** Undefined where the text isn't known, or not worth knowing. */
  get(text: string): Value | undefined {
    if (text.length > longestText || this.#repeats.areFew) return undefined;
    const value = this.#values.get(text);
    this.#repeats.count(value !== undefined);
    return value;
  }

  set(text: string, value: Value): void {
    if (text.length > longestText || this.#repeats.areFew || this.#values.size >= mostTexts) return;
    // A text cut from a piece of the file would keep the whole piece in memory.
    this.#values.set(` ${text}`.slice(1), value);
  }
}

/** The same by the bytes of the cells. */
export class ByteMemo<Value> {
  readonly #texts = new TextTable();
  readonly #values: Value[] = [];
  readonly #repeats = new Repeats(mostByteTexts);

  get(bytes: Uint8Array, from: number, to: number): Value | undefined {
    if (to - from > mostBytes || this.#repeats.areFew) return undefined;
    const number = this.#texts.findBytes(bytes, from, to);
    this.#repeats.count(number >= 0);
    return this.#values[number];
  }

  set(bytes: Uint8Array, from: number, to: number, value: Value): void {
    if (to - from > mostBytes || this.#repeats.areFew || this.#values.length >= mostByteTexts) return;
    this.#values[this.#texts.addBytes(bytes, from, to)] = value;
  }
}
