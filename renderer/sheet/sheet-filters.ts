import type { TFunction } from "i18next";
import type { CellValue, SheetFilter } from "../../shared/contract/sheet-channels.ts";
import type { MoneyUnit } from "../../shared/domain/codes.ts";
import { type CellKind, fieldRecord, type TapeField } from "../../shared/domain/tape-fields.ts";
import { isTextKey, type TextKey } from "../../shared/locales/texts.ts";
import { readDay } from "../../shared/typed/typed-day.ts";
import { readMoney, readNumber } from "../../shared/typed/typed-number.ts";
import type { TypedResult } from "../../shared/typed/typed-result.ts";
import { codeOptions, shownValue } from "./cell-texts.ts";

type FilterKind = SheetFilter["kind"];

/** How a column of a kind can be narrowed. */
export function filterKindsOf(kind: CellKind): readonly FilterKind[] {
  if (kind === "code") return ["is", "missing", "edited"];
  const isText = kind === "text" || kind === "names" || kind === "identifier";
  return isText ? ["contains", "is", "missing", "edited"] : ["atLeast", "atMost", "missing", "edited"];
}

/** Kinds that compare with a value. */
export const needsValue = (kind: FilterKind): boolean => kind !== "missing" && kind !== "edited";

type ReadFilterValue = { readonly value: CellValue } | { readonly problem: TextKey; readonly word: string };

function readTyped(read: TypedResult<string | number, string>): ReadFilterValue {
  if (read.kind === "exact") return { value: read.value };
  if (read.kind === "empty") return { problem: "typed.required", word: "" };
  const key = `typed.${read.code}`;
  return { problem: isTextKey(key) ? key : "typed.notANumber", word: read.word };
}

/** What a text that a column is narrowed by stands for. */
export function readFilterValue(field: TapeField, text: string, unit: MoneyUnit, t: TFunction): ReadFilterValue {
  if (text.trim() === "") return { problem: "typed.required", word: "" };
  const { kind, codes = [] } = fieldRecord(field);
  switch (kind) {
    case "amount":
      return readTyped(readMoney(text, unit));
    case "share":
      return readTyped(readNumber(text, "percent"));
    case "date":
      return readTyped(readDay(text));
    case "code": {
      const code = codes[codeOptions(field, t).indexOf(text)];
      return code === undefined ? { problem: "typed.required", word: "" } : { value: code };
    }
    case "text":
    case "names":
    case "identifier":
      return { value: text.trim() };
    default:
      return readTyped(readNumber(text, "factor"));
  }
}

/** A filter in words, as its chip says it. */
export function filterWords({ field, kind, value }: SheetFilter, unit: MoneyUnit, unitName: string, t: TFunction): string {
  const amount = fieldRecord(field).kind === "amount" && needsValue(kind) ? ` ${unitName}` : "";
  return t(`tapeSheet.filter.said.${kind}`, { name: t(`tape.field.${field}`), value: shownValue(field, value, unit, t) + amount });
}
