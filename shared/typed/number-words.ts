/** Kinds of number that a field takes. Rates are typed in percent, sums in yuan, durations in months. */
export type TypedKind = "percent" | "months" | "factor" | "count" | "yuan";

/** What a word behind a number makes of it: × `times` × 10^`exponent`, in the kind's stored unit. */
export interface WordScale {
  readonly times: bigint;
  readonly exponent: number;
}

const ten = (exponent: number): WordScale => ({ times: 1n, exponent });
const words = (scale: WordScale, ...spellings: readonly string[]) => spellings.map((word) => [word, scale] as const);
const wordTable = (...groups: readonly (readonly (readonly [string, WordScale])[])[]): ReadonlyMap<string, WordScale> => new Map(groups.flat());

/** Orders of magnitude in front of 元, as they are said; M alone is a million to some and a thousand to others. */
const magnitudes = wordTable(
  words(ten(3), "千", "k", "thousand"),
  words(ten(4), "万", "萬"),
  words(ten(6), "百万", "million", "mn"),
  words(ten(7), "千万"),
  words(ten(8), "亿", "億"),
  words(ten(9), "十亿", "billion", "bn"),
  words(ten(10), "百亿"),
  words(ten(11), "千亿"),
  words(ten(12), "万亿", "trillion"),
);

const yuanWord = /(?:元整?|圆整?|yuan)$/;
const otherCurrencyWord = /^(?:[$€£₩₽]|us\$|hk\$|usd|hkd|eur|gbp|jpy|美元|美金|港元|港币|欧元|英镑|日元|dollars?|euros?)$/;

const wordsOfKind: Readonly<Record<Exclude<TypedKind, "yuan">, ReadonlyMap<string, WordScale>>> = {
  percent: wordTable(words(ten(-2), "", "%", "个百分点", "百分点", "pp", "percent"), words(ten(-3), "‰"), words(ten(-4), "bp", "bps", "基点", "个基点")),
  months: wordTable(words(ten(0), "", "月", "个月", "month", "months", "mo", "mo."), words({ times: 12n, exponent: 0 }, "年", "year", "years", "yr", "yrs")),
  factor: wordTable(words(ten(0), "", "倍", "x", "×", "times"), words(ten(-2), "%", "percent"), words(ten(-3), "‰")),
  count: wordTable(words(ten(0), ""), words(ten(3), "千", "k", "thousand"), words(ten(4), "万", "萬")),
};

/** Power of ten of 元 and of a magnitude with or without it ("万", "万元", "million yuan"); undefined for any other word. */
export function yuanExponent(word: string): number | undefined {
  const magnitude = word.replace(yuanWord, "");
  return magnitude === "" && word !== "" ? 0 : magnitudes.get(magnitude)?.exponent;
}

export const scaleOfWord = (word: string, kind: Exclude<TypedKind, "yuan">): WordScale | undefined => wordsOfKind[kind].get(word);

export const isOtherCurrency = (word: string): boolean => otherCurrencyWord.test(word);

/** A unit that some kind of field takes, though not the one at hand. */
export const isUnitSomewhere = (word: string): boolean => yuanExponent(word) !== undefined || Object.values(wordsOfKind).some((table) => table.has(word));
