import type { AssumptionSet, DealModel } from "../../shared/contract/assumption-channels.ts";
import type { StepLabel } from "../../shared/contract/journal-channels.ts";
import { assumptionGroups } from "../../shared/domain/assumptions.ts";
import { caseNames } from "../../shared/domain/codes.ts";
import { shiftKeys } from "../../shared/domain/shifts.ts";
import { canonicalJson } from "../db/canonical-json.ts";

/** Which part of a model an edit changed, the first where there are several: a group, a shift of a case, or the bid price. */
export function changedPart(before: DealModel, after: DealModel): string {
  const group = assumptionGroups.find((one) => canonicalJson(before.assumptions[one]) !== canonicalJson(after.assumptions[one]));
  if (group !== undefined) return `assumptions.${group}`;
  for (const caseName of caseNames) {
    const shift = shiftKeys.find((key) => before.cases[caseName][key] !== after.cases[caseName][key]);
    if (shift !== undefined) return `cases.${caseName}.${shift}`;
  }
  return before.bidPriceFen === after.bidPriceFen ? "" : "bidPriceFen";
}

/** A set has a name in each language. */
export const labelOfSet = (kind: StepLabel["kind"], { nameZh, nameEn }: Pick<AssumptionSet, "nameZh" | "nameEn">): StepLabel => ({
  kind,
  name: nameZh,
  part: nameEn,
});
