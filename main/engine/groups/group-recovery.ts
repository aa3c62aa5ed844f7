import { type StatedDeduction, statedDeductions } from "../../../shared/domain/item-deductions.ts";
import type { PackageColumns } from "../engine-types.ts";
import { keptOfAppraisal, ownChance } from "../plan/loan-estimates.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { isTakenForDebt, priceMonth } from "../plan/sale-rates.ts";
import { validClaimOf } from "../recovery/claim-validity.ts";
import { commissionOf, feePerAppraisalOf } from "../recovery/item-claims.ts";
import { carriedAppraisal, propertyFeesOf, statedAmount } from "../recovery/prior-claims.ts";
import { addInterest, forgetInterest, settleInterest } from "./accrued-interest.ts";
import { payAsset } from "./asset-distribution.ts";
import { proceedsOf } from "./asset-proceeds.ts";
import { leaveToDebtor, shareSurplus } from "./debtor-surplus.ts";
import type { GroupScratch } from "./group-scratch.ts";
import { payTogether } from "./joint-sale.ts";
import { leadRowOf } from "./lead-row.ts";
import { keepLoneFacts, recallLoneLoan } from "./lone-facts.ts";
import { payLoneLoan, prepareLoneLoan } from "./lone-loan.ts";
import { takeOverAssets } from "./take-over.ts";

/**
 * Makes `scratch` ready for a group: claims, and for each asset its value, its class and what is paid first.
 *
 * An asset that several loans state is sold once: at the lowest appraisal that is stated, in the class of its leading
 * row (`leadRowOf`). Stated deductions are facts of the asset, so the highest counts; every loan's part of
 * its enforcement fee is paid.
 */
export function prepareGroup(columns: PackageColumns, group: number, plan: CasePlan, scratch: GroupScratch): void {
  if (recallLoneLoan(group, plan, scratch)) return;
  const { groups, claim, feePerAppraisal, placeStart } = scratch;
  scratch.group = group;
  const firstLoan = groups.loanStart[group];
  scratch.loanCount = groups.loanStart[group + 1] - firstLoan;
  let place = 0;
  for (let slot = 0; slot < scratch.loanCount; slot++) {
    const loan = groups.loans[firstLoan + slot];
    claim[slot] = validClaimOf(columns, loan, plan.assumptions);
    feePerAppraisal[slot] = feePerAppraisalOf(columns, loan, plan);
    placeStart[slot] = place;
    scratch.surplus.debtorOf[slot] = groups.debtorSlot[firstLoan + slot];
    place += columns.collateralStart[loan + 1] - columns.collateralStart[loan];
  }
  const firstAsset = groups.assetStart[group];
  scratch.firstRow = groups.rowStart[firstAsset];
  scratch.assetCount = groups.assetStart[group + 1] - firstAsset;
  for (let asset = 0; asset < scratch.assetCount; asset++) prepareAsset(columns, asset, plan, scratch);
  prepareLoneLoan(columns, plan, scratch);
  if (scratch.lone.is) keepLoneFacts(columns, scratch);
}

function prepareAsset(columns: PackageColumns, asset: number, plan: CasePlan, scratch: GroupScratch): void {
  const { groups, rowPlace, rowSlot, placeStart, placeAsset, feePerAppraisal, firstRow } = scratch;
  const number = groups.assetStart[scratch.group] + asset;
  const [from, to] = [groups.rowStart[number], groups.rowStart[number + 1]];
  let appraisal = Number.POSITIVE_INFINITY;
  let fees = 0;
  let propertyFees = 0;
  let isShared = false;
  for (let at = from; at < to; at++) {
    const [item, loan] = [groups.rows[at], groups.rowLoan[at]];
    const slot = groups.slotOf[loan];
    isShared ||= loan !== groups.rowLoan[from];
    const place = placeStart[slot] + item - columns.collateralStart[loan];
    rowSlot[at - firstRow] = slot;
    rowPlace[at - firstRow] = place;
    placeAsset[place] = asset;
    const stated = columns.appraisal[item];
    if (stated > 0) appraisal = Math.min(appraisal, carriedAppraisal(columns, loan, item, plan));
    fees += feePerAppraisal[slot] * stated;
    propertyFees = Math.max(propertyFees, propertyFeesOf(columns, loan, item, plan));
  }
  if (appraisal === Number.POSITIVE_INFINITY) appraisal = 0;
  const lead = leadRowOf(columns, groups, from, to, plan);
  const [item, loan] = [groups.rows[lead], groups.rowLoan[lead]];
  const assetClass = plan.classes.itemClass[item];
  scratch.assetClass[asset] = assetClass;
  scratch.isShared[asset] = Number(isShared);
  scratch.appraisal[asset] = appraisal;
  scratch.value[asset] = appraisal * keptOfAppraisal(columns, loan);
  scratch.chance[asset] = Math.min(1, ownChance(columns, loan) * plan.chanceFactor[assetClass]);
  let ahead = commissionOf(appraisal, columns.collateralKind[item], plan) + fees + propertyFees;
  for (const name of statedDeductions) ahead += highestOf(columns, name, plan, groups.rows, from, to);
  scratch.ahead[asset] = ahead;
}

