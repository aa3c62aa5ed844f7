import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { paysByOrderOfSeizure } from "../recovery/debtor.ts";
import { isHeldBySeizure } from "../recovery/held-by-seizure.ts";
import { securedCapOf } from "../recovery/maximum-mortgage.ts";
import { rivalsBefore, rivalsBeside } from "../recovery/prior-claims.ts";
import { askFor, forgetAsked, secureTier, seizedFrom, startOf, tierEnd, waitingBehind } from "./asset-distribution.ts";
import { leaveToDebtor } from "./debtor-surplus.ts";
import type { GroupScratch, JointSale } from "./group-scratch.ts";

/** What an asset of a joint sale is paying: a rank of mortgages, seizures in their order, seizures pro rata, nobody any more. */
const [MORTGAGES, IN_ORDER, PRO_RATA, DONE] = [0, 1, 2, 3];

/**
 * Distributes assets that are sold in one month (同时变价): `order[from] … order[to − 1]` of the scratch, their proceeds in
 * `joint.proceeds`. Each pays its proceeds out evenly and all of them side by side, each by its own ranks, so that a claim
 * which several assets secure is borne by each in proportion to its proceeds, and the place of a row decides nothing.
 * Between two events (a claim paid, a tier reached or used up) all shares are constant, so the result is exact.
 * Allocates nothing. Returns what all loans get, yuan.
 */
export function payTogether(columns: PackageColumns, from: number, to: number, plan: CasePlan, scratch: GroupScratch): number {
  const { order, assetCount, owed, loanCount, joint } = scratch;
  let before = 0;
  for (let slot = 0; slot < loanCount; slot++) before += owed[slot];
  for (let at = from; at < to; at++) beginAsset(columns, order[at] % assetCount, plan, scratch);
  // Share of the proceeds still to be paid out, the same for every asset.
  for (let left = 1; left > 0; ) {
    joint.rate.fill(0, 0, loanCount);
    let step = left;
    for (let at = from; at < to; at++) step = Math.min(step, ratesOf(order[at] % assetCount, scratch));
    for (let slot = 0; slot < loanCount; slot++) if (joint.rate[slot] > 0) step = Math.min(step, owed[slot] / joint.rate[slot]);
    for (let at = from; at < to; at++) advance(order[at] % assetCount, step, scratch);
    for (let slot = 0; slot < loanCount; slot++) {
      if (joint.rate[slot] > 0) owed[slot] = owed[slot] / joint.rate[slot] <= step ? 0 : Math.max(0, owed[slot] - joint.rate[slot] * step);
    }
    left = step === left ? 0 : left - step;
    let isPaying = false;
    for (let at = from; at < to; at++) isPaying = moveOn(columns, order[at] % assetCount, plan, scratch) || isPaying;
    if (!isPaying) break;
  }
  // What an asset leaves its debtor, where nobody can take anything of it any more.
  for (let at = from; at < to; at++) {
    const asset = order[at] % assetCount;
    if (joint.tierKind[asset] === DONE) leaveToDebtor(columns, asset, joint.proceeds[asset], joint.reachedAll[asset], scratch);
  }
  let after = 0;
  for (let slot = 0; slot < loanCount; slot++) after += owed[slot];
  return before - after;
}

function beginAsset(columns: PackageColumns, asset: number, plan: CasePlan, scratch: GroupScratch): void {
  const { groups, joint } = scratch;
  joint.cursor[asset] = 0;
  joint.start[asset] = 0;
  joint.lastRank[asset] = 0;
  joint.reachedAll[asset] = 0;
  joint.tierTo[asset] = groups.rowStart[groups.assetStart[scratch.group] + asset];
  joint.tierKind[asset] = MORTGAGES;
  enterNext(columns, asset, plan, scratch);
}

/** How far the tiers before reach in the proceeds: one that is owed nothing still has its prior claims before it. */
const reachedBy = ({ cursor, start }: JointSale, asset: number): number => Math.max(cursor[asset], start[asset]);

