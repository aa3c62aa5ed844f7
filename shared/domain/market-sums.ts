import type { MarketClass, MarketFacts } from "./market-facts.ts";

/** What of a market deal its sums and ranges need. */
export interface SummedDeal {
  readonly id: number;
  readonly buyer: string;
  readonly seller: string;
  /** YYYY-MM or YYYY-MM-DD. */
  readonly reportedOn: string;
  readonly priceFen: number | null;
  readonly priceToPrincipal: number | null;
  readonly priceToClaim: number | null;
  readonly priceToNet: number | null;
  readonly facts: MarketFacts;
}

/** The deals that count: a record whose place another took is one deal with it, and stays only to be read. */
export function countedDeals<D extends SummedDeal>(deals: readonly D[]): D[] {
  const superseded = new Set(deals.map(({ facts }) => facts.supersedesId));
  return deals.filter(({ id }) => !superseded.has(id));
}

export interface DealSum {
  readonly key: string;
  readonly count: number;
  /** Deals of no published price, which the total is without. */
  readonly unpriced: number;
  readonly totalFen: number;
}

/** Counts and totals by what a deal is asked for, the largest first. */
export function sumsBy<D extends SummedDeal>(deals: readonly D[], keyOf: (deal: D) => string): DealSum[] {
  const groups = new Map<string, DealSum>();
  for (const deal of deals) {
    const key = keyOf(deal);
    const { count, unpriced, totalFen } = groups.get(key) ?? { count: 0, unpriced: 0, totalFen: 0 };
    groups.set(key, { key, count: count + 1, unpriced: unpriced + (deal.priceFen === null ? 1 : 0), totalFen: totalFen + (deal.priceFen ?? 0) });
  }
  return [...groups.values()].toSorted((one, other) => other.totalFen - one.totalFen || one.key.localeCompare(other.key));
}

export interface BuyerSum extends DealSum {
  /** The same by year, and by month, the latest first. */
  readonly years: readonly DealSum[];
  readonly months: readonly DealSum[];
}

const latestFirst = (sums: readonly DealSum[]) => sums.toSorted((one, other) => other.key.localeCompare(one.key));
export const yearOf = ({ reportedOn }: SummedDeal): string => reportedOn.slice(0, 4);
export const monthOf = ({ reportedOn }: SummedDeal): string => reportedOn.slice(0, 7);

/** What each buyer bought, in all, by year and by month. */
export function buyerSums(deals: readonly SummedDeal[]): BuyerSum[] {
  return sumsBy(deals, ({ buyer }) => buyer).map((sum) => {
    const own = deals.filter(({ buyer }) => buyer === sum.key);
    return { ...sum, years: latestFirst(sumsBy(own, yearOf)), months: latestFirst(sumsBy(own, monthOf)) };
  });
}

export interface RegionRow extends DealSum {
  readonly province: string;
  readonly seller: string;
  readonly buyer: string;
}

/** Which banks sold, to whom, by province. */
export function regionRows(deals: readonly SummedDeal[]): RegionRow[] {
  const partiesOf = ({ facts, seller, buyer }: SummedDeal) => JSON.stringify([facts.province, seller, buyer]);
  return sumsBy(deals, partiesOf)
    .map((sum) => {
      const [province = "", seller = "", buyer = ""] = JSON.parse(sum.key) as string[];
      return { ...sum, province, seller, buyer };
    })
    .toSorted((one, other) => one.province.localeCompare(other.province) || other.totalFen - one.totalFen);
}

/** What a price is held against. Ratios of different bases are never put together. */
const ratioBases = ["principal", "claim", "net"] as const;
type RatioBase = (typeof ratioBases)[number];
const ratioOn: Readonly<Record<RatioBase, (deal: SummedDeal) => number | null>> = {
  principal: ({ priceToPrincipal }) => priceToPrincipal,
  claim: ({ priceToClaim }) => priceToClaim,
  net: ({ priceToNet }) => priceToNet,
};

/** Fewer deals than these are listed, and no range is made of them. */
export const leastForRange = 5;
/** Older ones say little of today's prices. */
export const monthsOfRange = 24;

export interface ClassRange {
  readonly marketClass: MarketClass;
  readonly base: RatioBase;
  /** From the lowest. */
  readonly ratios: readonly { readonly id: number; readonly ratio: number }[];
  /** Null below `leastForRange`. */
  readonly quartiles: readonly [low: number, middle: number, high: number] | null;
}

/** Linear between the two nearest. */
function quantile(sorted: readonly number[], share: number): number {
  const at = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(at)] ?? 0, sorted[Math.ceil(at)] ?? 0];
  return below + (above - below) * (at - Math.floor(at));
}

const monthsBefore = (month: string, than: string): number =>
  (Number(than.slice(0, 4)) - Number(month.slice(0, 4))) * 12 + Number(than.slice(5, 7)) - Number(month.slice(5, 7));

/** Prices to balance of the last two years by class and base, as far as any is published. `today` is a day or a month. */
export function classRanges(deals: readonly SummedDeal[], classes: readonly MarketClass[], today: string): ClassRange[] {
  const recent = deals.filter(({ reportedOn }) => monthsBefore(reportedOn, today) <= monthsOfRange);
  return classes.flatMap((marketClass) =>
    ratioBases.flatMap((base): ClassRange[] => {
      const ratios = recent
        .filter(({ facts }) => facts.marketClass === marketClass)
        .flatMap((deal) => {
          const ratio = ratioOn[base](deal);
          return ratio === null ? [] : [{ id: deal.id, ratio }];
        })
        .toSorted((one, other) => one.ratio - other.ratio);
      if (ratios.length === 0) return [];
      const sorted = ratios.map(({ ratio }) => ratio);
      const quartiles = sorted.length < leastForRange ? null : ([quantile(sorted, 0.25), quantile(sorted, 0.5), quantile(sorted, 0.75)] as const);
      return [{ marketClass, base, ratios, quartiles }];
    }),
  );
}
