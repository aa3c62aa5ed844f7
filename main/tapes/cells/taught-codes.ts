import type { TaughtWord } from "../../../shared/domain/seller-words.ts";
import type { TapeField } from "../../../shared/domain/tape-fields.ts";
import type { RawCell } from "../files/raw-sheet.ts";
import { codeWord } from "./parse-code.ts";

/** Codes by the words that the desk taught for a field. */
export class TaughtCodes {
  readonly #byField = new Map<TapeField, Map<string, string>>();

  constructor(words: readonly TaughtWord[]) {
    for (const { field, word, code } of words) {
      const key = codeWord(word);
      if (key === null) continue;
      const known = this.#byField.get(field) ?? new Map<string, string>();
      this.#byField.set(field, known.set(key, code));
    }
  }

  /** The code that a cell states in a taught word; undefined where it states none. */
  codeOf(field: TapeField, cell: RawCell | undefined): string | undefined {
    const words = this.#byField.get(field);
    const word = words === undefined ? null : codeWord(cell);
    return word === null ? undefined : words?.get(word);
  }
}
