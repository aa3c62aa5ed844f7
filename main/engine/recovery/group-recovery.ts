import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/case-plan.ts";
import { keptOfAppraisal, ownChance } from "../plan/loan-estimates.ts";
import { payAsset } from "./asset-distribution.ts";
import { validClaimOf } from "./claim-validity.ts";
import { commissionOf, feePerAppraisalOf } from "./item-claims.ts";
import { netOfPrice } from "./item-waterfall.ts";
import { leadRowOf } from "./lead-row.ts";
import { type RecoveryGroups, recoveryGroups } from "./recovery-groups.ts";

/**
 * Work space of one group, reused from group to group. `prepareGroup` fills what is the same in every outcome;
 * `payGroup` reads `outcome`, `priceMultiple` and `delayMonths` and writes `paid`.
 *
 * A place is a row of collateral counted loan by loan: the k-th item of the loan in slot s has place `placeStart[s] + k`.
 */
export interface GroupScratch {
  readonly groups: RecoveryGroups;
  group: number;
  firstRow: number;
  loanCount: number;
  assetCount: number;
  /** [slot] valid claim, yuan; enforcement fee per yuan of appraisal; first place; and what is still owed while a path is paid. */
  readonly claim: Float64Array;
  readonly feePerAppraisal: Float64Array;
  readonly placeStart: Uint32Array;
  readonly owed: Float64Array;
  /** [asset] price class, value (after an own haircut), appraisal, probability of being realised at all, all that is paid before creditors. */
  readonly assetClass: Uint32Array;
  readonly value: Float64Array;
  readonly appraisal: Float64Array;
  readonly chance: Float64Array;
  readonly ahead: Float64Array;
  /** [asset] how the asset ends: outcome (−1: it is not sold), multiple of the price, months it comes late. */
  readonly outcome: Int32Array;
  readonly priceMultiple: Float64Array;
  readonly delayMonths: Int32Array;
  /** [row in the group] place, and slot of its loan. */
  readonly rowPlace: Uint32Array;
  readonly rowSlot: Uint32Array;
  /** [row in the group] what it may take in the tier being paid. */
  readonly due: Float64Array;
  /** [place] asset (within the group), and yuan that the row got. */
  readonly placeAsset: Uint32Array;
  readonly paid: Float64Array;
  /** [place × outcome] expected yuan, of `recoverGroup`. */
  readonly expected: Float64Array;
  readonly order: Float64Array;
}

/** Work space wide enough for the largest group of a package. */
export function groupScratch(columns: PackageColumns, plan: CasePlan): GroupScratch {
  const groups = recoveryGroups(columns);
  let [loans, assets, rows] = [0, 0, 0];
  for (let group = 0; group < groups.groupCount; group++) {
    const [from, to] = [groups.assetStart[group] ?? 0, groups.assetStart[group + 1] ?? 0];
    loans = Math.max(loans, (groups.loanStart[group + 1] ?? 0) - (groups.loanStart[group] ?? 0));
    assets = Math.max(assets, to - from);
    rows = Math.max(rows, (groups.rowStart[to] ?? 0) - (groups.rowStart[from] ?? 0));
  }
  return {
    groups,
    group: -1,
    firstRow: 0,
    loanCount: 0,
    assetCount: 0,
    claim: new Float64Array(loans),
    feePerAppraisal: new Float64Array(loans),
    placeStart: new Uint32Array(loans),
    owed: new Float64Array(loans),
    assetClass: new Uint32Array(assets),
    value: new Float64Array(assets),
    appraisal: new Float64Array(assets),
    chance: new Float64Array(assets),
    ahead: new Float64Array(assets),
    outcome: new Int32Array(assets),
    priceMultiple: new Float64Array(assets).fill(1),
    delayMonths: new Int32Array(assets),
    rowPlace: new Uint32Array(rows),
    rowSlot: new Uint32Array(rows),
    due: new Float64Array(rows),
    placeAsset: new Uint32Array(rows),
    paid: new Float64Array(rows),
    expected: new Float64Array(rows * plan.outcomeCount),
    order: new Float64Array(assets),
  };
}

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
