import type { MoneyUnit } from "../domain/codes.ts";
import { withArabicDigits } from "./chinese-numeral.ts";
import { type ExactDecimal, exactDecimal, floatOf, wholeOf } from "./exact-decimal.ts";
import { withPartsJoined } from "./joined-parts.ts";
import { isOtherCurrency, isUnitSomewhere, scaleOfWord, type TypedKind, yuanExponent } from "./number-words.ts";
import { plainTyped } from "./plain-typed.ts";
import { type NumberRefusal, type Refused, refused, type TypedNumber } from "./typed-result.ts";

/** Longer than any number that a person types; a longer text isn't read. */
const longestText = 64;
/** Powers of ten from a unit to the yuan; the fen is 10^-2 of it. */
const unitExponent: Record<MoneyUnit, number> = { yuan: 0, wanYuan: 4, yiYuan: 8 };

/** A number with the word behind it in small letters, and whether a currency stands with it ("¥12", "12 RMB"). */
interface NumberParts {
  readonly decimal: ExactDecimal;
  readonly hasCurrency: boolean;
  readonly word: string;
}

/** Sign, currency, sign, numeral, exponent, word: "−¥1,234.5 万元", "1.8e5", "12 %". */
const shape = /^([+-]|负)?\s*(¥|人民币|rmb|cny)?\s*([+-])?\s*([\d.,。](?:[\d.,。 ]*[\d.,。])?)(e[+-]?\d{1,2})?\s*([^\d\s.,。+\-()].*)?$/;
/** How spreadsheets show amounts for accounts: a loss with the currency before its brackets, nothing as a dash behind it. */
const bracketsBehindCurrency = /^(¥|人民币|rmb|cny)\s*\((.*)\)$/;
const dashForNothing = /^(?:¥|人民币|rmb|cny)\s*-$/;
const currencyBehind = /(?:人民币|rmb|cny)$/;
const foreignInFront = /^[+-]?\s*([$€£]|us\$|hk\$|usd|hkd|eur|gbp|美元|港元|港币)/;
/** The app's English units have digits of their own: "1,234.56 10k yuan". */
const withoutLabel = (text: string): string => text.replace(/(?<=\d )10k(?= yuan$)/, "万").replace(/(?<=\d )100m(?= yuan$)/, "亿");

/** A number in thousands, parted by commas or by spaces. It never starts with 0: "0,125" is not 125. */
const grouped = /^[1-9]\d{0,2}(?:(?:,\d{3})+|(?: \d{3})+)(?:\.\d*)?$/;
const ungrouped = /^(?:\d+\.?\d*|\.\d+)$/;

/** The numeral without its thousands marks; "。" is what a Chinese keyboard gives for the point. */
function numeralOf(typed: string): string | Refused<NumberRefusal> {
  const numeral = typed.replaceAll("。", ".");
  if (ungrouped.test(numeral)) return numeral;
  if (grouped.test(numeral)) return numeral.replaceAll(/[, ]/g, "");
  if (numeral.includes(",")) return refused("commaPlace");
  return refused(numeral.includes(" ") ? "severalNumbers" : "notANumber");
}

function partsOf(text: string): NumberParts | Refused<NumberRefusal> {
  if (/[\t\r\n]/.test(text)) return refused("severalNumbers");
  const inParentheses = /^\((.*)\)$/.exec(text.replace(bracketsBehindCurrency, "($1$2)"))?.[1];
  const arabic = withArabicDigits((inParentheses ?? text).trim());
  const joined = arabic === null ? null : withPartsJoined(arabic);
  if (joined === null) return refused("severalReadings");
  const inner = withoutLabel(joined);
  const match = shape.exec(inner);
  if (match === null) {
    const currency = foreignInFront.exec(inner)?.[1];
    return currency === undefined ? refused("notANumber") : refused("otherCurrency", currency);
  }
  const [, sign, currency, innerSign, typedNumeral = "", exponent = "", behind = ""] = match;
  const signs = [sign, innerSign, inParentheses === undefined ? undefined : "("].filter((one) => one !== undefined);
  if (signs.length > 1) return refused("notANumber");
  const numeral = numeralOf(typedNumeral);
  if (typeof numeral !== "string") return numeral;
  const decimal = exactDecimal(`${signs[0] === undefined || signs[0] === "+" ? "" : "-"}${numeral}${exponent}`);
  if (decimal === undefined) return refused("notANumber");
  const rest = behind.replaceAll(" ", "");
  const word = rest.replace(currencyBehind, "");
  return { decimal, hasCurrency: currency !== undefined || word !== rest, word };
}

function readParts(text: string): NumberParts | Refused<NumberRefusal> | null {
  if (text.trim().length > longestText) return refused("tooManyDigits");
  const typed = plainTyped(text)?.toLowerCase();
  if (typed === undefined) return refused("notANumber");
  return typed === "" ? null : partsOf(typed);
}

function wrongWord(word: string): Refused<NumberRefusal> {
  if (isOtherCurrency(word)) return refused("otherCurrency", word);
  return refused(isUnitSomewhere(word) ? "unitNotHere" : "unknownWord", word.slice(0, 20));
}

/**
 * Whole fen of an amount typed into a field whose unit is `unit`; a unit in the text wins over it ("18亿", "12,000.50 元").
 *
 * Refused: a comma elsewhere than before three digits, a part of a fen, another currency, and "¥12" where the field's unit is
 * not yuan, since it may mean either.
 */
export function readMoney(text: string, unit: MoneyUnit): TypedNumber {
  if (dashForNothing.test(plainTyped(text)?.toLowerCase() ?? "")) return { kind: "exact", value: 0 };
  const parts = readParts(text);
  if (parts === null) return { kind: "empty" };
  if ("kind" in parts) return parts;
  const { decimal, hasCurrency, word } = parts;
  const exponent = word === "" ? unitExponent[unit] : yuanExponent(word);
  if (exponent === undefined) return wrongWord(word);
  if (word === "" && hasCurrency && unit !== "yuan") return refused("currencyWithoutUnit");
  return fenOf({ digits: decimal.digits, exponent: decimal.exponent + exponent });
}

function fenOf(yuan: ExactDecimal): TypedNumber {
  const fen = wholeOf(yuan, -2);
  if (fen === undefined) return refused("finerThanFen");
  const value = Number(fen);
  return Number.isSafeInteger(value) ? { kind: "exact", value } : refused("tooLarge");
}

/**
 * A number in the unit that a field of this kind stores: a decimal rate of what is typed in percent (12, 12 %, 120 ‰ and
 * 1200 bp are 0.12), months, a factor, a count, or yuan to the fen.
 */
export function readNumber(text: string, kind: TypedKind): TypedNumber {
  if (kind === "yuan") {
    const fen = readMoney(text, "yuan");
    return fen.kind === "exact" ? { kind: "exact", value: fen.value / 100 } : fen;
  }
  const parts = readParts(text);
  if (parts === null) return { kind: "empty" };
  if ("kind" in parts) return parts;
  const { decimal, hasCurrency, word } = parts;
  if (hasCurrency) return refused("unitNotHere", "¥");
  const scale = scaleOfWord(word, kind);
  if (scale === undefined) return wrongWord(word);
  const value = floatOf({ digits: decimal.digits * scale.times, exponent: decimal.exponent + scale.exponent });
  return value === undefined ? refused("tooManyDigits") : { kind: "exact", value };
}
