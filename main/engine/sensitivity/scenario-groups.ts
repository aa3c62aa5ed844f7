import type { CasePlan } from "../plan/plan-types.ts";

/** Scenarios whose collateral differs only by one factor κ on all price factors of `base`, in rising order of κ. */
export interface ScenarioGroup {
  readonly base: CasePlan;
  readonly members: readonly GroupMember[];
}

export interface GroupMember {
  /** Place in the list of plans. */
  readonly index: number;
  readonly plan: CasePlan;
  readonly kappa: number;
}

/** Factors may differ by a few roundings of float64 and still count as proportional. */
const TOLERANCE = 1e-13;

/** Sorts plans of one package into groups. Uniform shifts of value and of months make such groups, within horizon and month 0. */
export function groupByFactor(plans: readonly CasePlan[]): ScenarioGroup[] {
  const groups: { base: CasePlan; members: GroupMember[] }[] = [];
  for (const [index, plan] of plans.entries()) {
    let kappa: number | null = null;
    const group = groups.find(({ base }) => (kappa = commonFactor(base, plan)) !== null);
    if (group && kappa !== null) group.members.push({ index, plan, kappa });
    else groups.push({ base: plan, members: [{ index, plan, kappa: 1 }] });
  }
  for (const { members } of groups) members.sort((left, right) => left.kappa - right.kappa || left.index - right.index);
  return groups;
}

/** The factor that turns one plan's prices into the other's; null where there is none or probabilities differ. */
function commonFactor(base: CasePlan, plan: CasePlan): number | null {
  if (base.outcomeCount !== plan.outcomeCount) return null;
  if (!areEqual(base.outcomeProbability, plan.outcomeProbability) || !areEqual(base.chanceFactor, plan.chanceFactor)) return null;
  if (!areEqual(base.netShare, plan.netShare)) return null;
  let kappa: number | null = null;
  for (let at = 0; at < base.priceFactor.length; at++) {
    const [from, to] = [base.priceFactor[at], plan.priceFactor[at]];
    if (from === 0) {
      if (to !== 0) return null;
      continue;
    }
    kappa ??= to / from;
    if (Math.abs(to - kappa * from) > TOLERANCE * Math.abs(to)) return null;
  }
  // Nothing is ever sold: any factor does.
  return kappa ?? 1;
}

function areEqual(left: Float64Array, right: Float64Array): boolean {
  if (left === right) return true;
  for (let index = 0; index < left.length; index++) if (left[index] !== right[index]) return false;
  return true;
}
