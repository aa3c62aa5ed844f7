import type { PackageColumns } from "../engine-types.ts";
import { keptOfAppraisal, ownChance } from "../plan/loan-estimates.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { payAsset } from "./asset-distribution.ts";
import { validClaimOf } from "./claim-validity.ts";
import type { GroupScratch } from "./group-scratch.ts";
import { commissionOf, feePerAppraisalOf } from "./item-claims.ts";
import { netOfPrice } from "./item-waterfall.ts";
import { leadRowOf } from "./lead-row.ts";

/**
 * Makes `scratch` ready for a group: claims, and for each asset its value, its class and what is paid first.
 *
 * An asset that several loans state is sold once: at the lowest appraisal that is stated, in the class of its leading
 * row (`leadRowOf`). Priority claims are a fact of the asset, so the highest that is stated counts; every loan's part of
 * its enforcement fee is paid.
 */
export function prepareGroup(columns: PackageColumns, group: number, plan: CasePlan, scratch: GroupScratch): void {
  const { groups, claim, feePerAppraisal, placeStart } = scratch;
  scratch.group = group;
  const firstLoan = groups.loanStart[group] ?? 0;
  scratch.loanCount = (groups.loanStart[group + 1] ?? 0) - firstLoan;
  let place = 0;
  for (let slot = 0; slot < scratch.loanCount; slot++) {
    const loan = groups.loans[firstLoan + slot] ?? 0;
    claim[slot] = validClaimOf(columns, loan, plan.assumptions);
    feePerAppraisal[slot] = feePerAppraisalOf(columns, loan, plan);
    placeStart[slot] = place;
    place += (columns.collateralStart[loan + 1] ?? 0) - (columns.collateralStart[loan] ?? 0);
  }
  const firstAsset = groups.assetStart[group] ?? 0;
  scratch.firstRow = groups.rowStart[firstAsset] ?? 0;
  scratch.assetCount = (groups.assetStart[group + 1] ?? 0) - firstAsset;
  for (let asset = 0; asset < scratch.assetCount; asset++) prepareAsset(columns, asset, plan, scratch);
}

function prepareAsset(columns: PackageColumns, asset: number, plan: CasePlan, scratch: GroupScratch): void {
  const { groups, rowPlace, rowSlot, placeStart, placeAsset, feePerAppraisal, firstRow } = scratch;
  const number = (groups.assetStart[scratch.group] ?? 0) + asset;
  const [from, to] = [groups.rowStart[number] ?? 0, groups.rowStart[number + 1] ?? 0];
  let appraisal = Number.POSITIVE_INFINITY;
  let fees = 0;
  let priority = 0;
  for (let at = from; at < to; at++) {
    const [item, loan] = [groups.rows[at] ?? 0, groups.rowLoan[at] ?? 0];
    const slot = groups.slotOf[loan] ?? 0;
    const place = (placeStart[slot] ?? 0) + item - (columns.collateralStart[loan] ?? 0);
    rowSlot[at - firstRow] = slot;
    rowPlace[at - firstRow] = place;
    placeAsset[place] = asset;
    const stated = columns.appraisal[item] ?? 0;
    if (stated > 0) appraisal = Math.min(appraisal, stated);
    fees += (feePerAppraisal[slot] ?? 0) * stated;
    priority = Math.max(priority, columns.priorityClaims[item] ?? 0);
  }
  if (appraisal === Number.POSITIVE_INFINITY) appraisal = 0;
  const lead = leadRowOf(columns, groups, from, to, plan);
  const [item, loan] = [groups.rows[lead] ?? 0, groups.rowLoan[lead] ?? 0];
  const assetClass = plan.classes.itemClass[item] ?? 0;
  scratch.assetClass[asset] = assetClass;
  scratch.appraisal[asset] = appraisal;
  scratch.value[asset] = appraisal * keptOfAppraisal(columns, loan);
  scratch.chance[asset] = Math.min(1, ownChance(columns, loan) * (plan.chanceFactor[assetClass] ?? 1));
  scratch.ahead[asset] = commissionOf(appraisal, columns.collateralKind[item] ?? 0, plan) + fees + priority;
}

/**
 * Distributes one ending of every asset of a prepared group (分配): assets in the order of their months, each by rank,
 * until the claims are used up. Allocates nothing. Returns what all loans get, yuan.
 *
 * In one month an asset of a single loan pays before one that several share: what a loan has of its own shall not take
 * from its neighbours. An asset beyond the horizon pays nothing.
 */
export function payGroup(columns: PackageColumns, plan: CasePlan, scratch: GroupScratch): number {
  const { assetCount, order, owed, claim, paid, outcome, groups } = scratch;
  const { outcomeCount, horizonMonths } = plan;
  const lastAsset = (groups.assetStart[scratch.group] ?? 0) + assetCount;
  const rowCount = (groups.rowStart[lastAsset] ?? 0) - scratch.firstRow;
  for (let slot = 0; slot < scratch.loanCount; slot++) owed[slot] = claim[slot] ?? 0;
  paid.fill(0, 0, rowCount);
  let soldCount = 0;
  for (let asset = 0; asset < assetCount; asset++) {
    const ending = outcome[asset] ?? -1;
    if (ending < 0) continue;
    const month = (plan.outcomeMonth[(scratch.assetClass[asset] ?? 0) * outcomeCount + ending] ?? 0) + (scratch.delayMonths[asset] ?? 0);
    if (month <= horizonMonths) order[soldCount++] = month * assetCount + asset;
  }
  sortStart(order, soldCount);
  const net = netOfPrice(plan);
  let total = 0;
  for (let at = 0; at < soldCount; at++) {
    const asset = (order[at] ?? 0) % assetCount;
    const factor = plan.priceFactor[(scratch.assetClass[asset] ?? 0) * outcomeCount + (outcome[asset] ?? 0)] ?? 0;
    const left = (scratch.value[asset] ?? 0) * factor * (scratch.priceMultiple[asset] ?? 1) * net - (scratch.ahead[asset] ?? 0);
    if (left > 0) total += payAsset(columns, asset, left, plan, scratch);
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
    const key = keys[at] ?? 0;
    let slot = at;
    for (; slot > 0 && (keys[slot - 1] ?? 0) > key; slot--) keys[slot] = keys[slot - 1] ?? 0;
    keys[slot] = key;
  }
}
