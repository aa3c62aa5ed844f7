import type { BidLadder } from "../../../shared/domain/bid-rounds.ts";
import { type BidBasis, bidPoint } from "./bid-figures.ts";
import { type LadderTerms, priceOfStep, stepsWithin } from "./bid-ladder.ts";

/** More rungs than these don't fit a page. */
const MOST_RUNGS = 40;

/** The ladder of a sale with what each price earns; of a long one every so many steps, the first and the last always. */
export function pricedLadder(basis: BidBasis, terms: LadderTerms): BidLadder {
  const steps = stepsWithin(terms);
  const apart = Math.max(1, Math.ceil(steps / (MOST_RUNGS - 1)));
  const shown = Array.from({ length: steps + 1 }, (_, step) => step).filter((step) => step % apart === 0 || step === steps);
  const rungs = shown.flatMap((step) => {
    const priceFen = priceOfStep(terms, step);
    if (priceFen === null) return [];
    const { irr, moic, missChance } = bidPoint(basis, priceFen);
    return [{ step, priceFen, irr, moic, missChance }];
  });
  return { steps, rungs };
}
