import type { CellValue } from "../../shared/contract/sheet-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import { flatTexts, isTextKey } from "../../shared/locales/texts.ts";
import { writeMoney, writeNumber } from "../../shared/typed/written-number.ts";

/** Texts as which a cell may be found: what is stored, and how the sheet shows it in either language, in small letters. */
export function shownTexts(field: TapeField, value: CellValue, unit: MoneyUnit): readonly string[] {
  if (value === null) return [];
  const { kind } = fieldRecord(field);
  if (typeof value === "number") {
    if (kind === "share") return [`${writeNumber(value, "percent")}%`];
    if (kind !== "amount") return [String(value)];
    const grouped = writeMoney(value, unit);
    return [grouped, grouped.replaceAll(",", "")];
  }
  const key = `code.${field}.${value}`;
  const words = kind === "code" && isTextKey(key) ? [flatTexts.zh[key], flatTexts.en[key]] : [];
  return [value, ...words].map((text = "") => text.toLowerCase());
}
