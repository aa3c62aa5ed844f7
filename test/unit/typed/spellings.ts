import fc from "fast-check";
import type { MoneyUnit } from "../../../shared/domain/codes.ts";
import type { TypedKind } from "../../../shared/typed/number-words.ts";

/*
 * Spellings made from a value that is known first: whole digits are laid out by string work alone, so that nothing here leans
 * on the parser. Each says whether the desk must read it or must refuse it.
 */
interface Spelling<Value> {
  readonly text: string;
  readonly value: Value;
  readonly must: "read" | "refuse";
}

/** Marks between groups of digits, and whether they leave the number readable. */
const groupings = [
  { group: 0, mark: "", isSound: true },
  { group: 3, mark: ",", isSound: true },
  { group: 3, mark: "，", isSound: true },
  { group: 3, mark: " ", isSound: true },
  { group: 3, mark: "\u00A0", isSound: true },
  { group: 4, mark: ",", isSound: false },
  { group: 2, mark: "，", isSound: false },
  { group: 3, mark: "、", isSound: false },
  { group: 3, mark: ".", isSound: false },
] as const;
const points = [
  { point: ".", isSound: true },
  { point: "。", isSound: true },
  { point: "．", isSound: true },
  { point: ",", isSound: false },
  { point: "，", isSound: false },
  { point: "、", isSound: false },
] as const;
const signs = [
  { before: "", after: "", negative: false },
  { before: "+", after: "", negative: false },
  { before: "-", after: "", negative: true },
  { before: "−", after: "", negative: true },
  { before: "－ ", after: "", negative: true },
  { before: "(", after: ")", negative: true },
  { before: "（", after: "）", negative: true },
] as const;
const edges = ["", " ", "\t", "\u3000", "\u00A0", "\r\n", "\uFEFF", " \u200B"] as const;

/** Marks every `size` digits from the right. */
function laidOut(whole: string, size: number, mark: string): string {
  if (size === 0) return whole;
  const parts: string[] = [];
  for (let end = whole.length; end > 0; end -= size) parts.unshift(whole.slice(Math.max(0, end - size), end));
  return parts.join(mark);
}

const inFullWidth = (text: string) =>
  Array.from(text, (letter) => (/[0-9A-Za-z.,+\-()%]/.test(letter) ? String.fromCharCode(letter.charCodeAt(0) + 0xfee0) : letter)).join("");

interface Numeral {
  readonly text: string;
  readonly negative: boolean;
  /** All digits, and how many of them stand behind the point. */
  readonly digits: string;
  readonly places: number;
  readonly isSound: boolean;
  readonly wrap: (inner: string) => string;
}

const digitsOf = (most: number) => fc.stringMatching(new RegExp(`^(0|[1-9][0-9]{0,${most - 1}})$`));

/** A number's body with sign, grouping and point as someone may type them. */
const numerals = (wholeDigits: number, fractionDigits: number): fc.Arbitrary<Numeral> =>
  fc
    .record({
      whole: digitsOf(wholeDigits),
      fraction: fc.stringMatching(new RegExp(`^[0-9]{0,${fractionDigits}}$`)),
      grouping: fc.constantFrom(...groupings),
      point: fc.constantFrom(...points),
      sign: fc.constantFrom(...signs),
      isWide: fc.boolean(),
      edge: fc.constantFrom(...edges),
      lead: fc.constantFrom(...edges),
    })
    .map(({ whole, fraction, grouping, point, sign, isWide, edge, lead }) => {
      const grouped = laidOut(whole, grouping.group, grouping.mark);
      const body = `${grouped}${fraction === "" ? "" : `${point.point}${fraction}`}`;
      const hasMarks = grouped !== whole;
      // Three digits behind a lone comma are thousands, by the desk's rule; that text stands for another number than the one it was made from.
      const isThousands = fraction.length === 3 && /[,，]/.test(point.point) && !whole.startsWith("0");
      // So are dots: one group of three behind a point is a decimal.
      const isDecimal = grouping.mark === "." && hasMarks && fraction === "" && whole.length <= 6;
      const text = isWide ? inFullWidth(body) : body;
      return {
        text,
        negative: sign.negative,
        digits: `${whole}${fraction}`,
        places: fraction.length,
        isSound: (grouping.isSound || !hasMarks) && (point.isSound || fraction === ""),
        wrap: (inner: string) => `${lead}${sign.before}${inner}${sign.after}${edge}`,
        isAnother: isThousands || isDecimal,
      };
    })
    .filter(({ isAnother }) => !isAnother);

