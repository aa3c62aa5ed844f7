import { type NumberRange, rangeAt } from "../../shared/domain/number-range.ts";
import { type ShiftKey, shiftKeys, shiftSchemas, shiftTable } from "../../shared/domain/shifts.ts";
import type { TypedKind } from "../../shared/typed/number-words.ts";
import type { KeyUnder } from "../desk/i18n.ts";

/** How a shift is entered. */
export interface ShiftEntry {
  readonly key: ShiftKey;
  readonly kind: TypedKind;
  readonly range: NumberRange | null;
  /** Text key of the unit. */
  readonly unit: `pricing.unit.${KeyUnder<"pricing.unit">}`;
}

const entryOf = {
  relative: { kind: "percent", unit: "pricing.unit.percent" },
  months: { kind: "months", unit: "pricing.unit.month" },
  points: { kind: "percent", unit: "pricing.unit.percentPoints" },
} as const;

/** How each shift is entered. */
export const shiftFieldOf = (key: ShiftKey): ShiftEntry => ({ key, range: rangeAt(shiftSchemas[key], []), ...entryOf[shiftTable[key].kind] });

/** The shifts of a case in the order they are read. */
export const shiftFields: readonly ShiftEntry[] = shiftKeys.map(shiftFieldOf);
