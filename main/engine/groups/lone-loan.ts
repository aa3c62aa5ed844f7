import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { isTakenForDebt } from "../plan/sale-rates.ts";
import { isBankrupt } from "../recovery/debtor.ts";
import { isHeldBySeizure } from "../recovery/held-by-seizure.ts";
import { securedCapOf } from "../recovery/maximum-mortgage.ts";
import { proceedsOf } from "./asset-proceeds.ts";
import type { GroupScratch } from "./group-scratch.ts";

/** Looks whether a prepared group is a lone loan, and notes what its assets pay by. */
export function prepareLoneLoan(columns: PackageColumns, plan: CasePlan, scratch: GroupScratch): void {
  const { groups, lone, assetCount, firstRow, rowPlace } = scratch;
  const { interest, collateral } = plan.assumptions;
  lone.is = false;
  if (scratch.loanCount !== 1 || interest.accruesToSale || interest.capsPrincipalAlone) return;
  const firstAsset = groups.assetStart[scratch.group];
  for (let asset = 0; asset < assetCount; asset++) {
    const at = groups.rowStart[firstAsset + asset];
    const item = groups.rows[at];
    if (groups.rowStart[firstAsset + asset + 1] !== at + 1 || isHeldBySeizure(columns, item)) return;
    const stated = columns.seniorClaims[item];
    const missing = collateral.seniorShareByMissingRank * scratch.appraisal[asset] * Math.max(0, columns.lienRank[item] - 1);
    lone.start[asset] = Math.max(0, Number.isNaN(stated) ? missing : stated);
    lone.cap[asset] = securedCapOf(columns, item);
    lone.place[asset] = rowPlace[at - firstRow];
  }
  lone.isBankrupt = isBankrupt(columns, groups.loans[groups.loanStart[scratch.group]]);
  lone.is = true;
}

/** Distributes one ending of every asset, as `payGroup` says. Allocates nothing. Returns what the loan gets, yuan. */
export function payLoneLoan(plan: CasePlan, scratch: GroupScratch): number {
  const { lone, owed, claim, paid, surplus } = scratch;
  const { list, sale } = lone;
  owed[0] = claim[0];
  paid.fill(0, 0, scratch.assetCount);
  surplus.count = 0;
  const soldCount = listSales(plan, scratch);
  let total = 0;
  for (let at = 0; at < soldCount; ) {
    const present = sale[list[at]];
    // Keeps the assets of one sale that pay anything, from `at` on.
    let [next, paying] = [at, at];
    do {
      const asset = list[next];
      if (proceedsOf(asset, plan, scratch) > 0) list[paying++] = asset;
      next += 1;
    } while (next < soldCount && sale[list[next]] === present);
    if (present % 2 === 1) total += takeOverOfLone(at, paying, plan, scratch);
    else if (paying > at + 1) total += payLoneTogether(at, paying, scratch);
    else if (paying > at) total += payLoneAlone(list[at], scratch);
    at = next;
    if (at === soldCount || sale[list[at]] >> 1 !== present >> 1) shareWithLone(present >> 1, plan, scratch);
  }
  return total;
}

/** Puts what is sold or taken over within the horizon into `list`, by its sale and then its number; answers how many assets that are. */
function listSales(plan: CasePlan, { assetCount, outcome, assetClass, delayMonths, taken, lone }: GroupScratch): number {
  const { list, sale } = lone;
  let count = 0;
  for (let asset = 0; asset < assetCount; asset++) {
    const ending = outcome[asset];
    taken.is[asset] = 0;
    if (ending < 0) continue;
    const month = plan.outcomeMonth[assetClass[asset] * plan.outcomeCount + ending] + delayMonths[asset];
    if (month > plan.horizonMonths) continue;
    const isTaken = isTakenForDebt(plan, assetClass[asset], ending);
    taken.is[asset] = Number(isTaken);
    const key = isTaken ? 2 * (month - plan.takeOver.gapMonths) + 1 : 2 * month;
    sale[asset] = key;
    let slot = count++;
    for (; slot > 0 && sale[list[slot - 1]] > key; slot--) list[slot] = list[slot - 1];
    list[slot] = asset;
  }
  return count;
}

/** Takes assets of a month for the debt (`takeOverAssets`): the cheaper one first. */
function takeOverOfLone(from: number, to: number, plan: CasePlan, scratch: GroupScratch): number {
  const { owed, taken, lone, paid } = scratch;
  const { outlay, proceeds, least } = plan.takeOver;
  const { list } = lone;
  for (let at = from + 1; at < to; at++) {
    const asset = list[at];
    let slot = at;
    for (; slot > from && isCheaper(asset, list[slot - 1], scratch); slot--) list[slot] = list[slot - 1];
    list[slot] = asset;
  }
  let total = 0;
  for (let at = from; at < to; at++) {
    const asset = list[at];
    const price = taken.price[asset];
    const before = owed[0];
    const setOff = payLoneAsset(asset, scratch);
    if (!(setOff > price * least)) {
      paid[lone.place[asset]] = 0;
      owed[0] = before;
      continue;
    }
    taken.resale[asset] = (price * proceeds) / setOff;
    taken.paid[asset] = (price * outlay - setOff) / setOff;
    leaveOfLone(asset, scratch.reached, scratch);
    total += setOff;
  }
  return total;
}

