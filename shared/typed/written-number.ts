import type { MoneyUnit } from "../domain/codes.ts";
import { digitsOf } from "./exact-decimal.ts";
import type { TypedKind } from "./number-words.ts";

/** Decimal places by which the written number is larger than the stored one. */
const kindShift: Readonly<Record<TypedKind, number>> = { percent: 2, months: 0, factor: 0, count: 0, yuan: 0 };
const unitShift: Readonly<Record<MoneyUnit, number>> = { yuan: -2, wanYuan: -6, yiYuan: -10 };

const withoutTail = (digits: string): string => (digits.includes(".") ? digits.replace(/\.?0+$/, "") : digits);
const inThousands = (digits: string): string =>
  digits.replace(/^(-?)(\d+)/, (_all, sign: string, whole: string) => sign + whole.replaceAll(/\B(?=(\d{3})+$)/g, ","));

/** A stored number in its field's unit with every digit that it has, so that it reads back as itself, sums in thousands; nothing where there is none. */
export function writeNumber(stored: number | null, kind: TypedKind): string {
  if (stored === null || !Number.isFinite(stored)) return "";
  const digits = withoutTail(digitsOf(stored, kindShift[kind]));
  return kind === "yuan" ? inThousands(digits) : digits;
}

/** Whole fen in `unit` to the fen, in thousands; nothing where there is none. */
export function writeMoney(fen: number | null, unit: MoneyUnit): string {
  return fen === null || !Number.isFinite(fen) ? "" : inThousands(withoutTail(digitsOf(fen, unitShift[unit])));
}
