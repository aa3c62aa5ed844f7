import { type TapeUnit, unitOfPower } from "../../../shared/domain/tape-units.ts";
import { narrowText } from "./visible-text.ts";

/** What words such as "人民币万元", "USD thousand" or "亿" say of an amount; null is silence. */
export interface MoneyWords {
  readonly unit: TapeUnit | null;
  /** ISO code; "other" is a currency that isn't told which, such as 外币. */
  readonly currency: string | null;
}

const powersOfWords: Readonly<Record<string, number>> = {
  十: 1,
  百: 2,
  佰: 2,
  千: 3,
  仟: 3,
  万: 4,
  萬: 4,
  十万: 5,
  百万: 6,
  佰万: 6,
  千万: 7,
  仟万: 7,
  亿: 8,
  億: 8,
  "'000": 3,
  "000s": 3,
  thousands: 3,
  thousand: 3,
  k: 3,
  tenthousands: 4,
  tenthousand: 4,
  "10thousand": 4,
  "1000": 3,
  "10000": 4,
  "1000000": 6,
  "100000000": 8,
  "10k": 4,
  w: 4,
  millions: 6,
  million: 6,
  mio: 6,
  mln: 6,
  mn: 6,
  mm: 6,
  "100millions": 8,
  "100million": 8,
};

/** Words that name a currency's own piece, by its code: an amount of them is in ones. */
const pieces: Readonly<Record<string, string>> = {
  元: "CNY",
  圆: "CNY",
  块: "CNY",
  yuan: "CNY",
  美元: "USD",
  美金: "USD",
  dollars: "USD",
  dollar: "USD",
  欧元: "EUR",
  euros: "EUR",
  euro: "EUR",
  港元: "HKD",
  港币: "HKD",
  日元: "JPY",
  日圆: "JPY",
  英镑: "GBP",
  澳元: "AUD",
  澳大利亚元: "AUD",
  加元: "CAD",
  加拿大元: "CAD",
  新加坡元: "SGD",
  新加坡币: "SGD",
  坡币: "SGD",
  新西兰元: "NZD",
  纽元: "NZD",
  瑞士法郎: "CHF",
  瑞郎: "CHF",
  澳门元: "MOP",
  澳门币: "MOP",
  新台币: "TWD",
  台币: "TWD",
  韩元: "KRW",
  韩币: "KRW",
  卢布: "RUB",
  泰铢: "THB",
  林吉特: "MYR",
  越南盾: "VND",
  瑞典克朗: "SEK",
  丹麦克朗: "DKK",
  挪威克朗: "NOK",
  外币: "other",
  外汇: "other",
  原币: "other",
  原币种: "other",
};

/** Words that name a currency and leave the unit open. */
const currencies: Readonly<Record<string, string>> = {
  折合人民币: "CNY",
  折人民币: "CNY",
  人民币: "CNY",
  rmb: "CNY",
  cny: "CNY",
  cnh: "CNY",
  "¥": "CNY",
  us$: "USD",
  hk$: "HKD",
  s$: "SGD",
  a$: "AUD",
  c$: "CAD",
  nt$: "TWD",
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  usd: "USD",
  eur: "EUR",
  hkd: "HKD",
  jpy: "JPY",
  gbp: "GBP",
  aud: "AUD",
  cad: "CAD",
  sgd: "SGD",
  nzd: "NZD",
  chf: "CHF",
  mop: "MOP",
  twd: "TWD",
  krw: "KRW",
  rub: "RUB",
  thb: "THB",
  myr: "MYR",
  vnd: "VND",
  sek: "SEK",
  dkk: "DKK",
  nok: "NOK",
};

type Meaning = { readonly power: number } | { readonly currency: string; readonly isPiece: boolean } | "filler";

const meanings: ReadonlyMap<string, Meaning> = new Map<string, Meaning>([
  ...Object.entries(powersOfWords).map(([word, power]) => [word, { power }] as const),
  ...Object.entries(pieces).map(([word, currency]) => [word, { currency, isPiece: true }] as const),
  ...Object.entries(currencies).map(([word, currency]) => [word, { currency, isPiece: false }] as const),
  ...[
    "单位",
    "金额",
    "货币",
    "币种",
    "计",
    "折",
    "折合",
    "均为",
    "为",
    "以",
    "按",
    "in",
    "of",
    "unit",
    "currency",
    ":",
    "/",
    "-",
    "(",
    ")",
    ",",
    ".",
    "整",
  ].map((word) => [word, "filler"] as const),
]);
const longestWord = Math.max(...[...meanings.keys()].map((word) => word.length));

/** Reads words that speak of nothing but unit and currency; null where any other word stands among them. */
export function readMoneyWords(text: string): MoneyWords | null {
  const words = narrowText(text)
    .toLowerCase()
    .replaceAll(/\s|(?<=\d),(?=\d{3})/g, "")
    .replaceAll(/[‘’]/g, "'")
    .replaceAll(/'(?!000)/g, "");
  if (words === "分") return { unit: "fen", currency: "CNY" };
  let power: number | null = null;
  let currency: string | null = null;
  let hasPiece = false;
  let isNamedPiece = false;
  for (let at = 0; at < words.length; ) {
    const word = wordAt(words, at);
    if (word === null) return null;
    const meaning = meanings.get(word) ?? "filler";
    at += word.length;
    if (meaning === "filler") continue;
    if ("power" in meaning) {
      // "元/万元" and "元万元" say two units.
      if (power !== null || isNamedPiece) return null;
      power = meaning.power;
    } else {
      // "人民币万元" says one currency twice.
      if (currency !== null && currency !== meaning.currency) return null;
      currency = meaning.currency;
      hasPiece ||= meaning.isPiece;
      isNamedPiece ||= /^[元圆块]$/.test(word);
    }
  }
  if (power === null && !hasPiece) return currency === null ? null : { unit: null, currency };
  const unit = unitOfPower(power ?? 0);
  return unit === null ? null : { unit, currency };
}

function wordAt(text: string, at: number): string | null {
  for (let length = Math.min(longestWord, text.length - at); length > 0; length -= 1) {
    const word = text.slice(at, at + length);
    if (meanings.has(word)) return word;
  }
  return null;
}
