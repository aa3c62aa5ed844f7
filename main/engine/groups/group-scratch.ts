import type { PackageColumns } from "../engine-types.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import { type LoneFacts, type LoneLoan, loneFacts, loneLoan } from "./lone-space.ts";
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
  /** How far creditors reach in the proceeds of an asset that is done. */
  readonly reachedAll: Float64Array;
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
    reachedAll: perAsset(),
    allClaims: perAsset(),
    limit: new Float64Array(rows),
    rate: new Float64Array(loans),
  };
}

/** [slot] interest after cut-off: month to which it is paid, what the present sale adds to the claim, and what is owed with it. */
interface AccruedInterest {
  readonly since: Float64Array;
  readonly owed: Float64Array;
  readonly before: Float64Array;
}

/** [asset] assets taken for the debt on a path; part of the group's work space. */
interface TakenAssets {
  /** 1: it ends so. */
  readonly is: Uint8Array;
  /** Take-over price; and per yuan set off, what the resale brings and what is paid in cash. */
  readonly price: Float64Array;
  readonly resale: Float64Array;
  readonly paid: Float64Array;
}

/** What sales leave the debtors of a group, and what its loans get of it; part of the group's work space. */
interface DebtorSurplus {
  /** Whether debtors' claims net at all. */
  readonly isShared: boolean;
  /** [slot] first slot of the same debtor. */
  readonly debtorOf: Uint32Array;
  /** [that slot] what the sales of the month left, and what is owed by the debtor, yuan. */
  readonly left: Float64Array;
  readonly rest: Float64Array;
  /** What the loan in a slot got in a month, one entry after the other: `count` of them on the path that was paid last. */
  count: number;
  /** Whether anything stands in `expected`. */
  isExpected: boolean;
  readonly slot: Uint32Array;
  readonly month: Uint32Array;
  readonly yuan: Float64Array;
  /** [slot × month 0 … horizon] expected yuan, of `recoverGroup`. */
  readonly expected: Float64Array;
}

function debtorSurplus(loans: number, assets: number, { assumptions, horizonMonths }: CasePlan): DebtorSurplus {
  const isShared = assumptions.priorities.surplusShare > 0;
  const most = isShared ? loans * Math.min(assets, horizonMonths + 1) : 0;
  return {
    isShared,
    debtorOf: new Uint32Array(loans),
    left: new Float64Array(loans),
    rest: new Float64Array(loans),
    count: 0,
    isExpected: false,
    slot: new Uint32Array(most),
    month: new Uint32Array(most),
    yuan: new Float64Array(most),
    expected: new Float64Array(isShared ? loans * (horizonMonths + 1) : 0),
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
  /** [place × outcome] expected yuan, and [slot] what is expected to be paid of the claim, of `recoverGroup`. */
  readonly expected: Float64Array;
  readonly expectedUse: Float64Array;
  /** [place] expected cash paid where the asset is taken for the debt, yuan. */
  readonly expectedPaid: Float64Array;
  /** Assets that are sold or taken over, by month, then sales before take-overs, then number: (2 × month + 1 if taken over) × assets of the group + asset. */
  readonly order: Int32Array;
  readonly joint: JointSale;
  /** How far creditors reach in the proceeds of the asset that was paid out last. */
  reached: number;
  readonly taken: TakenAssets;
  readonly lone: LoneLoan;
  readonly facts: LoneFacts;
  readonly interest: AccruedInterest;
  /** [slot] what was owed before the last asset that was offered for the debt. */
  readonly owedBefore: Float64Array;
  readonly surplus: DebtorSurplus;
}

/** Work space wide enough for the largest group of a package. */
export function groupScratch(columns: PackageColumns, plan: CasePlan): GroupScratch {
  const groups = recoveryGroups(columns, plan);
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
    expectedUse: new Float64Array(loans),
    expectedPaid: new Float64Array(rows),
    order: new Int32Array(assets),
    joint: jointSale(loans, assets, rows),
    lone: loneLoan(assets),
    facts: loneFacts(groups, plan),
    reached: 0,
    taken: { is: new Uint8Array(assets), price: new Float64Array(assets), resale: new Float64Array(assets), paid: new Float64Array(assets) },
    interest: { since: new Float64Array(loans), owed: new Float64Array(loans), before: new Float64Array(loans) },
    owedBefore: new Float64Array(loans),
    surplus: debtorSurplus(loans, assets, plan),
  };
}

/** Rows of the prepared group. */
export function placeCountOf({ groups, group, assetCount, firstRow }: GroupScratch): number {
  return groups.rowStart[groups.assetStart[group] + assetCount] - firstRow;
}
