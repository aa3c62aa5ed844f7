import type { BidLadder } from "../../../shared/domain/bid-rounds.ts";
import { type BidBasis, bidPoint } from "./bid-figures.ts";
import { type LadderTerms, priceOfStep, stepsWithin } from "./bid-ladder.ts";

/** More rungs than these don't fit a page. */
const MOST_RUNGS = 40;

/** The ladder of a sale with what each price earns; of a long one every so many steps, the first and the last always. */
export function pricedLadder(basis: BidBasis, terms: LadderTerms): BidLadder {
  const steps = stepsWithin(terms);
  const apart = Math.max(1, Math.ceil(steps / (MOST_RUNGS - 1)));
  // The rest of the steps is never built: a venue whose increment is a fen has a milliard of them.
  const even = steps < 0 ? 0 : Math.floor(steps / apart) + 1;
  const shown = [...Array.from({ length: even }, (_, at) => at * apart), ...(steps >= 0 && steps % apart !== 0 ? [steps] : [])];
  const rungs = shown.flatMap((step) => {
    const priceFen = priceOfStep(terms, step);
    if (priceFen === null) return [];
    const { irr, moic, missChance } = bidPoint(basis, priceFen);
    return [{ step, priceFen, irr, moic, missChance }];
  });
  return { steps, rungs };
}
