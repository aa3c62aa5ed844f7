/** What the price of a room starts from and rises by, and where the desk stops, fen. */
export interface LadderTerms {
  readonly listFen: number;
  /** Above 0. */
  readonly stepFen: number;
  readonly limitFen: number;
}

/** Number of rises from the list price that stay within the limit (加价次数); −1 where the list price itself lies above it. */
export function stepsWithin({ listFen, stepFen, limitFen }: LadderTerms): number {
  return limitFen < listFen ? -1 : Math.floor((limitFen - listFen) / stepFen);
}

/** Price after so many rises; null above the limit, by however little. */
export function priceOfStep(terms: LadderTerms, step: number): number | null {
  const price = terms.listFen + step * terms.stepFen;
  return price > terms.limitFen ? null : price;
}

/** The lowest price that is on the ladder and above `standingFen`; the list price where nothing stands yet. Says nothing of the limit. */
export function nextPrice({ listFen, stepFen }: Omit<LadderTerms, "limitFen">, standingFen: number | null): number {
  if (standingFen === null || standingFen < listFen) return listFen;
  return listFen + (Math.floor((standingFen - listFen) / stepFen) + 1) * stepFen;
}

/** What a single bidder pays where the rule of the venue is the higher of list price and his bid. */
export function oneBidderPrice(listFen: number, bidFen: number): number {
  return Math.max(listFen, bidFen);
}

/** When a sale ends, and how often that was put off. */
export interface AuctionEnd {
  readonly endsAt: number;
  readonly extensions: number;
}

/**
 * The end of an ascending sale with extension (延时出价, 法释〔2016〕18号 Art 20): a bid in the last `extensionMs` puts the end off to
 * `extensionMs` after that bid. Bids after the end are not counted.
 * @param endsAt first end, milliseconds since any moment
 * @param bidTimes in the order in which they came
 */
export function auctionEnd(endsAt: number, extensionMs: number, bidTimes: readonly number[]): AuctionEnd {
  return bidTimes.reduce<AuctionEnd>(
    (end, at) => (at <= end.endsAt && at + extensionMs > end.endsAt ? { endsAt: at + extensionMs, extensions: end.extensions + 1 } : end),
    { endsAt, extensions: 0 },
  );
}
