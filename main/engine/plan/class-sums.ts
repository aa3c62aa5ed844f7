import { CompensatedSums, type Totals } from "../numbers/summation.ts";
import { emptyOwnSums, type OwnSums } from "./own-sums.ts";
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
  readonly surplus: SurplusSums<CompensatedSums> | null;
  /** [price class] cash paid where assets are taken for debts. */
  readonly takeOver: CompensatedSums;
  /** [curve class] remaining claim × the loan's curve scale. */
  readonly scaledRemaining: CompensatedSums;
  /** [segment] what guarantors with a cap are expected to pay. */
  readonly cappedGuarantor: CompensatedSums;
  /** Loans with an own estimate, which are in no other sum; null where the package has none. */
  readonly own: OwnSums | null;
}

/** The part of them that the collateral and the courts decide, however it was added up. */
export interface CollateralSums extends Readonly<Record<"collateral" | "collateralCost" | "courtFees" | "takeOver", Totals>> {
  readonly surplus: SurplusSums<Totals> | null;
}

/** [segment × month 0 … horizon] what claims get of what sales leave their debtor, and the part of it that costs take before the cost shift; null where none net. */
interface SurplusSums<Sums> {
  /** 0 … horizon of the plan that they were added up in. */
  readonly monthCount: number;
  readonly cash: Sums;
  readonly cost: Sums;
}

export function emptyClassSums(plan: CasePlan, hasOwn = false): ClassSums {
  const { assumptions, classes, outcomeCount, horizonMonths } = plan;
  const monthCount = horizonMonths + 1;
  const surplusSlots = classes.loansInSegment.length * monthCount;
  return {
    collateral: new CompensatedSums(classes.priceClasses.length * outcomeCount),
    collateralCost: new CompensatedSums(classes.priceClasses.length * outcomeCount),
    courtFees: new CompensatedSums(classes.priceClasses.length),
    surplus: assumptions.priorities.surplusShare > 0 ? { monthCount, cash: new CompensatedSums(surplusSlots), cost: new CompensatedSums(surplusSlots) } : null,
    takeOver: new CompensatedSums(classes.priceClasses.length),
    scaledRemaining: new CompensatedSums(classes.curveClasses.length),
    cappedGuarantor: new CompensatedSums(classes.loansInSegment.length),
    own: hasOwn ? emptyOwnSums(plan) : null,
  };
}
