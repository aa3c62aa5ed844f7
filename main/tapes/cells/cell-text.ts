import type { RawCell, UncachedFormula } from "../files/raw-sheet.ts";

export function isUncached(cell: RawCell | undefined): cell is UncachedFormula {
  return typeof cell === "object" && cell !== null && "uncachedFormula" in cell;
}

/** Full-width digits, letters and signs to their narrow forms (NFKC), and every minus to "-". */
export function narrowText(text: string): string {
  // Most cells of a long list are plain already.
  if (/^[!-~]*$/.test(text)) return text;
  return text
    .normalize("NFKC")
    .replaceAll(/[\u2212\u2013\u2010\u2011]/g, "-")
    .trim();
}

const missingTexts = new Set(["", "-", "--", "---", "/", "//", "\\", "—", "——", "无", "空", "N/A", "n/a", "NA", "null", "NULL"]);

/** Signs that stand for an empty cell in lists; takes narrowed text. */
export function isMissingText(text: string): boolean {
  return missingTexts.has(text);
}

/** Longest raw text that a finding quotes. */
const maxQuote = 200;

/** What the user would see in the cell. */
export function displayCell(cell: RawCell | undefined): string {
  if (cell === null || cell === undefined) return "";
  if (isUncached(cell)) return "=?";
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? "" : cell.toISOString().slice(0, 10);
  if (typeof cell === "number") return numberText(cell);
  return String(cell).trim().slice(0, maxQuote);
}

/** A whole number without an exponent, as an identifier needs it. */
function numberText(value: number): string {
  return Number.isInteger(value) && Math.abs(value) >= 1e21 ? BigInt(value).toString() : String(value);
}

/** Trimmed text of a cell; null where it is empty or a sign for empty. */
export function textOrNull(cell: RawCell | undefined): string | null {
  const text = displayCellWhole(cell);
  return isMissingText(narrowText(text)) ? null : text;
}

function displayCellWhole(cell: RawCell | undefined): string {
  return typeof cell === "string" ? cell.trim() : isUncached(cell) ? "" : displayCell(cell);
}
