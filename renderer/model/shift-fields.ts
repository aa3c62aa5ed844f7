import type { CaseShifts } from "../../shared/domain/assumptions.ts";
import type { KeyUnder } from "../desk/i18n.ts";
import type { NumberKind } from "./number-text.ts";

/** The shifts of a case in the order they are read, each with its unit's text key. */
export const shiftFields: readonly { readonly key: keyof CaseShifts; readonly kind: NumberKind; readonly unit: `pricing.unit.${KeyUnder<"pricing.unit">}` }[] =
  [
    { key: "collateralValue", kind: "percent", unit: "pricing.unit.percent" },
    { key: "clearingProbability", kind: "percent", unit: "pricing.unit.percent" },
    { key: "delayMonths", kind: "months", unit: "pricing.unit.month" },
    { key: "cashRecovery", kind: "percent", unit: "pricing.unit.percent" },
    { key: "costs", kind: "percent", unit: "pricing.unit.percent" },
    { key: "hurdleRate", kind: "percent", unit: "pricing.unit.percentPoints" },
  ];
