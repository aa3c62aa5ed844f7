import type { TFunction } from "i18next";
import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import { formatMoney, formatNumber, formatStatedRate } from "../../shared/format.ts";
import { isTextKey } from "../../shared/locales/texts.ts";

const unitDecimals: Record<MoneyUnit, number> = { yuan: 2, wanYuan: 6, yiYuan: 10 };

/** An amount to the fen in the unit, without marks of thousands and idle zeros: what a person would type for it. */
export function exactAmount(fen: number, unit: MoneyUnit): string {
  const decimals = unitDecimals[unit];
  const digits = String(Math.abs(fen)).padStart(decimals + 1, "0");
  const fraction = digits.slice(-decimals).replace(/0+$/, "");
  return `${fen < 0 ? "-" : ""}${digits.slice(0, -decimals)}${fraction === "" ? "" : `.${fraction}`}`;
}

/** Percent of a share to all its digits, as typed. */
export const exactPercent = (share: number): string => `${Number((share * 100).toPrecision(15))}%`;

function codeText(field: TapeField, code: string, t: TFunction): string {
  const key = `code.${field}.${code}`;
  return isTextKey(key) ? t(key) : code;
}

/** The words for the codes that a field may hold. */
export const codeOptions = (field: TapeField, t: TFunction): readonly string[] => (fieldRecord(field).codes ?? []).map((code) => codeText(field, code, t));

/** A value as a cell shows it; nothing where there is none, so that an empty cell looks empty. */
export function shownValue(field: TapeField, value: CellValue, unit: MoneyUnit, t: TFunction): string {
  if (value === null) return "";
  if (typeof value === "string") return fieldRecord(field).kind === "code" ? codeText(field, value, t) : value;
  switch (fieldRecord(field).kind) {
    case "amount":
      return formatMoney(value, unit);
    case "share":
      return formatStatedRate(value);
    case "area":
      return formatNumber(value, 2);
    default:
      return String(value);
  }
}

/** A value as it would be typed, without loss: what the editor begins with, and what a fill repeats. */
export function typedValue(field: TapeField, value: CellValue, unit: MoneyUnit, t: TFunction): string {
  if (value === null) return "";
  if (typeof value === "string") return fieldRecord(field).kind === "code" ? codeText(field, value, t) : value;
  const { kind } = fieldRecord(field);
  if (kind === "amount") return exactAmount(value, unit);
  return kind === "share" ? exactPercent(value) : String(value);
}
