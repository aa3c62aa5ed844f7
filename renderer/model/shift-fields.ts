import { type ShiftKey, shiftKeys, shiftTable } from "../../shared/domain/shifts.ts";
import type { KeyUnder } from "../desk/i18n.ts";
import type { NumberKind } from "./number-text.ts";

/** A shift of a case as it is typed. */
export interface ShiftRow {
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
const shiftFieldOf = (key: ShiftKey): ShiftRow => ({ key, ...entryOf[shiftTable[key].kind] });

/** The shifts of a case in the order they are read. */
export const shiftFields: readonly ShiftRow[] = shiftKeys.map(shiftFieldOf);
