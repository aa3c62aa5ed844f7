/** The order of a Chinese reader: by sound, figures by their value. */
const collator = new Intl.Collator("zh-Hans-CN", { numeric: true });
/** The same without the differences of case and width, which count only between texts that are the same otherwise. */
const baseCollator = new Intl.Collator("zh-Hans-CN", { numeric: true, sensitivity: "base" });

/** The rank of a loan without a text: behind all others, in both directions. */
export const noText = 0xff_ff_ff_ff;

/** Texts of characters that weigh the same wherever they stand: Han, Latin letters, narrow figures and common signs. */
const simpleText = /^[ -~\u3001-\u3003\u3008-\u3011\u4e00-\u9fa5\uff01-\uff0f\uff1a-\uff5e]*$/;
/** Pairs of characters that weigh otherwise than one by one, by their sound, with the unit that stands for each. */
const pairs = ["重庆", "沈阳", "藏文"] as const;
const pairPattern = new RegExp(pairs.join("|"), "g");
/** What is spelled otherwise before it is weighed. */
const respelled = new RegExp(`[\\uff01-\\uff5e]|${pairs.join("|")}`);
const firstPairUnit = 0xe0_00;
const pairUnit = (pair: string) => String.fromCharCode(firstPairUnit + (pairs as readonly string[]).indexOf(pair));
const simpleRanges: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0x30_01, 0x30_03],
  [0x30_08, 0x30_11],
  [0x4e_00, 0x9f_a5],
];
/** The collator weighs longer ones in parts. */
const longestNumber = 200;

let weights: Uint16Array | null = null;

/** What each simple character weighs, from the collator itself; a wide one weighs what its narrow one does. */
function characterWeights(): Uint16Array {
  if (weights !== null) return weights;
  const signs = simpleRanges.flatMap(([from, to]) => Array.from({ length: to - from + 1 }, (_, at) => String.fromCharCode(from + at)));
  const ordered = [...signs, ...pairs].sort(baseCollator.compare);
  const made = new Uint16Array(0x1_00_00);
  let weight = longestNumber;
  for (const [at, sign] of ordered.entries()) {
    if (at === 0 || baseCollator.compare(ordered[at - 1] ?? "", sign) !== 0) weight += 1;
    made[(sign.length > 1 ? pairUnit(sign) : sign).charCodeAt(0)] = weight;
  }
  weights = made;
  return made;
}

/** Units of the keys of a column, which double as they fill. */
const firstUnits = 1 << 16;

/** Keys of texts one behind the other: a key's units stand in the order of the collator's first level. */
class SortKeys {
  #units = new Uint16Array(firstUnits);
  #length = 0;
  readonly #starts: number[] = [0];

  get count(): number {
    return this.#starts.length - 1;
  }

  /** Adds the key of the next text; false, and an empty key, where the text isn't simple. */
  add(text: string): boolean {
    const isSimple = simpleText.test(text) && this.#write(text);
    if (!isSimple) this.#length = this.#starts.at(-1) ?? 0;
    this.#starts.push(this.#length);
    return isSimple;
  }

