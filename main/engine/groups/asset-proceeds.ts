import type { CasePlan } from "../plan/plan-types.ts";
import type { GroupScratch } from "./group-scratch.ts";

/** What creditors share of an asset's price; also notes the price. */
export function proceedsOf(asset: number, plan: CasePlan, { assetClass, outcome, value, priceMultiple, ahead, joint, taken }: GroupScratch): number {
  const slot = assetClass[asset] * plan.outcomeCount + outcome[asset];
  taken.price[asset] = value[asset] * plan.priceFactor[slot] * priceMultiple[asset];
  joint.proceeds[asset] = taken.price[asset] * plan.netShare[slot] - ahead[asset];
  return joint.proceeds[asset];
}
