/** Why a typed number is refused; each has a sentence under `typed.` in shared/locales. */
export type NumberRefusal =
  | "notANumber"
  | "commaPlace"
  | "severalNumbers"
  | "severalReadings"
  | "unknownWord"
  | "unitNotHere"
  | "currencyWithoutUnit"
  | "otherCurrency"
  | "finerThanFen"
  | "tooManyDigits"
  | "tooLarge";

/** Why a typed day or hour is refused; each has a sentence under `typed.` in shared/locales. */
export type DayRefusal =
  | "notADay"
  | "noSuchDay"
  | "dayOrMonthFirst"
  | "yearMissing"
  | "yearShort"
  | "yearRange"
  | "dayMissing"
  | "timeNotHere"
  | "notATime"
  | "noSuchTime";

export interface Refused<Code extends string> {
  readonly kind: "refused";
  readonly code: Code;
  /** Word of the text that the sentence quotes. */
  readonly word: string;
}

/** What a text stands for: nothing, exactly one value, or a refusal with its reason. Never a guess. */
export type TypedResult<Value, Code extends string> = { readonly kind: "empty" } | { readonly kind: "exact"; readonly value: Value } | Refused<Code>;

export type TypedNumber = TypedResult<number, NumberRefusal>;
/** A day, or an hour of one. */
export type TypedDay = TypedResult<string, DayRefusal>;

export const refused = <Code extends string>(code: Code, word = ""): Refused<Code> => ({ kind: "refused", code, word });