/** Whole units of 10^-`places` as the digits say. */
const signed = ({ digits, negative }: Numeral): bigint => (negative ? -BigInt(digits) : BigInt(digits));

const amountWords: readonly { readonly word: string; readonly exponent: number | null; readonly isSound: boolean }[] = [
  { word: "", exponent: null, isSound: true },
  { word: "元", exponent: 0, isSound: true },
  { word: " 元", exponent: 0, isSound: true },
  { word: "千元", exponent: 3, isSound: true },
  { word: "万", exponent: 4, isSound: true },
  { word: " 万元", exponent: 4, isSound: true },
  { word: "百万", exponent: 6, isSound: true },
  { word: "亿", exponent: 8, isSound: true },
  { word: "亿 元", exponent: 8, isSound: true },
  { word: "k", exponent: 3, isSound: true },
  { word: " million", exponent: 6, isSound: true },
  { word: "％", exponent: -2, isSound: false },
  { word: "‰", exponent: -3, isSound: false },
  { word: "美元", exponent: 0, isSound: false },
  { word: "万万", exponent: 8, isSound: false },
  { word: "左右", exponent: 0, isSound: false },
];
const unitExponents: Readonly<Record<MoneyUnit, number>> = { yuan: 0, wanYuan: 4, yiYuan: 8 };

interface AmountSpelling extends Spelling<bigint> {
  readonly unit: MoneyUnit;
}

/** Amounts in fen. A part of a fen, and more than float64 counts singly, must be refused. */
export const amountSpellings: fc.Arbitrary<AmountSpelling> = fc
  .record({
    numeral: numerals(12, 5),
    word: fc.constantFrom(...amountWords),
    currency: fc.constantFrom("", "", "", "¥", "￥", "￥ ", "人民币"),
    unit: fc.constantFrom<MoneyUnit>("yuan", "wanYuan", "yiYuan"),
  })
  .map(({ numeral, word, currency, unit }) => {
    const places = (word.exponent ?? unitExponents[unit]) + 2 - numeral.places;
    const scaled = signed(numeral) * 10n ** BigInt(Math.max(0, places));
    const step = 10n ** BigInt(Math.max(0, -places));
    const isWhole = scaled % step === 0n;
    const value = scaled / step;
    const isDoubtful = currency !== "" && word.word === "" && unit !== "yuan";
    const isSafe = value <= BigInt(Number.MAX_SAFE_INTEGER) && value >= -BigInt(Number.MAX_SAFE_INTEGER);
    const must = numeral.isSound && word.isSound && isWhole && isSafe && !isDoubtful ? "read" : "refuse";
    return { text: numeral.wrap(`${currency}${numeral.text}${word.word}`), value, must, unit } as const;
  });

const rateWords: readonly { readonly kind: TypedKind; readonly word: string; readonly exponent: number; readonly isSound: boolean }[] = [
  { kind: "percent", word: "", exponent: -2, isSound: true },
  { kind: "percent", word: "%", exponent: -2, isSound: true },
  { kind: "percent", word: " ％", exponent: -2, isSound: true },
  { kind: "percent", word: "‰", exponent: -3, isSound: true },
  { kind: "percent", word: "个百分点", exponent: -2, isSound: true },
  { kind: "percent", word: " bp", exponent: -4, isSound: true },
  { kind: "percent", word: "万", exponent: 4, isSound: false },
  { kind: "percent", word: "%%", exponent: -4, isSound: false },
  { kind: "factor", word: "", exponent: 0, isSound: true },
  { kind: "factor", word: "倍", exponent: 0, isSound: true },
  { kind: "factor", word: "%", exponent: -2, isSound: true },
  { kind: "factor", word: "元", exponent: 0, isSound: false },
  { kind: "months", word: "", exponent: 0, isSound: true },
  { kind: "months", word: " 个月", exponent: 0, isSound: true },
  { kind: "months", word: "%", exponent: -2, isSound: false },
  { kind: "count", word: "", exponent: 0, isSound: true },
  { kind: "count", word: "万", exponent: 4, isSound: true },
];

interface RateSpelling extends Spelling<string> {
  readonly kind: TypedKind;
}

