import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { addInterest, settleInterest } from "./accrued-interest.ts";
import { payAsset } from "./asset-distribution.ts";
import { leaveToDebtor } from "./debtor-surplus.ts";
import type { GroupScratch } from "./group-scratch.ts";

/**
 * Takes assets of a month for the debt (以物抵债): `order[from] … order[to − 1]` of the scratch, one after the other, those of
 * single loans first and the cheaper one first, so that no place in the tape decides. The price is set off against the claims
 * by rank; all the rest of it is paid in cash. An asset is left where less is set off than makes it worth while. Returns
 * what is set off, yuan.
 */
export function takeOverAssets(columns: PackageColumns, from: number, to: number, month: number, plan: CasePlan, scratch: GroupScratch): number {
  const { order, assetCount, owed, owedBefore, taken, joint } = scratch;
  const { outlay, proceeds, least } = plan.takeOver;
  sortByPrice(order, from, to, scratch);
  let total = 0;
  for (let at = from; at < to; at++) {
    const asset = order[at] % assetCount;
    const price = taken.price[asset];
    const left = joint.proceeds[asset];
    if (left <= 0) continue;
    owedBefore.set(owed);
    addInterest(columns, at, at + 1, month, plan, scratch);
    const setOff = payAsset(columns, asset, left, plan, scratch);
    if (!(setOff > price * least)) {
      leaveAsset(asset, scratch);
      continue;
    }
    taken.resale[asset] = (price * proceeds) / setOff;
    taken.paid[asset] = (price * outlay - setOff) / setOff;
    leaveToDebtor(columns, asset, left, scratch.reached, scratch);
    settleInterest(month, plan, scratch);
    total += setOff;
  }
  return total;
}

/** As if the asset had not been offered. */
function leaveAsset(asset: number, { groups, group, rowPlace, paid, owed, owedBefore, firstRow }: GroupScratch): void {
  const number = groups.assetStart[group] + asset;
  for (let at = groups.rowStart[number]; at < groups.rowStart[number + 1]; at++) paid[rowPlace[at - firstRow]] = 0;
  owed.set(owedBefore);
}

/** By insertion: few assets of a group are offered in one month. */
function sortByPrice(order: Int32Array, from: number, to: number, scratch: GroupScratch): void {
  for (let at = from + 1; at < to; at++) {
    const key = order[at];
    let slot = at;
    for (; slot > from && isBefore(key, order[slot - 1], scratch); slot--) order[slot] = order[slot - 1];
    order[slot] = key;
  }
}

function isBefore(left: number, right: number, { assetCount, isShared, taken, joint }: GroupScratch): boolean {
  const [one, other] = [left % assetCount, right % assetCount];
  return (isShared[one] - isShared[other] || taken.price[one] - taken.price[other] || joint.proceeds[one] - joint.proceeds[other]) < 0;
}
