import { type StatedDeduction, statedDeductions } from "../../../shared/domain/item-deductions.ts";
import type { PackageColumns } from "../engine-types.ts";
import { keptOfAppraisal, ownChance } from "../plan/loan-estimates.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { payAsset } from "./asset-distribution.ts";
import { validClaimOf } from "./claim-validity.ts";
import type { GroupScratch } from "./group-scratch.ts";
import { commissionOf, feePerAppraisalOf } from "./item-claims.ts";
import { payTogether } from "./joint-sale.ts";
import { leadRowOf } from "./lead-row.ts";
import { carriedAppraisal, statedAmount } from "./prior-claims.ts";

/**
 * Makes `scratch` ready for a group: claims, and for each asset its value, its class and what is paid first.
 *
 * An asset that several loans state is sold once: at the lowest appraisal that is stated, in the class of its leading
 * row (`leadRowOf`). Stated deductions are facts of the asset, so the highest counts; every loan's part of
 * its enforcement fee is paid.
 */
export function prepareGroup(columns: PackageColumns, group: number, plan: CasePlan, scratch: GroupScratch): void {
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
    place += columns.collateralStart[loan + 1] - columns.collateralStart[loan];
  }
  const firstAsset = groups.assetStart[group];
  scratch.firstRow = groups.rowStart[firstAsset];
  scratch.assetCount = groups.assetStart[group + 1] - firstAsset;
  for (let asset = 0; asset < scratch.assetCount; asset++) prepareAsset(columns, asset, plan, scratch);
}

function prepareAsset(columns: PackageColumns, asset: number, plan: CasePlan, scratch: GroupScratch): void {
  const { groups, rowPlace, rowSlot, placeStart, placeAsset, feePerAppraisal, firstRow } = scratch;
  const number = groups.assetStart[scratch.group] + asset;
  const [from, to] = [groups.rowStart[number], groups.rowStart[number + 1]];
  let appraisal = Number.POSITIVE_INFINITY;
  let fees = 0;
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
  let ahead = commissionOf(appraisal, columns.collateralKind[item], plan) + fees;
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
 * from its neighbours. Those that several share are sold together (`payTogether`). An asset beyond the horizon pays nothing.
 */
export function payGroup(columns: PackageColumns, plan: CasePlan, scratch: GroupScratch): number {
  const { assetCount, order, owed, claim, paid, outcome, groups } = scratch;
  const { outcomeCount, horizonMonths } = plan;
  const lastAsset = groups.assetStart[scratch.group] + assetCount;
  const rowCount = groups.rowStart[lastAsset] - scratch.firstRow;
  for (let slot = 0; slot < scratch.loanCount; slot++) owed[slot] = claim[slot];
  paid.fill(0, 0, rowCount);
  let soldCount = 0;
  for (let asset = 0; asset < assetCount; asset++) {
    const ending = outcome[asset];
    if (ending < 0) continue;
    const month = plan.outcomeMonth[scratch.assetClass[asset] * outcomeCount + ending] + scratch.delayMonths[asset];
    if (month <= horizonMonths) order[soldCount++] = month * assetCount + asset;
  }
  sortStart(order, soldCount);
  let total = 0;
  for (let at = 0; at < soldCount; ) {
    const month = Math.floor(order[at] / assetCount);
    const isShared = scratch.isShared[order[at] % assetCount] === 1;
    // Keeps the assets of one sale that pay anything, from `at` on.
    let next = at;
    let paying = at;
    do {
      const asset = order[next] % assetCount;
      const slot = scratch.assetClass[asset] * outcomeCount + outcome[asset];
      const left = scratch.value[asset] * plan.priceFactor[slot] * scratch.priceMultiple[asset] * plan.netShare[slot] - scratch.ahead[asset];
      scratch.joint.proceeds[asset] = left;
      if (left > 0) order[paying++] = order[next];
      next += 1;
    } while (isShared && next < soldCount && Math.floor(order[next] / assetCount) === month);
    const asset = order[at] % assetCount;
    if (paying - at > 1) total += payTogether(columns, at, paying, plan, scratch);
    else if (paying > at) total += payAsset(columns, asset, scratch.joint.proceeds[asset], plan, scratch);
    at = next;
  }
  return total;
}

/** Sorts the first entries: by insertion where there are few, which allocates nothing. */
function sortStart(keys: Float64Array, count: number): void {
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
