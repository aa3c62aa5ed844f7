import type { PackageColumns } from "../engine-types.ts";
import { ownChance } from "../plan/loan-estimates.ts";
import { type AssumptionsOf, type CasePlan, type RowAssumptions, rowGroups } from "../plan/plan-types.ts";
import type { GroupScratch } from "./group-scratch.ts";
import type { RecoveryGroups } from "./recovery-groups.ts";

/** What no shift of a case changes of loans alone in their groups (`LoneLoan`), kept from one case to the next. */
export interface LoneFacts {
  readonly assumptions: RowAssumptions;
  /** [group] 1: it is such a loan, and its facts are here. */
  readonly isKnown: Uint8Array;
  readonly isBankrupt: Uint8Array;
  /** [group] valid claim, yuan, and the loan's own probability that its collateral is realised. */
  readonly claim: Float64Array;
  readonly chance: Float64Array;
  /** [asset of all groups] as the work space of a group has them. */
  readonly value: Float64Array;
  readonly appraisal: Float64Array;
  readonly ahead: Float64Array;
  readonly start: Float64Array;
  readonly cap: Float64Array;
  readonly place: Uint32Array;
}

const known = new WeakMap<RecoveryGroups, LoneFacts>();

const areAlike = (one: RowAssumptions, other: RowAssumptions): boolean =>
  one === other || rowGroups.every((group) => one[group] === other[group] || JSON.stringify(one[group]) === JSON.stringify(other[group]));

/** The facts of a package's groups under some assumptions; empty where others were asked for last. */
export function loneFacts(groups: RecoveryGroups, { assumptions }: AssumptionsOf): LoneFacts {
  const found = known.get(groups);
  if (found !== undefined && areAlike(found.assumptions, assumptions)) return found;
  const assets = groups.rowStart.length;
  const perAsset = (): Float64Array => new Float64Array(assets);
  const facts: LoneFacts = {
    assumptions,
    isKnown: new Uint8Array(groups.groupCount),
    isBankrupt: new Uint8Array(groups.groupCount),
    claim: new Float64Array(groups.groupCount),
    chance: new Float64Array(groups.groupCount),
    value: perAsset(),
    appraisal: perAsset(),
    ahead: perAsset(),
    start: perAsset(),
    cap: perAsset(),
    place: new Uint32Array(assets),
  };
  known.set(groups, facts);
  return facts;
}

/** Keeps the facts of a group that was just prepared. */
export function keepLoneFacts(columns: PackageColumns, scratch: GroupScratch): void {
  const { facts, group, groups, lone, assetCount } = scratch;
  const first = groups.assetStart[group];
  facts.claim[group] = scratch.claim[0];
  facts.chance[group] = ownChance(columns, groups.loans[groups.loanStart[group]]);
  facts.isBankrupt[group] = Number(lone.isBankrupt);
  for (let asset = 0; asset < assetCount; asset++) {
    facts.value[first + asset] = scratch.value[asset];
    facts.appraisal[first + asset] = scratch.appraisal[asset];
    facts.ahead[first + asset] = scratch.ahead[asset];
    facts.start[first + asset] = lone.start[asset];
    facts.cap[first + asset] = lone.cap[asset];
    facts.place[first + asset] = lone.place[asset];
  }
  facts.isKnown[group] = 1;
}

/** Prepares a group from kept facts, as `prepareGroup` does; answers whether there were any. */
export function recallLoneLoan(group: number, plan: CasePlan, scratch: GroupScratch): boolean {
  const { facts, groups, lone } = scratch;
  if (facts.isKnown[group] === 0) return false;
  const first = groups.assetStart[group];
  scratch.group = group;
  scratch.loanCount = 1;
  scratch.firstRow = groups.rowStart[first];
  scratch.assetCount = groups.assetStart[group + 1] - first;
  scratch.claim[0] = facts.claim[group];
  scratch.placeStart[0] = 0;
  scratch.surplus.debtorOf[0] = 0;
  lone.is = true;
  lone.isBankrupt = facts.isBankrupt[group] === 1;
  const chance = facts.chance[group];
  for (let asset = 0; asset < scratch.assetCount; asset++) {
    const place = facts.place[first + asset];
    const assetClass = plan.classes.itemClass[groups.rows[scratch.firstRow + asset]];
    lone.start[asset] = facts.start[first + asset];
    lone.cap[asset] = facts.cap[first + asset];
    lone.place[asset] = place;
    scratch.rowSlot[asset] = 0;
    scratch.rowPlace[asset] = place;
    scratch.placeAsset[place] = asset;
    scratch.isShared[asset] = 0;
    scratch.assetClass[asset] = assetClass;
    scratch.value[asset] = facts.value[first + asset];
    scratch.appraisal[asset] = facts.appraisal[first + asset];
    scratch.ahead[asset] = facts.ahead[first + asset];
    scratch.chance[asset] = Math.min(1, chance * plan.chanceFactor[assetClass]);
  }
  return true;
}
