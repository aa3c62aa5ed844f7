import type { CaseShifts } from "../../shared/domain/assumptions.ts";
import type { KeyUnder } from "../desk/i18n.ts";

/** Scenarios that a desk asks for first; names are in the locales under `scenarios.template.`. */
export const scenarioTemplates: readonly { readonly key: KeyUnder<"scenarios.template">; readonly shifts: Partial<CaseShifts> }[] = [
  { key: "houseFall", shifts: { collateralValueShift: -0.2 } },
  { key: "late", shifts: { delayMonthsShift: 12 } },
  { key: "failedAuctions", shifts: { clearingProbabilityShift: -0.3 } },
  { key: "weakCash", shifts: { cashRecoveryShift: -0.3 } },
  { key: "costly", shifts: { costsShift: 0.2 } },
  { key: "strict", shifts: { hurdleRateShift: 0.02 } },
  { key: "storm", shifts: { collateralValueShift: -0.2, delayMonthsShift: 6, cashRecoveryShift: -0.3 } },
];
