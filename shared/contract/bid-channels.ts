import { z } from "zod";
import { bidFiguresSchema, bidPointSchema } from "../domain/bid-figures.ts";
import { bidBeliefsSchema, saleTermsSchema, structureTermsSchema } from "../domain/bid-plan.ts";
import { bidLadderSchema, bidLedgerSchema, closedRoundSchema, openRoundSchema, roundClosingSchema } from "../domain/bid-rounds.ts";
import { structurePricesSchema } from "../domain/bid-structures.ts";
import { caseNames } from "../domain/codes.ts";
import { type FeatureContract, read, write } from "./channel.ts";
import { dealId } from "./deal-channels.ts";

const fen = z.number().int();

/** From the value of a deal to its bid. */
const bidDeskSchema = z.object({
  beliefs: bidBeliefsSchema,
  sale: saleTermsSchema,
  structures: structureTermsSchema,
  /** Whether the desk stated beliefs of its own; else they are those that every deal starts with. */
  isStated: z.boolean(),
  /** The limit that the committee approved; null where none holds. */
  approvedFen: fen.nullable(),
  hurdleRate: z.number(),
  /** The price that the workbench holds, which the memo recommends. */
  bidPriceFen: fen,
  cases: z.array(z.object({ caseName: z.enum(caseNames), maxBidFen: fen })),
  /** Price at which so many of simulated paths earn the hurdle; null without a simulation of this pricing. */
  atConfidence: z.object({ confidence: z.number(), priceFen: fen }).nullable(),
  /** What published averages of the kind of deal make of our balance; null where none states its base. */
  market: z.object({ leastFen: fen, mostFen: fen, averages: z.number().int(), isUpperBound: z.boolean() }).nullable(),
  /** Deals of which a sale is closed: before five of them the model's error is a belief. */
  closedDeals: z.number().int(),
  /** Null where the package has no positive value to bid for, or one that nothing can be worked out of. */
  figures: bidFiguresSchema.nullable(),
  /** The value that the engine refused; null where it took it. The rest stands, so that it can be changed. */
  unusableFen: fen.nullable(),
});
export type BidDesk = z.infer<typeof bidDeskSchema>;

const changes = ["bids.get", "bids.at", "bids.card", "bids.structures", "journal.next"] as const;
/** What is written down of a sale is not undone. */
const ofRound = {
  changes: [
    "bids.card",
    "bids.ledger",
    "bids.closedRound",
    "bids.get",
    "approvals.get",
    "approvals.differences",
    "deals.list",
    "deals.get",
    "market.deals",
    "calendar.list",
  ],
} as const;

/** The sale that a deal is in, and the way to its limit; without a sale the way to the limit that is planned, where terms and value are there. */
const cardSchema = z.object({ round: openRoundSchema.nullable(), ladder: bidLadderSchema.nullable() });

const channels = {
  /** Of the deal's latest pricing, and its simulation where that is of this pricing. */
  "bids.get": read(dealId, bidDeskSchema),
  /** What one price means; null where the package has no positive value. */
  "bids.at": read(dealId.extend({ priceFen: fen.positive() }), bidPointSchema.nullable()),
  "bids.saveBeliefs": write(dealId.extend({ beliefs: bidBeliefsSchema }), bidBeliefsSchema, { changes }),
  "bids.saveSale": write(dealId.extend({ sale: saleTermsSchema }), saleTermsSchema, { changes: [...changes, "approvals.get", "approvals.differences"] }),
  "bids.saveStructures": write(dealId.extend({ structures: structureTermsSchema }), structureTermsSchema, { changes }),
  /** Prices that earn us the same in different structures, in the base case. */
  "bids.structures": read(dealId, structurePricesSchema),
  "bids.card": read(dealId, cardSchema),
  /** Goes into the sale with the terms and the limit of the plan. `minutesLeft` null: the sale has no clock. */
  "bids.openRound": write(dealId.extend({ minutesLeft: z.number().int().min(1).max(100_000).nullable() }), openRoundSchema, ofRound),
  /** Writes a bid down; one of ours above the limit is refused. */
  "bids.bid": write(
    dealId.extend({ kind: z.enum(["ownBid", "rivalBid"]), amountFen: fen.positive(), bidder: z.string().trim().max(120) }),
    openRoundSchema,
    ofRound,
  ),
  /** Strikes the last bid that stands. */
  "bids.strike": write(dealId, openRoundSchema, ofRound),
  "bids.lowerLimit": write(dealId.extend({ limitFen: fen.positive() }), openRoundSchema, ofRound),
  "bids.raiseLimit": write(
    dealId.extend({ limitFen: fen.positive(), raisedBy: z.string().trim().min(1).max(80), reason: z.string().trim().min(1).max(400) }),
    openRoundSchema,
    ofRound,
  ),
  "bids.closeRound": write(dealId.extend({ closing: roundClosingSchema }), z.object({ isClosed: z.literal(true) }), ofRound),
  /** What came to be known after a sale was closed; bid.notClosed for one that is under way or of another deal. */
  "bids.amendRound": write(
    dealId.extend({ roundId: z.number().int().positive(), closing: roundClosingSchema }),
    z.object({ isClosed: z.literal(true) }),
    ofRound,
  ),
  /** All that was written down of a closed sale; bid.notClosed for one that is under way or of another deal. */
  "bids.closedRound": read(dealId.extend({ roundId: z.number().int().positive() }), closedRoundSchema),
  /** Closed sales of all deals, the latest first. */
  "bids.ledger": read(z.void(), bidLedgerSchema),
} as const;

export const bidFeature = {
  channels,
  jobKinds: [],
  errorCodes: [
    "bid.noRound",
    "bid.roundOpen",
    "bid.termsMissing",
    "bid.aboveLimit",
    "bid.belowList",
    "bid.notHigher",
    "bid.ended",
    "bid.nothingToStrike",
    "bid.limitOnlyFalls",
    "bid.notClosed",
    "bid.notApproved",
    "bid.approvalExpired",
    "bid.aboveApproval",
    "bid.leading",
    "bid.wonByAnother",
    "bid.wonWithoutBid",
    "bid.wonAboveOwn",
    "bid.lostBelowOwn",
  ],
} as const satisfies FeatureContract;
