import type { ParsedLoan } from "../../../shared/domain/parsed-tape.ts";
import type { KeyedTexts } from "../known/keyed-texts.ts";

const noNames: readonly string[] = [];

/** How a value stands in a plain record. */
export const slotKinds = { nothing: 0, bytes: 1, number: 2, value: 3 } as const;

/** What a cell was read as. */
export type SlotValue = string | number | readonly string[] | null;

/** A loan read from a plain line: each of its values where it stands, so that what is stored as it stands needs no text of its own. It is one object, filled anew by each line. */
export class PlainRecord {
  readonly properties: readonly string[];
  readonly #guarantors: number;
  readonly #guaranteeEnd: number;
  readonly #blank: Readonly<Record<string, unknown>>;
  bytes: Uint8Array = new Uint8Array();
  sheet = "";
  rowNumber = 0;
  readonly kinds: Uint8Array;
  /** Of bytes, the signs in them too. */
  readonly from: Int32Array;
  readonly to: Int32Array;
  readonly signs: Int32Array;
  readonly numbers: Float64Array;
  readonly values: SlotValue[];

  /** `blank`: a loan without a value. */
  constructor(properties: readonly string[], blank: Readonly<Record<string, unknown>>) {
    this.properties = properties;
    this.#blank = blank;
    const { length } = properties;
    this.kinds = new Uint8Array(length);
    this.from = new Int32Array(length);
    this.to = new Int32Array(length);
    this.signs = new Int32Array(length);
    this.numbers = new Float64Array(length);
    this.values = properties.map(() => null);
    this.#guarantors = properties.indexOf("guarantors");
    this.#guaranteeEnd = properties.indexOf("guaranteeEnd");
  }

  setNothing(slot: number): void {
    this.kinds[slot] = slotKinds.nothing;
  }

  setBytes(slot: number, from: number, to: number, signs: number): void {
    this.kinds[slot] = slotKinds.bytes;
    this.from[slot] = from;
    this.to[slot] = to;
    this.signs[slot] = signs;
  }

  setNumber(slot: number, value: number): void {
    this.kinds[slot] = slotKinds.number;
    this.numbers[slot] = value;
  }

  setValue(slot: number, value: SlotValue): void {
    if (typeof value === "number") return this.setNumber(slot, value);
    this.kinds[slot] = value === null ? slotKinds.nothing : slotKinds.value;
    this.values[slot] = value;
  }

  /** The number of a text among others; −1 where there is none. */
  numberedIn(texts: KeyedTexts, slot: number): number {
    const kind = slot < 0 ? slotKinds.nothing : this.kinds[slot];
    if (kind === slotKinds.nothing) return -1;
    // What bytes say compares by itself.
    if (kind === slotKinds.bytes) return texts.addKey(this.bytes, this.from[slot] ?? 0, this.to[slot] ?? 0);
    return texts.add(String(this.valueAt(slot)));
  }

  /** A number; null where there is none. */
  numberAt(slot: number): number | null {
    return this.kinds[slot] === slotKinds.number ? (this.numbers[slot] ?? null) : null;
  }

  valueAt(slot: number): SlotValue {
    switch (this.kinds[slot]) {
      case slotKinds.bytes:
        return Buffer.from(this.bytes.buffer, this.bytes.byteOffset).toString("utf8", this.from[slot], this.to[slot]);
      case slotKinds.number:
        return this.numbers[slot] ?? null;
      case slotKinds.value:
        return this.values[slot] ?? null;
      default:
        return null;
    }
  }

  /** Names in its row; a line with a limit of their guarantee is no plain one. */
  get guarantors(): readonly string[] {
    const names = this.#guarantors < 0 ? null : this.valueAt(this.#guarantors);
    return Array.isArray(names) ? names : noNames;
  }

  get guaranteeEnd(): string | null {
    const day = this.#guaranteeEnd < 0 ? null : this.valueAt(this.#guaranteeEnd);
    return typeof day === "string" ? day : null;
  }

  /** The same as an object of its own. */
  loan(): ParsedLoan {
    const loan: Record<string, unknown> = { ...this.#blank, sheet: this.sheet, rowNumber: this.rowNumber };
    for (const [slot, property] of this.properties.entries()) if (this.kinds[slot] !== slotKinds.nothing) loan[property] = this.valueAt(slot);
    return loan as unknown as ParsedLoan; // the blank one has every property
  }
}
