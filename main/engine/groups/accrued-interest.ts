import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { accruesToSale, interestOver, isMaximumMortgage } from "../recovery/maximum-mortgage.ts";
import type { GroupScratch } from "./group-scratch.ts";

/** Before any sale of a path. */
export function forgetInterest({ interest, loanCount }: GroupScratch): void {
  interest.since.fill(0, 0, loanCount);
}

/**
 * Adds the interest since cut-off, or since it was last paid, to what is owed for the sale of some assets: on loans that a
 * maximum-amount mortgage on one of them secures (民法典 420), and on the part of the claim that is still owed.
 */
export function addInterest(columns: PackageColumns, from: number, to: number, month: number, plan: CasePlan, scratch: GroupScratch): void {
  if (!plan.assumptions.interest.accruesToSale) return;
  const { groups, order, assetCount, interest, owed, claim } = scratch;
  interest.owed.fill(0, 0, scratch.loanCount);
  for (let at = from; at < to; at++) {
    const number = groups.assetStart[scratch.group] + (order[at] % assetCount);
    for (let row = groups.rowStart[number]; row < groups.rowStart[number + 1]; row++) {
      const loan = groups.rowLoan[row];
      const slot = groups.slotOf[loan];
      if (interest.owed[slot] > 0 || claim[slot] === 0 || !isMaximumMortgage(columns, groups.rows[row]) || !accruesToSale(columns, loan, plan)) continue;
      interest.owed[slot] = interestOver(columns, loan, month - interest.since[slot], plan) * (owed[slot] / claim[slot]);
      owed[slot] += interest.owed[slot];
    }
  }
  interest.before.set(owed);
}

/** Takes what the sale didn't pay of it off again; of what it paid, interest comes first (民法典 561). */
export function settleInterest(month: number, plan: CasePlan, { interest, owed, loanCount }: GroupScratch): void {
  if (!plan.assumptions.interest.accruesToSale) return;
  for (let slot = 0; slot < loanCount; slot++) {
    const added = interest.owed[slot];
    if (added === 0) continue;
    const paid = Math.min(added, interest.before[slot] - owed[slot]);
    owed[slot] = Math.max(0, owed[slot] - (added - paid));
    interest.since[slot] += (month - interest.since[slot]) * (paid / added);
  }
}