/** Highest amount of a deduction over rows of an asset; 0 where there is none. */
function highestOf(columns: PackageColumns, name: StatedDeduction, plan: CasePlan, rows: Uint32Array, from: number, to: number): number {
  let highest = 0;
  for (let at = from; at < to; at++) highest = Math.max(highest, statedAmount(columns, name, rows[at], plan));
  return highest;
}

/**
 * Distributes one ending of every asset of a prepared group (分配): assets in the order of their months, each by rank,
 * until the claims are used up. Allocates nothing. Returns what all loans get, yuan.
 *
 * In one month an asset of a single loan pays before those that several share: what a loan has of its own shall not take
 * from its neighbours. What is sold in one step pays together (`payTogether`), so that no place in the tape says which asset
 * paid a claim, and so which was not needed and leaves its debtor nothing. Assets that found no buyer are then taken for
 * the debt (`takeOverAssets`). What the sales of a month leave a debtor
 * then pays its claims (`shareSurplus`); it isn't in the sum returned. An asset beyond the horizon pays nothing.
 */
export function payGroup(columns: PackageColumns, plan: CasePlan, scratch: GroupScratch): number {
  return scratch.lone.is ? payLoneLoan(plan, scratch) : payLoans(columns, plan, scratch);
}

function payLoans(columns: PackageColumns, plan: CasePlan, scratch: GroupScratch): number {
  const { order, owed, claim, paid, groups } = scratch;
  const lastAsset = groups.assetStart[scratch.group] + scratch.assetCount;
  const rowCount = groups.rowStart[lastAsset] - scratch.firstRow;
  for (let slot = 0; slot < scratch.loanCount; slot++) owed[slot] = claim[slot];
  paid.fill(0, 0, rowCount);
  scratch.surplus.count = 0;
  forgetInterest(scratch);
  const soldCount = collectSales(plan, scratch);
  sortStart(order, soldCount);
  let total = 0;
  for (let at = 0; at < soldCount; ) {
    const sale = Math.floor(order[at] / scratch.assetCount);
    const isTaken = sale % 2 === 1;
    const isShared = scratch.isShared[order[at] % scratch.assetCount];
    // Keeps the assets of one sale that pay anything, from `at` on.
    let next = at;
    let paying = at;
    do {
      if (proceedsOf(order[next] % scratch.assetCount, plan, scratch) > 0) order[paying++] = order[next];
      next += 1;
    } while (next < soldCount && isOfSale(order[next], sale, isTaken ? null : isShared, scratch));
    const month = Math.floor(sale / 2);
    if (isTaken) total += takeOverAssets(columns, at, paying, month, plan, scratch);
    else if (paying > at) {
      addInterest(columns, at, paying, month, plan, scratch);
      total += paying - at > 1 ? payTogether(columns, at, paying, plan, scratch) : payAlone(columns, order[at] % scratch.assetCount, plan, scratch);
      settleInterest(month, plan, scratch);
    }
    at = next;
    if (at === soldCount || Math.floor(order[at] / (2 * scratch.assetCount)) !== month) shareSurplus(columns, month, plan, scratch);
  }
  return total;
}

/** Whether an entry of the order is sold or taken in one sale; of what is sold, single loans' assets come before those that several share. */
const isOfSale = (entry: number, sale: number, isShared: number | null, scratch: GroupScratch): boolean =>
  Math.floor(entry / scratch.assetCount) === sale && (isShared === null || scratch.isShared[entry % scratch.assetCount] === isShared);

function payAlone(columns: PackageColumns, asset: number, plan: CasePlan, scratch: GroupScratch): number {
  const proceeds = scratch.joint.proceeds[asset];
  const yuan = payAsset(columns, asset, proceeds, plan, scratch);
  leaveToDebtor(columns, asset, proceeds, scratch.reached, scratch);
  return yuan;
}

/** Puts what is sold or taken over within the horizon into `order`; answers how many assets that are. */
function collectSales(plan: CasePlan, { assetCount, order, outcome, assetClass, delayMonths, taken }: GroupScratch): number {
  let count = 0;
  for (let asset = 0; asset < assetCount; asset++) {
    const ending = outcome[asset];
    taken.is[asset] = 0;
    if (ending < 0 || plan.outcomeMonth[assetClass[asset] * plan.outcomeCount + ending] + delayMonths[asset] > plan.horizonMonths) continue;
    taken.is[asset] = Number(isTakenForDebt(plan, assetClass[asset], ending));
    const month = priceMonth(plan, assetClass[asset], ending) + delayMonths[asset];
    order[count++] = (2 * month + taken.is[asset]) * assetCount + asset;
  }
  return count;
}

/** Sorts the first entries: by insertion where there are few, which allocates nothing. */
function sortStart(keys: Int32Array, count: number): void {
  if (count > 32) {
    keys.subarray(0, count).sort();
    return;
  }
  for (let at = 1; at < count; at++) {
    const key = keys[at];
    let slot = at;
    for (; slot > 0 && keys[slot - 1] > key; slot--) keys[slot] = keys[slot - 1];
    keys[slot] = key;
  }
}
