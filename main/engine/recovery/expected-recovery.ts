import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { payGroup, prepareGroup } from "./group-recovery.ts";
import { type GroupScratch, placeCountOf } from "./group-scratch.ts";

/**
 * Collateral route (抵押物路径) of a group, METHOD §3: expected cash of every row by outcome of its asset, exact, into
 * `scratch.expected`.
 *
 * Several assets are taken as comonotone: one uniform number decides for all, low is an early sale. The assets'
 * cumulative probabilities are merged; between two breakpoints every outcome is fixed. This is exact, independent of the
 * order of rows, and prudent: where later outcomes pay no more than earlier ones, no other dependence gives a smaller
 * expected min(claim, sum of items).
 */
export function recoverGroup(columns: PackageColumns, group: number, plan: CasePlan, scratch: GroupScratch): void {
  prepareGroup(columns, group, plan, scratch);
  const { outcome, assetCount, assetClass, chance, paid, placeAsset, expected } = scratch;
  const { outcomeCount, cumulativeProbability } = plan;
  const placeCount = placeCountOf(scratch);
  expected.fill(0, 0, placeCount * outcomeCount);
  outcome.fill(0, 0, assetCount);
  scratch.priceMultiple.fill(1, 0, assetCount);
  scratch.delayMonths.fill(0, 0, assetCount);
  let from = 0;
  for (;;) {
    let to = 2;
    for (let asset = 0; asset < assetCount; asset++) {
      const ending = outcome[asset];
      if (ending >= 0) to = Math.min(to, chance[asset] * cumulativeProbability[assetClass[asset] * outcomeCount + ending]);
    }
    if (to === 2) return;
    if (Number.isNaN(to)) throw new RangeError(`group ${group} holds an asset whose sale has no probability`);
    if (to > from && payGroup(columns, plan, scratch) > 0) {
      for (let place = 0; place < placeCount; place++) {
        const yuan = paid[place];
        if (yuan === 0) continue;
        const at = place * outcomeCount + outcome[placeAsset[place]];
        expected[at] += (to - from) * yuan;
      }
    }
    for (let asset = 0; asset < assetCount; asset++) {
      const base = assetClass[asset] * outcomeCount;
      let ending = outcome[asset];
      if (ending < 0) continue;
      while (ending < outcomeCount && chance[asset] * cumulativeProbability[base + ending] <= to) ending += 1;
      outcome[asset] = ending === outcomeCount ? -1 : ending;
    }
    from = to;
  }
}

/** Expected collateral cash of the loan in a slot, over its rows and outcomes, yuan. */
export function expectedOfSlot(slot: number, plan: CasePlan, scratch: GroupScratch): number {
  const { expected, placeStart, loanCount, claim } = scratch;
  const end = slot + 1 < loanCount ? placeStart[slot + 1] : placeCountOf(scratch);
  let total = 0;
  for (let at = placeStart[slot] * plan.outcomeCount; at < end * plan.outcomeCount; at++) total += expected[at];
  return Math.min(total, claim[slot]);
}
