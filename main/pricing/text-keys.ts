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
const firstPairUnit = 0xe0_00;
const pairUnit = (pair: string) => String.fromCharCode(firstPairUnit + (pairs as readonly string[]).indexOf(pair));
const simpleRanges: readonly (readonly [from: number, to: number])[] = [
  [0x20, 0x7e],
  [0x30_01, 0x30_03],
  [0x30_08, 0x30_11],
  [0x4e_00, 0x9f_a5],
];
const numbers = /[0-9]+/g;
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

/** A text whose code units stand in the order of the collator's first level; null where the text isn't simple. */
function sortKey(text: string): string | null {
  if (!simpleText.test(text)) return null;
  const weigh = characterWeights();
  const narrow = text.replaceAll(/[\uff01-\uff5e]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) - 0xfe_e0)).replaceAll(pairPattern, pairUnit);
  let key = "";
  let at = 0;
  const units = (to: number) => {
    for (; at < to; at += 1) key += String.fromCharCode(weigh[narrow.charCodeAt(at)] ?? 0);
  };
  for (const { 0: digits, index } of narrow.matchAll(numbers)) {
    units(index);
    const significant = digits.replace(/^0+/, "");
    if (significant.length > longestNumber) return null;
    // A number weighs as a figure, then by its length, then by its digits.
    key += `${String.fromCharCode(weigh[0x30] ?? 0, significant.length + 1)}${significant}`;
    at = index + digits.length;
  }
  units(narrow.length);
  return key;
}

/** Wide figures as narrow ones: within a number the collator takes some of them for figures and some for signs. */
function withNarrowFigures(text: string): string {
  return /[\uff10-\uff19]/.test(text) ? text.replaceAll(/[\uff10-\uff19]/g, (figure) => String.fromCharCode(figure.charCodeAt(0) - 0xfe_e0)) : text;
}

interface KeyedText {
  readonly text: string;
  readonly key: string;
  readonly number: number;
}

/** Sorts by keys, unit by unit (three-way radix quicksort): what texts have in common is looked at once. */
function sortByKey(texts: KeyedText[], from: number, to: number, depth: number): void {
  let [low, high, level] = [from, to, depth];
  while (high - low > 1) {
    const unitAt = (index: number) => {
      const key = texts[index]?.key ?? "";
      return level < key.length ? key.charCodeAt(level) : -1;
    };
    const swap = (a: number, b: number) => {
      const kept = texts[a] as KeyedText; // within the list
      texts[a] = texts[b] as KeyedText;
      texts[b] = kept;
    };
    const pivot = unitAt((low + high) >> 1);
    let [less, at, more] = [low, low, high];
    while (at < more) {
      const unit = unitAt(at);
      if (unit < pivot) swap(less++, at++);
      else if (unit > pivot) swap(at, --more);
      else at += 1;
    }
    sortByKey(texts, low, less, level);
    sortByKey(texts, more, high, level);
    if (pivot < 0) return;
    [low, high, level] = [less, more, level + 1];
  }
}

/** Distinct texts in the collator's order. Only what keys can't tell apart, or can't tell at all, is compared by it. */
function ordered(texts: Iterable<string>): KeyedText[] {
  const simple: KeyedText[] = [];
  const others: KeyedText[] = [];
  let number = 0;
  for (const given of texts) {
    const text = withNarrowFigures(given);
    const key = sortKey(text);
    (key === null ? others : simple).push({ text, key: key ?? "", number });
    number += 1;
  }
  sortByKey(simple, 0, simple.length, 0);
  const compare = (a: KeyedText, b: KeyedText) => collator.compare(a.text, b.text);
  for (let start = 0; start < simple.length; ) {
    let end = start + 1;
    while (end < simple.length && simple[end]?.key === simple[start]?.key) end += 1;
    if (end - start > 1) for (const [at, one] of simple.slice(start, end).sort(compare).entries()) simple[start + at] = one;
    start = end;
  }
  return merged(simple, others.sort(compare), compare);
}

function merged(left: readonly KeyedText[], right: readonly KeyedText[], compare: (a: KeyedText, b: KeyedText) => number): KeyedText[] {
  const all: KeyedText[] = [];
  let taken = 0;
  for (const one of right) {
    let [low, high] = [taken, left.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (compare(left[middle] as KeyedText, one) <= 0)
        low = middle + 1; // within the list
      else high = middle;
    }
    for (; taken < low; taken += 1) all.push(left[taken] as KeyedText); // within the list
    all.push(one);
  }
  for (; taken < left.length; taken += 1) all.push(left[taken] as KeyedText); // within the list
  return all;
}

/** Gives each of a list of texts its place in the order of all. */
export class TextRanks {
  readonly #numbers = new Map<string, number>();
  readonly #given: number[] = [];

  add(text: string): void {
    const known = text === "" ? noText : this.#numbers.get(text);
    this.#given.push(known ?? this.#numbers.size);
    if (known === undefined) this.#numbers.set(text, this.#numbers.size);
  }

  /** Fills in the rank of each text as they were added, the same for those that compare equal; `noText` for an empty one. */
  ranks(target: Uint32Array): Uint32Array {
    const rankOf = new Uint32Array(this.#numbers.size);
    let rank = 0;
    let before: KeyedText | null = null;
    for (const one of ordered(this.#numbers.keys())) {
      if (before !== null && (before.key !== one.key || collator.compare(before.text, one.text) !== 0)) rank += 1;
      rankOf[one.number] = rank;
      before = one;
    }
    for (const [index, number] of this.#given.entries()) target[index] = number === noText ? noText : (rankOf[number] ?? 0);
    return target;
  }
}
