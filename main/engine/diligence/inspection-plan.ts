import { valueOfInspection, valueOfPerfectInformation } from "./value-of-information.ts";

/** A debtor whose file could be opened. */
export interface Inspectable {
  /** Standard deviations of the package's value due to the debtor: in all, and what an inspection leaves of it; the money of the plan. */
  readonly spread: number;
  readonly residual: number;
  /** Hours that the inspection takes, above 0. */
  readonly hours: number;
}

/** A debtor's place in the plan. */
interface RankedInspection {
  /** Place in the list that was given. */
  readonly index: number;
  readonly perfect: number;
  readonly gain: number;
  readonly gainPerHour: number;
  /** Whether the hours left reach for it. */
  readonly isPlanned: boolean;
}

export interface InspectionPlan {
  /** By gain per hour, the greatest first; equal ones as they were given. */
  readonly ranked: readonly RankedInspection[];
  readonly plannedHours: number;
  /** Σ of the planned gains, each as if it were the only one. */
  readonly plannedGain: number;
  /** Gain of all planned inspections together: their variances add up, so it is another than the sum. */
  readonly jointGain: number;
  /** No choice within the hours can have a greater sum of gains than this. */
  readonly mostGain: number;
}

/**
 * Which files to open next (尽调计划): by gain per hour as long as the hours left reach; one that no longer fits is passed
 * over (CAPABILITIES (g)). Where a single debtor that fits gains more than all that are chosen so, it alone is planned,
 * which makes the sum of gains at least half of the best possible (Dantzig's bound for the knapsack; `mostGain` is that
 * bound: the ranking with the first debtor that doesn't fit counted in part).
 *
 * @param distance |μ − p|: how far the package's value lies from the price
 * @param hoursLeft not negative
 */
export function planInspections(debtors: readonly Inspectable[], distance: number, hoursLeft: number): InspectionPlan {
  const all = debtors.map(({ spread, residual, hours }, index) => {
    const gain = valueOfInspection(spread, residual, distance);
    return { index, perfect: valueOfPerfectInformation(spread, distance), gain, gainPerHour: gain / hours, hours };
  });
  const ranked = all.toSorted((one, other) => other.gainPerHour - one.gainPerHour || one.index - other.index);
  const chosen = chooseWithin(ranked, hoursLeft);
  const planned = ranked.filter(({ index }) => chosen.has(index));
  const settled = planned.reduce((sum, { index }) => sum + settledVariance(debtors[index]), 0);
  return {
    ranked: ranked.map(({ index, perfect, gain, gainPerHour }) => ({ index, perfect, gain, gainPerHour, isPlanned: chosen.has(index) })),
    plannedHours: planned.reduce((sum, { hours }) => sum + hours, 0),
    plannedGain: planned.reduce((sum, { gain }) => sum + gain, 0),
    jointGain: valueOfPerfectInformation(Math.sqrt(settled), distance),
    mostGain: mostWithin(ranked, hoursLeft),
  };
}

const settledVariance = ({ spread, residual }: Inspectable): number => Math.max(0, spread * spread - residual * residual);

interface Priced {
  readonly index: number;
  readonly gain: number;
  readonly hours: number;
}

function chooseWithin(ranked: readonly Priced[], hoursLeft: number): ReadonlySet<number> {
  const chosen = new Set<number>();
  let left = hoursLeft;
  let sum = 0;
  for (const { index, gain, hours } of ranked) {
    if (gain === 0 || hours > left) continue;
    chosen.add(index);
    left -= hours;
    sum += gain;
  }
  const single = ranked.reduce<Priced | null>((best, one) => (one.hours <= hoursLeft && one.gain > (best?.gain ?? sum) ? one : best), null);
  return single === null ? chosen : new Set([single.index]);
}

function mostWithin(ranked: readonly Priced[], hoursLeft: number): number {
  let left = hoursLeft;
  let sum = 0;
  for (const { gain, hours } of ranked) {
    // What doesn't fit in whole by itself can be in no plan.
    if (hours > hoursLeft) continue;
    const part = Math.min(1, left / hours);
    sum += part * gain;
    left -= part * hours;
    if (left <= 0) break;
  }
  return sum;
}
