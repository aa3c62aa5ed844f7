import type { bidFeature } from "../../shared/contract/bid-channels.ts";
import type { HandlersOf } from "../../shared/contract/contract.ts";
import { type BidService, termsOf } from "./bid-service.ts";
import type { RoundService } from "./round-service.ts";

export const bidHandlers = (bids: BidService, rounds: RoundService): HandlersOf<typeof bidFeature> => ({
  "bids.get": ({ dealId }) => bids.get(dealId),
  "bids.at": ({ dealId, priceFen }) => bids.at(dealId, priceFen),
  "bids.saveBeliefs": ({ dealId, beliefs }) => bids.saveBeliefs(dealId, beliefs),
  "bids.saveSale": ({ dealId, sale }) => bids.saveSale(dealId, sale),
  "bids.saveStructures": ({ dealId, structures }) => bids.saveStructures(dealId, structures),
  "bids.structures": ({ dealId }) => bids.structures(dealId),
  "bids.card": async ({ dealId }) => {
    const round = await rounds.round(dealId);
    const terms = round === null ? await bids.ladderTerms(dealId) : termsOf(round.saleForm, round);
    return { round, ladder: terms === null ? null : await bids.ladder(dealId, terms) };
  },
  "bids.openRound": ({ dealId, minutesLeft }) => rounds.open(dealId, minutesLeft),
  "bids.bid": ({ dealId, ...heard }) => rounds.bid(dealId, heard),
  "bids.strike": ({ dealId }) => rounds.strike(dealId),
  "bids.lowerLimit": ({ dealId, limitFen }) => rounds.lowerLimit(dealId, limitFen),
  "bids.raiseLimit": ({ dealId, limitFen, raisedBy, reason }) => rounds.raiseLimit(dealId, limitFen, raisedBy, reason),
  "bids.closeRound": async ({ dealId, closing }) => {
    await rounds.close(dealId, closing);
    return { isClosed: true };
  },
  "bids.amendRound": async ({ dealId, roundId, closing }) => {
    await rounds.amend(dealId, roundId, closing);
    return { isClosed: true };
  },
  "bids.closedRound": ({ dealId, roundId }) => rounds.closed(dealId, roundId),
  "bids.ledger": () => rounds.ledger(),
});
