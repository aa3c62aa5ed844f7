import type { TapeField } from "../../shared/domain/tape-fields.ts";

/** Fields whose text may hold a person's numbers. Contract and certificate numbers are the deal's own. */
const maskedFields: ReadonlySet<TapeField> = new Set<TapeField>(["debtorId", "debtorName", "guarantors", "remark", "address"]);

/** Stands for each digit that is not shown. */
const hiddenDigit = "•";

/** A citizen's number with its day of birth (18 digits, or the 15 of before 1999), a card or account, a mobile phone. */
const patterns: readonly RegExp[] = [
  /(?<!\d)[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![\dA-Za-z])/g,
  /(?<![\dA-Za-z])[1-8]\d{5}\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}(?![\dA-Za-z])/g,
  /(?<![\dA-Za-z])[3-6]\d{15,18}(?![\dA-Za-z])/g,
  /(?<![\dA-Za-z])1[3-9]\d{9}(?![\dA-Za-z])/g,
];

const hidden = (number: string): string => {
  const ends = number.length > 12 ? 4 : 3;
  return number.slice(0, 3) + hiddenDigit.repeat(number.length - 3 - ends) + number.slice(-ends);
};

/** The text with the numbers of persons in it hidden but for their ends. */
export function maskedText(field: TapeField, text: string): string {
  if (!maskedFields.has(field)) return text;
  return patterns.reduce((masked, pattern) => masked.replaceAll(pattern, hidden), text);
}

/** A text that was copied while numbers were hidden: written into a cell it would destroy the number. */
export const isMasked = (text: string): boolean => text.includes(hiddenDigit.repeat(3));
