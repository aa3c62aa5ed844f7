import type { CaseName } from "../../../shared/domain/codes.ts";
import type { CaseResult, PricingResult } from "../../../shared/domain/pricing-results.ts";

export function caseOf(result: PricingResult, caseName: CaseName): CaseResult {
  const found = result.cases.find((candidate) => candidate.caseName === caseName);
  if (found === undefined) throw new Error(`The run has no ${caseName} case.`);
  return found;
}

export const baseCase = (result: PricingResult): CaseResult => caseOf(result, "base");
