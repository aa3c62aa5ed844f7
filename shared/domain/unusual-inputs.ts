/** What is said of an input that is taken though hardly anyone would mean it; each has a sentence under `unusual.` in shared/locales. */
export type RateDoubt =
  | { readonly code: "rate"; readonly from: number; readonly to: number; readonly rate: number }
  /** A hundred times as much would be usual: 0.12 typed into a field in percent. */
  | { readonly code: "rateAsDecimal"; readonly rate: number; readonly meant: number };
export type BidDoubt = "bidAboveClaim" | "bidBelowThousandth";

/** Rates that the desk usually works with, by their place in the assumptions. The desk's own judgement; nothing is refused for it. */
const usualRates: Readonly<Record<string, readonly [from: number, to: number]>> = {
  hurdleRate: [0.03, 0.5],
  "leverage.leveredHurdleRate": [0.03, 0.6],
  "leverage.annualRate": [0.01, 0.24],
  "payment.trustRights.annualRate": [0.01, 0.24],
  "payment.fundingRate": [0.01, 0.24],
  "collateral.annualGrowth": [-0.2, 0.2],
  /** Price to balance in the market: a published average. */
  marketRatio: [0.02, 1],
};

/** Doubt about a rate at its place in the assumptions ("hurdleRate"); null where it is usual or none is known. */
export function rateDoubt(place: string, rate: number): RateDoubt | null {
  const usual = usualRates[place];
  if (usual === undefined || !Number.isFinite(rate)) return null;
  const [from, to] = usual;
  const isUsual = (one: number) => one >= from && one <= to;
  if (isUsual(rate)) return null;
  const meant = Number((rate * 100).toPrecision(12));
  return rate > 0 && isUsual(meant) ? { code: "rateAsDecimal", rate, meant } : { code: "rate", from, to, rate };
}

/** Months in which something comes once or begins, by their place in the assumptions. */
const monthsOfEvents =
  /^(exits\.(settlement|resale)\.month|conditions\.dividendMonth|guarantors\.firstMonth|timing\.[^.]+\.monthsToFirstRound|closing\.closingMonth)$/;

/** Months that pass before the first one of a curve. */
const lagsOfCurves = /^(curves\.[^.]+|agedCurves\.[^.]+\.\d+)\.lagMonths$/;

/** The month in which what a field states comes or begins, where it lies beyond the horizon, so that nothing of it is counted; else null. */
export function monthBeyondHorizon(place: string, months: number, horizonMonths: number): number | null {
  const month = lagsOfCurves.test(place) ? months + 1 : monthsOfEvents.test(place) ? months : null;
  return month !== null && month > horizonMonths ? month : null;
}

/** Doubt about a bid price: more than is owed, or less than a thousandth of the principal, as a slip in the unit makes it. */
export function bidDoubt(bidFen: number, totals: { readonly upbFen: number; readonly claimFen: number }): BidDoubt | null {
  if (bidFen > totals.claimFen) return "bidAboveClaim";
  return bidFen > 0 && bidFen * 1000 < totals.upbFen ? "bidBelowThousandth" : null;
}
