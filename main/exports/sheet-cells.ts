import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { ExportColumn, ExportKind } from "../../shared/domain/export-tables.ts";
import { amountNumber, type PlainCell, wellFormed } from "./plain-cells.ts";

const longestText = 32_767;
const longestName = 31;

const moneyFormats: Record<MoneyUnit, string> = { yuan: "#,##0.00", wanYuan: "#,##0.00", yiYuan: "#,##0.0000" };

/** How a sheet shows numbers of a kind. */
export function numberFormat(kind: ExportKind, unit: MoneyUnit): string {
  if (kind === "money") return moneyFormats[unit];
  if (kind === "rate") return "0.00%";
  if (kind === "months") return "0.0";
  if (kind === "date") return "yyyy-mm-dd";
  return kind === "number" ? "General" : "@";
}

/** Signs that XML forbids and the writer doesn't escape by itself, and what would be read as such an escape. */
const unwritable = /[\ufffe\uffff]|_(?=x[0-9A-Fa-f]{4}_)/g;
const escapeOf = (sign: string) => `_x${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`;

/** Text as a cell of a workbook holds it, which never is a formula; beyond what a cell takes it ends with an ellipsis. */
export function sheetText(text: string): string {
  const fitting = text.length > longestText ? `${text.slice(0, longestText - 1)}…` : text;
  return wellFormed(fitting).replaceAll(unwritable, escapeOf);
}

/** A cell's value as the workbook's writer takes it. */
export function sheetValue({ kind, value }: PlainCell, unit: MoneyUnit): string | number | Date | null {
  if (value === null) return null;
  if (typeof value === "string") return kind === "date" ? new Date(`${value}T00:00:00Z`) : sheetText(value);
  return kind === "money" ? amountNumber(value, unit) : value;
}

/** Names of sheets as every program takes them: no sign that is refused, 31 at most, each once whatever the case. */
export function sheetNames(wanted: readonly string[]): readonly string[] {
  const taken = new Set<string>();
  return wanted.map((name) => {
    const plain = wellFormed(name)
      .replace(/[[\]:*?/\\\p{C}]/gu, " ")
      .replace(/\s+/g, " ")
      .replace(/^[\s']+|[\s']+$/g, "");
    // Excel keeps this name for itself.
    const base = plain === "" || plain.toLowerCase() === "history" ? `Sheet ${plain}`.trim() : plain;
    for (let number = 1; ; number += 1) {
      const mark = number === 1 ? "" : ` (${number})`;
      const named = `${wellFormed(base.slice(0, longestName - mark.length)).replace(/[\s'\ufffd]+$/, "")}${mark}`;
      if (taken.has(named.toLowerCase())) continue;
      taken.add(named.toLowerCase());
      return named;
    }
  });
}

const kindWidths: Record<ExportKind, number> = { text: 16, identifier: 24, money: 18, rate: 11, number: 12, months: 10, date: 12 };
/** Signs of Chinese and of full width are two columns wide. */
const columnsOf = (text: string) => Array.from(text).reduce((sum, sign) => sum + (sign > "\u2e7f" ? 2 : 1), 0);
const widest = 48;

/** How wide a column is drawn, by its head, its kind and some of its texts. */
export function sheetWidth({ head, kind }: ExportColumn, texts: readonly string[]): number {
  return Math.min(widest, Math.max(kindWidths[kind], ...[head, ...texts].map((text) => columnsOf(text) + 2)));
}
