import { randomInt } from "node:crypto";

const segmentBits = 20;
const segmentBytes = 1 << segmentBits;
const withinSegment = segmentBytes - 1;
const leastSlots = 1 << 12;
const leastTexts = 1 << 10;
/** What is known of a text stands together, as each look at another place of memory costs more than all else: where it begins, its length, and two numbers of whoever keeps the table. */
const [start, length, key, note, fields] = [0, 1, 2, 3, 4];
const none = -1;
/** Bytes of one sign in UTF-8, at most, for each unit of a text. */
const bytesPerUnit = 3;
/** Half of a sign. */
const unpairedUnit = /\p{Surrogate}/u;

/**
 * Distinct texts, numbered from 0 in the order in which they came, as UTF-8 in a few large pieces: a million texts as keys
 * of a Map cost three times the memory and, since each is an object of its own, three times the time.
 */
export class TextTable {
  readonly #segments: Buffer[] = [];
  /** Where the next text begins, within the last segment. */
  #end = segmentBytes;
  #texts = new Int32Array(fields * leastTexts);
  #count = 0;
  /** By hash, in pairs: the number of a text, plus one, and its hash. 0 is free. */
  #slots = new Int32Array(2 * leastSlots);
  /** Nobody who writes a list knows which texts share a slot. */
  readonly #seed = randomInt(2 ** 31);
  /** Texts that UTF-8 can't hold. */
  readonly #unpaired = new Map<string, number>();
  readonly #unpairedTexts = new Map<number, string>();
  #scratch = Buffer.alloc(1024);

  get count(): number {
    return this.#count;
  }

  /** The number of a text; −1 where it isn't there. */
  find(text: string): number {
    const length = this.#encode(text);
    return length === none ? (this.#unpaired.get(text) ?? none) : this.findBytes(this.#scratch, 0, length);
  }

  /** The number of a text, a new one where it isn't there. */
  add(text: string): number {
    const length = this.#encode(text);
    if (length !== none) return this.addBytes(this.#scratch, 0, length);
    const known = this.#unpaired.get(text);
    if (known !== undefined) return known;
    const number = this.#append(this.#scratch, 0, 0);
    this.#unpaired.set(text, number);
    this.#unpairedTexts.set(number, text);
    return number;
  }

  findBytes(bytes: Uint8Array, from: number, to: number): number {
    return this.#look(bytes, from, to, hashOf(bytes, from, to, this.#seed));
  }

  addBytes(bytes: Uint8Array, from: number, to: number): number {
    const hash = hashOf(bytes, from, to, this.#seed);
    const known = this.#look(bytes, from, to, hash);
    if (known !== none) return known;
    if (4 * (this.#count + 1) > this.#slots.length) this.#spread();
    const number = this.#append(bytes, from, to);
    place(this.#slots, number + 1, hash);
    return number;
  }

  /** The number of the text by which a text compares; −1 while nobody said so. */
  keyOf(number: number): number {
    return this.#texts[fields * number + key] ?? none;
  }

  setKey(number: number, value: number): void {
    this.#texts[fields * number + key] = value;
  }

  /** What is kept with a text; −1 at first. */
  noteOf(number: number): number {
    return this.#texts[fields * number + note] ?? none;
  }

  setNote(number: number, value: number): void {
    this.#texts[fields * number + note] = value;
  }

  textOf(number: number): string {
    const unpaired = this.#unpairedTexts.get(number);
    if (unpaired !== undefined) return unpaired;
    const first = this.#texts[fields * number + start] ?? 0;
    const at = first & withinSegment;
    return this.#segments[first >>> segmentBits]?.toString("utf8", at, at + (this.#texts[fields * number + length] ?? 0)) ?? "";
  }

  /** Writes a text where `find` and `add` look for it; answers its length, −1 where UTF-8 can't hold it. */
  #encode(text: string): number {
    if (this.#scratch.length < bytesPerUnit * text.length) this.#scratch = Buffer.alloc(2 * bytesPerUnit * text.length);
    const scratch = this.#scratch;
    for (let at = 0; at < text.length; at += 1) {
      const unit = text.charCodeAt(at);
      if (unit >= 0x80) return unpairedUnit.test(text) ? none : scratch.write(text);
      scratch[at] = unit;
    }
    return text.length;
  }

  #look(bytes: Uint8Array, from: number, to: number, hash: number): number {
    const slots = this.#slots;
    const mask = slots.length - 1;
    for (let slot = (2 * hash) & mask; ; slot = (slot + 2) & mask) {
      const number = (slots[slot] ?? 0) - 1;
      if (number < 0) return none;
      if (slots[slot + 1] === hash && this.#isAt(number, bytes, from, to)) return number;
    }
  }

  #isAt(number: number, bytes: Uint8Array, from: number, to: number): boolean {
    const size = to - from;
    if (this.#texts[fields * number + length] !== size) return false;
    const begin = this.#texts[fields * number + start] ?? 0;
    const segment = this.#segments[begin >>> segmentBits];
    if (segment === undefined) return false;
    const first = begin & withinSegment;
    for (let at = 0; at < size; at += 1) if (segment[first + at] !== bytes[from + at]) return false;
    return true;
  }

  #append(bytes: Uint8Array, from: number, to: number): number {
    const size = to - from;
    if (size > segmentBytes) throw new RangeError(`a text of ${size} bytes`);
    if (this.#end + size > segmentBytes) {
      this.#segments.push(Buffer.alloc(segmentBytes));
      this.#end = 0;
    }
    const segment = this.#segments.at(-1);
    for (let at = 0; segment !== undefined && at < size; at += 1) segment[this.#end + at] = bytes[from + at] ?? 0;
    if (fields * this.#count === this.#texts.length) {
      const grown = new Int32Array(2 * this.#texts.length);
      grown.set(this.#texts);
      this.#texts = grown;
    }
    const texts = this.#texts;
    const first = fields * this.#count;
    texts[first + start] = (this.#segments.length - 1) * segmentBytes + this.#end;
    texts[first + length] = size;
    texts[first + key] = texts[first + note] = none;
    this.#end += size;
    this.#count += 1;
    return this.#count - 1;
  }

  #spread(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(2 * old.length);
    for (let slot = 0; slot < old.length; slot += 2) if (old[slot] !== 0) place(this.#slots, old[slot] ?? 0, old[slot + 1] ?? 0);
  }
}

function place(slots: Int32Array, value: number, hash: number): void {
  const mask = slots.length - 1;
  let slot = (2 * hash) & mask;
  while (slots[slot] !== 0) slot = (slot + 2) & mask;
  slots[slot] = value;
  slots[slot + 1] = hash;
}

/** Four bytes at a step, as FNV-1a takes one, then mixed: its low bits choose the slot. */
function hashOf(bytes: Uint8Array, from: number, to: number, seed: number): number {
  let hash = 0x811c9dc5 ^ seed ^ (to - from);
  let at = from;
  for (; at + 4 <= to; at += 4) {
    const four = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8) | ((bytes[at + 2] ?? 0) << 16) | ((bytes[at + 3] ?? 0) << 24);
    hash = Math.imul(hash ^ four, 0x01000193);
    // The high bits of four bytes would reach the low ones at the end only.
    hash ^= hash >>> 15;
  }
  for (; at < to; at += 1) hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  return hash ^ (hash >>> 13);
}
