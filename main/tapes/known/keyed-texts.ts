import { TextTable } from "../bytes/text-table.ts";
import { identifierKey } from "../cells/parse-cells.ts";

const unasked = -1;

/** Identifiers or names as they are spelled, numbered, each with the number of the spelling that stands for all that compare equal. */
export class KeyedTexts extends TextTable {
  /** A text, as bytes, that compares by itself. */
  addKey(bytes: Uint8Array, from: number, to: number): number {
    const number = this.addBytes(bytes, from, to);
    this.setKey(number, number);
    return number;
  }

  /** The number of what a spelling compares by. */
  override keyOf(number: number): number {
    const known = super.keyOf(number);
    if (known !== unasked) return known;
    const own = this.add(identifierKey(this.textOf(number)));
    this.setKey(number, own);
    return own;
  }
}