  #write(text: string): boolean {
    const narrow = respelled.test(text)
      ? text.replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfe_e0)).replaceAll(pairPattern, pairUnit)
      : text;
    const weigh = characterWeights();
    // A number takes two units more than it has figures.
    this.#reserve(3 * narrow.length);
    for (let at = 0; at < narrow.length; ) {
      const sign = narrow.charCodeAt(at);
      if (!isFigure(sign)) {
        this.#units[this.#length++] = weigh[sign] ?? 0;
        at += 1;
        continue;
      }
      let end = at;
      while (end < narrow.length && isFigure(narrow.charCodeAt(end))) end += 1;
      while (at < end && narrow.charCodeAt(at) === zero) at += 1;
      if (end - at > longestNumber) return false;
      // A number weighs as a figure, then by its length, then by its digits.
      this.#units[this.#length++] = weigh[zero] ?? 0;
      this.#units[this.#length++] = end - at + 1;
      for (; at < end; at += 1) this.#units[this.#length++] = narrow.charCodeAt(at);
    }
    return true;
  }

  #reserve(units: number): void {
    if (this.#length + units <= this.#units.length) return;
    const grown = new Uint16Array(2 * this.#units.length + units);
    grown.set(this.#units.subarray(0, this.#length));
    this.#units = grown;
  }

  /** The unit of a key at a place, −1 behind its end. */
  #unitAt(number: number, place: number): number {
    const at = (this.#starts[number] ?? 0) + place;
    return at < (this.#starts[number + 1] ?? 0) ? (this.#units[at] ?? 0) : -1;
  }

  areSame(a: number, b: number): boolean {
    for (let place = 0; ; place += 1) {
      const unit = this.#unitAt(a, place);
      if (unit !== this.#unitAt(b, place)) return false;
      if (unit < 0) return true;
    }
  }

  /** Sorts numbers of texts by their keys, unit by unit (three-way radix quicksort): what keys have in common is looked at once. */
  sort(numbers: Uint32Array, from = 0, to = numbers.length, depth = 0): void {
    let [low, high, level] = [from, to, depth];
    while (high - low > 1) {
      const pivot = this.#unitAt(numbers[(low + high) >> 1] ?? 0, level);
      let [less, at, more] = [low, low, high];
      while (at < more) {
        const number = numbers[at] ?? 0;
        const unit = this.#unitAt(number, level);
        if (unit < pivot) {
          numbers[at++] = numbers[less] ?? 0;
          numbers[less++] = number;
        } else if (unit > pivot) {
          numbers[at] = numbers[--more] ?? 0;
          numbers[more] = number;
        } else at += 1;
      }
      this.sort(numbers, low, less, level);
      this.sort(numbers, more, high, level);
      if (pivot < 0) return;
      [low, high, level] = [less, more, level + 1];
    }
  }
}

const zero = 0x30;
const isFigure = (sign: number) => sign >= zero && sign <= 0x39;

/** Wide figures as narrow ones: within a number the collator takes some of them for figures and some for signs. */
function withNarrowFigures(text: string): string {
  return /[\uff10-\uff19]/.test(text) ? text.replaceAll(/[\uff10-\uff19]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfe_e0)) : text;
}

/** Texts in the order in which they were added. */
class OrderedTexts {
  readonly #texts: string[] = [];
  readonly #keys = new SortKeys();
  /** Numbers of the texts that keys can tell apart, and of the others. */
  readonly #simple: number[] = [];
  readonly #others: number[] = [];

  get count(): number {
    return this.#keys.count;
  }

  add(given: string): void {
    const text = withNarrowFigures(given);
    (this.#keys.add(text) ? this.#simple : this.#others).push(this.#texts.length);
    this.#texts.push(text);
  }

  #compare(a: number, b: number): number {
    const [first, second] = [this.#texts[a] ?? "", this.#texts[b] ?? ""];
    return first === second ? 0 : collator.compare(first, second);
  }

  areEqual(a: number, b: number): boolean {
    return this.#keys.areSame(a, b) && this.#compare(a, b) === 0;
  }

  /** Their numbers in the collator's order. Only what keys can't tell apart, or can't tell at all, is compared by it. */
  ordered(): Uint32Array {
    const simple = Uint32Array.from(this.#simple);
    this.#keys.sort(simple);
    for (let start = 0; start < simple.length; ) {
      let end = start + 1;
      while (end < simple.length && this.#keys.areSame(simple[start] ?? 0, simple[end] ?? 0)) end += 1;
      if (end - start > 1) simple.subarray(start, end).sort((a, b) => this.#compare(a, b));
      start = end;
    }
    return this.#merged(
      simple,
      this.#others.toSorted((a, b) => this.#compare(a, b)),
    );
  }

  #merged(left: Uint32Array, right: readonly number[]): Uint32Array {
    if (right.length === 0) return left;
    const all = new Uint32Array(left.length + right.length);
    let [taken, length] = [0, 0];
    for (const one of right) {
      let [low, high] = [taken, left.length];
      while (low < high) {
        const middle = (low + high) >> 1;
        if (this.#compare(left[middle] ?? 0, one) <= 0) low = middle + 1;
        else high = middle;
      }
      all.set(left.subarray(taken, low), length);
      length += low - taken;
      taken = low;
      all[length++] = one;
    }
    all.set(left.subarray(taken), length);
    return all;
  }
}

/** Texts that are looked up before they are keyed: a column of few texts repeats them. */
const mostShared = 4096;

/** Gives each of a list of texts its place in the order of all. */
export class TextRanks {
  readonly #numbers = new Map<string, number>();
  readonly #texts = new OrderedTexts();
  readonly #given: number[] = [];

  add(text: string): void {
    this.#given.push(text === "" ? noText : this.#numberOf(text));
  }

  #numberOf(text: string): number {
    const isFull = this.#numbers.size === mostShared;
    // Where nearly every text was another one so far, the next ones will be too.
    const known = isFull && this.#texts.count > 0.9 * this.#given.length ? undefined : this.#numbers.get(text);
    if (known !== undefined) return known;
    const number = this.#texts.count;
    this.#texts.add(text);
    if (!isFull) this.#numbers.set(text, number);
    return number;
  }

  /** Fills in the rank of each text as they were added, the same for those that compare equal; `noText` for an empty one. */
  ranks(target: Uint32Array): Uint32Array {
    const rankOf = new Uint32Array(this.#texts.count);
    let rank = 0;
    let before: number | null = null;
    for (const number of this.#texts.ordered()) {
      if (before !== null && !this.#texts.areEqual(before, number)) rank += 1;
      rankOf[number] = rank;
      before = number;
    }
    for (const [index, number] of this.#given.entries()) target[index] = number === noText ? noText : (rankOf[number] ?? 0);
    return target;
  }
}
