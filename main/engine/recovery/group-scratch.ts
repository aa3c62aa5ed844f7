import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { type RecoveryGroups, recoveryGroups } from "./recovery-groups.ts";

/** Where the assets of a joint sale stand, by asset of the group; part of the group's work space. */
export interface JointSale {
  /** Proceeds of the asset; how much of them is paid out; and from where on the present tier is paid. */
  readonly proceeds: Float64Array;
  readonly cursor: Float64Array;
  readonly start: Float64Array;
  /** Rows of the present tier, and what it is. */
  readonly tierFrom: Uint32Array;
  readonly tierTo: Uint32Array;
  readonly tierKind: Uint8Array;
  readonly lastRank: Uint8Array;
  /** Where seizures begin in the proceeds; and the claims among which a pro rata part is counted, others' included. */
  readonly seizedStart: Float64Array;
  readonly allClaims: Float64Array;
  /** [row in the group] what the row may still take in its tier. */
  readonly limit: Float64Array;
  /** [slot] what a loan receives per unit of the proceeds of all assets. */
  readonly rate: Float64Array;
}

function jointSale(loans: number, assets: number, rows: number): JointSale {
  const perAsset = (): Float64Array => new Float64Array(assets);
  return {
    proceeds: perAsset(),
    cursor: perAsset(),
    start: perAsset(),
    tierFrom: new Uint32Array(assets),
    tierTo: new Uint32Array(assets),
    tierKind: new Uint8Array(assets),
    lastRank: new Uint8Array(assets),
    seizedStart: perAsset(),
    allClaims: perAsset(),
    limit: new Float64Array(rows),
    rate: new Float64Array(loans),
  };
}

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
  /** [asset] 1 where it secures several loans. */
  readonly isShared: Uint8Array;
  /** [asset] how the asset ends: outcome (−1: it is not sold), multiple of the price, months it comes late. */
  readonly outcome: Int32Array;
  readonly priceMultiple: Float64Array;
  readonly delayMonths: Int32Array;
  /** [row in the group] place, and slot of its loan. */
  readonly rowPlace: Uint32Array;
  readonly rowSlot: Uint32Array;
  /** [row in the group] what it may take in the tier being paid. */
  readonly due: Float64Array;
  /** [slot] what the rows of a loan have asked for in the tier: a loan that is listed twice asks once. */
  readonly asked: Float64Array;
  /** [place] asset (within the group), and yuan that the row got. */
  readonly placeAsset: Uint32Array;
  readonly paid: Float64Array;
  /** [place × outcome] expected yuan, of `recoverGroup`. */
  readonly expected: Float64Array;
  /** Assets that are sold, by month and number: month × assets of the group + asset. */
  readonly order: Float64Array;
  readonly joint: JointSale;
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
    isShared: new Uint8Array(assets),
    outcome: new Int32Array(assets),
    priceMultiple: new Float64Array(assets).fill(1),
    delayMonths: new Int32Array(assets),
    rowPlace: new Uint32Array(rows),
    rowSlot: new Uint32Array(rows),
    due: new Float64Array(rows),
    asked: new Float64Array(loans),
    placeAsset: new Uint32Array(rows),
    paid: new Float64Array(rows),
    expected: new Float64Array(rows * plan.outcomeCount),
    order: new Float64Array(assets),
    joint: jointSale(loans, assets, rows),
  };
}

/** Rows of the prepared group. */
export function placeCountOf({ groups, group, assetCount, firstRow }: GroupScratch): number {
  return groups.rowStart[groups.assetStart[group] + assetCount] - firstRow;
}