/** Numbers of at most 13 digits; the value is the decimal written out, as JavaScript's own reader of numbers takes it. */
export const rateSpellings: fc.Arbitrary<RateSpelling> = fc
  .record({ numeral: numerals(7, 6), word: fc.constantFrom(...rateWords) })
  .map(({ numeral, word }) => ({
    text: numeral.wrap(`${numeral.text}${word.word}`),
    value: `${signed(numeral)}e${word.exponent - numeral.places}`,
    must: numeral.isSound && word.isSound ? "read" : "refuse",
    kind: word.kind,
  }));

const monthWords = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const two = (part: number) => String(part).padStart(2, "0");

/** A day of the calendar by JavaScript's own, in the desk's spelling; null where there is no such day. */
function dayOf(year: number, month: number, day: number): string | null {
  const text = `${year}-${two(month)}-${two(day)}`;
  const at = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(text) ? text : null;
}

interface Layout {
  readonly write: (year: number, month: number, day: number) => string;
  /** Whether the layout alone has one reading. */
  readonly isSound: (month: number, day: number) => boolean;
}
const chineseDigits = "〇一二三四五六七八九";
const chineseNumber = (part: number): string =>
  part < 10 ? (chineseDigits[part] ?? "") : `${part < 20 ? "" : chineseDigits[Math.floor(part / 10)]}十${part % 10 === 0 ? "" : chineseDigits[part % 10]}`;
const chineseYear = (year: number): string => Array.from(String(year), (digit) => chineseDigits[Number(digit)]).join("");
const fullMonths = ["January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"];
const always = () => true;
const never = () => false;
const layouts: readonly Layout[] = [
  ...["-", "/", ".", "。", " ", "－", "．", "−"].flatMap((mark): Layout[] => [
    { write: (year, month, day) => `${year}${mark}${two(month)}${mark}${two(day)}`, isSound: always },
    { write: (year, month, day) => `${year}${mark}${month}${mark}${day}`, isSound: always },
  ]),
  { write: (year, month, day) => `${year}${two(month)}${two(day)}`, isSound: always },
  { write: (year, month, day) => `${year}年${month}月${day}日`, isSound: always },
  { write: (year, month, day) => `${year} 年 ${two(month)} 月 ${two(day)} 日`, isSound: always },
  { write: (year, month, day) => `${chineseYear(year)}年${chineseNumber(month)}月${chineseNumber(day)}日`, isSound: always },
  { write: (year, month, day) => `${year}、${month}、${day}`, isSound: always },
  { write: (year, month, day) => `${year}-${two(month)}-${two(day)} 00:00:00`, isSound: always },
  { write: (year, month, day) => `${year}/${month}/${day} 0:00`, isSound: always },
  { write: (year, month, day) => `${day}-${fullMonths[month - 1] ?? "Foo"}-${year}`, isSound: always },
  { write: (year, month, day) => `${day} ${monthWords[month - 1] ?? "Foo"} ${year}`, isSound: always },
  { write: (year, month, day) => `${monthWords[month - 1] ?? "Foo"} ${day}, ${year}`, isSound: always },
  { write: (year, month, day) => `${day}.${month}.${year}`, isSound: (month, day) => day > 12 || day === month },
  { write: (year, month, day) => `${two(month)}/${two(day)}/${year}`, isSound: (month, day) => day > 12 || day === month },
  { write: (_year, month, day) => `${month}月${day}日`, isSound: never },
  { write: (_year, month, day) => `${chineseNumber(month)}月${chineseNumber(day)}日`, isSound: never },
  { write: (year, month, day) => `${year}-${two(month)}-${two(day)} 08:30`, isSound: never },
  { write: (year, month, day) => `${String(year).slice(2)}-${two(month)}-${two(day)}`, isSound: never },
  { write: (year, month) => `${year}-${two(month)}`, isSound: never },
  { write: (year, month, day) => `${year}-${two(month)}-${two(day)}T16:00:00Z`, isSound: never },
];

/** Days, and some that no month has. Where a layout has two readings it must be refused. */
export const daySpellings: fc.Arbitrary<Spelling<string | null>> = fc
  .record({
    year: fc.integer({ min: 1900, max: 2199 }),
    month: fc.integer({ min: 0, max: 12 }),
    day: fc.integer({ min: 0, max: 32 }),
    layout: fc.constantFrom(...layouts),
    isWide: fc.boolean(),
    edge: fc.constantFrom(...edges),
  })
  .map(({ year, month, day, layout, isWide, edge }) => {
    const value = dayOf(year, month, day);
    const text = layout.write(year, month, day);
    return { text: `${edge}${isWide ? inFullWidth(text) : text}${edge}`, value, must: value !== null && layout.isSound(month, day) ? "read" : "refuse" };
  });
