import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { isBankrupt } from "../recovery/debtor.ts";
import type { GroupScratch } from "./group-scratch.ts";

/**
 * Adds what a sold asset leaves its debtor to `surplus.yuan`: proceeds above all that its rows and everybody before and
 * behind them may take. Nothing where it paid none of our claims (nobody had it sold), where its rows are of several
 * debtors (it belongs to one of them, or to neither), or where the debtor is bankrupt (it joins the estate, from which
 * the dividend is paid).
 * @param reached how far in the proceeds creditors reach, yuan
 */
export function leaveToDebtor(columns: PackageColumns, asset: number, proceeds: number, reached: number, scratch: GroupScratch): void {
  const { groups, surplus, rowPlace, rowSlot, paid, firstRow } = scratch;
  if (!surplus.isShared) return;
  const number = groups.assetStart[scratch.group] + asset;
  const [from, end] = [groups.rowStart[number], groups.rowStart[number + 1]];
  const debtor = surplus.debtorOf[rowSlot[from - firstRow]];
  let taken = 0;
  for (let at = from; at < end; at++) {
    if (surplus.debtorOf[rowSlot[at - firstRow]] !== debtor || isBankrupt(columns, groups.rowLoan[at])) return;
    taken += paid[rowPlace[at - firstRow]];
  }
  if (taken > 0 && proceeds > reached) surplus.left[debtor] += proceeds - reached;
}

/**
 * Pays what the sales of a month leave each debtor to the claims on that debtor (同户债权抵扣): a share of it, pro rata to what
 * is then owed, up to all of it. Interest after cut-off counts for the mortgage that secures it alone. Writes who got what
 * into `surplus`.
 */
export function shareSurplus(columns: PackageColumns, month: number, plan: CasePlan, scratch: GroupScratch): void {
  const { surplus, owed, claim, groups, loanCount } = scratch;
  if (!surplus.isShared) return;
  const { left, rest, debtorOf } = surplus;
  const firstLoan = groups.loanStart[scratch.group];
  rest.fill(0, 0, loanCount);
  for (let slot = 0; slot < loanCount; slot++) {
    if (left[debtorOf[slot]] > 0 && !isBankrupt(columns, groups.loans[firstLoan + slot])) rest[debtorOf[slot]] += Math.min(owed[slot], claim[slot]);
  }
  for (let slot = 0; slot < loanCount; slot++) {
    const debtor = debtorOf[slot];
    if (!(left[debtor] > 0 && rest[debtor] > 0) || isBankrupt(columns, groups.loans[firstLoan + slot])) continue;
    const part = Math.min(1, (plan.assumptions.priorities.surplusShare * left[debtor]) / rest[debtor]);
    const yuan = Math.min(owed[slot], claim[slot]) * part;
    if (yuan === 0) continue;
    owed[slot] = part === 1 ? owed[slot] - yuan : Math.max(0, owed[slot] - yuan);
    surplus.slot[surplus.count] = slot;
    surplus.month[surplus.count] = month;
    surplus.yuan[surplus.count] = yuan;
    surplus.count += 1;
  }
  left.fill(0, 0, loanCount);
}