/** How far all creditors reach in the proceeds, those who wait behind seizures included. */
function reachedByAll(columns: PackageColumns, asset: number, scratch: GroupScratch): number {
  const { joint, groups } = scratch;
  if (joint.tierKind[asset] === PRO_RATA) return joint.seizedStart[asset] + joint.allClaims[asset];
  const number = groups.assetStart[scratch.group] + asset;
  return reachedBy(joint, asset) + waitingBehind(columns, groups.rowStart[number], groups.rowStart[number + 1], scratch);
}

/** Takes the next tier that is owed anything; marks the asset done where there is none. */
function enterNext(columns: PackageColumns, asset: number, plan: CasePlan, scratch: GroupScratch): void {
  const { groups, joint } = scratch;
  const end = groups.rowStart[groups.assetStart[scratch.group] + asset + 1];
  const byRank = plan.assumptions.collateral.seniorShareByMissingRank * scratch.appraisal[asset];
  while (joint.tierKind[asset] !== PRO_RATA && joint.tierTo[asset] < end) {
    const from = joint.tierTo[asset];
    if (isHeldBySeizure(columns, groups.rows[from])) {
      if (enterSeizures(columns, asset, from, end, byRank, plan, scratch) > 0) return;
      continue;
    }
    const rank = columns.lienRank[groups.rows[from]];
    const to = tierEnd(columns, groups, from, end);
    const missing = byRank * Math.max(0, rank - 1 - joint.lastRank[asset]);
    joint.start[asset] = startOf(columns, groups, from, to, reachedBy(joint, asset), missing);
    joint.lastRank[asset] = rank;
    joint.tierFrom[asset] = from;
    joint.tierTo[asset] = to;
    if (limitMortgages(columns, from, to, plan, scratch) > 0) return;
  }
  joint.reachedAll[asset] = reachedByAll(columns, asset, scratch);
  joint.tierKind[asset] = DONE;
}

/** Limits of a tier of mortgages; returns what is due to it. */
function limitMortgages(columns: PackageColumns, from: number, to: number, plan: CasePlan, scratch: GroupScratch): number {
  const { joint, due, firstRow } = scratch;
  const total = secureTier(columns, from, to, plan, scratch);
  for (let at = from - firstRow; at < to - firstRow; at++) joint.limit[at] = due[at];
  return total;
}

/** The next seizures in their order, or all of them where they share pro rata; returns what is due to them. */
function enterSeizures(columns: PackageColumns, asset: number, from: number, end: number, byRank: number, plan: CasePlan, scratch: GroupScratch): number {
  const { groups, rowSlot, owed, claim, due, joint, firstRow } = scratch;
  if (joint.tierKind[asset] === MORTGAGES) {
    joint.seizedStart[asset] = seizedFrom(columns, from, end, { reached: reachedBy(joint, asset), lastRank: joint.lastRank[asset], byRank }, scratch);
    joint.tierKind[asset] = IN_ORDER;
    for (let at = from; at < end; at++) if (!paysByOrderOfSeizure(columns, groups.rowLoan[at])) joint.tierKind[asset] = PRO_RATA;
  }
  const isByOrder = joint.tierKind[asset] === IN_ORDER;
  const first = rivalsBefore(columns, groups.rows[from], plan);
  let to = from;
  while (to < end && (!isByOrder || rivalsBefore(columns, groups.rows[to], plan) === first)) to += 1;
  let [rivals, claims, total] = [0, 0, 0];
  forgetAsked(from, to, scratch);
  for (let row = from; row < to; row++) {
    const [at, slot] = [row - firstRow, rowSlot[row - firstRow]];
    const most = askFor(row, isByOrder ? owed[slot] : claim[slot], securedCapOf(columns, groups.rows[row]), scratch);
    rivals = Math.max(rivals, rivalsBeside(columns, groups.rows[row], plan));
    claims += most;
    due[at] = most;
    joint.limit[at] = Math.min(owed[slot], most);
    total += joint.limit[at];
  }
  joint.allClaims[asset] = claims + rivals;
  joint.tierFrom[asset] = from;
  joint.tierTo[asset] = to;
  joint.start[asset] = isByOrder ? Math.max(reachedBy(joint, asset), joint.seizedStart[asset] + first) : joint.seizedStart[asset];
  return total;
}

