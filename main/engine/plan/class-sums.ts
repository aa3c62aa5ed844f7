import { CompensatedSums, type Totals } from "../numbers/summation.ts";
import type { CasePlan } from "./plan-types.ts";

/**
 * What the loans of a case add up to, by the classes whose loans share their months, yuan. However many loans there
 * are, months are worked out once per class.
 */
export interface ClassSums {
  /** [price class × outcome] expected collateral cash, and the part of it that its costs take before the cost shift. */
  readonly collateral: CompensatedSums;
  readonly collateralCost: CompensatedSums;
  /** [price class] court fees. */
  readonly courtFees: CompensatedSums;
  /** [curve class] remaining claim × the loan's curve scale. */
  readonly scaledRemaining: CompensatedSums;
  /** [segment] what guarantors with a cap are expected to pay. */
  readonly cappedGuarantor: CompensatedSums;
}

/** The part of them that the collateral and the courts decide, however it was added up. */
export type CollateralSums = Readonly<Record<"collateral" | "collateralCost" | "courtFees", Totals>>;

export function emptyClassSums({ classes, outcomeCount }: CasePlan): ClassSums {
  return {
    collateral: new CompensatedSums(classes.priceClasses.length * outcomeCount),
    collateralCost: new CompensatedSums(classes.priceClasses.length * outcomeCount),
    courtFees: new CompensatedSums(classes.priceClasses.length),
    scaledRemaining: new CompensatedSums(classes.curveClasses.length),
    cappedGuarantor: new CompensatedSums(classes.loansInSegment.length),
  };
}
