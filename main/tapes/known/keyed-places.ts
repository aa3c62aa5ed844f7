import type { TextTable } from "../bytes/text-table.ts";

const none = -1;
const noPlaces: readonly number[] = [];

/** Of each key, by its number, the places of the rows that have it: nearly always one, which its text keeps. */
export class KeyedPlaces {
  readonly #texts: TextTable;
  /** All places of the keys with several. */
  readonly #all = new Map<number, number[]>();

  constructor(texts: TextTable) {
    this.#texts = texts;
  }

  /** Answers whether the key had one already. */
  add(key: number, place: number): boolean {
    if (!this.has(key)) {
      this.#texts.setNote(key, place);
      return false;
    }
    const all = this.#all.get(key);
    if (all === undefined) this.#all.set(key, [this.#texts.noteOf(key), place]);
    else all.push(place);
    return true;
  }

  has(key: number): boolean {
    return key >= 0 && this.#texts.noteOf(key) !== none;
  }

  of(key: number): readonly number[] {
    return this.has(key) ? (this.#all.get(key) ?? [this.#texts.noteOf(key)]) : noPlaces;
  }

  /** The places of each key that has several, in the order in which the first of them came. */
  *repeated(): Generator<readonly number[]> {
    yield* [...this.#all.values()].sort(([a = 0], [b = 0]) => a - b);
  }
}