/** What the asset's rows share by: the claims of those who can still take, or all claims where they share pro rata with others. */
function sharedBy(asset: number, { joint, due, owed, rowSlot, firstRow }: GroupScratch): number {
  if (joint.tierKind[asset] === PRO_RATA) return joint.allClaims[asset];
  let total = 0;
  for (let at = joint.tierFrom[asset] - firstRow; at < joint.tierTo[asset] - firstRow; at++) {
    if (joint.limit[at] > 0 && owed[rowSlot[at]] > 0) total += due[at];
  }
  return total;
}

const isPayingAt = ({ joint }: GroupScratch, asset: number): boolean => joint.tierKind[asset] !== DONE && joint.cursor[asset] >= joint.start[asset];

/** Adds what the asset pays per share of its proceeds to its loans' rates; returns the share after which its own tier changes. */
function ratesOf(asset: number, scratch: GroupScratch): number {
  const { joint, due, owed, rowSlot, firstRow } = scratch;
  if (joint.tierKind[asset] === DONE) return 1;
  if (!isPayingAt(scratch, asset)) return (joint.start[asset] - joint.cursor[asset]) / joint.proceeds[asset];
  const perDue = joint.proceeds[asset] / sharedBy(asset, scratch);
  let step = 1;
  for (let at = joint.tierFrom[asset] - firstRow; at < joint.tierTo[asset] - firstRow; at++) {
    const slot = rowSlot[at];
    if (!(joint.limit[at] > 0 && owed[slot] > 0)) continue;
    joint.rate[slot] += perDue * due[at];
    step = Math.min(step, joint.limit[at] / (perDue * due[at]));
  }
  return step;
}

/** Pays a share of the asset's proceeds out. Loans' debts fall afterwards, for all assets at once. */
function advance(asset: number, step: number, scratch: GroupScratch): void {
  const { joint, due, owed, paid, rowSlot, rowPlace, firstRow } = scratch;
  if (joint.tierKind[asset] === DONE) return;
  const proceeds = joint.proceeds[asset];
  if (!isPayingAt(scratch, asset)) {
    const gap = joint.start[asset] - joint.cursor[asset];
    joint.cursor[asset] = gap / proceeds <= step ? joint.start[asset] : joint.cursor[asset] + proceeds * step;
    return;
  }
  const perDue = proceeds / sharedBy(asset, scratch);
  joint.cursor[asset] += proceeds * step;
  for (let at = joint.tierFrom[asset] - firstRow; at < joint.tierTo[asset] - firstRow; at++) {
    if (!(joint.limit[at] > 0 && owed[rowSlot[at]] > 0)) continue;
    const rate = perDue * due[at];
    paid[rowPlace[at]] += Math.min(rate * step, joint.limit[at]);
    joint.limit[at] = joint.limit[at] / rate <= step ? 0 : Math.max(0, joint.limit[at] - rate * step);
  }
}

/**
 * Takes the next tier where nobody of the present one can take any more. Where a loan was paid by other assets before it
 * used its part of a common cap, the other rows of its rank are limited anew. Answers whether the asset still pays.
 */
function moveOn(columns: PackageColumns, asset: number, plan: CasePlan, scratch: GroupScratch): boolean {
  const { joint, owed, rowSlot, firstRow } = scratch;
  if (joint.tierKind[asset] === DONE) return false;
  let hasLeftovers = false;
  for (let at = joint.tierFrom[asset] - firstRow; at < joint.tierTo[asset] - firstRow; at++) {
    if (joint.limit[at] === 0) continue;
    if (owed[rowSlot[at]] > 0) return true;
    hasLeftovers = true;
  }
  const isCommonCap = hasLeftovers && joint.tierKind[asset] === MORTGAGES;
  if (isCommonCap && limitMortgages(columns, joint.tierFrom[asset], joint.tierTo[asset], plan, scratch) > 0) return true;
  enterNext(columns, asset, plan, scratch);
  return joint.tierKind[asset] !== DONE;
}
