import type { CasePlan } from "../plan/plan-types.ts";
import { isTakenForDebt, priceMonth } from "../plan/sale-rates.ts";

/** Bits of the first word of a sale, as kernel/assembly/pay-items.as.ts reads it: so many assets, taken over, last of its month; then its month. */
const TAKEN_BIT = 0x100;
const LAST_BIT = 0x200;
const MONTH_SHIFT = 16;

/** Where the kernel's work space of a pair has its assets, bytes. */
export interface AssetPlaces {
  readonly firstAsset: number;
  readonly assetBytes: number;
  readonly firstOutcome: number;
  readonly outcomeBytes: number;
}

/** All endings of the assets of a run in one case. */
export interface ItemEndings {
  /** [ending] probability. */
  readonly weights: readonly number[];
  /** For each ending how many words follow, and its sales: a word that says what it is, then asset and outcome as places. */
  readonly script: readonly number[];
  /** Months in which something is sold or taken over, rising. */
  readonly months: readonly number[];
}

interface Sale {
  /** 2 × month of the price, + 1 where the assets are taken over. */
  readonly key: number;
  readonly assets: readonly number[];
}

/**
 * What may become of assets of some price classes, as `recoverGroup` walks it: one uniform number decides for all; between two
 * breakpoints of the merged cumulative probabilities every outcome is fixed. Endings in which nothing is sold are left out.
 */
export function itemEndings(itemClasses: readonly number[], plan: CasePlan, places: AssetPlaces): ItemEndings {
  const outcome = itemClasses.map(() => 0);
  const reached = (asset: number): number => plan.cumulativeProbability[itemClasses[asset] * plan.outcomeCount + outcome[asset]];
  const endings: { weight: number; sales: Sale[]; outcome: number[] }[] = [];
  for (let from = 0; ; ) {
    const open = outcome.flatMap((ending, asset) => (ending < 0 ? [] : [reached(asset)]));
    if (open.length === 0) break;
    const to = Math.min(2, ...open);
    if (!(to < 2)) throw new RangeError("assets hold one whose sale has no probability");
    const sales = to > from ? salesOf(itemClasses, outcome, plan) : [];
    if (sales.length > 0) endings.push({ weight: to - from, sales, outcome: [...outcome] });
    for (let asset = 0; asset < outcome.length; asset++) {
      while (outcome[asset] >= 0 && outcome[asset] < plan.outcomeCount && reached(asset) <= to) outcome[asset] += 1;
      if (outcome[asset] === plan.outcomeCount) outcome[asset] = -1;
    }
    from = to;
  }
  const monthsOf = ({ sales }: { readonly sales: readonly Sale[] }): number[] => sales.map(({ key }) => key >> 1);
  const months = [...new Set(endings.flatMap(monthsOf))].sort((one, other) => one - other);
  const placeOf = (asset: number, ending: number): number[] => {
    const place = places.firstAsset + asset * places.assetBytes;
    return [place, place + places.firstOutcome + ending * places.outcomeBytes];
  };
  const script = endings.flatMap(({ sales, outcome: ended }) => {
    const words = sales.flatMap(({ key, assets }, index) => [
      assets.length +
        (key % 2) * TAKEN_BIT +
        (index + 1 < sales.length && sales[index + 1].key >> 1 === key >> 1 ? 0 : LAST_BIT) +
        months.indexOf(key >> 1) * 2 ** MONTH_SHIFT,
      ...assets.flatMap((asset) => placeOf(asset, ended[asset])),
    ]);
    return [words.length, ...words];
  });
  return { weights: endings.map(({ weight }) => weight), script, months };
}

/** What is sold or taken over within the horizon, sale by sale, the assets of one by their number. */
function salesOf(itemClasses: readonly number[], outcome: readonly number[], plan: CasePlan): Sale[] {
  const sales = new Map<number, number[]>();
  for (const [asset, priceClass] of itemClasses.entries()) {
    const ending = outcome[asset];
    if (ending < 0 || plan.outcomeMonth[priceClass * plan.outcomeCount + ending] > plan.horizonMonths) continue;
    const key = 2 * priceMonth(plan, priceClass, ending) + Number(isTakenForDebt(plan, priceClass, ending));
    const assets = sales.get(key);
    if (assets === undefined) sales.set(key, [asset]);
    else assets.push(asset);
  }
  return [...sales].map(([key, assets]) => ({ key, assets })).sort((one, other) => one.key - other.key);
}
