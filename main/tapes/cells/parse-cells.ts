import type { RawCell } from "../files/raw-sheet.ts";
import { displayCell, isMissingText, isUncached, narrowText, textOrNull } from "./cell-text.ts";

export interface IdentifierResult {
  readonly text: string | null;
  /** The file holds a number of more than 15 digits: the last ones are no longer those of the identifier. */
  readonly digitsLost: boolean;
}

/** Identifiers stay text: leading zeros, 19 digits and a final X are kept. */
export function parseIdentifier(cell: RawCell | undefined): IdentifierResult {
  const text = textOrNull(cell);
  if (text === null) return { text: null, digitsLost: false };
  const isLongNumber = typeof cell === "number" && Math.abs(cell) >= 1e15;
  const isScientificText = typeof cell === "string" && /^\d(\.\d+)?E\+\d{2,3}$/i.test(narrowText(text));
  return { text, digitsLost: isLongNumber || isScientificText };
}

/** Two spellings of one identifier compare equal: width, case and blanks don't count. */
export function identifierKey(text: string): string {
  return /^[!-~]*$/.test(text) ? text.toUpperCase() : text.normalize("NFKC").replaceAll(/\s/g, "").toUpperCase();
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
  const text = narrowText(displayCell(cell)).replace(suffix, "").trim();
  if (isMissingText(text)) return { kind: "missing" };
  const plain = /^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) ? text.replaceAll(",", "") : text;
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

/** Names in one cell, split at list signs; a blank may be part of a name. */
export function parseNames(cell: RawCell | undefined): string[] {
  const text = textOrNull(cell);
  if (text === null) return [];
  const names = text.split(/[、,，;；/／|\n]+/).map((name) => name.trim());
  return [...new Set(names.filter((name) => !isMissingText(narrowText(name))))];
}
