import type { TFunction } from "i18next";
import { isWithin, type NumberRange } from "../../../shared/domain/number-range.ts";
import { type Entered, isUnread } from "./unread.ts";
import type { TypedRefusal } from "./use-typed-field.ts";

export const refusalText = ({ code, word }: TypedRefusal, t: TFunction): string => t(`typed.${code}`, { word });

/** Whether a group of numbers that its schema refuses as a whole is to blame, since each of them passes by itself. */
export function areSound(values: readonly Entered<number>[], range: NumberRange | null): boolean {
  return values.every((value) => typeof value === "number" && (range === null || isWithin(value, range)));
}

interface NumberFacts {
  readonly value: Entered<number>;
  readonly refusal: TypedRefusal | null;
  readonly range: NumberRange | null;
  /** The schema refuses it. */
  readonly isInvalid: boolean;
  /** A number of the range as the field writes it, with its unit. */
  readonly write: (value: number) => string;
}

/** What is wrong with a field's number, in a sentence; null where nothing is, or where another field is to blame. */
export function numberProblem({ value, refusal, range, isInvalid, write }: NumberFacts, t: TFunction): string | null {
  if (refusal !== null) return refusalText(refusal, t);
  if (isUnread(value)) return t("typed.typeAgain");
  if (value === null || Number.isNaN(value)) return isInvalid ? t("typed.required") : null;
  return range === null || isWithin(value, range) ? null : rangeText(value, range, write, t);
}

function rangeText(value: number, { least, most, isLeastIn, isWhole }: NumberRange, write: (value: number) => string, t: TFunction): string {
  const isInside = (least === null || value >= least) && (most === null || value <= most);
  if (isWhole && isInside && !Number.isInteger(value)) return t("typed.whole");
  const from = least === null ? null : write(least);
  const to = most === null ? null : write(most);
  if (from !== null && to !== null) return t(isLeastIn ? "typed.between" : "typed.aboveUpTo", { from, to });
  if (from !== null) return t(isLeastIn ? "typed.atLeast" : "typed.above", { from });
  return t("typed.atMost", { to: to ?? "" });
}
