import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { amountText, type PlainCell, wellFormed } from "./plain-cells.ts";

/** Told by it, a sheet takes the file for UTF-8. */
export const byteOrderMark = "\ufeff";

/** What a sheet may read as a formula, also behind what it leaves out: spaces, quotes, signs that show nothing. Full-width and small forms count as their plain ones. */
const liveStart = /^[\p{C}\p{Z}"'‘’“”＂＇`]*[=+\-@\t\r＝＋－＠﹦﹢﹣﹫−]/u;
/** A number is none, and a line that stands for nothing neither. */
const harmless = /^-(\d+(\.\d+)?)?$/;

/**
 * Marks text as text with an apostrophe where a sheet would run it. One that is there already is marked too, so that the mark can
 * be taken off again without doubt.
 */
export const inertText = (text: string): string => (liveStart.test(text) && !harmless.test(text) ? `'${text}` : text);

function cellText({ kind, value }: PlainCell, unit: MoneyUnit): string {
  if (value === null) return "";
  if (typeof value === "string") return kind === "date" ? value : inertText(wellFormed(value));
  return kind === "money" ? amountText(value, unit) : String(value);
}

const quoted = (text: string) => (/[",\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);

/** A line of a list (RFC 4180) with its end. */
export const csvLine = (cells: readonly PlainCell[], unit: MoneyUnit): string => `${cells.map((cell) => quoted(cellText(cell, unit))).join(",")}\r\n`;
