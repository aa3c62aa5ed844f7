import type { PackageColumns } from "../engine-types.ts";
import { ownChance } from "../plan/loan-estimates.ts";
import type { CasePlan } from "../plan/plan-types.ts";
import type { GroupScratch } from "./group-scratch.ts";

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
