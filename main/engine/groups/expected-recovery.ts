import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { payGroup, prepareGroup } from "./group-recovery.ts";
import { type GroupScratch, placeCountOf } from "./group-scratch.ts";

/**
 * Collateral route (抵押物路径) of a group, METHOD §3: expected cash of every row by outcome of its asset, exact, into
 * `scratch.expected`; what take-overs cost into `expectedPaid`, what is paid of the claims into `expectedUse`.
 *
 * Several assets are taken as comonotone: one uniform number decides for all, low is an early sale. The assets'
 * cumulative probabilities are merged; between two breakpoints every outcome is fixed. This is exact, independent of the
 * order of rows, and prudent: where later outcomes pay no more than earlier ones, no other dependence gives a smaller
 * expected min(claim, sum of items).
 */
export function recoverGroup(columns: PackageColumns, group: number, plan: CasePlan, scratch: GroupScratch): void {
  prepareGroup(columns, group, plan, scratch);
  const { outcome, assetCount, assetClass, chance, paid, placeAsset, expected, taken } = scratch;
  const { outcomeCount, cumulativeProbability } = plan;
  const placeCount = placeCountOf(scratch);
  expected.fill(0, 0, placeCount * outcomeCount);
  scratch.expectedPaid.fill(0, 0, placeCount);
  scratch.expectedUse.fill(0, 0, scratch.loanCount);
  // Wider than this group where the one before it was.
  if (scratch.surplus.isExpected) scratch.surplus.expected.fill(0);
  scratch.surplus.isExpected = false;
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
        const asset = placeAsset[place];
        const isTaken = taken.is[asset] === 1;
        expected[place * outcomeCount + outcome[asset]] += (to - from) * (isTaken ? yuan * taken.resale[asset] : yuan);
        if (isTaken) scratch.expectedPaid[place] += (to - from) * yuan * taken.paid[asset];
      }
      expectSlots(to - from, plan, scratch);
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

/** Adds a path of some probability: what is paid of the claims, and what loans get of what sales leave their debtor. */
function expectSlots(probability: number, { horizonMonths }: CasePlan, scratch: GroupScratch): void {
  const { claim, owed, surplus, expectedUse } = scratch;
  for (let slot = 0; slot < scratch.loanCount; slot++) expectedUse[slot] += probability * usedOf(slot, claim, owed);
  if (surplus.count > 0) surplus.isExpected = true;
  for (let entry = 0; entry < surplus.count; entry++) {
    surplus.expected[surplus.slot[entry] * (horizonMonths + 1) + surplus.month[entry]] += probability * surplus.yuan[entry];
  }
}

/** What the path that was paid last paid of the claim in a slot, yuan. */
export const usedOf = (slot: number, claim: Float64Array, owed: Float64Array): number => Math.max(0, claim[slot] - owed[slot]);

/** What is expected to be paid of the claim in a slot, yuan. */
export function expectedUseOf(slot: number, { expectedUse, claim }: GroupScratch): number {
  return Math.min(expectedUse[slot], claim[slot]);
}
