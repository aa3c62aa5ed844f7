import type { PackageColumns } from "../engine-types.ts";
import type { OwnEstimates } from "../package-columns.ts";
import { isOwnIn } from "../plan/own-case.ts";
import type { CasePlan } from "../plan/plan-types.ts";

/** What an own estimate says, and what of it counts in a plan. */
export interface OwnFlow {
  readonly stated: "low" | "high";
  /** Its share of the case: 1, or in the base case the weight of the low case and what is left of it. */
  readonly weight: number;
  /** As stated, yuan and month after cut-off. */
  readonly statedGross: number;
  readonly statedCosts: number;
  readonly statedMonth: number;
  /** After weight and shifts, yuan; nothing beyond the horizon. */
  readonly grossYuan: number;
  readonly costsYuan: number;
  readonly month: number;
}

/**
 * Own estimate (户表自估) of a loan in the case of a plan: what it brings and what that costs, in one month for each case
 * that counts. Null where the model's routes hold.
 *
 * It takes the place of every route and cost of the loan. Base = w · low + (1 − w) · high, both with their own months.
 * No claim bounds it: the desk's figure is the desk's figure. A month beyond the horizon counts for nothing, as on
 * every route.
 */
export function ownFlowsOf(columns: PackageColumns, loan: number, plan: CasePlan): readonly OwnFlow[] | null {
  const { ownEstimates: own } = columns;
  if (own === null || !isOwnIn(columns, loan, plan.own.caseName)) return null;
  if (plan.own.caseName !== "base") return [flowOf(columns, own, loan, plan, plan.own.caseName, 1)];
  const weight = own.lowWeight[loan];
  const both = [flowOf(columns, own, loan, plan, "low", weight), flowOf(columns, own, loan, plan, "high", 1 - weight)];
  return both.filter((flow) => flow.weight > 0);
}

function flowOf(columns: PackageColumns, own: OwnEstimates, loan: number, plan: CasePlan, stated: "low" | "high", weight: number): OwnFlow {
  const [statedGross, statedCosts, statedMonth] =
    stated === "low" ? [own.lowGross[loan], own.lowCosts[loan], own.lowMonth[loan]] : [own.highGross[loan], own.highCosts[loan], own.highMonth[loan]];
  const segment = columns.segment[loan];
  const isSecured = columns.collateralStart[loan + 1] > columns.collateralStart[loan];
  const month = Math.max(0, statedMonth + plan.own.delayMonths[segment]);
  const counted = month <= plan.horizonMonths ? weight : 0;
  return {
    stated,
    weight,
    statedGross,
    statedCosts,
    statedMonth,
    grossYuan: statedGross * counted * (isSecured ? plan.own.securedFactor : plan.own.unsecuredFactor)[segment],
    costsYuan: statedCosts * counted * plan.own.costFactor[segment],
    month,
  };
}
