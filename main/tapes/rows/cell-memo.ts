/** Longer texts seldom come twice. */
const longestText = 48;
const mostTexts = 4096;
/** Looked up so often before a column with few repeats is given up: twice as often as a column of days or branches has texts. */
const fewestLookups = 2 * mostTexts;

/** What the texts of one column were read as. Lists repeat most of their texts; one value then stands for all cells of a text. */
export class ColumnMemo<Value> {
  readonly #values = new Map<string, Value>();
  #lookups = 0;
  #found = 0;

  /** Undefined where the text isn't known, or not worth knowing. */
  get(text: string): Value | undefined {
    if (!this.#isWorthIt(text)) return undefined;
    this.#lookups += 1;
    const value = this.#values.get(text);
    if (value !== undefined) this.#found += 1;
    return value;
  }

  set(text: string, value: Value): void {
    // A text cut from a piece of the file would keep the whole piece in memory.
    if (this.#values.size < mostTexts && this.#isWorthIt(text)) this.#values.set(` ${text}`.slice(1), value);
  }

  #isWorthIt(text: string): boolean {
    return text.length <= longestText && (this.#lookups < fewestLookups || 2 * this.#found > this.#lookups);
  }
}
