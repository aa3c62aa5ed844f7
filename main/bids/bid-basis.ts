import { paysOwnBid } from "../../shared/domain/bid-plan.ts";
import { type CaseResult, caseNamed } from "../../shared/domain/pricing-results.ts";
import type { Histogram } from "../../shared/domain/simulation-results.ts";
import type { BidBasis } from "../engine/bidding/bid-figures.ts";
import type { PricedDeal } from "../pricing/priced-deal.ts";
import type { BidPlan } from "./bid-queries.ts";

/** The case that a bid is reasoned in. */
export const baseCaseOf = ({ output }: Pick<PricedDeal, "output">): CaseResult => caseNamed(output.result.cases, "base");

/** What the engine works a bid out of; null where the package has no positive value and the desk states none. */
export function bidBasisOf(priced: PricedDeal, { beliefs, sale }: BidPlan, histogram: Histogram | null, marksFen: readonly number[]): BidBasis | null {
  const base = baseCaseOf(priced);
  const valueFen = beliefs.valueFen ?? base.maxBidFen;
  if (valueFen <= 0) return null;
  const { leastRivals, likelyRivals, mostRivals, rivalMedian, rivalSpread, modelError, ownError } = beliefs;
  return {
    netYuan: base.flows.net,
    assumptions: priced.terms.assumptions,
    valueFen,
    least: leastRivals,
    likely: likelyRivals,
    most: mostRivals,
    rivalMedian,
    rivalSpread,
    modelError,
    ownError,
    histogram,
    rule: paysOwnBid(beliefs, sale) ? "ownBid" : "runnerUp",
    isShaded: beliefs.saleForm !== "negotiated",
    listFen: sale.listFen,
    marksFen,
  };
}
