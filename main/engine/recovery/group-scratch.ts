import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
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
    const [from, to] = [groups.assetStart[group], groups.assetStart[group + 1]];
    loans = Math.max(loans, groups.loanStart[group + 1] - groups.loanStart[group]);
    assets = Math.max(assets, to - from);
    rows = Math.max(rows, groups.rowStart[to] - groups.rowStart[from]);
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

/** Rows of the prepared group. */
export function placeCountOf({ groups, group, assetCount, firstRow }: GroupScratch): number {
  return groups.rowStart[groups.assetStart[group] + assetCount] - firstRow;
}
