import { powerOfUnit, type TapeUnit } from "../../../shared/domain/tape-units.ts";
import type { RawCell, ShownNumber } from "../files/raw-sheet.ts";
import { readMoneyWords } from "../words/money-words.ts";
import { hasDigitMark, narrowText } from "../words/visible-text.ts";
import { isErrorText, isMissingText, isShown, isUncached } from "./cell-text.ts";

export type AmountProblem = "notANumber" | "amountTooLarge" | "formulaWithoutValue" | "errorValue" | "otherCurrency" | "unitUnclear" | "rowUnitUnclear";
export type AmountResult =
  | { readonly kind: "missing" }
  | { readonly kind: "amount"; readonly fen: number }
  | { readonly kind: "problem"; readonly code: AmountProblem };

const fenPlaces = 2;

const missing = { kind: "missing" } as const;
const problem = (code: AmountProblem) => ({ kind: "problem", code }) as const;
const notANumber = problem("notANumber");
const otherCurrency = problem("otherCurrency");

/**
 * Whole fen (分) of an amount cell, rounded half away from zero on the decimal digits, never on a binary fraction.
 *
 * A unit written in the cell ("1,234.5万元") or by its number format wins over the column's, unless the user said that
 * numbers are in the column's as they are stored. Parentheses are negative.
 */
export function parseAmount(cell: RawCell, unit: TapeUnit, isAsStored = false): AmountResult {
  if (cell === null) return missing;
  if (typeof cell === "number") return Number.isFinite(cell) ? scaleToFen(String(cell), powerOfUnit(unit)) : notANumber;
  if (typeof cell === "string") return parseAmountText(cell, unit);
  if (isUncached(cell)) return problem("formulaWithoutValue");
  if (!isShown(cell)) return notANumber;
  return isAsStored ? scaleToFen(String(cell.value), powerOfUnit(unit)) : parseShown(cell, unit);
}

/** The amount of a cell that states its own unit; null where the amount hangs on a unit that something else must state. */
export function ownAmount(cell: RawCell): AmountResult | null {
  const [parsed, other] = [parseAmount(cell, "yuan"), parseAmount(cell, "wanYuan")];
  if (parsed.kind !== "amount" || parsed.fen === 0) return parsed;
  return other.kind === "amount" && other.fen === parsed.fen ? parsed : null;
}

/**
 * A unit that the format writes is that of the number it shows. Where it only makes the number smaller, the column's unit
 * may be that of the shown number or of the stored one: they agree only where the stored one is yuan.
 */
function parseShown({ value, look }: ShownNumber, unit: TapeUnit): AmountResult {
  if (look.isPercent) return notANumber;
  if (look.currency !== null && look.currency !== "CNY") return otherCurrency;
  const power = powerOfUnit(look.unit ?? unit) - look.scale;
  return look.unit === null && look.scale !== 0 && power !== 0 ? problem("unitUnclear") : scaleToFen(String(value), power);
}

/** Sign, digits and decimals, with thousands parted by commas or blanks ("0,125" is none), and what stands before and after them. */
const amountPattern = /^([+-]?)\s?([^\d.(),+-]*)\s?([+-]?)((?:[1-9]\d{0,2}(?:,\d{3})+|[1-9]\d{0,2}(?: \d{3})+|\d*)(?:\.\d*)?(?:e[+-]?\d{1,4})?)\s?(.*)$/i;

function parseAmountText(raw: string, columnUnit: TapeUnit): AmountResult {
  // Most amounts are plain digits.
  const plain = scaleToFen(raw, powerOfUnit(columnUnit));
  if (plain !== notANumber) return plain;
  if (hasDigitMark(raw)) return notANumber;
  const whole = narrowText(raw).replace(/^'/, "").replaceAll(/\s+/g, " ");
  if (isMissingText(whole)) return missing;
  if (isErrorText(whole)) return problem("errorValue");
  const wrapped = /^\(\s?(.+?)\s?\)$/.exec(whole)?.[1];
  const match = amountPattern.exec(wrapped ?? whole);
  if (match === null) return notANumber;
  const [, sign = "", before = "", innerSign = "", digits = "", behind = ""] = match;
  const signs = sign + innerSign;
  if (digits === "" || signs.length > 1 || (wrapped !== undefined && signs !== "")) return notANumber;
  // An apostrophe behind digits parts thousands in some countries, and is no "'000".
  if (/^['‘’]/.test(behind)) return notANumber;
  const words = before + behind;
  const stated = words === "" ? null : readMoneyWords(words);
  if (words !== "" && stated === null) return notANumber;
  if (stated?.currency != null && stated.currency !== "CNY") return otherCurrency;
  const number = `${wrapped === undefined ? signs : "-"}${digits.replaceAll(/[, ]/g, "")}`;
  return scaleToFen(number, powerOfUnit(stated?.unit ?? columnUnit));
}

const [zero, point] = [0x30, 0x2e];
/** Digits that a number holds exactly, with two behind the point. */
const plainLength = 13;

/** Fen of yuan in plain digits with at most two behind the point, as most amounts are; null for any other text. */
function plainFen(text: string): number | null {
  if (text.length === 0 || text.length > plainLength) return null;
  let fen = 0;
  let places = -1;
  for (let at = 0; at < text.length; at += 1) {
    const digit = text.charCodeAt(at) - zero;
    if (digit >= 0 && digit <= 9 && places < fenPlaces) {
      fen = 10 * fen + digit;
      if (places >= 0) places += 1;
    } else if (digit === point - zero && places < 0 && at > 0) places = 0;
    else return null;
  }
  return fen * 10 ** (fenPlaces - Math.max(0, places));
}

/** Decimal text (scientific too) times a power of ten in yuan, on its digits. */
function scaleToFen(text: string, power: number): AmountResult {
  const plain = power === 0 ? plainFen(text) : null;
  if (plain !== null) return { kind: "amount", fen: plain };
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i.exec(text);
  if (match === null) return notANumber;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return notANumber;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent) + power + fenPlaces;
  const leadingZeros = /^0*/.exec(digits)?.[0].length ?? 0;
  if (leadingZeros === digits.length) return { kind: "amount", fen: 0 };
  if (point - leadingZeros > 17) return problem("amountTooLarge");
  const kept = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const roundsUp = point >= 0 && (digits[point] ?? "0") >= "5";
  const fen = Number(kept) + (roundsUp ? 1 : 0);
  if (!Number.isSafeInteger(fen)) return problem("amountTooLarge");
  return { kind: "amount", fen: sign === "-" && fen !== 0 ? -fen : fen };
}
