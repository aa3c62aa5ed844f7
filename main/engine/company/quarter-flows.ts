/** A company's plan for one quarter, yuan, all amounts positive. */
export interface QuarterFlows {
  /** Net collections of what is held (净回款). */
  readonly collections: number;
  /** Part of the collections that is income by the company's policy; the rest pays the book back. */
  readonly income: number;
  readonly opex: number;
  readonly dividends: number;
  readonly injections: number;
  /** Borrowings that fall due; the share that is rolled over stays. */
  readonly maturities: number;
  /** Prices due, and what of them is paid with new borrowings, repaid, and expensed at once. */
  readonly price: number;
  readonly draws: number;
  readonly repayments: number;
  readonly expensed: number;
}

export const noFlows: QuarterFlows = {
  collections: 0,
  income: 0,
  opex: 0,
  dividends: 0,
  injections: 0,
  maturities: 0,
  price: 0,
  draws: 0,
  repayments: 0,
  expensed: 0,
};

const names = Object.keys(noFlows) as (keyof QuarterFlows)[]; // the keys of the record above

/** Both plans together, the second weighted: a quarter that one of them lacks is empty. */
export function addQuarters(one: readonly QuarterFlows[], other: readonly QuarterFlows[], weight = 1): QuarterFlows[] {
  return Array.from({ length: Math.max(one.length, other.length) }, (_none, at) => {
    const [left, right] = [one[at] ?? noFlows, other[at] ?? noFlows];
    return Object.fromEntries(names.map((name) => [name, left[name] + weight * right[name]])) as unknown as QuarterFlows; // every name of the record
  });
}

/**
 * Sums of three months each: index 0 holds months 0…2. Monthly flows are summed into quarters and never interpolated.
 * @param monthly yuan by month
 * @param quarters how many quarters come out; later months are left out
 */
export function sumQuarters(monthly: readonly number[], quarters: number): number[] {
  return Array.from({ length: quarters }, (_none, at) => monthly.slice(3 * at, 3 * at + 3).reduce((sum, amount) => sum + amount, 0));
}

/** What may go wrong with money that comes in. */
export interface CollectionStress {
  /** Whole months by which all collections come later. */
  readonly lateMonths: number;
  /** Share of all collections that doesn't come, 0 to 1. */
  readonly shortShare: number;
}

/** Monthly collections under a stress: late ones leave the first months empty, and what moves beyond the end doesn't come within it. */
export function stressedMonths(monthly: readonly number[], { lateMonths, shortShare }: CollectionStress): number[] {
  return monthly.map((_amount, month) => (month < lateMonths ? 0 : (monthly[month - lateMonths] ?? 0) * (1 - shortShare)));
}
