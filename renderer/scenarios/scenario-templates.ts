import type { CaseShifts } from "../../shared/domain/assumptions.ts";
import type { KeyUnder } from "../desk/i18n.ts";

/** Scenarios that a desk asks for first; names are in the locales under `scenarios.template.`. */
export const scenarioTemplates: readonly { readonly key: KeyUnder<"scenarios.template">; readonly shifts: Partial<CaseShifts> }[] = [
  { key: "houseFall", shifts: { collateralValue: -0.2 } },
  { key: "late", shifts: { delayMonths: 12 } },
  { key: "failedAuctions", shifts: { clearingProbability: -0.3 } },
  { key: "weakCash", shifts: { cashRecovery: -0.3 } },
  { key: "costly", shifts: { costs: 0.2 } },
  { key: "strict", shifts: { hurdleRate: 0.02 } },
  { key: "storm", shifts: { collateralValue: -0.2, delayMonths: 6, cashRecovery: -0.3 } },
];
