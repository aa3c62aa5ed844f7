import type { MoneyUnit } from "../../shared/domain/codes.ts";
import type { ExportCell, ExportColumn, ExportKind } from "../../shared/domain/export-tables.ts";
import { fenPerUnit } from "../../shared/money.ts";

/** A cell with its own kind. */
export interface PlainCell {
  readonly kind: ExportKind;
  /** Null: nothing is written. */
  readonly value: string | number | null;
}

const dayForm = /^\d{4}-\d{2}-\d{2}$/;

/** Days that a sheet can count: it takes 1900 for a leap year, and so has no right day before March of it. */
const isCountedDay = (day: string) => dayForm.test(day) && day >= "1900-03-01" && !Number.isNaN(Date.parse(`${day}T00:00:00Z`));

/** The kind of a cell and what it holds: what is no number in a column of numbers is text, and what is none at all is left empty. */
export function plainCell(cell: ExportCell | undefined, column: ExportColumn | undefined): PlainCell {
  const isOdd = typeof cell === "object" && cell !== null;
  const kind = isOdd ? cell.kind : (column?.kind ?? "text");
  const value = (isOdd ? cell.value : cell) ?? null;
  if (value === null || value === "") return { kind, value: null };
  if (kind === "text" || kind === "identifier") return { kind, value: String(value) };
  if (kind === "date") return typeof value === "string" && isCountedDay(value) ? { kind, value } : { kind: "text", value: String(value) };
  if (typeof value === "string") return { kind: "text", value };
  return { kind, value: Number.isFinite(value) ? value : null };
}

/** Halves of signs have no bytes of their own. */
export const wellFormed = (text: string): string => text.replaceAll(/\p{Cs}/gu, "\ufffd");

const unitDigits = (unit: MoneyUnit) => String(fenPerUnit[unit]).length - 1;

/** An amount in a unit, digit by digit: no division that would round, two decimals at least. */
export function amountText(fen: number, unit: MoneyUnit): string {
  const digits = unitDigits(unit);
  const whole = String(Math.abs(Math.round(fen))).padStart(digits + 1, "0");
  const fraction = whole.slice(-digits).replace(/0+$/, "").padEnd(2, "0");
  return `${fen < 0 ? "-" : ""}${whole.slice(0, -digits)}.${fraction}`;
}

/** The same as a number: the one nearest to the digits. */
export const amountNumber = (fen: number, unit: MoneyUnit): number => Number(amountText(fen, unit));
