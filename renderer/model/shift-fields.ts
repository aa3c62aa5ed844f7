import { type ShiftKey, shiftKeys, shiftTable } from "../../shared/domain/shifts.ts";
import type { KeyUnder } from "../desk/i18n.ts";
import type { NumberKind } from "./number-text.ts";

/** How a shift is entered. */
export interface ShiftEntry {
  readonly key: ShiftKey;
  readonly kind: NumberKind;
  /** Text key of the unit. */
  readonly unit: `pricing.unit.${KeyUnder<"pricing.unit">}`;
}

const entryOf = {
  relative: { kind: "percent", unit: "pricing.unit.percent" },
  months: { kind: "months", unit: "pricing.unit.month" },
  points: { kind: "percent", unit: "pricing.unit.percentPoints" },
} as const;

/** How each shift is entered. */
export const shiftFieldOf = (key: ShiftKey): ShiftEntry => ({ key, ...entryOf[shiftTable[key].kind] });

/** The shifts of a case in the order they are read. */
export const shiftFields: readonly ShiftEntry[] = shiftKeys.map(shiftFieldOf);
