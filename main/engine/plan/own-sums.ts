import { CompensatedSums } from "../numbers/summation.ts";
import type { CasePlan } from "./plan-types.ts";
import { fileBandCount } from "./running-costs.ts";

/** What own estimates of a case add up to, yuan. */
export interface OwnSums {
  /** 0 … horizon of the plan that they were added up in. */
  readonly monthCount: number;
  /** [month 0 … horizon] what they bring, and their costs. */
  readonly gross: CompensatedSums;
  readonly costs: CompensatedSums;
  /** [segment × band of costs per file] loans whose file costs nothing: their own costs hold it. */
  readonly files: Float64Array;
}

export function emptyOwnSums(plan: CasePlan): OwnSums {
  const monthCount = plan.horizonMonths + 1;
  return {
    monthCount,
    gross: new CompensatedSums(monthCount),
    costs: new CompensatedSums(monthCount),
    files: new Float64Array(plan.classes.loansInSegment.length * fileBandCount(plan)),
  };
}
