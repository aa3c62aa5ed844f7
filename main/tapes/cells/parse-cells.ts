import type { RawCell } from "../files/raw-sheet.ts";
import { hasDigitMark, narrowText, visibleText } from "../words/visible-text.ts";
import { displayCell, isErrorText, isMissingText, isNoContract, isShown, isUncached, isUnknownText, ownCopy, textOrNull } from "./cell-text.ts";

export interface IdentifierResult {
  readonly text: string | null;
  /** The file holds a number of more than 15 digits: the last ones are no longer those of the identifier. */
  readonly digitsLost: boolean;
}

/** Most identifiers: all of it is seen, and what stands for none has no digit but zeros. */
const plainIdentifier = /^[\dA-Z_/-]*[1-9][\dA-Z_/-]*$/i;

/**
 * Identifiers stay text: leading zeros, 19 digits and a final X are kept. Signs that nobody sees and the apostrophe that
 * marks a text in a spreadsheet are no part of them, and "不详" or zeros only are none.
 */
export function parseIdentifier(cell: RawCell | undefined): IdentifierResult {
  if (typeof cell === "string" && plainIdentifier.test(cell)) return { text: ownCopy(cell), digitsLost: false };
  const text = textOrNull(cell)
    ?.replace(/^['‘’`]\s*/, "")
    .replaceAll(/[\s\u3000]+/g, " ");
  if (text === undefined || text === "" || isUnknownText(narrowText(text)) || isNoContract(narrowText(text))) return { text: null, digitsLost: false };
  const number = isShown(cell) ? cell.value : cell;
  const isLongNumber = typeof number === "number" && Math.abs(number) >= 1e15;
  const isScientificText = typeof cell === "string" && /^\d(\.\d+)?E\+\d{2,3}$/i.test(narrowText(text));
  return { text, digitsLost: isLongNumber || isScientificText };
}

/** Dashes as other scripts write them, between letters or digits: the long vowel of kana and the Chinese one. */
const dashLike = /(?<=[\dA-Z])[ーㄧ一](?=[\dA-Z])/gi;

/** Two spellings of one identifier compare equal: width, case, blanks, unseen signs, kinds of dash and of brackets don't count. */
export function identifierKey(text: string): string {
  // Most are spelled as their key.
  if (/^[!-&(-Z^-`|~\u4e01-\u9fff]*$/.test(text)) return text;
  if (/^[!-&(-Z^-z|~\u4e01-\u9fff]*$/.test(text)) return text.toUpperCase();
  return narrowText(visibleText(text))
    .replaceAll(/[\s'‘’`]/g, "")
    .replaceAll(dashLike, "-")
    .replaceAll(/[[{【〔［〖「]/g, "(")
    .replaceAll(/[\]}】〕］〗」]/g, ")")
    .toUpperCase();
}

/** Most names of companies: what says that a name isn't known is shorter or has no Han at its end. */
const plainName = /^[\dA-Z\u4e00-\u9fff]{6,}[\u4e00-\u9fff]$/i;

/** A name, or null where the cell says that it isn't known. */
export function parseName(cell: RawCell | undefined): string | null {
  if (typeof cell === "string" && plainName.test(cell)) return ownCopy(cell);
  const text = textOrNull(cell)?.replaceAll(/\s+/g, " ") ?? null;
  return text === null || isUnknownText(narrowText(text)) ? null : text;
}

/** Half a century, as the engine takes it: more is no estimate. */
const mostMonths = 600;

export type NumberResult = { readonly kind: "missing" } | { readonly kind: "number"; readonly value: number } | { readonly kind: "problem" };

/** A count such as days past due; refuses fractions and negatives. "184天" is 184. */
export function parseWholeNumber(cell: RawCell | undefined): NumberResult {
  const parsed = parseDecimal(cell, /(天|日|岁|days?)$/i);
  if (parsed.kind === "number" && (!Number.isInteger(parsed.value) || parsed.value > 1_000_000)) return { kind: "problem" };
  return parsed;
}

/** An area in square metres; another unit in the cell is a problem, never converted. */
export function parseArea(cell: RawCell | undefined): NumberResult {
  return parseDecimal(cell, /(m2|平方米|平米|sqm)$/i);
}

function parseDecimal(cell: RawCell | undefined, suffix: RegExp): NumberResult {
  if (cell === undefined || cell === null) return { kind: "missing" };
  if (isUncached(cell) || typeof cell === "boolean" || cell instanceof Date) return { kind: "problem" };
  if (typeof cell === "string" && hasDigitMark(cell.replaceAll(/m²|m³/gi, ""))) return { kind: "problem" };
  const text = narrowText(displayCell(cell)).replace(suffix, "").trim();
  if (isMissingText(text)) return { kind: "missing" };
  const plain = /^[1-9]\d{0,2}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
  return /^\d{1,15}(\.\d+)?$/.test(plain) ? { kind: "number", value: Number(plain) } : { kind: "problem" };
}

/**
 * A share as a decimal. "70%" is 0.7, and so is 70 in a column headed by a percent sign; elsewhere a number over 1 is a
 * problem, and so is one up to 1 under a percent sign, since nothing tells 0.5 % from 50 %.
 */
export function parseShare(cell: RawCell | undefined, isPercentColumn: boolean): NumberResult {
  if (cell === undefined || cell === null) return { kind: "missing" };
  if (isUncached(cell) || typeof cell === "boolean" || cell instanceof Date) return { kind: "problem" };
  const text = narrowText(displayCell(cell));
  if (isMissingText(text)) return { kind: "missing" };
  if (hasDigitMark(displayCell(cell))) return { kind: "problem" };
  const match = /^(\d{1,3}(?:\.\d+)?|\.\d+)\s?(%?)$/.exec(text);
  if (match === null) return { kind: "problem" };
  const value = Number(match[1]);
  const hasSign = match[2] === "%";
  if (!hasSign && isPercentColumn && value > 0 && value <= 1) return { kind: "problem" };
  const share = hasSign || isPercentColumn ? value / 100 : value;
  return share <= 1 ? { kind: "number", value: share } : { kind: "problem" };
}

/** Months from the cut-off date; "18个月" is 18. */
export function parseMonths(cell: RawCell | undefined): NumberResult {
  const parsed = parseDecimal(cell, /(个月|月|months?)$/i);
  return parsed.kind === "number" && (!Number.isInteger(parsed.value) || parsed.value > mostMonths) ? { kind: "problem" } : parsed;
}

function isKnownName(name: string): boolean {
  const text = narrowText(name);
  return !isMissingText(text) && !isUnknownText(text) && !isErrorText(text);
}

/** Names in one cell, split at list signs; a blank may be part of a name. */
export function parseNames(cell: RawCell | undefined): string[] {
  const text = textOrNull(cell);
  if (text === null) return [];
  const names = text
    .replaceAll("#N/A", "")
    .split(/[、,，;；/／|\n]+/)
    .map((name) => name.trim());
  return [...new Set(names.filter(isKnownName))];
}
