import type { MoneyUnit } from "../../../shared/domain/codes.ts";
import type { RawCell } from "../files/raw-sheet.ts";
import { isMissingText, isUncached, narrowText } from "./cell-text.ts";

export type AmountProblem = "notANumber" | "amountTooLarge" | "formulaWithoutValue";
export type AmountResult =
  | { readonly kind: "missing" }
  | { readonly kind: "amount"; readonly fen: number }
  | { readonly kind: "problem"; readonly code: AmountProblem };

/** Decimal places from a unit to the fen. */
const fenPlaces: Record<MoneyUnit, number> = { yuan: 2, wanYuan: 6, yiYuan: 10 };

const missing = { kind: "missing" } as const;
const notANumber = { kind: "problem", code: "notANumber" } as const;

/**
 * Whole fen (分) of an amount cell, rounded half away from zero on the decimal digits, never on a binary fraction.
 *
 * A unit written in the cell ("1,234.5万元") wins over the column's. Parentheses are negative.
 */
export function parseAmount(cell: RawCell, unit: MoneyUnit): AmountResult {
  if (isUncached(cell)) return { kind: "problem", code: "formulaWithoutValue" };
  if (cell === null) return missing;
  if (typeof cell === "number") return Number.isFinite(cell) ? scaleToFen(String(cell), unit) : notANumber;
  if (typeof cell !== "string") return notANumber;
  return parseAmountText(cell, unit);
}

function parseAmountText(raw: string, columnUnit: MoneyUnit): AmountResult {
  let text = narrowText(raw).replaceAll(/\s/g, "");
  if (isMissingText(text)) return missing;
  let isNegative = false;
  const wrapped = /^\((.+)\)$/.exec(text);
  if (wrapped?.[1] !== undefined) {
    isNegative = true;
    text = wrapped[1];
  }
  text = text.replace(/^(人民币|RMB|CNY|¥|￥)/i, "");
  const unitMatch = /(亿元|万元|元|亿|万)$/.exec(text);
  const unit = unitMatch?.[1] === undefined ? columnUnit : unitOfSuffix(unitMatch[1]);
  if (unitMatch?.[1] !== undefined) text = text.slice(0, -unitMatch[1].length);
  if (text.includes(",")) {
    if (!/^[+-]?\d{1,3}(,\d{3})+(\.\d*)?$/.test(text)) return notANumber;
    text = text.replaceAll(",", "");
  }
  if (isNegative && /^[+-]/.test(text)) return notANumber;
  return scaleToFen(isNegative ? `-${text}` : text, unit);
}

function unitOfSuffix(suffix: string): MoneyUnit {
  if (suffix.startsWith("亿")) return "yiYuan";
  return suffix.startsWith("万") ? "wanYuan" : "yuan";
}

/** Decimal text (scientific too) times the unit, on its digits. */
function scaleToFen(text: string, unit: MoneyUnit): AmountResult {
  const match = /^([+-]?)(\d*)(?:\.(\d*))?(?:e([+-]?\d{1,4}))?$/i.exec(text);
  if (match === null) return notANumber;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return notANumber;
  const digits = whole + fraction;
  const point = whole.length + Number(exponent) + fenPlaces[unit];
  const leadingZeros = /^0*/.exec(digits)?.[0].length ?? 0;
  if (leadingZeros === digits.length) return { kind: "amount", fen: 0 };
  if (point - leadingZeros > 17) return { kind: "problem", code: "amountTooLarge" };
  const kept = point <= 0 ? "0" : digits.slice(0, point).padEnd(point, "0");
  const roundsUp = point >= 0 && (digits[point] ?? "0") >= "5";
  const fen = Number(kept) + (roundsUp ? 1 : 0);
  if (!Number.isSafeInteger(fen)) return { kind: "problem", code: "amountTooLarge" };
  return { kind: "amount", fen: sign === "-" && fen !== 0 ? -fen : fen };
}