const isCheaper = (one: number, other: number, { taken, joint }: GroupScratch): boolean =>
  (taken.price[one] - taken.price[other] || joint.proceeds[one] - joint.proceeds[other]) < 0;

function payLoneAlone(asset: number, scratch: GroupScratch): number {
  const yuan = payLoneAsset(asset, scratch);
  leaveOfLone(asset, scratch.reached, scratch);
  return yuan;
}

/** What a row asks for of what is owed. */
function dueOf(owed: number, cap: number): number {
  return owed > cap ? owed * (Math.max(0, cap) / owed) : owed;
}

/** Pays one asset's proceeds alone; answers what the loan gets. `reached` of the scratch is how far creditors reach. */
function payLoneAsset(asset: number, scratch: GroupScratch): number {
  const { lone, owed, paid, joint } = scratch;
  const proceeds = joint.proceeds[asset];
  const [mine, start] = [owed[0], lone.start[asset]];
  const due = dueOf(mine, lone.cap[asset]);
  scratch.reached = start + due;
  if (!(due > 0 && proceeds > start)) return 0;
  const yuan = Math.min(mine, due * Math.min(1, (proceeds - start) / due));
  paid[lone.place[asset]] += yuan;
  owed[0] = mine - yuan;
  return yuan;
}

/** What a sold asset leaves its debtor (`leaveToDebtor`). */
function leaveOfLone(asset: number, reached: number, { lone, surplus, paid, joint }: GroupScratch): void {
  if (!surplus.isShared || lone.isBankrupt) return;
  const proceeds = joint.proceeds[asset];
  if (paid[lone.place[asset]] > 0 && proceeds > reached) surplus.left[0] += proceeds - reached;
}

/** Pays what the sales of a month leave the debtor to the rest of its claim (`shareSurplus`). */
function shareWithLone(month: number, plan: CasePlan, { surplus, owed, claim, lone }: GroupScratch): void {
  if (!surplus.isShared) return;
  const left = surplus.left[0];
  surplus.left[0] = 0;
  const rest = Math.min(owed[0], claim[0]);
  if (!(left > 0 && rest > 0) || lone.isBankrupt) return;
  const part = Math.min(1, (plan.assumptions.priorities.surplusShare * left) / rest);
  const yuan = rest * part;
  if (yuan === 0) return;
  owed[0] = part === 1 ? owed[0] - yuan : Math.max(0, owed[0] - yuan);
  surplus.slot[surplus.count] = 0;
  surplus.month[surplus.count] = month;
  surplus.yuan[surplus.count] = yuan;
  surplus.count += 1;
}

/** Assets sold together (`payTogether`): `list[from] … list[to − 1]`. Answers what the loan gets. */
function payLoneTogether(from: number, to: number, scratch: GroupScratch): number {
  const { owed, joint, lone } = scratch;
  const { list } = lone;
  const before = owed[0];
  for (let at = from; at < to; at++) {
    const asset = list[at];
    lone.due[asset] = dueOf(before, lone.cap[asset]);
    lone.limit[asset] = lone.due[asset];
    lone.cursor[asset] = 0;
    lone.isPaying[asset] = Number(lone.due[asset] > 0);
  }
  for (let left = 1; left > 0; ) {
    let rate = 0;
    let step = left;
    for (let at = from; at < to; at++) {
      const asset = list[at];
      if (lone.isPaying[asset] === 0) continue;
      const [cursor, start, proceeds] = [lone.cursor[asset], lone.start[asset], joint.proceeds[asset]];
      if (cursor < start) {
        step = Math.min(step, (start - cursor) / proceeds);
        continue;
      }
      const mine = (proceeds / lone.due[asset]) * lone.due[asset];
      rate += mine;
      step = Math.min(step, lone.limit[asset] / mine);
    }
    if (rate > 0) step = Math.min(step, owed[0] / rate);
    for (let at = from; at < to; at++) advance(list[at], step, scratch);
    if (rate > 0) owed[0] = owed[0] / rate <= step ? 0 : Math.max(0, owed[0] - rate * step);
    left = step === left ? 0 : left - step;
    let isPaying = false;
    for (let at = from; at < to; at++) {
      const asset = list[at];
      if (lone.isPaying[asset] === 0) continue;
      if (lone.limit[asset] === 0 || !(owed[0] > 0)) lone.isPaying[asset] = 0;
      else isPaying = true;
    }
    if (!isPaying) break;
  }
  for (let at = from; at < to; at++) {
    const asset = list[at];
    if (lone.isPaying[asset] === 0) leaveOfLone(asset, Math.max(lone.cursor[asset], lone.start[asset]), scratch);
  }
  return before - owed[0];
}

/** Pays a share of an asset's proceeds out. */
function advance(asset: number, step: number, { lone, joint, paid }: GroupScratch): void {
  if (lone.isPaying[asset] === 0) return;
  const [proceeds, cursor, start] = [joint.proceeds[asset], lone.cursor[asset], lone.start[asset]];
  if (cursor < start) {
    lone.cursor[asset] = (start - cursor) / proceeds <= step ? start : cursor + proceeds * step;
    return;
  }
  const rate = (proceeds / lone.due[asset]) * lone.due[asset];
  const limit = lone.limit[asset];
  lone.cursor[asset] = cursor + proceeds * step;
  paid[lone.place[asset]] += Math.min(rate * step, limit);
  lone.limit[asset] = limit / rate <= step ? 0 : Math.max(0, limit - rate * step);
}
