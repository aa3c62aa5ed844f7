import { type BidderChance, commonValueBids, type PriceRule } from "./common-value.ts";

export interface ShadedBid {
  /** Per yuan of the own value. */
  readonly multiple: number;
  /** The same were the own error a third smaller or larger. */
  readonly least: number;
  readonly most: number;
  /** Whether these lie so far apart that a single figure would say more than is known. */
  readonly isWide: boolean;
}

/** How far off the desk's own error may be, and what part of the own value the answer may then move before it is a range. */
const ERROR_DOUBT = 1 / 3;
const WIDE = 0.2;

/**
 * The bid shaded against the winner's curse (赢者诅咒), with how much of it hangs on the own error, which nobody knows well:
 * beyond a fifth of the own value between an error of ⅔σ and of 1⅓σ the answer is a range, not a point.
 * @param sigma standard deviation of ln(own value ÷ true value), 0 or more
 */
export function shadedBid(rule: PriceRule, chances: readonly BidderChance[], sigma: number): ShadedBid {
  const at = (error: number) => {
    const { sealed, ascending } = commonValueBids(chances, error);
    return rule === "ownBid" ? sealed : ascending;
  };
  const [small, large] = [at(sigma * (1 - ERROR_DOUBT)), at(sigma * (1 + ERROR_DOUBT))];
  const [least, most] = [Math.min(small, large), Math.max(small, large)];
  return { multiple: at(sigma), least, most, isWide: most - least > WIDE };
}
